"""Events by id, with their actors, conflicts and mentions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select, union_all

from app.domain.actor import EventActor, Role
from app.domain.errors import Gone, MovedTo, NotFound
from app.domain.event import Conflict, Event, Evidence
from app.storage.bearer import roots
from app.storage.columns import AnyRow, Instant
from app.storage.enumerated import KINDS, ROLES
from app.storage.event_row import EVENT_COLUMNS, EVIDENCE_COLUMNS, STATE_COLUMNS, conflict_of, event_of, evidence_of
from app.storage.filters import held_then
from app.storage.listing import listed
from app.storage.tables import (
    actor_merges,
    actors,
    articles,
    event_actors,
    event_conflicts,
    event_mentions,
    event_redirects,
    event_state_actors,
    event_states,
    events,
    mentions,
)

# How many mentions an event carries on a timeline; by itself it carries them all.
ON_A_TIMELINE = 3
ALL = 1 << 30
_EVENTS = select(*EVENT_COLUMNS).where(listed(events.c.id))
_ACTORS = (
    select(event_actors.c.event_id, event_actors.c.actor_id, event_actors.c.role, actors.c.name, actors.c.kind)
    .add_columns(actor_merges.c.root)
    .join(actors, actors.c.id == event_actors.c.actor_id)
    .outerjoin(actor_merges, actor_merges.c.leaf == event_actors.c.actor_id)
    .where(listed(event_actors.c.event_id))
)
_CONFLICTS = (
    select(event_conflicts, events.c.interval_start, events.c.interval_end, events.c.granularity)
    .add_columns(events.c.first_published)
    .join(events, events.c.id == event_conflicts.c.other_id)
    .where(listed(event_conflicts.c.event_id))
    .order_by(event_conflicts.c.event_id, events.c.interval_start, events.c.id)
)
_EVIDENCE = (
    select(*EVIDENCE_COLUMNS)
    .select_from(event_mentions)
    .join(
        mentions,
        (mentions.c.article_id == event_mentions.c.article_id) & (mentions.c.id == event_mentions.c.mention_id),
    )
    .join(articles, articles.c.id == event_mentions.c.article_id)
    .where(listed(event_mentions.c.event_id))
    .order_by(event_mentions.c.event_id, event_mentions.c.rank)
)
_AS_OF = bindparam("as_of", type_=Instant)
_EVIDENCE_NOW = _EVIDENCE.where(event_mentions.c.rank < bindparam("most"))
_EVIDENCE_THEN = _EVIDENCE.where(event_mentions.c.published_at < _AS_OF)
_THEN = select(*STATE_COLUMNS).where(listed(event_states.c.id), held_then(event_states, _AS_OF))
_ACTORS_THEN = (
    select(event_state_actors.c.event_id, event_state_actors.c.actor_id, event_state_actors.c.role)
    .add_columns(actors.c.name, actors.c.kind, actor_merges.c.root)
    .join(actors, actors.c.id == event_state_actors.c.actor_id)
    .outerjoin(actor_merges, actor_merges.c.leaf == event_state_actors.c.actor_id)
    .where(listed(event_state_actors.c.event_id), held_then(event_state_actors, _AS_OF))
)
_REDIRECT = select(event_redirects.c.target).where(event_redirects.c.event_id == bindparam("event"))
# An event's id is one of its mentions': where it has another by now, the mention leads to it.
_HOME = union_all(
    select(events.c.id).where(events.c.id == bindparam("event")),
    select(event_mentions.c.event_id)
    .join(events, events.c.id == event_mentions.c.event_id)
    .where(event_mentions.c.mention_id == bindparam("event")),
).limit(1)
_ROLES = {role: rank for rank, role in enumerate(Role)}


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
    values = {"ids": ids}
    rows = {row[0]: row for row in connection.execute(_EVENTS, values)}
    disputed = connection.execute(_CONFLICTS, values).all()
    then = {} if as_of is None else _then(connection, [*ids, *(row.other_id for row in disputed)], as_of)
    conflicts: dict[str, list[Conflict]] = defaultdict(list)
    for row in disputed:
        if as_of is None or row.first_published < as_of:
            conflicts[row.event_id].append(conflict_of(row, then.get(row.other_id, row)))
    evidence: dict[str, list[Evidence]] = defaultdict(list)
    known = _EVIDENCE_NOW if as_of is None else _EVIDENCE_THEN
    for row in connection.execute(known, values | ({"most": most_mentions} if as_of is None else {"as_of": as_of})):
        if len(evidence[row[0]]) < most_mentions:
            evidence[row[0]].append(evidence_of(row))
    who = _actors(connection, _ACTORS, values)
    if as_of is not None and then:
        who |= _actors(connection, _ACTORS_THEN, values | {"as_of": as_of})
    rows |= {key: then[key] for key in rows if key in then}
    return [
        event_of(rows[key], who.get(key, ()), tuple(conflicts.get(key, ())), tuple(evidence.get(key, ())))
        for key in ids
        if key in rows
    ]


def _then(connection: Connection, ids: Sequence[str], as_of: datetime) -> dict[str, AnyRow]:
    """How those of the events looked that were told of differently by then."""
    return {row[0]: row for row in connection.execute(_THEN, {"ids": ids, "as_of": as_of})}


def _actors(
    connection: Connection, statement: Select[*tuple[Any, ...]], values: Mapping[str, object]
) -> dict[str, tuple[EventActor, ...]]:
    """Each event's actors, those who take part first; one that was merged stands for the one it was merged into."""
    rows = connection.execute(statement, values).all()
    found: dict[str, list[EventActor]] = defaultdict(list)
    merged = set()
    for event_id, actor_id, role, name, kind, root in rows:
        found[event_id].append(EventActor(actor_id, name, KINDS[kind], ROLES[role]))
        if root is not None:
            merged.add(actor_id)
    if merged:
        shown = _named(connection, roots(connection, merged))
        found = defaultdict(list, {key: [_shown(actor, shown) for actor in who] for key, who in found.items()})
    return {key: _ordered(who) for key, who in found.items()}


_NAMED = select(actors.c.id, actors.c.name, actors.c.kind).where(listed(actors.c.id))


def _named(connection: Connection, merged: Mapping[str, str]) -> dict[str, Any]:  # Any: a row of id, name and kind
    rows = {row.id: row for row in connection.execute(_NAMED, {"ids": sorted(set(merged.values()))})}
    return {leaf: rows[root] for leaf, root in merged.items()}


def _shown(actor: EventActor, shown: Mapping[str, Any]) -> EventActor:  # Any: as above
    row = shown.get(actor.id)
    return EventActor(row.id, row.name, KINDS[row.kind], actor.role) if row else actor


def _ordered(who: Sequence[EventActor]) -> tuple[EventActor, ...]:
    """By role, then name; an actor that is there twice, being merged, once in its strongest role."""
    if len(who) == 1:
        return (who[0],)
    ordered = sorted(who, key=lambda actor: (_ROLES[actor.role], actor.name, actor.id))
    once = {actor.id: actor for actor in reversed(ordered)}
    return tuple(ordered) if len(once) == len(ordered) else tuple(one for one in ordered if once[one.id] is one)
