"""Cells of the civil calendar. Every unit numbers its cells in one row, so that stepping is adding."""

from dataclasses import dataclass

from app.domain import civil
from app.domain.interval import Granularity
from app.timex.unit import GRAINS, Unit

DAY = civil.MINUTES_A_DAY
_MONTHS_A_CELL = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
_SEASONS = ("SP", "SU", "FA", "WI")
_MARCH = 2  # months from January to the first meteorological spring month


@dataclass(frozen=True, slots=True)
class Cell:
    """Civil minutes [start, end) with the granularity they are told in and their TIMEX3 value."""

    start: int
    end: int
    grain: Granularity
    value: str

    @property
    def first_day(self) -> int:
        return self.start // DAY

    @property
    def last_day(self) -> int:
        return (self.end - 1) // DAY


def has_cells(unit: Unit) -> bool:
    """Whether the unit's cells are numbered here: those of a day up to a century."""
    return unit in _MONTHS_A_CELL or unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND, Unit.SEASON)


def index(unit: Unit, day: int) -> int:
    """Number of the unit's cell that holds this day number."""
    match unit:
        case Unit.DAY:
            return day
        case Unit.WEEK | Unit.WEEKEND:
            return day // 7  # 0001-01-01 is a Monday
        case Unit.SEASON:
            return (_month_index(day) - _MARCH) // 3
        case _:
            return _month_index(day) // _MONTHS_A_CELL[unit]


def cell(unit: Unit, number: int) -> Cell:
    """The unit's cell of this number. Raises OverflowError past year 9999 and before year -9999."""
    match unit:
        case Unit.DAY:
            first, after = number, number + 1
        case Unit.WEEK:
            first, after = number * 7, number * 7 + 7
        case Unit.WEEKEND:
            first, after = number * 7 + 5, number * 7 + 7
        case Unit.SEASON:
            first, after = _first_of_month(number * 3 + _MARCH), _first_of_month(number * 3 + _MARCH + 3)
        case _:
            months = _MONTHS_A_CELL[unit]
            first, after = _first_of_month(number * months), _first_of_month(number * months + months)
    return Cell(first * DAY, _checked(after) * DAY, GRAINS[unit], value(unit, number))


def holding(unit: Unit, day: int) -> Cell:
    """The unit's cell that holds this day number."""
    return cell(unit, index(unit, day))


def days(first: int, last: int, grain: Granularity, written: str) -> Cell:
    """A cell from the first through the last day number."""
    return Cell(first * DAY, _checked(last + 1) * DAY, grain, written)


def value(unit: Unit, number: int) -> str:
    """TIMEX3 value of the unit's cell of this number: `1998-W08`, `1998-Q1`, `199`, `1998-WI`."""
    match unit:
        case Unit.DAY:
            return civil.day_text(number * DAY)
        case Unit.WEEK | Unit.WEEKEND:
            weekend = "-WE" if unit is Unit.WEEKEND else ""
            year, week = iso_week(number)
            return f"{civil.year_text(year)}-W{week:02d}{weekend}"
        case Unit.MONTH:
            return f"{civil.year_text(number // 12)}-{number % 12 + 1:02d}"
        case Unit.QUARTER:
            return f"{civil.year_text(number // 4)}-Q{number % 4 + 1}"
        case Unit.HALF:
            return f"{civil.year_text(number // 2)}-H{number % 2 + 1}"
        case Unit.SEASON:
            return f"{civil.year_text(number // 4)}-{_SEASONS[number % 4]}"
        case Unit.DECADE:
            return f"{number:03d}"
        case Unit.CENTURY:
            return f"{number:02d}"
        case _:
            return civil.year_text(number)


def iso_week(number: int) -> tuple[int, int]:
    """ISO 8601 year and week of a week's number: the year that its Thursday lies in."""
    thursday = number * 7 + 3
    year = civil.date_of(thursday)[0]
    return year, (thursday - civil.day_number(year, 1, 1)) // 7 + 1


def month_length(year: int, month: int) -> int:
    return _first_of_month(year * 12 + month) - _first_of_month(year * 12 + month - 1)


def day_of(year: int, month: int, day: int) -> int | None:
    """Day number of a date, None if the calendar has no such day."""
    exists = 1 <= month <= 12 and 1 <= day <= month_length(year, month)
    return civil.day_number(year, month, day) if exists else None


def _month_index(day: int) -> int:
    year, month, _ = civil.date_of(day)
    return year * 12 + month - 1


def _first_of_month(number: int) -> int:
    return civil.day_number(number // 12, number % 12 + 1, 1)


_AFTER_ALL = civil.day_number(civil.LAST_YEAR, 12, 31)  # nothing ends past it
_BEFORE_ALL = civil.day_number(-civil.LAST_YEAR, 1, 1)


def _checked(day: int) -> int:
    if not _BEFORE_ALL < day <= _AFTER_ALL:
        raise OverflowError(f"no cell ends with day {day}: outside the years -9999 to 9999")
    return day
