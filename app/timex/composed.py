"""Meanings made of others: one inside another, parts and thirds, ranges; times of day are those of `daytime`."""

from dataclasses import replace

from app.domain import civil
from app.domain.expression import TimexType
from app.domain.interval import Granularity
from app.timex import calendar, daytime, holiday, leaning, thirds
from app.timex.calendar import Cell
from app.timex.meaning import (
    About,
    Around,
    Beside,
    Clock,
    DayOfMonth,
    Holiday,
    Inside,
    LastDay,
    Lean,
    Meaning,
    Mod,
    Month,
    MonthDay,
    Nth,
    Part,
    PartOfDay,
    Quarter,
    Range,
    Season,
    SoFar,
    Stepped,
    Stepping,
    Weekday,
)
from app.timex.origin import Origin, day_words, told
from app.timex.resolved import Resolve, Resolved, cell_of, date
from app.timex.unit import Unit
from app.timex.window import shifted_day

Composed = Inside | Nth | Around | Beside | Stepping | Part | SoFar | LastDay | About | PartOfDay | Clock | Range


def resolve(  # noqa: C901 - one case a meaning
    meaning: Composed, origin: Origin, lean: Lean, rest: Resolve
) -> Resolved | None:
    """`rest` resolves what the meaning is made of."""
    match meaning:
        case Inside():
            return _inside(meaning, origin, lean, rest)
        case Nth():
            return _nth(meaning, origin, lean, rest)
        case Around() | Beside():
            return _around(meaning, origin, lean, rest)
        case Stepping():
            return _stepping(meaning, origin, lean, rest)
        case Part():
            return _part(meaning, origin, lean, rest)
        case SoFar():
            return _so_far(meaning, origin, rest)
        case LastDay():
            return _last_day(meaning, origin, lean, rest)
        case About():
            of = rest(meaning.of, origin, lean)
            return of and replace(of, mod=meaning.mod, why=", ".join(filter(None, (of.why, meaning.caution))))
        case PartOfDay():
            return daytime.part_of_day(meaning, origin, lean, rest)
        case Clock():
            return daytime.clock(meaning, origin, lean, rest)
        case Range():
            return _range(meaning, origin, lean, rest)


def _inside(meaning: Inside, origin: Origin, lean: Lean, rest: Resolve) -> Resolved | None:
    outer = cell_of(meaning.outer, origin, lean, rest)
    if outer is None:
        return None
    inner = _inner_cell(meaning.inner, outer[0], origin)
    return None if inner is None else date(inner, f"in {outer[0].value}, {outer[1]}")


def _inner_cell(inner: Meaning, outer: Cell, origin: Origin) -> Cell | None:
    match inner:
        case Stepped(unit=Unit.DAY, step=0):  # this day in 1969
            _, month, day = civil.date_of(origin.day)
            number = calendar.day_of(civil.date_of(outer.first_day)[0], month, day)
            return None if number is None else calendar.cell(Unit.DAY, number)
        case Weekday() | Month() | MonthDay() | Quarter() | Season():
            return leaning.cell_in(inner, outer)
        case DayOfMonth():
            number = outer.first_day + inner.day - 1
            return calendar.cell(Unit.DAY, number) if number <= outer.last_day else None
        case Holiday():
            found = holiday.in_year(inner.name, civil.date_of(outer.first_day)[0])
            return found if found and outer.start <= found.start < outer.end else None
        case _:
            return None


def _nth(meaning: Nth, origin: Origin, lean: Lean, rest: Resolve) -> Resolved | None:
    """The nth cell that begins inside; weeks count from the outer cell's first day, the first week being days 1–7."""
    outer = cell_of(meaning.outer, origin, lean, rest)
    if outer is None:
        return None
    cell = _nthcell_of(meaning, outer[0])
    return None if cell is None else date(cell, f"in {outer[0].value}, {outer[1]}")


def _nthcell_of(meaning: Nth, outer: Cell) -> Cell | None:
    if meaning.weekday is not None:
        return _nth_weekday(meaning.number, meaning.weekday, outer)
    if meaning.unit is Unit.WEEK:
        return _nth_week(meaning.number, outer)
    if not calendar.has_cells(meaning.unit):
        return None
    first = calendar.index(meaning.unit, outer.first_day)
    if calendar.cell(meaning.unit, first).start < outer.start:
        first += 1
    last = calendar.index(meaning.unit, outer.last_day)
    if calendar.cell(meaning.unit, last).start >= outer.end:
        last -= 1
    number = first + meaning.number - 1 if meaning.number > 0 else last + 1 + meaning.number
    return calendar.cell(meaning.unit, number) if first <= number <= last else None


