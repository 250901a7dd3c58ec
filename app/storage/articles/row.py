"""Articles as rows and back."""

from datetime import date, datetime

from app.domain.article import Article
from app.storage.columns import AnyRow

POSTED = (
    "title",
    "published_at",
    "published_told",
    "timezone",
    "url",
    "source",
    "language",
    "external_id",
    "accepted_at",
    "text",
)


def posted(article: Article, now: datetime) -> dict[str, object]:
    """The columns that hold an article as it was posted at `now`."""
    return {
        "title": article.title,
        "published_at": article.published_instant,
        "published_told": article.published_at.isoformat(),
        "timezone": article.timezone,
        "url": article.url,
        "source": article.source,
        "language": article.language,
        "external_id": article.external_id,
        "accepted_at": now,
        "text": article.text,
    }


def erased() -> dict[str, object]:
    """The columns of a tombstone: nothing of the article but that it was there."""
    return {
        "title": None,
        "timezone": None,
        "url": None,
        "source": None,
        "language": None,
        "external_id": None,
        "text": "",
    }


def article_of(row: AnyRow) -> Article:
    told: str = row.published_told
    return Article(
        title=row.title,
        text=row.text,
        published_at=datetime.fromisoformat(told) if "T" in told else date.fromisoformat(told),
        timezone=row.timezone,
        url=row.url,
        source=row.source,
        language=row.language,
        external_id=row.external_id,
    )
