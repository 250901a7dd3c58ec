"""Articles whose results another version of the extractor gave: which they are, and back into the queue with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BindParameter, Connection, bindparam, func, select, update

from app.domain.article import Article, ArticleState
from app.storage.articles.acceptance import waiting
from app.storage.articles.row import article_of
from app.storage.columns import Instant
from app.storage.listing import listed
from app.storage.tables import articles, extractions, jobs

_SINCE: BindParameter[datetime] = bindparam("since", type_=Instant)
_DONE = jobs.c.state == ArticleState.DONE.value


@dataclass(frozen=True, slots=True)
class Outdated:
    """Articles done by another version than `version`, published from `since` on where it is given."""

    version: str
    since: datetime | None


_OLD = (
    select(extractions.c.article_id)
    .join(jobs, jobs.c.article_id == extractions.c.article_id)
    .where(extractions.c.extractor_version != bindparam("version"), _DONE)
)
_OLD_SINCE = _OLD.join(articles, articles.c.id == jobs.c.article_id).where(articles.c.published_at >= _SINCE)


def count(connection: Connection, asked: Outdated) -> int:
    chosen = (_OLD if asked.since is None else _OLD_SINCE).subquery()
    return connection.execute(select(func.count()).select_from(chosen), _values(asked)).scalar_one()


def ids(connection: Connection, asked: Outdated, *, limit: int, after: str = "") -> list[str]:
    """By their id, from the one after `after` on."""
    chosen = (_OLD if asked.since is None else _OLD_SINCE).where(extractions.c.article_id > bindparam("after"))
    page = chosen.order_by(extractions.c.article_id).limit(bindparam("limit"))
    return list(connection.execute(page, _values(asked) | {"limit": limit, "after": after}).scalars())


def _values(asked: Outdated) -> dict[str, object]:
    return {"version": asked.version} | ({"since": asked.since} if asked.since else {})


_AGAIN = update(jobs).where(listed(jobs.c.article_id), _DONE)


def queue_again(connection: Connection, asked: Outdated, *, limit: int, now: datetime) -> int:
    """Has up to `limit` of them extracted anew. What they told stays until then; the revision stays for good."""
    chosen = ids(connection, asked, limit=limit)
    return connection.execute(_AGAIN.values(**waiting(now)), {"ids": chosen}).rowcount if chosen else 0


_POSTED = select(articles).where(listed(articles.c.id))


def posted(connection: Connection, chosen: Sequence[str]) -> dict[str, Article]:
    """These articles as they were posted."""
    return {row.id: article_of(row) for row in connection.execute(_POSTED, {"ids": list(chosen)})}
