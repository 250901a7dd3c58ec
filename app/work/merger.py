"""Merges what was left to be merged: after a crash, after actors were merged, or where it was too much at once."""

from collections.abc import Callable
from datetime import datetime
from threading import Event, Thread

import structlog

from app.domain.errors import StorageUnavailable
from app.storage import tellings
from app.storage.database import Connection, Database
from app.storage.writer import Writer
from app.work import merging

# How often a process looks; what it finds is merged a batch at a time, other writes going between.
_POLL_SECONDS = 1.0

log = structlog.get_logger("dateline.merger")


class Merger:
    """Runs from `start()` to `stop()`. `clock` gives aware UTC."""

    def __init__(self, database: Database, writer: Writer, *, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._writer = writer
        self._clock = clock
        self._awake = Event()
        self._stopping = False
        self._thread = Thread(target=self._run, name="merge", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        """There may be something to merge."""
        self._awake.set()

    def stop(self) -> None:
        """Ends after the batch under way; what is left waits in the database."""
        self._stopping = True
        self._awake.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopping:
            try:
                self._merge_all()
            except StorageUnavailable as error:
                log.warning("merging waits", reason=str(error))
            except Exception:  # the loop must outlive whatever one round meets
                log.exception("merging failed")
            self._awake.wait(_POLL_SECONDS)
            self._awake.clear()

    def _merge_all(self) -> None:
        while not self._stopping and self._backlog():
            self._writer.submit(self._batch, later=True).result()

    def _batch(self, connection: Connection) -> int:
        return merging.merge_batch(connection, now=self._clock())

    def _backlog(self) -> int:
        with self._database.read() as connection:
            return tellings.backlog(connection)[0]
