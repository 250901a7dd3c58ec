"""Events taken out of the database with all that is told of them."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete

from app.storage.events.event_json import expire_beside
from app.storage.listing import listed
from app.storage.tables import (
    event_actors,
    event_conflicts,
    event_json,
    event_mentions,
    event_moves,
    event_redirects,
    event_state_actors,
    event_states,
    event_texts,
    events,
)

_TAKEN_OUT = tuple(
    delete(column.table).where(listed(column))
    for column in (
        events.c.id,
        event_states.c.id,
        event_actors.c.event_id,
        event_state_actors.c.event_id,
        event_mentions.c.event_id,
        event_texts.c.event_id,
        event_json.c.event_id,
        event_moves.c.event_id,
        event_conflicts.c.event_id,
        event_conflicts.c.other_id,
        event_redirects.c.event_id,
    )
)


def take_out(connection: Connection, ids: Iterable[str]) -> None:
    """Removes events with all that is told of them."""
    gone = sorted(set(ids))
    if gone:
        expire_beside(connection, gone)
        for statement in _TAKEN_OUT:
            connection.execute(statement, {"ids": gone})
