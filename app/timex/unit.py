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


_YEARS = {Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}


# What half of a unit is, and the notation of a unit with its half.
_HALVES = {Unit.MINUTE: "PT{}M30S", Unit.HOUR: "PT{}H30M", Unit.DAY: "P{}DT12H", Unit.YEAR: "P{}Y6M"}
_BARE_HALVES = {Unit.MINUTE: "PT30S", Unit.HOUR: "PT30M", Unit.DAY: "PT12H", Unit.YEAR: "P6M"}


def _with_half(whole: int, unit: Unit) -> str:
    return _HALVES[unit].format(whole) if whole else _BARE_HALVES[unit]


def duration(count: float | None, unit: Unit) -> str:
    """TIMEX3 value of `count` units, None being an unknown number: `P3D`, `PT2H30M`, `PXM`.

    Decades and centuries of a known number are told in years, as news corpora have them: `P20Y`.
    """
    if unit in _YEARS and count is not None:
        count, unit = count * _YEARS[unit], Unit.YEAR
    if count is not None and count % 1 == 0.5 and unit in _HALVES:
        return _with_half(int(count), unit)
    before, after = unit.value
    number = "X" if count is None else f"{count:g}" if count < 1e6 else f"{count:.0f}"
    return f"{before}{number}{after}"
