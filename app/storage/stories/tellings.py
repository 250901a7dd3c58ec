"""What articles tell of events, kept for clustering: put, taken away, found by what they have in common."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import BindParameter, Connection, Select, bindparam, cast, delete, func, select, update

from app.domain.story import Telling
from app.storage.actors.bearer import roots
from app.storage.columns import AnyRow, Civil
from app.storage.given import given
from app.storage.insertion import add, add_new
from app.storage.listing import listed
from app.storage.mention_row import Values
from app.storage.stories.telling_row import actor_ids, telling_of, telling_values
from app.storage.stories.unmerged import mark
from app.storage.tables import telling_blocks, telling_conflicts, tellings, unmerged

Span = tuple[int, int]
# What tellings have in common that may be of one event: a sense and an actor.
Block = tuple[str, str]
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
    add(connection, tellings, [telling_values(one.telling) for one in told])
    blocks: list[Values] = [
        {"sense": one.telling.sense, "actor_id": party.id, "lo": lo, "hi": hi, "telling_id": one.telling.id}
        for one in told
        for lo, hi in [one.surroundings]
        for party in (one.telling.parties if one.telling.sense else ())
    ]
    add(connection, telling_blocks, blocks)
    pairs: list[Values] = [
        {"telling_id": one.telling.id, "other_id": other, "reason": reason}
        for one in told
        for other, reason in one.conflicts
    ]
    add_new(connection, telling_conflicts, pairs)
    mark(connection, [one.telling.id for one in told], now)


_OF_ARTICLE = select(tellings.c.id, tellings.c.event_id).where(tellings.c.article_id == _ARTICLE)
# By sense and actor together: of an article's own tellings, which may be thousands, none is held against another.
_mine = (
    select(telling_blocks.c.sense, telling_blocks.c.actor_id)
    .add_columns(func.min(telling_blocks.c.lo).label("lo"), func.max(telling_blocks.c.hi).label("hi"))
    .where(listed(telling_blocks.c.telling_id))
    .group_by(telling_blocks.c.sense, telling_blocks.c.actor_id)
    .subquery("mine")
)
_BESIDE = (
    select(telling_blocks.c.telling_id)
    .join(
        _mine,
        (_mine.c.sense == telling_blocks.c.sense)
        & (_mine.c.actor_id == telling_blocks.c.actor_id)
        & (_mine.c.lo < telling_blocks.c.hi)
        & (telling_blocks.c.lo < _mine.c.hi),
    )
    .distinct()
)
# "": its event is to be written anew. NULL would say that it has one of its own.
_UNWRITE = update(tellings).where(listed(tellings.c.event_id), tellings.c.article_id != _ARTICLE).values(event_id="")
_SAME_EVENT = select(tellings.c.id, tellings.c.event_id).where(
    listed(tellings.c.event_id), tellings.c.article_id != _ARTICLE
)
_FORGET = tuple(
    delete(column.table).where(listed(column))
    for column in (
        telling_blocks.c.telling_id,
        telling_conflicts.c.telling_id,
        telling_conflicts.c.other_id,
        unmerged.c.telling_id,
        tellings.c.id,
    )
)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """The events an article told of, those of them that no other tells of, and others' tellings to be merged anew."""

    events: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


def forget(connection: Connection, article_id: str, now: datetime) -> Forgotten:
    """Takes an article's tellings away and marks all that had to do with them."""
    rows = connection.execute(_OF_ARTICLE, {"article": article_id}).all()
    if not rows:
        return Forgotten()
    mine, events = [row.id for row in rows], sorted({row.event_id or row.id for row in rows})
    beside = set(connection.execute(_BESIDE, {"ids": mine}).scalars()) - set(mine)
    others = connection.execute(_SAME_EVENT, {"ids": events, "article": article_id}).all()
    beside |= {row.id for row in others}
    connection.execute(_UNWRITE, {"ids": events, "article": article_id})
    mark(connection, beside, now)
    for statement in _FORGET:
        connection.execute(statement, {"ids": mine})
    shared = {row.event_id for row in others}
    return Forgotten(tuple(events), tuple(one for one in events if one not in shared), tuple(sorted(beside)))


_BY_ID = select(tellings).where(listed(tellings.c.id))
_BY_EVENT = select(tellings).where(listed(tellings.c.event_id))


@dataclass(frozen=True, slots=True)
class Kept:
    """A telling as it is kept, the event it was last found to belong to, and the row it came from."""

    telling: Telling
    event_id: str | None
    row: AnyRow


def by_id(connection: Connection, ids: Collection[str]) -> dict[str, Kept]:
    return _kept(connection, connection.execute(_BY_ID, {"ids": sorted(ids)}).all()) if ids else {}


def by_event(connection: Connection, ids: Collection[str]) -> dict[str, Kept]:
    """All tellings of these events."""
    return _kept(connection, connection.execute(_BY_EVENT, {"ids": sorted(ids)}).all()) if ids else {}


def are_as_kept(connection: Connection, kept: Mapping[str, Kept]) -> bool:
    """Whether these tellings are still what they were when they were read, and their actors who they were."""
    now = {row.id: row for row in connection.execute(_BY_ID, {"ids": sorted(kept)})}
    if now != {key: one.row for key, one in kept.items()}:
        return False
    shown = roots(connection, {actor for one in kept.values() for actor in actor_ids(one.row)})
    return all(
        {shown[actor] for actor in actor_ids(one.row)} == {party.id for party in one.telling.parties}
        for one in kept.values()
    )


_SENSES = select(tellings.c.id, tellings.c.sense).where(listed(tellings.c.event_id))


def senses(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """The senses of all tellings of these events, by id."""
    return {row.id: row.sense for row in connection.execute(_SENSES, {"ids": sorted(ids)})}


def _kept(connection: Connection, rows: Sequence[AnyRow]) -> dict[str, Kept]:
    who = {actor for row in rows for actor in actor_ids(row)}
    shown: Mapping[str, str] = roots(connection, who) if who else {}
    return {row.id: Kept(telling_of(row, shown), row.event_id, row) for row in rows}


@cache
def _in_blocks(dialect: str) -> Select[str]:
    block = given(dialect)
    sense, actor, lo, hi = (block[name].as_string() for name in ("sense", "actor", "lo", "hi"))
    return select(telling_blocks.c.telling_id).where(
        telling_blocks.c.sense == sense,
        telling_blocks.c.actor_id == actor,
        telling_blocks.c.lo < cast(hi, Civil),
        telling_blocks.c.hi > cast(lo, Civil),
    )


def in_blocks(connection: Connection, spans: Mapping[Block, Span]) -> set[str]:
    """Ids of tellings of a sense in which an actor takes part, whose surroundings meet the span of that block."""
    if not spans:
        return set()
    rows = [{"sense": sense, "actor": actor, "lo": lo, "hi": hi} for (sense, actor), (lo, hi) in spans.items()]
    return set(connection.execute(_in_blocks(connection.dialect.name), {"rows": rows}).scalars())


_OF_ACTORS = select(telling_blocks.c.telling_id).where(listed(telling_blocks.c.actor_id)).distinct()


def mark_actors(connection: Connection, actors: Sequence[str], now: datetime) -> None:
    """All that these actors take part in is to be found anew: they were merged, or parted."""
    mark(connection, connection.execute(_OF_ACTORS, {"ids": list(actors)}).scalars(), now)
