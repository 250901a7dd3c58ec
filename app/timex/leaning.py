"""Phrases that leave open which one they mean: weekdays, months, month-days, quarters and seasons without a year."""

from dataclasses import dataclass

from app.domain import civil
from app.timex import calendar
from app.timex.calendar import Cell
from app.timex.meaning import Lean, Month, MonthDay, Quarter, Season, Weekday, Weekend
from app.timex.origin import Origin, weekday_name
from app.timex.resolved import Resolved, date
from app.timex.unit import Unit

Leaning = Weekday | Weekend | Month | MonthDay | Quarter | Season

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = ("spring", "summer", "autumn", "winter")
_TWO_MONTHS = 60  # days
_JUST_GONE = 2  # days back at most: "was to vote on Wednesday", told on Friday; on Monday it is the coming one


def resolve(meaning: Leaning, origin: Origin, lean: Lean) -> Resolved | None:
    match meaning:
        case Weekday():
            return _weekday(meaning, origin, lean)
        case Weekend():
            return _weekend(origin, lean)
        case MonthDay():
            return _month_day(meaning, origin, lean)
        case Month():
            cycle = _Cycle(Unit.MONTH, 12, meaning.month - 1, _MONTHS[meaning.month - 1])
        case Quarter():
            lean = _quarter_lean(meaning.number, origin, lean)
            cycle = _Cycle(Unit.QUARTER, 4, meaning.number - 1, f"quarter {meaning.number}")
        case Season():
            cycle = _Cycle(Unit.SEASON, 4, meaning.number, _SEASONS[meaning.number])
    return _cyclic(cycle, meaning.step, origin, lean)


def _quarter_lean(number: int, origin: Origin, lean: Lean) -> Lean:
    """A quarter is the most recent one; a plan is for a coming one, unless it is to report the one just completed."""
    just_completed = (calendar.index(Unit.QUARTER, origin.day) - (number - 1)) % 4 == 1
    return Lean.FORWARD if lean is Lean.FORWARD and not just_completed else Lean.BACK


def _weekday(meaning: Weekday, origin: Origin, lean: Lean) -> Resolved:
    name = weekday_name(meaning.day)
    back = (origin.day - meaning.day) % 7
    if meaning.step is None:
        if lean is Lean.FORWARD or (lean is Lean.EITHER and back > _JUST_GONE):
            return _day(origin.day + (-back) % 7, f"the first {name} from {origin.words} on")
        return _day(origin.day - back, f"the most recent {name} up to {origin.words}")
    if meaning.step < 0:
        return _day(origin.day - (back or 7), f"the latest {name} before {origin.words}")
    if meaning.step > 0:
        return _day(origin.day + ((-back) % 7 or 7), f"the first {name} after {origin.words}")
    return _day(origin.day - origin.day % 7 + meaning.day, f"the {name} in the week of {origin.words}")


def _weekend(origin: Origin, lean: Lean) -> Resolved:
    """On a Saturday or Sunday the weekend is this one, whatever the lean."""
    number = calendar.index(Unit.WEEKEND, origin.day)
    if origin.day % 7 >= 5 or lean is Lean.FORWARD:
        return date(calendar.cell(Unit.WEEKEND, number), f"the weekend of the week of {origin.words}")
    return date(calendar.cell(Unit.WEEKEND, number - 1), f"the latest weekend before {origin.words}")


def _day(day: int, why: str) -> Resolved:
    return date(calendar.cell(Unit.DAY, day), why)


