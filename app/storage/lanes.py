"""What waits to be written, in two lanes: what somebody waits for goes before what can wait."""

import time
from collections import deque
from threading import Condition

from app.storage.group import Unit

# Units a commit may hold: at 64 a commit to disk costs each of them a sixtieth, and the first waits a few milliseconds.
GROUP = 64
# What can wait (the results of an extraction) takes ten times as long to write as what can't. A few go into one commit,
# once nothing else came for so long: clients that post one article after the other leave gaps shorter than that.
_LATER = 4
_LULL_SECONDS = 0.02
# Where there is no such lull, one every so many commits: then articles are taken in at nearly their speed alone.
_TURN = 20


class Lanes:
    """Safe from any thread."""

    def __init__(self) -> None:
        self._there = Condition()
        self._soon: deque[Unit] = deque()
        self._later: deque[Unit] = deque()
        self._came = 0.0
        self._passed_over = 0
        self._closed = False

    @property
    def closed(self) -> bool:
        return self._closed

    def put(self, unit: Unit, *, later: bool) -> bool:
        """Whether it was taken: after `close` nothing is."""
        with self._there:
            if self._closed:
                return False
            if later:
                self._later.append(unit)
            else:
                self._soon.append(unit)
                self._came = time.monotonic()
            self._there.notify()
            return True

    def close(self) -> None:
        """Take no more; what is there is still given out."""
        with self._there:
            self._closed = True
            self._there.notify()

    def group(self) -> list[Unit]:
        """The next units to commit together, in the order they came; waits for one. Empty once closed and given out."""
        with self._there:
            self._there.wait_for(lambda: self._soon or self._later or self._closed)
            if self._passed_over < _TURN or not self._later:
                lull = self._came + _LULL_SECONDS - time.monotonic()
                self._there.wait_for(lambda: self._soon or self._closed, timeout=max(0.0, lull))
                if self._soon:
                    self._passed_over += bool(self._later)
                    return _taken(self._soon, GROUP)
            self._passed_over = 0
            return _taken(self._later, 1 if self._soon else _LATER)


def _taken(lane: deque[Unit], most: int) -> list[Unit]:
    return [lane.popleft() for _ in range(min(most, len(lane)))]