def _nth_weekday(number: int, weekday: int, outer: Cell) -> Cell | None:
    first = outer.first_day + (weekday - outer.first_day) % 7
    last = outer.last_day - (outer.last_day - weekday) % 7
    day = first + 7 * (number - 1) if number > 0 else last + 7 * (number + 1)
    return calendar.cell(Unit.DAY, day) if outer.first_day <= day <= outer.last_day else None


def _nth_week(number: int, outer: Cell) -> Cell | None:
    """Weeks of a month or year are counted by their Thursdays, as ISO 8601 counts those of a year."""
    first = (outer.first_day + 3) // 7
    last = (outer.last_day - 3) // 7
    week = first + number - 1 if number > 0 else last + 1 + number
    return calendar.cell(Unit.WEEK, week) if first <= week <= last else None


def _around(meaning: Around | Beside, origin: Origin, lean: Lean, rest: Resolve) -> Resolved | None:
    found = cell_of(meaning.of, origin, lean, rest)
    if found is None or found[0].first_day != found[0].last_day:
        return None
    if isinstance(meaning, Around):
        cell = calendar.holding(meaning.unit, found[0].first_day)
        return date(cell, f"the {meaning.unit.word} that holds {found[0].value}, {found[1]}")
    day = shifted_day(found[0].first_day, meaning.step, meaning.unit)
    if day is None:
        return None
    steps = f"{abs(meaning.step)} {meaning.unit.word}{'s' if abs(meaning.step) > 1 else ''}"
    way = "after" if meaning.step > 0 else "before"
    return date(calendar.cell(Unit.DAY, day), f"{steps} {way} {found[0].value}, {found[1]}")


def _stepping(meaning: Stepping, origin: Origin, lean: Lean, rest: Resolve) -> Resolved | None:
    found = cell_of(meaning.of, origin, lean, rest)
    if found is None or found[0].first_day != found[0].last_day:
        return None
    day = found[0].first_day
    stepped = rest(meaning.weekday, Origin(day, Granularity.DAY, day_words(day)), lean)
    return stepped and replace(stepped, why=f"{stepped.why}, {found[1]}")


def _part(meaning: Part, origin: Origin, lean: Lean, rest: Resolve) -> Resolved | None:
    """A third of a cell. Days have no thirds: "early Tuesday" stays the day, with its mod."""
    found = rest(meaning.of, origin, lean)
    if found is None or found.cell is None:
        return found and Resolved(found.type, found.value, meaning.mod, found.cell, found.zone, found.why)
    cell = thirds.half(found.cell, meaning.mod) if meaning.half else thirds.third(found.cell, meaning.mod)
    return Resolved(found.type, found.value, meaning.mod, cell, found.zone, f"its {_PLACES[meaning.mod]}, {found.why}")


_PLACES = {Mod.START: "first part", Mod.MID: "middle", Mod.END: "last part"}


def _so_far(meaning: SoFar, origin: Origin, rest: Resolve) -> Resolved | None:
    found = rest(meaning.of, origin, Lean.NEAR)
    if found is None or found.cell is None:
        return found
    whole = found.cell
    if not whole.first_day <= origin.day <= whole.last_day:  # "earlier this weekend", said on a Tuesday
        return found
    if meaning.later:
        cell = Cell(origin.day * calendar.DAY, whole.end, whole.grain, whole.value)
        return date(cell, f"from the day on to its end, {found.why}", mod=Mod.END)
    cell = Cell(whole.start, (origin.day + 1) * calendar.DAY, whole.grain, whole.value)
    return date(cell, f"from its start through the day, {found.why}", mod=Mod.START)


def _last_day(meaning: LastDay, origin: Origin, lean: Lean, rest: Resolve) -> Resolved | None:
    found = cell_of(meaning.of, origin, lean, rest)
    return found and date(calendar.cell(Unit.DAY, found[0].last_day), f"the last day, {found[1]}")


def _range(meaning: Range, origin: Origin, lean: Lean, rest: Resolve) -> Resolved | None:
    """From the first through the last, which counts from the first; a last one that lies before it is none."""
    first = cell_of(meaning.first, origin, lean, rest)
    if first is None:
        return None
    last = cell_of(meaning.last, told(first[0]), Lean.FORWARD, rest)
    if last is None or last[0].end <= first[0].start:
        return None
    grain = max(first[0].grain, last[0].grain, key=lambda grain: grain.fineness)
    value = f"{first[0].value}/{last[0].value}"
    whole = Cell(first[0].start, last[0].end, grain, value)
    type_ = TimexType.TIME if grain.finer_than_day else TimexType.DATE
    return Resolved(type_, value, None, whole, None, f"from the first through the last, {first[1]}")
