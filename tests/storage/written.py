"""The JSON of events as it is kept, held against what is made of their rows."""

import orjson
from sqlalchemy import Connection, select

from app.storage.events.event_json import write_waiting
from app.storage.events.read import events_of
from app.storage.tables import event_json, events


def held(connection: Connection) -> dict[str, str]:
    """The JSON that is kept, by event; each is what the event's rows give, and every event has its place there."""
    rows = connection.execute(select(event_json.c.event_id, event_json.c.body)).all()
    assert {row.event_id for row in rows} == set(connection.execute(select(events.c.id)).scalars())
    kept = {row.event_id: row.body for row in rows if row.body is not None}
    assert kept == {event.id: orjson.dumps(event).decode() for event in events_of(connection, list(kept))}
    return kept


def written(connection: Connection) -> dict[str, str]:
    """The same once what waited is written."""
    held(connection)
    while write_waiting(connection, 2):
        pass
    kept = held(connection)
    assert set(kept) == set(connection.execute(select(events.c.id)).scalars())
    return kept
