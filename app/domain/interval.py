"""Intervals of civil time, the granularity they are told in, and what a phrase bounds with them."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain import civil


class Granularity(StrEnum):
    """The unit a phrase speaks in, coarse to fine; a range has that of its ends."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    SEASON = "season"
    MONTH = "month"
    WEEK = "week"
    WEEKEND = "weekend"
    DAY = "day"
    PART_OF_DAY = "part_of_day"
    HOUR = "hour"
    MINUTE = "minute"

    @property
    def finer_than_day(self) -> bool:
        return self in _FINER_THAN_DAY

    @property
    def fineness(self) -> int:
        """0 for a century up to 12 for a minute: greater is finer."""
        return _FINENESS[self]


_FINER_THAN_DAY = frozenset({Granularity.PART_OF_DAY, Granularity.HOUR, Granularity.MINUTE})
_FINENESS = {grain: rank for rank, grain in enumerate(Granularity)}


class Bound(StrEnum):
    """What a phrase does with its interval where it is not simply "in" it."""

    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    NOT_BEFORE = "not_before"
    NOT_AFTER = "not_after"


class Extent(StrEnum):
    """`within`: at some moment of the interval; `throughout`: it fills the interval."""

    WITHIN = "within"
    THROUGHOUT = "throughout"


@dataclass(frozen=True, slots=True)
class Interval:
    """A calendar cell [start, end) in civil time.

    Both ends are ISO 8601 text: `YYYY-MM-DD` for a granularity of a day or coarser, `YYYY-MM-DDTHH:MM` for
    finer ones. Nothing ends past 9999-12-31.
    """

    start: str
    end: str

    @classmethod
    def of_minutes(cls, start: int, end: int, granularity: Granularity) -> "Interval":
        """The interval of two civil minutes, written as its granularity asks. Empty or reversed is a ValueError."""
        if start >= end:
            raise ValueError(f"an interval must end after it starts: {start} to {end}")
        text = civil.minute_text if granularity.finer_than_day else civil.day_text
        return cls(text(start), text(end))


@dataclass(frozen=True, slots=True)
class Reach:
    """What range queries compare with: civil minutes [start, end); None is open."""

    start: int | None
    end: int | None

    def meets(self, other: "Reach") -> bool:
        """Whether the two share a moment."""
        return _starts_before(self.start, other.end) and _starts_before(other.start, self.end)


def _starts_before(start: int | None, end: int | None) -> bool:
    return start is None or end is None or start < end


def reach(interval: Interval, bound: Bound | None) -> Reach:
    """The reach of an event told with this interval and bound.

    None: the cell; since, not_before: [start, ∞); after: [end, ∞); until, not_after: (−∞, end); before: (−∞, start).
    """
    start, end = civil.minutes(interval.start), civil.minutes(interval.end)
    match bound:
        case None:
            return Reach(start, end)
        case Bound.SINCE | Bound.NOT_BEFORE:
            return Reach(start, None)
        case Bound.AFTER:
            return Reach(end, None)
        case Bound.UNTIL | Bound.NOT_AFTER:
            return Reach(None, end)
        case Bound.BEFORE:
            return Reach(None, start)
