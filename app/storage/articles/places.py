"""Where an article was published: each url, source and external id it was told with."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from app.domain.article import Article
from app.storage.identity import source_id, url_key
from app.storage.insertion import add_new
from app.storage.tables import article_sources

_KNOWN = select(
    article_sources.c.article_id, article_sources.c.url, article_sources.c.source, article_sources.c.external_id
).where(article_sources.c.article_id.in_(bindparam("articles", expanding=True)))


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of where one article was published."""

    urls: set[str] = field(default_factory=set)
    sources: set[str | None] = field(default_factory=set)
    external_ids: set[str | None] = field(default_factory=set)

    def add(self, url: str | None, source: str | None, external_id: str | None) -> bool:
        """Notes a place; whether it says anything new."""
        told = ((url_key(url or ""), self.urls), (source, self.sources), (external_id, self.external_ids))
        new = any(value and value not in values for value, values in told)
        self.urls.add(url_key(url or ""))
        self.sources.add(source)
        self.external_ids.add(external_id)
        return new


def place(article_id: str, article: Article, now: datetime) -> dict[str, object]:
    """The row of the place an article is told from."""
    told = {"url": article.url, "source": article.source, "external_id": article.external_id}
    return {"article_id": article_id, "id": source_id(article), "added_at": now, **told}


def add_places(connection: Connection, told: Sequence[tuple[str, Article]], now: datetime) -> None:
    """Notes where else known articles were published, where that says anything that isn't known."""
    if not told:
        return
    known = {article_id: _Known() for article_id, _ in told}
    for row in connection.execute(_KNOWN, {"articles": list(known)}):
        known[row.article_id].add(row.url, row.source, row.external_id)
    rows = [
        place(article_id, article, now)
        for article_id, article in told
        if known[article_id].add(article.url, article.source, article.external_id)
    ]
    add_new(connection, article_sources, rows)
