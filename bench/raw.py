"""The driver by itself: the rows that the service wrote, inserted into a second database of the same schema."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import perf_counter
from typing import Any

import psycopg

from app.storage.engine.database import database_url

_TABLES = {"articles": "id", "jobs": "article_id", "article_sources": "article_id", "article_keys": "article_id"}

# A connection of either driver: both have what is used of them.
Driver = Any
Row = tuple[Any, ...]


class Raw:
    """Takes what the service has accepted since the last time, and inserts it into `target`, as durably."""

    def __init__(self, source: str, target: str) -> None:
        self._source, self._target = _driver(source), _driver(target)
        self._mark = "?" if isinstance(self._target, sqlite3.Connection) else "%s"
        self._known: set[str] = set()

    def close(self) -> None:
        self._source.close()
        self._target.close()

    def accepted(self) -> list[str]:
        """Ids of the articles accepted since the last time."""
        found = {row[0] for row in self._source.execute("SELECT id FROM articles").fetchall()} - self._known
        self._known |= found
        return sorted(found)

    def in_groups(self, articles: Sequence[str], size: int) -> float:
        """Articles a second with all rows of an acceptance, so many articles a commit."""
        groups = [articles[at : at + size] for at in range(0, len(articles), size)]
        rows = [{table: self._rows(table, group) for table in _TABLES} for group in groups]
        began = perf_counter()
        for of_group in rows:
            with self._transaction():
                for table, of_table in of_group.items():
                    self._insert(table, of_table)
        return len(articles) / (perf_counter() - began)

    def one_by_one(self, articles: Sequence[str]) -> float:
        """Articles a second with the one row that holds the text, each committed by itself."""
        rows = [self._rows("articles", [article]) for article in articles]
        began = perf_counter()
        for row in rows:
            with self._transaction():
                self._insert("articles", row)
        return len(articles) / (perf_counter() - began)

    def _rows(self, table: str, articles: Sequence[str]) -> list[Row]:
        marks = ", ".join([self._mark] * len(articles))
        found = self._source.execute(f"SELECT * FROM {table} WHERE {_TABLES[table]} IN ({marks})", list(articles))
        rows: list[Row] = found.fetchall()
        return rows

    def _insert(self, table: str, rows: list[Row]) -> None:
        marks = ", ".join([self._mark] * len(rows[0]))
        self._target.cursor().executemany(f"INSERT INTO {table} VALUES ({marks})", rows)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._target.execute("BEGIN")
        yield
        self._target.execute("COMMIT")


def _driver(url: str) -> Driver:
    address = database_url(url)
    if address.get_backend_name() == "sqlite":
        connection = sqlite3.connect(str(address.database), isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")
        return connection
    told = address.set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(told, autocommit=True)
