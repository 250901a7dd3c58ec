"""What articles tell of events, kept for clustering: put, taken away, found by what they have in common."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BindParameter, Connection, bindparam, delete, func, insert, literal, select, update

from app.domain.story import Telling
from app.storage.bearer import leaves, roots
from app.storage.columns import AnyRow, Instant
from app.storage.insertion import insert_new
from app.storage.tables import telling_blocks, telling_conflicts, tellings, unmerged
from app.storage.telling_row import actor_ids, telling_of, telling_values

Span = tuple[int, int]
# Ids that go into one statement: SQLite takes 32,766 at most.
_CHUNK = 5_000
_IDS: BindParameter[str] = bindparam("ids", expanding=True)
_ARTICLE: BindParameter[str] = bindparam("article")


@dataclass(frozen=True, slots=True)
class Told:
    """A telling, where on the calendar others must lie to have to do with it, and its article's own disputes."""

    telling: Telling
    surroundings: Span
    conflicts: tuple[tuple[str, str], ...] = ()


def put(connection: Connection, told: Sequence[Told], now: datetime) -> None:
    """Keeps an article's tellings, to be merged. `conflicts` are other tellings' ids with the reason."""
    if not told:
        return
    connection.execute(insert(tellings), [telling_values(one.telling) for one in told])
    blocks = [
        {"sense": one.telling.sense, "actor_id": party.id, "lo": lo, "hi": hi, "telling_id": one.telling.id}
        for one in told
        for lo, hi in [one.surroundings]
        for party in (one.telling.parties if one.telling.sense else ())
    ]
    if blocks:
        connection.execute(insert(telling_blocks), blocks)
    pairs = [
        {"telling_id": one.telling.id, "other_id": other, "reason": reason}
        for one in told
        for other, reason in one.conflicts
    ]
    if pairs:
        connection.execute(insert_new(telling_conflicts, connection.dialect.name), pairs)
    mark(connection, [one.telling.id for one in told], now)


def mark(connection: Connection, ids: Iterable[str], now: datetime) -> None:
    """The stories of these tellings are to be found anew."""
    rows = [{"telling_id": one, "since": now} for one in sorted(set(ids))]
    if rows:
        connection.execute(insert_new(unmerged, connection.dialect.name), rows)


_OF_ARTICLE = select(tellings.c.id, tellings.c.event_id).where(tellings.c.article_id == _ARTICLE)
_mine, _theirs = telling_blocks.alias("mine"), telling_blocks.alias("theirs")
_BESIDE = (
    select(_theirs.c.telling_id)
    .join(
        _mine,
        (_mine.c.sense == _theirs.c.sense)
        & (_mine.c.actor_id == _theirs.c.actor_id)
        & (_mine.c.lo < _theirs.c.hi)
        & (_theirs.c.lo < _mine.c.hi),
    )
    .where(_mine.c.telling_id.in_(_IDS), _theirs.c.telling_id.not_in(_IDS))
    .distinct()
)
# "": its event is to be written anew. NULL would say that it has one of its own.
_UNWRITE = update(tellings).where(tellings.c.event_id.in_(_IDS), tellings.c.article_id != _ARTICLE).values(event_id="")
_SAME_EVENT = select(tellings.c.id).where(tellings.c.event_id.in_(_IDS), tellings.c.article_id != _ARTICLE)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """The events an article told of, and other articles' tellings that are to be merged anew without it."""

    events: tuple[str, ...]
    beside: tuple[str, ...]


