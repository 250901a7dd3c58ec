"""Calendar cells by day number: the day, week, weekend, month, year or decade around a day, stepped from it.

A cell is (first day, day after the last, TIMEX3 value). Years outside 1–9999 have none.
"""

from dataclasses import dataclass

from app.domain import civil
from app.domain.interval import Granularity

MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FIRST_DAY, _LAST_DAY = civil.day_number(1, 1, 1), civil.day_number(civil.LAST_YEAR, 12, 31)


@dataclass(frozen=True, slots=True)
class Cell:
    """Days [start, end) as day numbers, the unit they are told in, and the TIMEX3 value."""

    unit: Granularity
    start: int
    end: int
    value: str


def weekday(day: int) -> int:
    """0 for Monday; day 0, 0001-01-01, is one."""
    return day % 7


def day(number: int) -> Cell | None:
    return _cell(Granularity.DAY, number, number + 1, civil.day_text(number * civil.MINUTES_A_DAY))


def date(year: int, month: int, day_of_month: int) -> Cell | None:
    """The day's cell; None where no such date exists."""
    if not (1 <= year <= civil.LAST_YEAR and 1 <= month <= 12 and 1 <= day_of_month <= MONTH_DAYS[month - 1]):
        return None
    number = civil.day_number(year, month, day_of_month)
    return day(number) if civil.date_of(number) == (year, month, day_of_month) else None


def week(around: int, steps: int = 0) -> Cell | None:
    """The ISO week `steps` weeks from the one that holds the day."""
    monday = around - weekday(around) + 7 * steps
    return _cell(Granularity.WEEK, monday, monday + 7, week_value(monday))


def weekend(around: int, steps: int = 0) -> Cell | None:
    monday = around - weekday(around) + 7 * steps
    return _cell(Granularity.WEEKEND, monday + 5, monday + 7, f"{week_value(monday)}-WE")


def week_value(monday: int) -> str:
    """`2021-W51` of the ISO week that begins on this Monday; its year is that of its Thursday."""
    year = civil.date_of(monday + 3)[0]
    return f"{civil.year_text(year)}-W{(monday + 3 - civil.day_number(year, 1, 1)) // 7 + 1:02d}"


def month(year: int, number: int) -> Cell | None:
    """The month's cell; `number` may lie outside 1–12 and is carried into the year."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    following = (year, number + 1) if number < 12 else (year + 1, 1)
    start, end = civil.day_number(year, number, 1), civil.day_number(*following, 1)
    return _cell(Granularity.MONTH, start, end, f"{civil.year_text(year)}-{number:02d}")


def year(number: int) -> Cell | None:
    start, end = civil.day_number(number, 1, 1), civil.day_number(number + 1, 1, 1)
    return _cell(Granularity.YEAR, start, end, civil.year_text(number))


def decade(first_year: int) -> Cell | None:
    start, end = civil.day_number(first_year, 1, 1), civil.day_number(first_year + 10, 1, 1)
    return _cell(Granularity.DECADE, start, end, f"{first_year // 10:03d}")


def stepped(unit: Granularity, around: int, steps: int) -> Cell | None:
    """The day, week, weekend, month or year `steps` units from the one that holds the day."""
    year_number, month_number, _ = civil.date_of(around)
    match unit:
        case Granularity.DAY:
            return day(around + steps)
        case Granularity.WEEK:
            return week(around, steps)
        case Granularity.WEEKEND:
            return weekend(around, steps)
        case Granularity.MONTH:
            return month(year_number, month_number + steps)
        case Granularity.YEAR:
            return year(year_number + steps)
        case _:
            return None


def _cell(unit: Granularity, start: int, end: int, value: str) -> Cell | None:
    """None outside years 1–9999; the last cell ends on the last day there is."""
    if start < _FIRST_DAY or start >= _LAST_DAY:
        return None
    return Cell(unit, start, min(end, _LAST_DAY), value)
