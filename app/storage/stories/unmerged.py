"""Which tellings wait to be merged: new ones, and those that lost or gained one they have to do with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, select

from app.storage.insertion import add_new
from app.storage.listing import listed
from app.storage.tables import telling_blocks, unmerged

_WAITING = select(unmerged.c.telling_id).order_by(unmerged.c.since, unmerged.c.telling_id).limit(bindparam("limit"))
_AMONG = select(unmerged.c.telling_id).where(listed(unmerged.c.telling_id))
_COUNT = select(func.count(), func.min(unmerged.c.since)).select_from(unmerged)
_BLOCKS = select(func.count()).select_from(
    select(telling_blocks.c.sense, telling_blocks.c.actor_id)
    .join(unmerged, unmerged.c.telling_id == telling_blocks.c.telling_id)
    .distinct()
    .subquery()
)
_MERGED = delete(unmerged).where(listed(unmerged.c.telling_id))


@dataclass(frozen=True, slots=True)
class Backlog:
    """How many tellings wait, in how many blocks of one sense and actor, and since when the first of them."""

    tellings: int
    blocks: int
    since: datetime | None


def mark(connection: Connection, ids: Iterable[str], now: datetime) -> None:
    """The stories of these tellings are to be found anew."""
    add_new(connection, unmerged, [{"telling_id": one, "since": now} for one in sorted(set(ids))])


def waiting(connection: Connection, limit: int) -> list[str]:
    """Tellings to be merged, the longest waiting first."""
    return list(connection.execute(_WAITING, {"limit": limit}).scalars())


def waiting_among(connection: Connection, ids: Iterable[str]) -> frozenset[str]:
    return frozenset(connection.execute(_AMONG, {"ids": sorted(ids)}).scalars())


def merged(connection: Connection, ids: Iterable[str]) -> None:
    """These wait no longer."""
    connection.execute(_MERGED, {"ids": sorted(ids)})


def backlog(connection: Connection) -> Backlog:
    count, since = connection.execute(_COUNT).one()
    return Backlog(count, connection.execute(_BLOCKS).scalar_one() if count else 0, since)
