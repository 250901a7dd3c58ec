"""One commit for many units: each runs in a savepoint, so that one refusal never takes the others along."""

import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from app.domain.errors import StorageUnavailable
from app.storage.engine.database import Database
from app.storage.engine.failure import storage_errors


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of work and who waits for it."""

    work: Callable[[Connection], Any]  # Any: each unit has its own result, known to its own future
    future: "Future[Any]"  # Any: as above


@dataclass(frozen=True, slots=True)
class _Outcome:
    result: object
    error: BaseException | None


def commit_group(database: Database, units: Sequence[Unit], another: Callable[[], Unit | None] = lambda: None) -> None:
    """Runs the units, and `another` as long as there is one, in one transaction; resolves their futures once committed.

    What a unit refuses with is its own future's error. A failure of the storage itself fails every unit of the group.
    """
    taken = [unit for unit in units if unit.future.set_running_or_notify_cancel()]
    try:
        with storage_errors(), database.writes.begin() as connection:
            outcomes = [_outcome(connection, unit) for unit in taken]
            for unit in iter(another, None):
                if unit.future.set_running_or_notify_cancel():
                    taken.append(unit)
                    outcomes.append(_outcome(connection, unit))
    except Exception as error:  # whatever it is, those who wait must hear of it and the thread live on
        outcomes = [_Outcome(None, error)] * len(taken)
    for unit, outcome in zip(taken, outcomes, strict=True):
        if outcome.error is None:
            unit.future.set_result(outcome.result)
        else:
            unit.future.set_exception(outcome.error)


def _outcome(connection: Connection, unit: Unit) -> _Outcome:
    """What the unit gives. Savepoints are set by the driver: it knows SQLite's nesting, and an article costs half."""
    driver = connection.connection.driver_connection
    if driver is None:
        raise StorageUnavailable("the connection to the database is closed")
    try:
        driver.execute("SAVEPOINT unit")
        with storage_errors():
            result = unit.work(connection)
        driver.execute("RELEASE unit")
    except (StorageUnavailable, sqlite3.Error):
        raise  # SQLite may have rolled everything back already: nothing in this group is certain
    except Exception as error:  # the unit's own refusal, for whoever waits for it
        driver.execute("ROLLBACK TO unit")
        driver.execute("RELEASE unit")
        return _Outcome(None, error)
    return _Outcome(result, None)
