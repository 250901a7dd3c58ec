"""The raw side of a comparison: what the service asks the database, asked again by the driver alone.

The statements are caught as they pass, so that both sides have the same SQL, parameters, columns and rows; what the
driver doesn't do is build values out of them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, event

from app.domain.query import TimelineQuery
from app.storage import read
from app.storage.engine.database import Database


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement as the driver takes it."""

    sql: str
    parameters: Sequence[Any] | Mapping[str, Any]


def asked_for(database: Database, query: TimelineQuery) -> list[Asked]:
    """The statements of one timeline page, in order."""
    caught: list[Asked] = []

    def catch(*passing: Any) -> None:
        caught.append(Asked(passing[2], passing[3]))

    event.listen(database.reads, "before_cursor_execute", catch)
    try:
        with database.read() as connection:
            read.timeline_in_json(connection, query, {name: name for name in query.actors})
    finally:
        event.remove(database.reads, "before_cursor_execute", catch)
    return [one for one in caught if one.sql != "BEGIN"]


def replay(connection: Connection, statements: Sequence[Asked]) -> int:
    """Asks by the driver's own cursor and fetches everything; answers the number of rows."""
    driver = connection.connection.driver_connection
    assert driver is not None
    return sum(len(driver.execute(one.sql, one.parameters).fetchall()) for one in statements)


def page(query: TimelineQuery) -> Callable[[Connection], int]:
    """The same by the service's own functions; answers the number of events."""
    aliases = {name: name for name in query.actors}
    return lambda connection: len(read.timeline_in_json(connection, query, aliases).items)
