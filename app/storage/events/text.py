"""The words of events, written for full-text search."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Connection, Insert, insert, select

from app.storage.given import given
from app.storage.mention_row import Values
from app.storage.tables import event_texts


@cache
def _insert(dialect: str) -> Insert:
    """One statement for all: SQLite writes what it has of its index of words at the end of each."""
    row = given(dialect)
    texts = select(row["event_id"].as_string(), row["words"].as_string())
    return insert(event_texts).from_select([event_texts.c.event_id, event_texts.c.words], texts)


def add_texts(connection: Connection, texts: Sequence[Values]) -> None:
    """Adds the words of new events."""
    if texts:
        connection.execute(_insert(connection.dialect.name), {"rows": texts})
