"""Merges what was left to be merged: after a crash, after actors were merged, or where it was too much at once.

Then it writes the JSON of events, new and changed.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from threading import Event, Thread
from typing import TypeVar

import structlog

from app.domain.errors import StorageUnavailable
from app.storage.engine.database import Connection, Database
from app.storage.engine.writer import Writer
from app.storage.events import event_json
from app.storage.stories import unmerged
from app.work import merging, settling

T = TypeVar("T")

# How often a process looks; what it finds is merged a batch at a time, other writes going between.
_POLL_SECONDS = 1.0
# Tellings begun with at one go; all that has to do with them, and waits, is merged along with them.
_BATCH = 10_000
# What others keep changing is at last found by the writer itself, a few at a time: those that wait longest, however
# many come meanwhile.
_TRIES = 3
_AT_LAST = 64
# Events whose JSON is written at one go: some hundredths of a second.
_WRITTEN = 200

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
                self.merge_waiting()
                self.write_json()
            except StorageUnavailable as error:
                log.warning("merging waits", reason=str(error))
            except Exception:  # the loop must outlive whatever one round meets
                log.exception("merging failed")
            self._awake.wait(_POLL_SECONDS)
            self._awake.clear()

    def merge_waiting(self) -> None:
        """Until nothing waits, or `stop()` was called."""
        first, stuck = "", 0
        while not self._stopping and (ids := self._waiting()):
            stuck = stuck + 1 if ids[0] == first else 0
            first = ids[0]
            if stuck < _TRIES:
                self._merge_beside(ids)
            else:
                self._write(partial(_merge, ids[:_AT_LAST]))

    def write_json(self) -> None:
        """Until each event has its JSON, but for those that others are changing, or `stop()` was called."""
        while not self._stopping and self._lacks_json():
            if not self._write(lambda connection, _: event_json.write_waiting(connection, _WRITTEN)):
                return

    def _lacks_json(self) -> bool:
        with self._database.read() as connection:
            return event_json.is_waiting(connection)

    def _merge_beside(self, ids: Sequence[str]) -> None:
        """Found while others write, and written piece by piece where nothing came between."""
        with self._database.read() as connection:
            found = settling.find(connection, ids)
        for piece in settling.pieces(found):
            found = self._write(partial(settling.settle_piece, found, piece))

    def _write(self, unit: Callable[[Connection, datetime], T]) -> T:
        return self._writer.submit(lambda connection: unit(connection, self._clock()), later=True).result()

    def _waiting(self) -> list[str]:
        with self._database.read() as connection:
            return unmerged.waiting(connection, _BATCH)


def _merge(ids: Sequence[str], connection: Connection, now: datetime) -> None:
    merging.merge(connection, ids, now=now)
