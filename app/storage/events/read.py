"""Events by id, with their actors, conflicts and mentions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, union_all

from app.domain.errors import Gone, MovedTo, NotFound
from app.domain.event import Conflict, Event, Override
from app.storage.columns import AnyRow, Instant, told
from app.storage.events.cast import Cast, taking_part, taking_part_then
from app.storage.events.evidence import Quoted, evidence, evidence_then
from app.storage.events.row import EVENT_COLUMNS, STATE_COLUMNS, Beside, conflict_of, event_of
from app.storage.filters import held_then
from app.storage.listing import listed
from app.storage.tables import (
    event_conflicts,
    event_mentions,
    event_overrides,
    event_redirects,
    event_states,
    events,
)

# How many mentions an event carries on a timeline; by itself it carries them all.
ON_A_TIMELINE = 3
ALL = 1 << 30
_EVENTS = select(*EVENT_COLUMNS).where(listed(events.c.id))
_CONFLICTS = (
    select(event_conflicts, events.c.interval_start, events.c.interval_end, events.c.granularity)
    .join(events, events.c.id == event_conflicts.c.other_id)
    .where(listed(event_conflicts.c.event_id))
    .order_by(event_conflicts.c.event_id, events.c.interval_start, events.c.id)
)
_AS_OF = bindparam("as_of", type_=Instant)
_CONFLICTS_THEN = _CONFLICTS.where(event_conflicts.c.known_from < _AS_OF)
_STATES = select(*STATE_COLUMNS).where(listed(event_states.c.id), held_then(event_states, _AS_OF))
_REDIRECT = select(event_redirects.c.target).where(event_redirects.c.event_id == bindparam("event"))
# An event's id is one of its mentions': where it has another by now, the mention leads to it.
_HOME = union_all(
    select(events.c.id).where(events.c.id == bindparam("event")),
    select(event_mentions.c.event_id)
    .join(events, events.c.id == event_mentions.c.event_id)
    .where(event_mentions.c.mention_id == bindparam("event")),
).limit(1)


def event(connection: Connection, event_id: str, as_of: datetime | None = None) -> Event:
    """The event with all its mentions. Raises MovedTo, Gone (nothing tells of it any more) or NotFound.

    `as_of` is exclusive; an event that was told of only after it is not found.
    """
    found = events_of(connection, [event_id], most_mentions=ALL, as_of=as_of)
    if found and as_of is not None and not found[0].mentions:
        raise NotFound(f"no article had told of event {event_id!r} by then")
    if found:
        return found[0]
    raise MovedTo(f"event {event_id!r} is part of another", standing(connection, event_id))


def standing(connection: Connection, event_id: str) -> str:
    """The event that this id leads to: itself, or what has its mention now. Raises NotFound, and Gone where nothing."""
    asked, seen = event_id, set[str]()
    while asked not in seen:
        seen.add(asked)
        home = connection.execute(_HOME, {"event": asked}).scalar()
        if home is not None:
            return str(home)
        row = connection.execute(_REDIRECT, {"event": asked}).one_or_none()
        if row is None or row.target is None:
            break
        asked = row.target
    if row is None and len(seen) == 1:
        raise NotFound(f"no event {event_id!r}")
    raise Gone(f"no article tells of event {event_id!r} any more")


def events_of(
    connection: Connection, ids: Sequence[str], *, most_mentions: int = ON_A_TIMELINE, as_of: datetime | None = None
) -> list[Event]:
    """The events in the order of their ids as given; one that has gone meanwhile is left out.

    `as_of`, an exclusive end: only what was published before counts.
    """
    if not ids:
        return []
    read = _now(connection, ids, most_mentions) if as_of is None else _then(connection, ids, most_mentions, as_of)
    said = _overrides(connection, read.rows.values())
    return [
        event_of(
            row,
            Beside(
                actors=read.actors.get(key, ()),
                conflicts=tuple(read.conflicts.get(key, ())),
                mentions=tuple(read.mentions.get(key, ())),
                override=said.get(row.override_id),
            ),
        )
        for key in ids
        if (row := read.rows.get(key)) is not None
    ]


@dataclass(frozen=True, slots=True)
class _Read:
    """Rows of events by id, and what stands with them in other tables."""

    rows: Mapping[str, AnyRow]
    actors: Cast
    conflicts: Mapping[str, Sequence[Conflict]]
    mentions: Quoted


def _now(connection: Connection, ids: Sequence[str], most: int) -> _Read:
    rows = {row[0]: row for row in connection.execute(_EVENTS, {"ids": ids})}
    disputed = connection.execute(_CONFLICTS, {"ids": ids}).all()
    conflicts = _by_event((row.event_id, conflict_of(row, row)) for row in disputed)
    return _Read(rows, taking_part(connection, ids), conflicts, evidence(connection, ids, most))


def _then(connection: Connection, ids: Sequence[str], most: int, as_of: datetime) -> _Read:
    """The events as they were: as they still are, but for those that had another state then."""
    disputed = connection.execute(_CONFLICTS_THEN, {"ids": ids, "as_of": as_of}).all()
    others = {"ids": [*ids, *(row.other_id for row in disputed)], "as_of": as_of}
    past = {row[0]: row for row in connection.execute(_STATES, others)}
    conflicts = _by_event((row.event_id, conflict_of(row, past.get(row.other_id, row))) for row in disputed)
    then = [key for key in ids if key in past]
    rows, actors = {key: past[key] for key in then}, taking_part_then(connection, then, as_of)
    if still := [key for key in ids if key not in past]:
        rows |= {row[0]: row for row in connection.execute(_EVENTS, {"ids": still})}
        actors |= taking_part(connection, still)
    return _Read(rows, actors, conflicts, evidence_then(connection, ids, most, as_of))


def _by_event(pairs: Iterable[tuple[str, Conflict]]) -> Mapping[str, Sequence[Conflict]]:
    found: dict[str, list[Conflict]] = defaultdict(list)
    for event_id, conflict in pairs:
        found[event_id].append(conflict)
    return found


_SAID = select(
    event_overrides.c.id, event_overrides.c.made_by, event_overrides.c.note, told(event_overrides.c.made_at)
).where(listed(event_overrides.c.id))


def _overrides(connection: Connection, rows: Iterable[AnyRow]) -> dict[str | None, Override]:
    """Who gave those of the events their time that have it from a person."""
    ids = sorted({row.override_id for row in rows if row.override_id is not None})
    return {key: Override(*said) for key, *said in connection.execute(_SAID, {"ids": ids})} if ids else {}
