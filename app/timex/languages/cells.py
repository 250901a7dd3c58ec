"""Calendar cells by what other languages' words name: a date, a month, a year, or a unit stepped from a day.

Over timex/calendar; a date that doesn't exist and anything outside the years 1–9999 is None.
"""

from app.domain import civil
from app.domain.interval import Granularity
from app.timex import calendar
from app.timex.calendar import Cell
from app.timex.unit import Unit

_UNITS = {
    Granularity.DAY: Unit.DAY,
    Granularity.WEEK: Unit.WEEK,
    Granularity.WEEKEND: Unit.WEEKEND,
    Granularity.MONTH: Unit.MONTH,
    Granularity.YEAR: Unit.YEAR,
}
_FIRST_DAY, _LAST_DAY = civil.day_number(1, 1, 1), civil.day_number(civil.LAST_YEAR, 12, 31)


def weekday(day: int) -> int:
    """0 for Monday; day 0, 0001-01-01, is one."""
    return day % 7


def day(number: int) -> Cell | None:
    return _cell(Unit.DAY, number)


def date(year: int, month: int, day_of_month: int) -> Cell | None:
    if not 1 <= year <= civil.LAST_YEAR:
        return None
    number = calendar.day_of(year, month, day_of_month) if day_of_month else None
    return None if number is None else day(number)


def month(year: int, number: int) -> Cell | None:
    """The month's cell; `number` may lie outside 1–12 and is carried into the year."""
    return _cell(Unit.MONTH, year * 12 + number - 1)


def year(number: int) -> Cell | None:
    return _cell(Unit.YEAR, number)


def season(year: int, number: int) -> Cell | None:
    """Meteorological, northern: spring 0 to winter 3, which begins in December of the year."""
    return _cell(Unit.SEASON, year * 4 + number)


def season_around(day: int) -> int:
    """The number of the day's season in one row, four a year from spring."""
    return calendar.index(Unit.SEASON, day)


def quarter(year: int, number: int) -> Cell | None:
    return _cell(Unit.QUARTER, year * 4 + number - 1)


def decade(first_year: int) -> Cell | None:
    return _cell(Unit.DECADE, first_year // 10)


def stepped(granularity: Granularity, around: int, steps: int) -> Cell | None:
    """The day, week, weekend, month or year `steps` units from the one that holds the day."""
    unit = _UNITS[granularity]
    return _cell(unit, calendar.index(unit, around) + steps)


def _cell(unit: Unit, number: int) -> Cell | None:
    try:
        cell = calendar.cell(unit, number)
    except OverflowError:
        return None
    return cell if cell.first_day >= _FIRST_DAY and cell.last_day <= _LAST_DAY else None
