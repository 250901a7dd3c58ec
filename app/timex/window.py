"""Lengths of time that reach to their origin, or on from it: the past two years, the next 48 hours."""

from app.domain import civil
from app.domain.expression import TimexType
from app.domain.interval import Granularity
from app.timex import calendar
from app.timex.calendar import Cell
from app.timex.meaning import Window
from app.timex.origin import Origin
from app.timex.resolved import Resolved
from app.timex.unit import GRAINS, Unit, duration


def resolve(meaning: Window, origin: Origin) -> Resolved:
    """A span of time with a known length reaches to the anchor's day, or on from it; the anchor's day counts."""
    direction = "from" if meaning.forward else "up to"
    why = f"the time {direction} {origin.words}"
    value = duration(meaning.count, meaning.unit)
    count = meaning.count if meaning.forward or meaning.count is None else -meaning.count
    far = None if count is None else shifted_day(origin.day, count, meaning.unit)
    cell = None if far is None else _cell(origin.day, far, meaning.unit, value)
    return Resolved(TimexType.DURATION, value, None, cell, None, why)


def _cell(near: int, far: int, unit: Unit, value: str) -> Cell:
    grain = GRAINS.get(unit, Granularity.YEAR)
    return calendar.days(min(near, far), max(near, far), Granularity.DAY if grain.finer_than_day else grain, value)


_DAYS_A_UNIT = {Unit.HOUR: 1 / 24, Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7}
_MONTHS_A_UNIT = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.HALF: 6,
    Unit.SEASON: 3,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
}


def shifted_day(day: int, count: float, unit: Unit) -> int | None:
    """The day `count` units off, on the same day of the month or its last; None for units shorter than an hour."""
    if unit in _DAYS_A_UNIT:
        return day + round(count * _DAYS_A_UNIT[unit])
    if unit not in _MONTHS_A_UNIT:
        return None
    year, month, day_of_month = civil.date_of(day)
    months = year * 12 + month - 1 + round(count * _MONTHS_A_UNIT[unit])
    year, month = months // 12, months % 12 + 1
    return civil.day_number(year, month, min(day_of_month, calendar.month_length(year, month)))
