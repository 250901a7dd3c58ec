"""Articles waiting for extraction: claimed with a lease, so that a worker that dies loses nothing.

A job is pending until its results are stored. Whoever claims it owns it until its lease runs out; results are taken
only from the owner, for the revision it was given.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Update, bindparam, func, or_, select, update

from app.domain.article import Article, ArticleState
from app.domain.errors import NotFound
from app.storage.articles.row import article_of
from app.storage.columns import Instant
from app.storage.tables import articles, jobs

MAX_TRIES = 5
# A failed try is followed by a pause that doubles: 2 s, 4 s, 8 s, 16 s.
_PAUSE = timedelta(seconds=2)
_GAVE_UP = f"given up after {MAX_TRIES} tries: each time the worker was lost before it had an answer"


@dataclass(frozen=True, slots=True)
class Job:
    """An article to extract, as claimed. `tries` counts this one."""

    article_id: str
    revision: int
    owner: str
    tries: int
    article: Article


_IS_PENDING = jobs.c.state == bindparam("pending", ArticleState.PENDING.value)
_IS_FREE = or_(jobs.c.lease_until.is_(None), jobs.c.lease_until <= bindparam("now", type_=Instant))


def _claiming(which: ColumnElement[bool]) -> Update:
    return (
        update(jobs)
        .where(which)
        .values(owner=bindparam("by"), lease_until=bindparam("until", type_=Instant), tries=jobs.c.tries + 1)
        .returning(jobs.c.article_id)
    )


_CLAIM = _claiming(
    jobs.c.article_id.in_(
        select(jobs.c.article_id)
        .where(_IS_PENDING, _IS_FREE)
        .order_by(jobs.c.queued_at, jobs.c.article_id)
        .limit(bindparam("limit"))
        .with_for_update(skip_locked=True)
    )
)
_CLAIM_ONE = _claiming((jobs.c.article_id == bindparam("article")) & _IS_PENDING & _IS_FREE)
_CLAIMED = (
    select(jobs.c.article_id, jobs.c.revision, jobs.c.tries, *(column for column in articles.c if column.name != "id"))
    .join(articles, articles.c.id == jobs.c.article_id)
    .where(jobs.c.article_id.in_(bindparam("ids", expanding=True)))
    .order_by(jobs.c.queued_at, jobs.c.article_id)
)
_GIVE_UP = (
    update(jobs)
    .where(jobs.c.article_id == bindparam("article"))
    .values(state=ArticleState.FAILED.value, owner=None, lease_until=None, error=_GAVE_UP, tries=MAX_TRIES)
)


def claim(connection: Connection, *, owner: str, limit: int, lease: timedelta, now: datetime) -> list[Job]:
    """Up to `limit` of the longest waiting articles, this owner's until `now + lease`.

    One that was claimed five times without an answer becomes failed instead.
    """
    values = {"pending": ArticleState.PENDING.value, "by": owner, "until": now + lease, "now": now, "limit": limit}
    return _jobs(connection, connection.execute(_CLAIM, values).scalars().all(), owner)


def claim_one(connection: Connection, article_id: str, *, owner: str, lease: timedelta, now: datetime) -> Job | None:
    """This article, if it waits and nobody has it."""
    values = {
        "pending": ArticleState.PENDING.value,
        "by": owner,
        "until": now + lease,
        "now": now,
        "article": article_id,
    }
    return next(iter(_jobs(connection, connection.execute(_CLAIM_ONE, values).scalars().all(), owner)), None)


def _jobs(connection: Connection, ids: Sequence[str], owner: str) -> list[Job]:
    if not ids:
        return []
    claimed = []
    for row in connection.execute(_CLAIMED, {"ids": ids}):
        if row.tries > MAX_TRIES:
            connection.execute(_GIVE_UP, {"article": row.article_id})
        else:
            claimed.append(Job(row.article_id, row.revision, owner, row.tries, article_of(row)))
    return claimed


_RENEW = (
    update(jobs)
    .where(jobs.c.article_id == bindparam("article"), jobs.c.owner == bindparam("by"), _IS_PENDING)
    .where(jobs.c.revision == bindparam("of_revision"))
    .values(lease_until=bindparam("until", type_=Instant))
)


def renew(connection: Connection, held: Sequence[Job], *, lease: timedelta, now: datetime) -> list[Job]:
    """Puts the end of the leases off to `now + lease`; answers the jobs that are still their owner's."""
    return [job for job in held if connection.execute(_RENEW, _held(job) | {"until": now + lease}).rowcount]


