"""Corrections and retractions of articles that are known."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from app.domain.article import Article, ArticleState
from app.domain.errors import Conflicting, Gone, NotFound, StaleRevision
from app.storage.articles import results
from app.storage.articles.acceptance import Accepted, waiting
from app.storage.articles.claims import claim
from app.storage.articles.places import add_places
from app.storage.articles.row import POSTED, article_of, erased, posted
from app.storage.columns import AnyRow
from app.storage.events.event_json import expire_of_article
from app.storage.identity import article_keys
from app.storage.tables import article_revisions, article_sources, articles, jobs

_CURRENT = (
    select(articles, jobs.c.state, jobs.c.revision)
    .join(jobs, jobs.c.article_id == articles.c.id)
    .where(articles.c.id == bindparam("article"))
    .with_for_update()
)
_UPDATE_ARTICLE = update(articles).where(articles.c.id == bindparam("article"))
_UPDATE_JOB = update(jobs).where(jobs.c.article_id == bindparam("article"))


def replace(
    connection: Connection, article_id: str, article: Article, *, expected: int | None, now: datetime
) -> Accepted:
    """Puts a corrected article in the place of a known one, keeping the old revision; revives a retracted one.

    `expected` is the revision the caller has seen, None for whatever there is. The same article again changes nothing.
    Raises NotFound, StaleRevision, or Conflicting where another article has the url, external id or content.
    """
    current = _current(connection, article_id)
    _require(current, expected)
    state = ArticleState(current.state)
    if state is not ArticleState.RETRACTED and article_of(current) == article:
        return Accepted(article_id, state, current.revision, new=False)
    for key, owner in claim(connection, dict.fromkeys(article_keys(article).all, article_id)).others.items():
        if owner.id != article_id:
            raise Conflicting(f"another article, {owner.id!r}, has this {_KEY_NAMES[key[0]]}", owner.id)
    if state is not ArticleState.RETRACTED:
        old = {"article_id": article_id, "revision": current.revision, "replaced_at": now, **_posted(current)}
        connection.execute(insert(article_revisions), old)
    revision = current.revision + 1
    connection.execute(_UPDATE_ARTICLE.values(**posted(article, now)), {"article": article_id})
    connection.execute(_UPDATE_JOB.values(revision=revision, **waiting(now)), {"article": article_id})
    add_places(connection, [(article_id, article)], now)
    expire_of_article(connection, article_id)
    return Accepted(article_id, ArticleState.PENDING, revision, new=True)


_KEY_NAMES = {"u": "url", "x": "external id", "c": "title, text and publication"}


def _current(connection: Connection, article_id: str) -> AnyRow:
    row = connection.execute(_CURRENT, {"article": article_id}).one_or_none()
    if row is None:
        raise NotFound(f"no article {article_id!r}")
    return row


def _require(current: AnyRow, expected: int | None) -> None:
    if expected is not None and current.revision != expected:
        raise StaleRevision(f"article {current.id!r} is at revision {current.revision}, not {expected}")


def _posted(row: AnyRow) -> dict[str, object]:
    return {name: getattr(row, name) for name in POSTED}


def retract(connection: Connection, article_id: str, *, expected: int | None, now: datetime) -> None:
    """Erases an article's text, mentions and revisions; its keys stay, so that a repeat is known for what it is.

    Raises NotFound, StaleRevision; Gone where it is retracted already.
    """
    current = _current(connection, article_id)
    if current.state == ArticleState.RETRACTED:
        raise Gone(f"article {article_id!r} was retracted")
    _require(current, expected)
    results.erase(connection, article_id)
    for table in (article_revisions, article_sources):
        connection.execute(delete(table).where(table.c.article_id == article_id))
    connection.execute(_UPDATE_ARTICLE.values(**erased()), {"article": article_id})
    retracted = {**waiting(now), "state": ArticleState.RETRACTED.value}
    connection.execute(_UPDATE_JOB.values(revision=current.revision + 1, **retracted), {"article": article_id})
