"""Weekdays, and what is counted from publication: last week, two months ago, tomorrow."""

from collections.abc import Callable, Mapping

from app.domain import civil
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


_A_WEEK, _TWO_WEEKS = {7, 8}, {14, 15}  # days, as "in acht Tagen" and "en quinze" count them


def _weekday_counted(found: Found, today: int) -> Told:
    """So many weeks before the most recent one, or after the next: "Montag vor zwei Wochen", "mardi en huit"."""
    weekday, count = _known(found), found.number("n")
    unit = found.words.units[found.groups["unit"]] if "unit" in found.groups else Granularity.DAY
    if unit is Granularity.DAY:
        count = 1 if count in _A_WEEK else 2 if count in _TWO_WEEKS else 0
    if unit not in {Granularity.DAY, Granularity.WEEK} or not count:
        return None
    back = (cells.weekday(today) - weekday) % 7
    first = today - back if sign(found) < 0 else today - back + 7
    which = "before the most recent" if sign(found) < 0 else "after the first"
    why = f"{count} weeks {which} {_WEEKDAYS[weekday]}, counted from publication on {day_text(today)}"
    return told(cells.day(first + sign(found) * 7 * count), why)


def _weekday_after_eve(found: Found, today: int) -> Told:
    """The weekday that a night leads into; none where the one before it is told and isn't."""
    eve = found.groups.get("eve")
    fits = eve is None or (found.words.weekdays[eve] + 1) % 7 == _known(found)
    return _weekday(found, today) if fits else None


def _phrase_counted(found: Found, today: int) -> Told:
    """ "Heute vor 50 Jahren": to the day."""
    unit, count = found.words.units[found.groups["unit"]], found.number("n")
    months = {Granularity.YEAR: 12, Granularity.MONTH: 1}.get(unit)
    if months is None:
        days = {Granularity.WEEK: 7, Granularity.DAY: 1}.get(unit)
        return None if days is None else told(cells.day(today - days * count), _to_the_day(found, today))
    year, month, day = civil.date_of(today)
    carried = year * 12 + month - 1 - months * count
    return told(cells.date(carried // 12, carried % 12 + 1, day), _to_the_day(found, today))


def _to_the_day(found: Found, today: int) -> str:
    return (
        f"{found.number('n')} {found.words.units[found.groups['unit']].value}s before publication on {day_text(today)}"
    )


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
    "weekday/counted-ago": _weekday_counted,
    "weekday/counted-ahead": _weekday_counted,
    "weekday/night": _weekday_after_eve,
    "weekday/small-hours": _weekday_after_eve,
    "phrase/counted-ago": _phrase_counted,
    "weekday/numbered": _weekday_numbered,
    "weekday": _weekday,
    "unit/stepped": _unit_stepped,
    "counted/ago": _counted,
    "counted/ahead": _counted,
    "phrase": _phrase,
    "phrase/part": _part_phrase,
}
