"""Events taken out of the database with all that is told of them."""

from collections.abc import Iterable

from sqlalchemy import BindParameter, Connection, bindparam, delete

from app.storage.event_json import expire_beside
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

_EVENT: BindParameter[str] = bindparam("event")
_TAKEN_OUT = (
    *(delete(table).where(table.c.id == _EVENT) for table in (events, event_states)),
    *(
        delete(table).where(table.c.event_id == _EVENT)
        for table in (
            event_actors,
            event_state_actors,
            event_mentions,
            event_texts,
            event_json,
            event_moves,
            event_conflicts,
        )
    ),
    delete(event_conflicts).where(event_conflicts.c.other_id == _EVENT),
    delete(event_redirects).where(event_redirects.c.event_id == _EVENT),
)


def take_out(connection: Connection, ids: Iterable[str]) -> None:
    """Removes events with all that is told of them."""
    gone = [{"event": one} for one in sorted(set(ids))]
    if gone:
        expire_beside(connection, [row["event"] for row in gone])
        for statement in _TAKEN_OUT:
            connection.execute(statement, gone)