def _month_day(meaning: MonthDay, origin: Origin, lean: Lean) -> Resolved | None:
    """The nearest year's, unless that is `_TWO_MONTHS` off the other way than the clause looks.

    Nearer than that the day is meant whatever the verb: "declared a dividend, payable Dec. 1" (TimeBank).
    """
    name = f"{_MONTHS[meaning.month - 1]} {meaning.day}"
    year = civil.date_of(origin.day)[0]
    found = (calendar.day_of(y, meaning.month, meaning.day) for y in range(year - 8, year + 9))
    days = [day for day in found if day is not None]
    days = [day for day in days if day % 7 == meaning.weekday] or days
    if not days:
        return None
    before = max((day for day in days if day <= origin.day), default=days[0])
    after = min((day for day in days if day >= origin.day), default=days[-1])
    if meaning.step is not None and meaning.step < 0:
        return _day(max(day for day in days if day < origin.day), f"the latest {name} before {origin.words}")
    if meaning.step is not None and meaning.step > 0:
        return _day(min(day for day in days if day > origin.day), f"the first {name} after {origin.words}")
    back, on = origin.day - before, after - origin.day
    if lean is Lean.BACK and _TWO_MONTHS <= on <= back:
        return _day(before, f"the most recent {name} up to {origin.words}")
    if lean is Lean.FORWARD and _TWO_MONTHS <= back <= on:
        return _day(after, f"the first {name} from {origin.words} on")
    return _day(after if on < back else before, f"the {name} nearest to {origin.words}")


@dataclass(frozen=True, slots=True)
class _Cycle:
    """A place in the year: of `length` cells of the unit a year, the one at `place`, counted from 0."""

    unit: Unit
    length: int
    place: int
    name: str


def _cyclic(cycle: _Cycle, step: int | None, origin: Origin, lean: Lean) -> Resolved:
    """The cell at this place of the yearly cycle: the anchor's own if it is that one, else as step or lean say."""
    own = calendar.index(cycle.unit, origin.day)
    back = (own - cycle.place) % cycle.length
    if step is None:
        number, why = _by_lean(own, back, cycle.length, lean)
    elif step < 0:
        number, why = own - (back or cycle.length), "the latest {} before {}"
    elif step > 0:
        number, why = own + ((-back) % cycle.length or cycle.length), "the first {} after {}"
    else:
        number, why = _of_this_year(own, back, cycle.length), "the {} of the year of {}"
    return date(calendar.cell(cycle.unit, number), why.format(cycle.name, origin.words))


def _by_lean(own: int, back: int, cycle: int, lean: Lean) -> tuple[int, str]:
    if back == 0:
        return own, "the {} of {}"
    match lean:
        case Lean.BACK:
            return own - back, "the most recent {} up to {}"
        case Lean.FORWARD:
            return own - back + cycle, "the first {} from {} on"
        case Lean.NEAR | Lean.EITHER:
            nearest = own - back if back * 2 <= cycle else own - back + cycle
            return nearest, "the {} nearest to {}"


def _of_this_year(own: int, back: int, cycle: int) -> int:
    """The cell in the anchor's own calendar year; `own % cycle` is the anchor's place in it."""
    place = (own - back) % cycle
    return own - own % cycle + place


def cell_in(meaning: Leaning, outer: Cell) -> Cell | None:
    """The first such cell that starts inside the outer one: June of 1998, Tuesday of the week of …"""
    match meaning:
        case Weekday():
            number = outer.first_day + (meaning.day - outer.first_day) % 7
            inner = calendar.cell(Unit.DAY, number)
        case Weekend():
            inner = calendar.cell(Unit.WEEKEND, calendar.index(Unit.WEEKEND, outer.first_day))
        case MonthDay():
            day = calendar.day_of(civil.date_of(outer.first_day)[0], meaning.month, meaning.day)
            if day is None:
                return None
            inner = calendar.cell(Unit.DAY, day)
        case Month():
            inner = _first_in(Unit.MONTH, 12, meaning.month - 1, outer)
        case Quarter():
            inner = _first_in(Unit.QUARTER, 4, meaning.number - 1, outer)
        case Season():
            inner = _first_in(Unit.SEASON, 4, meaning.number, outer)
    return inner if outer.start <= inner.start < outer.end else None


def _first_in(unit: Unit, cycle: int, place: int, outer: Cell) -> Cell:
    number = calendar.index(unit, outer.first_day)
    if calendar.cell(unit, number).start < outer.start:
        number += 1
    return calendar.cell(unit, number + (place - number) % cycle)
