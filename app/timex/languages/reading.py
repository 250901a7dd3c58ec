"""What a found shape means: its cell, or with a part of the day or an hour told, civil minutes. Knows no pattern."""

from dataclasses import dataclass

from app.domain import civil
from app.domain.article import Anchor
from app.domain.expression import TimexType
from app.domain.interval import Granularity
from app.timex.calendar import Cell
from app.timex.languages import cells, dates, relatives
from app.timex.languages.found import Found, sign

_CELLS = {**dates.CELLS, **relatives.CELLS}
_HOURS = {"MO": (6, 12), "AF": (12, 18), "EV": (18, 24), "NI": (18, 24), "OV": (0, 6)}
_TIMEX_PARTS = {"OV": "NI"}
_PART_NAMES = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "OV": "night before dawn"}
_EVENING, _MORNING = 6 * 60, 6 * 60  # minutes before and after midnight
_SHORT_UNITS = {Granularity.HOUR: 60, Granularity.MINUTE: 1}


@dataclass(frozen=True, slots=True)
class Reading:
    """Civil minutes [start, end), with the granularity, TIMEX3 type and value, and the reason in words."""

    start: int
    end: int
    granularity: Granularity
    type: TimexType
    value: str
    reason: str


def reading(found: Found, anchor: Anchor) -> Reading | None:
    """What the shape means, counted from the anchor; None where it names no date that exists."""
    if found.rule.startswith("counted") and found.words.units[found.groups["unit"]] in _SHORT_UNITS:
        return _moment(found, anchor)
    if "month" in found.groups and not 1 <= found.month <= 12:
        return None
    told = _CELLS[found.rule](found, anchor.day)
    if told is None:
        return None
    cell, reason = told
    code = _part(found)
    if found.rule == "weekday/night":
        return _night_into(cell.first_day, reason)
    if code is None:
        return _whole(cell, reason)
    return part_of_day(cell.first_day, code, reason) if cell.grain is Granularity.DAY else None


_DAYS_OF_MONTHS = frozenset({"date/written", "date/figures", "month-day", "month-day/of-year", "month-day/stepped"})
_LEAP_YEAR = 2000


def names_no_day(found: Found) -> bool:
    """Whether the month that a shape names doesn't have the day, in the year that it names, or in any."""
    if found.rule not in _DAYS_OF_MONTHS or not 1 <= found.month <= 12:
        return False
    year = found.number("year") if "year" in found.groups else _LEAP_YEAR
    return cells.date(year, found.month, found.number("day")) is None


def _whole(cell: Cell, reason: str) -> Reading:
    return Reading(cell.start, cell.end, cell.grain, TimexType.DATE, cell.value, reason)


def part_of_day(day: int, code: str, reason: str) -> Reading:
    """Morning, afternoon, evening or night of a day."""
    midnight, (first, last) = day * civil.MINUTES_A_DAY, _HOURS[code]
    value = f"{civil.day_text(midnight)}T{_TIMEX_PARTS.get(code, code)}"
    start, end = midnight + first * 60, midnight + last * 60
    return Reading(start, end, Granularity.PART_OF_DAY, TimexType.TIME, value, f"{_PART_NAMES[code]}, {reason}")


def _night_into(day: int, reason: str) -> Reading:
    """From the evening before a day to its morning."""
    midnight = day * civil.MINUTES_A_DAY
    value = "/".join(f"{civil.day_text(civil.MINUTES_A_DAY * at)}TNI" for at in (day - 1, day))
    start, end = midnight - _EVENING, midnight + _MORNING
    return Reading(start, end, Granularity.PART_OF_DAY, TimexType.TIME, value, f"the night into it: {reason}")


def at_clock(day: int, hour: int, minute: int, reason: str) -> Reading:
    """One minute of a day."""
    start = day * civil.MINUTES_A_DAY + hour * 60 + minute
    return Reading(start, start + 1, Granularity.MINUTE, TimexType.TIME, civil.minute_text(start), reason)


def _part(found: Found) -> str | None:
    own, groups = found.words.tables, found.groups
    if "part" in groups:
        return own.parts[groups["part"]]
    if found.rule == "weekday/small-hours":
        return "OV"
    if "part_before" in groups:
        return own.parts_before[groups["part_before"]]
    return own.part_phrases[groups["phrase"]][1] if found.rule == "phrase/part" else None


def _moment(found: Found, anchor: Anchor) -> Reading | None:
    """Hours and minutes from the time of publication; nothing where only its day is known."""
    if anchor.day_only:
        return None
    unit = found.words.units[found.groups["unit"]]
    minute = anchor.minute + sign(found) * found.number("n") * _SHORT_UNITS[unit]
    size = _SHORT_UNITS[unit]
    start = minute - minute % size
    value = civil.minute_text(start)[: len("2021-12-21T14") if unit is Granularity.HOUR else None]
    return Reading(start, start + size, unit, TimexType.TIME, value, f"counted from publication at {anchor.text}")
