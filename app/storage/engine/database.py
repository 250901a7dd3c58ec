"""The door to the database: one value with an engine for reads and one for writes, for SQLite or PostgreSQL."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.pool import ConnectionPoolEntry

from app.domain.errors import StorageUnavailable
from app.storage.engine.failure import storage_errors

__all__ = ["Connection", "Database", "database_url"]

BUSY_SECONDS = 5.0
# Handlers that read run in at most 40 threads (AnyIO's default); each holds one connection while it reads.
READ_CONNECTIONS = 40
WRITE_CONNECTIONS = 8


@dataclass(frozen=True)
class Database:
    """An open database. Reads see a consistent state; writes go through a Writer, or one by one through `write`."""

    url: URL
    reads: Engine
    writes: Engine

    @classmethod
    def open(cls, url: str) -> "Database":
        """Opens `sqlite:///path` or `postgresql://…`; a SQLite file that isn't there is made. No tables are made."""
        address = database_url(url)
        if address.get_backend_name() == "sqlite":
            return _open_sqlite(address)
        return _open_postgresql(address)

    @property
    def dialect(self) -> str:
        return self.reads.dialect.name

    @property
    def file(self) -> Path | None:
        """The SQLite file, or None for a server."""
        return Path(self.url.database).resolve() if self.dialect == "sqlite" and self.url.database else None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that only reads."""
        with storage_errors(), self.reads.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction by itself, committed at the end of the block. For tools; a server writes through a Writer."""
        with storage_errors(), self.writes.begin() as connection:
            yield connection

    def close(self) -> None:
        self.reads.dispose()
        self.writes.dispose()


def database_url(url: str) -> URL:
    """The URL with our driver named. Another kind of database is a ValueError."""
    address = make_url(url)
    match address.get_backend_name():
        case "sqlite" if address.database and address.database != ":memory:":
            return address.set(drivername="sqlite")
        case "postgresql" | "postgres":
            return address.set(drivername="postgresql+psycopg")
        case _:
            raise ValueError(f"no database we know: {url!r}; use sqlite:///path/to/file or postgresql://host/name")


def _open_sqlite(address: URL) -> Database:
    Path(str(address.database)).resolve().parent.mkdir(parents=True, exist_ok=True)
    reads = create_engine(
        address, hide_parameters=True, pool_size=READ_CONNECTIONS, max_overflow=0, pool_timeout=BUSY_SECONDS
    )
    writes = create_engine(address, hide_parameters=True, pool_size=1, max_overflow=1, pool_timeout=BUSY_SECONDS)
    event.listen(writes, "connect", _prepare_writing)
    event.listen(reads, "connect", _prepare_reading)
    event.listen(writes, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    event.listen(reads, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    database = Database(address, reads, writes)
    with storage_errors(), writes.connect() as connection:
        mode = connection.connection.driver_connection.execute("PRAGMA journal_mode").fetchone()[0]  # type: ignore[union-attr]
    if mode != "wal":
        raise StorageUnavailable(f"SQLite keeps {address.database!r} in {mode!r} mode; it needs 'wal', on a local disk")
    return database


def _prepare_writing(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    _prepare(connection, "journal_mode=WAL", "synchronous=FULL", "wal_autocheckpoint=4000", "cache_size=-16000")


def _prepare_reading(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    """With SQLite's own two megabytes of cache: with eight times that a page costs the same, and there may be forty."""
    _prepare(connection, "query_only=ON")


def _prepare(connection: sqlite3.Connection, *pragmas: str) -> None:
    connection.isolation_level = None  # we begin and commit ourselves: the driver would begin late and deferred
    for pragma in (f"busy_timeout={int(BUSY_SECONDS * 1000)}", *pragmas, "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


# Plans are made anew for each query's values: a plan kept for any actor is, for those in thousands of events, up to a
# hundred times slower. Transactions of reads can't write.
_READING = "-c timezone=UTC -c default_transaction_read_only=on -c plan_cache_mode=force_custom_plan"


def _open_postgresql(address: URL) -> Database:
    options = {"connect_timeout": int(BUSY_SECONDS)}
    reads = create_engine(
        address,
        connect_args=options | {"options": _READING},
        hide_parameters=True,
        isolation_level="AUTOCOMMIT",  # a read is one statement after another: BEGIN and ROLLBACK cost 1.8 times
        pool_reset_on_return=None,
        pool_size=READ_CONNECTIONS // 2,
        max_overflow=READ_CONNECTIONS // 2,
        pool_timeout=BUSY_SECONDS,
    )
    writes = create_engine(
        address,
        connect_args=options | {"options": "-c timezone=UTC"},
        hide_parameters=True,
        pool_pre_ping=True,
        pool_size=WRITE_CONNECTIONS,
        pool_timeout=BUSY_SECONDS,
    )
    return Database(address, reads, writes)
