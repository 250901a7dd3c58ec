"""Who takes part in events, as they are or as they were: one that was merged stands for what it was merged into."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select

from app.domain.actor import EventActor, Role
from app.storage.actors.bearer import roots
from app.storage.columns import AnyRow, Instant
from app.storage.enumerated import KINDS, ROLES
from app.storage.filters import held_then
from app.storage.listing import listed
from app.storage.tables import actor_merges, actors, event_actors, event_state_actors

_ACTORS = (
    select(event_actors.c.event_id, event_actors.c.actor_id, event_actors.c.role, actors.c.name, actors.c.kind)
    .add_columns(actor_merges.c.root)
    .join(actors, actors.c.id == event_actors.c.actor_id)
    .outerjoin(actor_merges, actor_merges.c.leaf == event_actors.c.actor_id)
    .where(listed(event_actors.c.event_id))
)
_ACTORS_THEN = (
    select(event_state_actors.c.event_id, event_state_actors.c.actor_id, event_state_actors.c.role)
    .add_columns(actors.c.name, actors.c.kind, actor_merges.c.root)
    .join(actors, actors.c.id == event_state_actors.c.actor_id)
    .outerjoin(actor_merges, actor_merges.c.leaf == event_state_actors.c.actor_id)
    .where(listed(event_state_actors.c.event_id), held_then(event_state_actors, bindparam("as_of", type_=Instant)))
)
_ROLES = {role: rank for rank, role in enumerate(Role)}
Cast = dict[str, tuple[EventActor, ...]]


def taking_part(connection: Connection, ids: Sequence[str]) -> Cast:
    """Each event's actors, those who do it first."""
    return _cast(connection, connection.execute(_ACTORS, {"ids": ids}).all())


def taking_part_then(connection: Connection, ids: Sequence[str], as_of: datetime) -> Cast:
    """The same of those events that had another state before `as_of`."""
    return _cast(connection, connection.execute(_ACTORS_THEN, {"ids": ids, "as_of": as_of}).all()) if ids else {}


def _cast(connection: Connection, rows: Sequence[AnyRow]) -> Cast:
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
    """By role, then name, each once in its strongest role.

    A bare surname is another actor in each article; of one event they are one.
    """
    if len(who) == 1:
        return (who[0],)
    ordered = sorted(who, key=lambda actor: (_ROLES[actor.role], actor.name, actor.id))
    once = {(actor.name, actor.kind): actor for actor in reversed(ordered)}
    return (
        tuple(ordered)
        if len(once) == len(ordered)
        else tuple(one for one in ordered if once[one.name, one.kind] is one)
    )
