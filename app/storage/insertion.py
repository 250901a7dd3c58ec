"""Inserting rows: new ones, and those that may be there already, which needs the engine's own dialect."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Connection, Insert, Table, insert
from sqlalchemy.dialects import postgresql, sqlite

from app.storage.mention_row import Values


def add(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Inserts these rows, if there are any."""
    if rows:
        connection.execute(_insert(table), rows)


@cache
def _insert(table: Table) -> Insert:
    """Made once for each table, and with it the key under which its text is kept."""
    return insert(table)


@cache
def insert_new(table: Table, dialect: str) -> Insert:
    """INSERT … ON CONFLICT DO NOTHING."""
    if dialect == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing()
    return postgresql.insert(table).on_conflict_do_nothing()
