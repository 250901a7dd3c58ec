"""Where the buckets of a histogram begin: calendar cells of one granularity, as numbers that can be counted on."""

from dataclasses import dataclass
from itertools import takewhile

from app.domain import civil
from app.domain.interval import Granularity

HOUR = 60
# Months that a bucket holds, for granularities counted in months from January.
_MONTHS = {
    Granularity.MONTH: 1,
    Granularity.QUARTER: 3,
    Granularity.HALF: 6,
    Granularity.YEAR: 12,
    Granularity.DECADE: 120,
    Granularity.CENTURY: 1200,
}
# Minutes that a bucket holds, for those of one length. Day 0, 0001-01-01, is a Monday: weeks count from it as they are.
_MINUTES = {
    Granularity.MINUTE: 1,
    Granularity.HOUR: HOUR,
    Granularity.DAY: civil.MINUTES_A_DAY,
    Granularity.WEEK: 7 * civil.MINUTES_A_DAY,
}
GRANULARITIES = (*_MINUTES, *_MONTHS)


@dataclass(frozen=True, slots=True)
class Buckets:
    """The buckets of a granularity, numbered; number 0 is somewhere, and each begins where the one before it ends."""

    granularity: Granularity

    def number(self, minute: int) -> int:
        """The bucket that holds a civil minute."""
        if self.granularity in _MINUTES:
            return minute // _MINUTES[self.granularity]
        year, month, _ = civil.date_of(minute // civil.MINUTES_A_DAY)
        return (year * 12 + month - 1) // _MONTHS[self.granularity]

    def start(self, number: int) -> int:
        """The first civil minute of a bucket."""
        if self.granularity in _MINUTES:
            return number * _MINUTES[self.granularity]
        year, month = divmod(number * _MONTHS[self.granularity], 12)
        return civil.day_number(year, month + 1, 1) * civil.MINUTES_A_DAY

    def between(self, start: int, end: int) -> int:
        """How many buckets the minutes [start, end) touch."""
        return self.number(end - 1) - self.number(start) + 1


def finest(start: int, end: int, most: int) -> Buckets:
    """The finest buckets of which at most `most` touch the minutes [start, end); else centuries."""
    too_fine = takewhile(lambda one: Buckets(one).between(start, end) > most, GRANULARITIES)
    index = min(len(list(too_fine)), len(GRANULARITIES) - 1)
    return Buckets(GRANULARITIES[index])