_RELEASE = (
    update(jobs)
    .where(jobs.c.article_id == bindparam("article"), jobs.c.owner == bindparam("by"), _IS_PENDING)
    .where(jobs.c.revision == bindparam("of_revision"))
    .values(owner=None, lease_until=None, tries=jobs.c.tries - 1)
)


def release(connection: Connection, held: Sequence[Job]) -> None:
    """Gives back jobs nobody worked on, as if they had never been claimed: at the end of a server."""
    for job in held:
        connection.execute(_RELEASE, _held(job))


_TAKE_BACK = update(jobs).where(_IS_PENDING, jobs.c.owner.is_not(None)).values(owner=None, lease_until=None)


def take_back(connection: Connection) -> int:
    """Ends every lease, for the one process that a SQLite file has: whoever held them is gone. Answers how many."""
    return connection.execute(_TAKE_BACK, {"pending": ArticleState.PENDING.value}).rowcount


def _held(job: Job) -> dict[str, object]:
    return {
        "article": job.article_id,
        "by": job.owner,
        "of_revision": job.revision,
        "pending": ArticleState.PENDING.value,
    }


_FAIL = (
    update(jobs)
    .where(jobs.c.article_id == bindparam("article"), jobs.c.owner == bindparam("by"))
    .where(jobs.c.revision == bindparam("of_revision"), _IS_PENDING)
    .values(state=bindparam("to"), owner=None, lease_until=bindparam("until", type_=Instant), error=bindparam("reason"))
)


def fail(connection: Connection, job: Job, error: str, *, now: datetime, final: bool = False) -> ArticleState | None:
    """Notes that a try failed: it waits for the next after a pause, or is failed after the fifth or where `final`.

    Answers its state now; None where the job is no longer its owner's.
    """
    over = final or job.tries >= MAX_TRIES
    state = ArticleState.FAILED if over else ArticleState.PENDING
    values = _held(job) | {
        "to": state.value,
        "until": None if over else now + _PAUSE * 2 ** (job.tries - 1),
        "reason": error,
    }
    return state if connection.execute(_FAIL, values).rowcount else None


_PENDING = select(func.count()).select_from(jobs).where(_IS_PENDING)
_OLDEST = select(func.min(jobs.c.queued_at)).where(_IS_PENDING)


def pending(connection: Connection) -> int:
    """How many articles wait for their extraction, those being extracted among them."""
    return connection.execute(_PENDING, {"pending": ArticleState.PENDING.value}).scalar_one()


def oldest(connection: Connection) -> datetime | None:
    """Since when the longest waiting article waits; None when none does."""
    since: datetime | None = connection.execute(_OLDEST, {"pending": ArticleState.PENDING.value}).scalar_one()
    return since


_STATE = select(jobs.c.state).where(jobs.c.article_id == bindparam("article"))
_RETRY = (
    update(jobs)
    .where(jobs.c.article_id == bindparam("article"), jobs.c.state == bindparam("failed", ArticleState.FAILED.value))
    .values(
        state=ArticleState.PENDING.value,
        owner=None,
        lease_until=None,
        tries=0,
        error=None,
        queued_at=bindparam("now", type_=Instant),
    )
)


def retry(connection: Connection, article_id: str, now: datetime) -> ArticleState:
    """Puts a failed article back into the queue with all its tries; any other is left alone. Answers its state now."""
    connection.execute(_RETRY, {"article": article_id, "now": now})
    state = connection.execute(_STATE, {"article": article_id}).scalar()
    if state is None:
        raise NotFound(f"no article {article_id!r}")
    return ArticleState(state)
