"""Inserting rows that may be there already: the one piece of SQL that needs the engine's own dialect."""

from functools import cache

from sqlalchemy import Insert, Table
from sqlalchemy.dialects import postgresql, sqlite


@cache
def insert_new(table: Table, dialect: str) -> Insert:
    """INSERT … ON CONFLICT DO NOTHING."""
    if dialect == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing()
    return postgresql.insert(table).on_conflict_do_nothing()
