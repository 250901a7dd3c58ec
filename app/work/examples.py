"""The example articles that come with the service, written for it."""

import asyncio
import json
from datetime import date, datetime
from importlib import resources

from app.domain.article import Article, ArticleState
from app.storage import read
from app.storage.engine.database import Database
from app.storage.read import ArticleQuery
from app.work.ingest import Ingest

_PACKAGE = "app.examples"
_PATIENCE_SECONDS = 60.0


def posted() -> list[dict[str, str]]:
    """The examples as they would be posted, in the order of their publication."""
    files = [file for file in resources.files(_PACKAGE).iterdir() if file.name.endswith(".json")]
    found: list[dict[str, str]] = [json.loads(file.read_text("utf-8")) for file in files]
    return sorted(found, key=lambda fields: fields["published_at"])


def articles() -> list[Article]:
    return [_article(fields) for fields in posted()]


def _article(fields: dict[str, str]) -> Article:
    told = fields["published_at"]
    published_at = datetime.fromisoformat(told) if "T" in told else date.fromisoformat(told)
    rest = {name: value for name, value in fields.items() if name not in ("published_at", "timezone")}
    return Article(published_at=published_at, timezone=fields.get("timezone"), **rest)


def wanted(database: Database) -> bool:
    """Whether the database is new: not a single article, retracted ones included."""
    queries = (ArticleQuery(limit=1), ArticleQuery(state=ArticleState.RETRACTED, limit=1))
    with database.read() as connection:
        return not any(read.articles(connection, query).items for query in queries)


async def load(ingest: Ingest) -> None:
    """Accept all of them, then wait until they are extracted. Cut short, the queue has the rest."""
    accepted = [await ingest.accept(article, waited_for=False) for article in articles()]
    await asyncio.gather(*(ingest.settled(one.id, seconds=_PATIENCE_SECONDS) for one in accepted))
