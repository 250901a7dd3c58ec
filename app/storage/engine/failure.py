"""Database errors that pass by themselves become StorageUnavailable; all others are left as they are."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy import exc

from app.domain.errors import StorageUnavailable

# Primary result codes (https://www.sqlite.org/rescode.html), the low byte of the extended ones.
_SQLITE_PASSING = {
    sqlite3.SQLITE_BUSY: "the database is locked by another process",
    sqlite3.SQLITE_LOCKED: "the database is locked by another process",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "the database is read-only",
    sqlite3.SQLITE_IOERR: "the disk can't be read or written",
    sqlite3.SQLITE_CANTOPEN: "the database file can't be opened",
    sqlite3.SQLITE_PROTOCOL: "the database is locked by another process",
    sqlite3.SQLITE_NOMEM: "there is too little memory",
}
# Classes of SQLSTATE: connection lost, rolled back for others, resources, intervention, system error.
_POSTGRESQL_PASSING = ("08", "40", "53", "57", "58")
_POSTGRESQL_READ_ONLY = ("25006", "55P03")


@contextmanager
def storage_errors() -> Iterator[None]:
    """Raises StorageUnavailable for what is worth another try: locked, full, read-only, away."""
    try:
        yield
    except exc.TimeoutError as error:
        raise StorageUnavailable("every connection to the database is busy") from error
    except (exc.DBAPIError, sqlite3.Error) as error:
        reason = _reason(error)
        if reason is None:
            raise
        raise StorageUnavailable(reason) from error


def _reason(error: exc.DBAPIError | sqlite3.Error) -> str | None:
    origin = error.orig if isinstance(error, exc.DBAPIError) else error
    if isinstance(origin, sqlite3.Error):
        return _SQLITE_PASSING.get((getattr(origin, "sqlite_errorcode", None) or 0) & 0xFF)
    if isinstance(origin, psycopg.Error):
        return _postgresql_reason(origin, gone=isinstance(error, exc.DBAPIError) and error.connection_invalidated)
    return None


def _postgresql_reason(origin: psycopg.Error, *, gone: bool) -> str | None:
    state = origin.sqlstate
    if state is None:
        away = gone or isinstance(origin, psycopg.OperationalError)
        return "the database server can't be reached" if away else None
    if state.startswith(_POSTGRESQL_PASSING) or state in _POSTGRESQL_READ_ONLY:
        return f"the database server can't take this now (SQLSTATE {state})"
    return None
