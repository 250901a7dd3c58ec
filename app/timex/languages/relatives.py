"""Weekdays, and what is counted from publication: last week, two months ago, tomorrow."""

from collections.abc import Callable, Mapping

from app.domain.interval import Granularity
from app.timex.languages import cells
from app.timex.languages.dates import nearest_day
from app.timex.languages.found import Found, Told, counted_from, day_text, sign, told

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _weekday(found: Found, today: int) -> Told:
    weekday = _known(found)
    back = (cells.weekday(today) - weekday) % 7
    ahead = found.ahead and back > 0
    day = today - back + (7 if ahead else 0)
    which = "the next one after" if ahead else "the most recent one up to"
    why = ", because words about it look ahead" if ahead else ""
    return told(cells.day(day), f"{_WEEKDAYS[weekday]}, {which} publication on {day_text(today)}{why}")


def _known(found: Found) -> int:
    weekday = found.weekday
    if weekday is None:
        raise ValueError(f"a weekday shape without a weekday: {found.rule!r}")
    return weekday


def _weekday_stepped(found: Found, today: int) -> Told:
    weekday, own = _known(found), cells.weekday(today)
    if found.words.tables.week_weekdays or found.rule == "weekday/of-week" or not found.step:
        day = today - own + 7 * found.step + weekday
        which = ("of the week before that of", "in the week of", "of the week after that of")[found.step + 1]
    elif found.step < 0:
        day, which = today - ((own - weekday - 1) % 7 + 1), "the latest before"
    else:
        day, which = today + ((weekday - own - 1) % 7 + 1), "the first after"
    return told(cells.day(day), f"{_WEEKDAYS[weekday]}, {which} publication on {day_text(today)}")


def _weekday_numbered(found: Found, today: int) -> Told:
    """That day of the month near publication; where it has another weekday the number is no day."""
    number = found.number("day_in_brackets" if "day_in_brackets" in found.groups else "day")
    return told(nearest_day(number, today, _known(found)), f"the nearest to publication on {day_text(today)}")


def _unit_stepped(found: Found, today: int) -> Told:
    unit = found.words.units[found.groups["unit"]]
    return told(cells.stepped(unit, today, found.step), counted_from(unit, found.step, today))


def _counted(found: Found, today: int) -> Told:
    unit = found.words.units[found.groups["unit"]]
    steps = sign(found) * found.number("n")
    return told(cells.stepped(unit, today, steps), counted_from(unit, steps, today))


def _phrase(found: Found, today: int) -> Told:
    unit, steps = found.words.phrases[found.groups["phrase"]]
    return told(cells.stepped(unit, today, steps), counted_from(unit, steps, today))


def _part_phrase(found: Found, today: int) -> Told:
    days, _ = found.words.tables.part_phrases[found.groups["phrase"]]
    return told(cells.day(today + days), counted_from(Granularity.DAY, days, today))


CELLS: Mapping[str, Callable[[Found, int], Told]] = {
    "weekday/stepped": _weekday_stepped,
    "weekday/of-week": _weekday_stepped,
    "weekday/numbered": _weekday_numbered,
    "weekday": _weekday,
    "unit/stepped": _unit_stepped,
    "counted/ago": _counted,
    "counted/ahead": _counted,
    "phrase": _phrase,
    "phrase/part": _part_phrase,
}
