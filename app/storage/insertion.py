"""Inserting rows: new ones, and those that may be there already, which needs the engine's own dialect.

SQLAlchemy words a statement once for each table; its rows then go to the driver at one go. Were each made parameters by
SQLAlchemy, that would take as long as SQLite takes to insert them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Insert, Table, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import psycopg

from app.storage.mention_row import Values

# One article's rows hold few different instants, and hold them often.
_INSTANTS = 256
# As they are when SQLAlchemy makes them for a URL, but for the driver's way to mark where values go.
_DIALECTS: dict[str, Dialect] = {
    "sqlite": sqlite.dialect(),
    "postgresql": psycopg.dialect(paramstyle="format"),  # type: ignore[no-untyped-call]  # SQLAlchemy's own
}
_Bound = Callable[[Any], Any]  # Any: a value of any column, as the driver takes it


def add(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Inserts these rows, if there are any. All hold the same columns."""
    if rows:
        _insertion(table, tuple(rows[0]), connection.dialect.name, only_new=False).run(connection, rows)


def add_new(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Inserts those of the rows that aren't there yet by their key. All hold the same columns."""
    if rows:
        _insertion(table, tuple(rows[0]), connection.dialect.name, only_new=True).run(connection, rows)


@cache
def insert_new(table: Table, dialect: str) -> Insert:
    """INSERT … ON CONFLICT DO NOTHING."""
    if dialect == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing()
    return postgresql.insert(table).on_conflict_do_nothing()


@dataclass(frozen=True, slots=True)
class _Insertion:
    """A statement in the driver's words, a row's values in its order, and those of them the driver takes otherwise."""

    text: str
    values: Callable[[Values], tuple[object, ...]]
    bound: Sequence[tuple[int, _Bound]]

    def run(self, connection: Connection, rows: Sequence[Values]) -> None:
        connection.exec_driver_sql(self.text, [self._row(one) for one in rows])

    def _row(self, row: Values) -> tuple[object, ...]:
        if not self.bound:
            return self.values(row)
        found = list(self.values(row))
        for position, bound in self.bound:
            found[position] = bound(found[position])
        return tuple(found)


@cache
def _insertion(table: Table, columns: Sequence[str], dialect: str, *, only_new: bool) -> _Insertion:
    wording = _DIALECTS[dialect]
    statement = (insert_new(table, dialect) if only_new else insert(table)).inline()
    made = statement.compile(dialect=wording, column_keys=list(columns))
    names = made.positiontup or ()
    bound = [table.c[name].type.dialect_impl(wording).bind_processor(wording) for name in names]
    return _Insertion(
        str(made), itemgetter(*names), [(at, lru_cache(_INSTANTS)(one)) for at, one in enumerate(bound) if one]
    )
