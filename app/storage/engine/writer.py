"""The one writer: units of work go in, futures come out, resolved only after the commit that holds them."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Thread
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from app.domain.errors import StorageUnavailable
from app.storage.engine.database import WRITE_CONNECTIONS, Database
from app.storage.engine.failure import storage_errors
from app.storage.engine.group import Unit, commit_group
from app.storage.engine.lanes import Lanes
from app.storage.engine.lock import FileLock

T = TypeVar("T")

# A transaction that lost to another (deadlock, serialisation) is tried again this often before its caller hears of it.
_TRIES = 3


class Writer(Protocol):
    """Takes units of work. A unit is a function of a connection; it never commits, and it may be run twice.

    One that nobody waits for is submitted `later`: it lets others pass, but not for ever.
    """

    @property
    def alive(self) -> bool: ...

    def submit(self, unit: Callable[[Connection], T], *, later: bool = False) -> "Future[T]": ...

    def close(self) -> None: ...


def open_writer(database: Database) -> Writer:
    """The writer for this database. On SQLite it holds the file's lock: a second one is StorageUnavailable."""
    return GroupWriter(database) if database.dialect == "sqlite" else PoolWriter(database)


class GroupWriter:
    """SQLite: one thread commits what has gathered in one transaction, each unit in a savepoint of its own."""

    def __init__(self, database: Database) -> None:
        if database.file is None:
            raise ValueError("a group writer needs a SQLite file")
        self._lock = FileLock.take(database.file)
        self._database = database
        self._lanes = Lanes()
        self._thread = Thread(target=self._run, name="dateline-writer", daemon=True)
        self._thread.start()

    @property
    def alive(self) -> bool:
        return self._thread.is_alive() and not self._lanes.closed

    def submit(self, unit: Callable[[Connection], T], *, later: bool = False) -> "Future[T]":
        future: Future[T] = Future()
        if not self._lanes.put(Unit(unit, future), later=later):
            raise StorageUnavailable("the writer is closed")
        return future

    def close(self) -> None:
        """Commits what was submitted, then stops."""
        if self._lanes.closed:
            return
        self._lanes.close()
        self._thread.join()
        self._lock.release()

    def _run(self) -> None:
        while group := self._lanes.group():
            commit_group(self._database, group, self._lanes.another)


class PoolWriter:
    """PostgreSQL: a few connections side by side, a transaction for each unit; so none has to let others pass."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._pool = ThreadPoolExecutor(WRITE_CONNECTIONS, thread_name_prefix="dateline-writer")
        self._closed = False

    @property
    def alive(self) -> bool:
        return not self._closed

    def submit(self, unit: Callable[[Connection], T], *, later: bool = False) -> "Future[T]":  # noqa: ARG002 - see above
        if self._closed:
            raise StorageUnavailable("the writer is closed")
        return self._pool.submit(self._transaction, unit)

    def close(self) -> None:
        self._closed = True
        self._pool.shutdown(wait=True)

    def _transaction(self, unit: Callable[[Connection], T]) -> T:
        for _ in range(_TRIES - 1):
            try:
                return self._once(unit)
            except StorageUnavailable as error:
                if not _lost_to_another(error):
                    raise
        return self._once(unit)

    def _once(self, unit: Callable[[Connection], T]) -> T:
        with storage_errors(), self._database.writes.begin() as connection:
            return unit(connection)


def _lost_to_another(error: StorageUnavailable) -> bool:
    """SQLSTATE class 40: deadlock or serialisation failure."""
    origin = getattr(error.__cause__, "orig", None)
    return (getattr(origin, "sqlstate", None) or "").startswith("40")
