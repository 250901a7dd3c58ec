"""How far from its start an event can be found: what lets a range query stop walking the timeline early.

An event that starts on 1 May can answer a query for 1 June only if its interval, its known end or its publication lies
that far off. Events are kept in four breadths, each walked by itself, so that a query for a day reads the days near it
and not every event since the first.
"""

from app.domain import civil
from app.domain.interval import Reach

# Farthest distance in minutes for each breadth: a day, a month, a year, any. Most news is of one day.
FARTHEST = (civil.MINUTES_A_DAY, 31 * civil.MINUTES_A_DAY, 366 * civil.MINUTES_A_DAY, None)
BREADTHS = range(len(FARTHEST))

# Beyond every civil minute there is, and far from the edge of a 64-bit integer.
ALWAYS = 1 << 60


def breadth(start: int, reach: Reach, told_at: int) -> int:
    """The breadth of an event whose interval starts at `start`, told on the civil minute `told_at`.

    A closed reach is as broad as it is long. An open one is found by its known end and by its publication.
    """
    if reach.start is not None and reach.end is not None:
        distance = reach.end - start
    else:
        known = reach.start if reach.start is not None else reach.end
        distance = max(abs(point - start) for point in (known, told_at) if point is not None)
    return next(index for index, farthest in enumerate(FARTHEST) if farthest is None or distance <= farthest)


def earliest(start: int, index: int) -> int:
    """The earliest start an event of this breadth can have and still answer a range from `start`."""
    farthest = FARTHEST[index]
    return -ALWAYS if farthest is None else start - farthest


def latest(end: int, index: int) -> int:
    """The latest start an event of this breadth can have and still answer a range up to `end`."""
    farthest = FARTHEST[index]
    return ALWAYS if farthest is None else end + farthest