def forget(connection: Connection, article_id: str, now: datetime) -> Forgotten:
    """Takes an article's tellings away and marks all that had to do with them."""
    rows = connection.execute(_OF_ARTICLE, {"article": article_id}).all()
    events = sorted({row.event_id or row.id for row in rows})
    beside: set[str] = set()
    for ids in _chunks([row.id for row in rows]):
        beside |= set(connection.execute(_BESIDE, {"ids": ids}).scalars())
    for ids in _chunks(events):
        beside |= set(connection.execute(_SAME_EVENT, {"ids": ids, "article": article_id}).scalars())
        connection.execute(_UNWRITE, {"ids": ids, "article": article_id})
    mark(connection, beside, now)
    for ids in _chunks([row.id for row in rows]):
        for column in (
            telling_blocks.c.telling_id,
            telling_conflicts.c.telling_id,
            telling_conflicts.c.other_id,
            unmerged.c.telling_id,
            tellings.c.id,
        ):
            connection.execute(delete(column.table).where(column.in_(_IDS)), {"ids": ids})
    return Forgotten(tuple(events), tuple(sorted(beside)))


def _chunks(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[at : at + _CHUNK] for at in range(0, len(ids), _CHUNK))


_WAITING = select(unmerged.c.telling_id).order_by(unmerged.c.since, unmerged.c.telling_id).limit(bindparam("limit"))
_COUNT = select(func.count(), func.min(unmerged.c.since)).select_from(unmerged)


def waiting(connection: Connection, limit: int) -> list[str]:
    """Tellings to be merged, the longest waiting first."""
    return list(connection.execute(_WAITING, {"limit": limit}).scalars())


def backlog(connection: Connection) -> tuple[int, datetime | None]:
    """How many tellings wait to be merged, and since when the first of them."""
    row = connection.execute(_COUNT).one()
    return row[0], row[1]


def merged(connection: Connection, ids: Sequence[str]) -> None:
    for chunk in _chunks(ids):
        connection.execute(delete(unmerged).where(unmerged.c.telling_id.in_(_IDS)), {"ids": chunk})


_BY_ID = select(tellings).where(tellings.c.id.in_(_IDS))
_BY_EVENT = select(tellings).where(tellings.c.event_id.in_(_IDS))


@dataclass(frozen=True, slots=True)
class Kept:
    """A telling as it is kept, and the event it was last found to belong to."""

    telling: Telling
    event_id: str | None


def by_id(connection: Connection, ids: Collection[str]) -> dict[str, Kept]:
    rows = [row for chunk in _chunks(sorted(ids)) for row in connection.execute(_BY_ID, {"ids": chunk})]
    return _kept(connection, rows)


def by_event(connection: Connection, ids: Collection[str]) -> dict[str, Kept]:
    """All tellings of these events."""
    rows = [row for chunk in _chunks(sorted(ids)) for row in connection.execute(_BY_EVENT, {"ids": chunk})]
    return _kept(connection, rows)


def _kept(connection: Connection, rows: Sequence[AnyRow]) -> dict[str, Kept]:
    who = {actor for row in rows for actor in actor_ids(row)}
    shown: Mapping[str, str] = roots(connection, who) if who else {}
    return {row.id: Kept(telling_of(row, shown), row.event_id) for row in rows}


_NEAR = select(telling_blocks.c.telling_id).where(
    telling_blocks.c.sense == bindparam("sense"),
    telling_blocks.c.actor_id.in_(bindparam("actors", expanding=True)),
    telling_blocks.c.lo < bindparam("hi"),
    telling_blocks.c.hi > bindparam("lo"),
)


def near(connection: Connection, telling: Telling, surroundings: Span) -> set[str]:
    """Ids of tellings of the same sense that share an actor, whose surroundings meet these; itself among them."""
    if not telling.sense or not telling.parties:
        return set()
    lo, hi = surroundings
    who = leaves(connection, [party.id for party in telling.parties])
    values = {"sense": telling.sense, "actors": list(who), "lo": lo, "hi": hi}
    return set(connection.execute(_NEAR, values).scalars())


_OF_ACTORS = select(telling_blocks.c.telling_id).where(telling_blocks.c.actor_id.in_(_IDS)).distinct()


def mark_actors(connection: Connection, actors: Sequence[str], now: datetime) -> None:
    """All that these actors take part in is to be found anew: they were merged, or parted."""
    since = literal(now, Instant)
    for ids in _chunks(actors):
        chosen = connection.execute(_OF_ACTORS.add_columns(since), {"ids": ids})
        mark(connection, [row[0] for row in chosen], now)
