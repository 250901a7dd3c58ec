"""Units of time that phrases count in: their ISO 8601 duration notation and the calendar cells they name."""

from enum import Enum

from app.domain.interval import Granularity


class Unit(Enum):
    """(what stands before the number, what stands after it) of a TIMEX3 duration value."""

    SECOND = ("PT", "S")
    MINUTE = ("PT", "M")
    HOUR = ("PT", "H")
    DAY = ("P", "D")
    WEEKEND = ("P", "WE")
    WEEK = ("P", "W")
    MONTH = ("P", "M")
    QUARTER = ("P", "Q")
    HALF = ("P", "H")
    SEASON = ("P", "SE")
    YEAR = ("P", "Y")
    DECADE = ("P", "DE")
    CENTURY = ("P", "CE")
    MILLENNIUM = ("P", "ML")

    @property
    def word(self) -> str:
        return self.name.lower()


GRAINS = {
    Unit.MINUTE: Granularity.MINUTE,
    Unit.HOUR: Granularity.HOUR,
    Unit.DAY: Granularity.DAY,
    Unit.WEEKEND: Granularity.WEEKEND,
    Unit.WEEK: Granularity.WEEK,
    Unit.MONTH: Granularity.MONTH,
    Unit.QUARTER: Granularity.QUARTER,
    Unit.HALF: Granularity.HALF,
    Unit.SEASON: Granularity.SEASON,
    Unit.YEAR: Granularity.YEAR,
    Unit.DECADE: Granularity.DECADE,
    Unit.CENTURY: Granularity.CENTURY,
}


def duration(count: float | None, unit: Unit) -> str:
    """TIMEX3 value of `count` units, None being an unknown number: `P3D`, `PT2H`, `PXM`, `P2.5Y`."""
    before, after = unit.value
    number = "X" if count is None else f"{count:g}" if count < 1e6 else f"{count:.0f}"
    return f"{before}{number}{after}"
