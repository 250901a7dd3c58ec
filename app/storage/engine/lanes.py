"""What waits to be written, in two lanes: what somebody waits for goes before what can wait."""

import time
from collections import deque
from collections.abc import Callable
from threading import Condition

from app.storage.engine.group import Unit

# Units a commit may hold: at 64 a commit to disk costs each of them a sixtieth, and the first waits a few milliseconds.
GROUP = 64
# What can wait (the results of an extraction) takes ten times as long to write as what can't, or hundreds of times. So
# it waits until nothing else came for so long: clients that post one article after the other leave shorter gaps.
_LULL_SECONDS = 0.02
# And so many go into one commit, if nothing else comes meanwhile.
_LATER = 16
# Where there is no such lull, what can wait has this part of the time. It costs the others as much of theirs.
_SHARE = 0.1


class Lanes:
    """Safe from any thread; units are given out to one. `clock` counts seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._there = Condition()
        self._soon: deque[Unit] = deque()
        self._later: deque[Unit] = deque()
        self._came = clock() - _LULL_SECONDS
        # Since when what can wait is being written, how much of it more may be now, and when it is its turn again.
        self._began: float | None = None
        self._left = 0
        self._turn = 0.0
        self._closed = False

    @property
    def closed(self) -> bool:
        return self._closed

    def put(self, unit: Unit, *, later: bool) -> bool:
        """Whether it was taken: after `close` nothing is."""
        with self._there:
            if self._closed:
                return False
            now = self._clock()
            if later:
                if not self._later:
                    self._turn = max(self._turn, now + _LULL_SECONDS)
                self._later.append(unit)
            else:
                self._soon.append(unit)
                self._came = now
            self._there.notify()
            return True

    def close(self) -> None:
        """Take no more; what is there is still given out."""
        with self._there:
            self._closed = True
            self._there.notify()

    def group(self) -> list[Unit]:
        """The next units to commit together, in the order they came; waits for one. Empty once closed and given out.

        Whoever asks has committed what he was given before.
        """
        with self._there:
            self._end_turn()
            self._there.wait_for(lambda: self._soon or self._later or self._closed)
            if not self._later or self._clock() < self._turn:
                lull = self._came + _LULL_SECONDS - self._clock()
                self._there.wait_for(lambda: self._soon or self._closed, timeout=max(0.0, lull))
                if self._soon:
                    return [self._soon.popleft() for _ in range(min(GROUP, len(self._soon)))]
            if not self._later:
                return []
            self._began, self._left = self._clock(), _LATER - 1
            return [self._later.popleft()]

    def another(self) -> Unit | None:
        """One more unit for the same commit, where it is of those that can wait and nobody else does."""
        with self._there:
            if self._soon or not self._later or not self._left:
                return None
            self._left -= 1
            return self._later.popleft()

    def _end_turn(self) -> None:
        if self._began is not None:
            now = self._clock()
            self._turn = now + (now - self._began) * (1 / _SHARE - 1)
            self._began, self._left = None, 0
