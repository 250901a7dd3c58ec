"""Taking articles in: who an article is, and the first row and job of a new one.

An article is the same by its url (or source and external id) with the same text, or by title, text and publication. Of
two posts of one article at once one wins: both claim its keys, in sorted order, and the database lets one have them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from app.domain.article import Article, ArticleState
from app.domain.errors import Conflicting, Retracted
from app.storage.article_row import posted
from app.storage.identity import ArticleKeys, article_id, article_keys, source_id, url_key
from app.storage.insertion import insert_new
from app.storage.tables import article_keys as keys_table
from app.storage.tables import article_sources, articles, jobs


@dataclass(frozen=True, slots=True)
class Accepted:
    """Where an article stands after it was taken in; `new` says whether there is something to extract that wasn't."""

    id: str
    state: ArticleState
    revision: int
    new: bool


_KEY_ROWS = (
    select(keys_table.c.key, keys_table.c.article_id, jobs.c.state, jobs.c.revision)
    .outerjoin(jobs, jobs.c.article_id == keys_table.c.article_id)
    .where(keys_table.c.key.in_(bindparam("keys", expanding=True)))
)
_TEXT = select(articles.c.text).where(articles.c.id == bindparam("article"))
_INSERT_ARTICLE, _INSERT_JOB, _INSERT_SOURCE = (insert(table) for table in (articles, jobs, article_sources))
_GIVE_KEYS = (
    update(keys_table)
    .where(keys_table.c.article_id == bindparam("claimed_for"), keys_table.c.key.in_(bindparam("keys", expanding=True)))
    .values(article_id=bindparam("owner"))
)
_SOURCES = select(article_sources.c.url, article_sources.c.source, article_sources.c.external_id).where(
    article_sources.c.article_id == bindparam("article")
)


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has a key: an article with its state, or one that has just claimed it and has no row yet."""

    id: str
    state: ArticleState | None
    revision: int


def accept(connection: Connection, article: Article, *, now: datetime) -> Accepted:
    """Takes an article in durably, to be extracted; one that is known already stays as it is.

    Raises Conflicting where its url or external id is known with another text, Retracted where it was retracted.
    """
    keys, fresh = article_keys(article), article_id(article)
    owners = claim_keys(connection, keys, fresh)
    known = {key: owner for key, owner in owners.items() if owner.state is not None}
    if not known:
        _insert(connection, fresh, article, now)
        return Accepted(fresh, ArticleState.PENDING, 1, new=True)
    same = _same(connection, article, keys, known)
    _give_keys(connection, [key for key in owners if key not in known], fresh, same.id)
    add_source(connection, same.id, article, now)
    return same


def claim_keys(connection: Connection, keys: ArticleKeys, article: str) -> dict[str, Owner]:
    """Claims the keys that nobody has; answers whose each is now."""
    rows = [{"key": key, "article_id": article} for key in keys.all]
    connection.execute(insert_new(keys_table, connection.dialect.name), rows)
    found = connection.execute(_KEY_ROWS, {"keys": keys.all})
    return {key: Owner(owner, state and ArticleState(state), revision or 0) for key, owner, state, revision in found}


def _same(connection: Connection, article: Article, keys: ArticleKeys, owners: Mapping[str, Owner]) -> Accepted:
    """The known article that this one is: by url, else by external id, else by content."""
    by_content = owners.get(keys.content)
    candidates = [owners[key] for key in (*keys.told, keys.content) if key in owners]
    for known in candidates:
        if known.state is ArticleState.RETRACTED:
            raise Retracted(f"article {known.id!r} was retracted; PUT revives it", known.id)
        # A text it had before a correction counts as its own: whoever repeats that learns of the article as it is now.
        if known != by_content and connection.execute(_TEXT, {"article": known.id}).scalar_one() != article.text:
            raise Conflicting(f"the url or external id is known, as article {known.id!r}, with another text", known.id)
    first = candidates[0]
    return Accepted(first.id, first.state or ArticleState.PENDING, first.revision, new=False)


def _give_keys(connection: Connection, keys: list[str], claimed_for: str, owner: str) -> None:
    if keys:
        connection.execute(_GIVE_KEYS, {"claimed_for": claimed_for, "keys": keys, "owner": owner})


def _insert(connection: Connection, id: str, article: Article, now: datetime) -> None:
    connection.execute(_INSERT_ARTICLE, {"id": id, **posted(article, now)})
    connection.execute(_INSERT_JOB, {"article_id": id, "revision": 1, **waiting(now)})
    connection.execute(_INSERT_SOURCE, _source(id, article, now))


def waiting(now: datetime) -> dict[str, object]:
    """The columns of a job that waits, with all its tries before it."""
    free = {"owner": None, "lease_until": None, "tries": 0, "error": None}
    return {"state": ArticleState.PENDING.value, "queued_at": now, **free}


def _source(id: str, article: Article, now: datetime) -> dict[str, object]:
    place = {"url": article.url, "source": article.source, "external_id": article.external_id}
    return {"article_id": id, "id": source_id(article), "added_at": now, **place}


def add_source(connection: Connection, id: str, article: Article, now: datetime) -> None:
    """Notes where else the article was published, if this says anything that isn't known."""
    rows = connection.execute(_SOURCES, {"article": id}).all()
    known = (
        (url_key(article.url or ""), {url_key(row.url or "") for row in rows}),
        (article.source, {row.source for row in rows}),
        (article.external_id, {row.external_id for row in rows}),
    )
    if any(value and value not in values for value, values in known):
        connection.execute(insert_new(article_sources, connection.dialect.name), _source(id, article, now))
