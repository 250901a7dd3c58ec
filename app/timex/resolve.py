"""Meanings resolved against what they count from: one match, one small function a case. Pure, no clock."""

from typing import assert_never

from app.domain import civil
from app.domain.expression import TimexType
from app.domain.interval import Granularity
from app.timex import calendar, composed, holiday, leaning, slashed, window
from app.timex.calendar import Cell
from app.timex.meaning import (
    About,
    Ahead,
    Around,
    Beside,
    Cells,
    Clock,
    Date,
    DayOfMonth,
    Duration,
    Holiday,
    Inside,
    LastDay,
    Lean,
    Meaning,
    Month,
    MonthDay,
    Nothing,
    Nth,
    Often,
    Part,
    PartOfDay,
    Quarter,
    QuarterInView,
    Range,
    Ref,
    Season,
    Shifted,
    Slashed,
    SoFar,
    Stepped,
    Stepping,
    Told,
    Vague,
    Weekday,
    Weekend,
    Window,
)
from app.timex.origin import Origin
from app.timex.resolved import Resolved, date, unplaced, vague
from app.timex.unit import GRAINS, Unit, duration


def resolve(meaning: Meaning, origin: Origin, lean: Lean) -> Resolved | None:
    """The reading of a meaning that counts from `origin`.

    None for decoys, for days that no calendar has, and outside the years -9999 to 9999.
    """
    try:
        return _resolve(meaning, origin, lean)
    except OverflowError:
        return None


def _resolve(meaning: Meaning, origin: Origin, lean: Lean) -> Resolved | None:  # noqa: C901, PLR0912 - one case a meaning
    """As `resolve`; raises OverflowError where the date would lie outside the years -9999 to 9999."""
    match meaning:
        case Stepped():
            return _stepped(meaning, origin)
        case Shifted():
            return _shifted(meaning, origin)
        case Weekday() | Weekend() | Month() | MonthDay() | Quarter() | Season():
            return leaning.resolve(meaning, origin, lean)
        case Holiday():
            return holiday.resolve(meaning, origin, lean)
        case Date():
            return _date(meaning)
        case Slashed():
            return slashed.resolve(meaning)
        case Cells():
            return _cells(meaning)
        case Told():
            return _told(meaning, origin)
        case QuarterInView():
            return _quarter_in_view(meaning, origin)
        case DayOfMonth():
            return _day_of_month(meaning, origin)
        case (
            Inside()
            | Nth()
            | Around()
            | Beside()
            | Stepping()
            | Part()
            | SoFar()
            | LastDay()
            | About()
            | PartOfDay()
            | Clock()
            | Range()
        ):
            return composed.resolve(meaning, origin, lean, _resolve)
        case Duration():
            value = duration(meaning.count, meaning.unit)
            return unplaced(value, "a length of time", type=TimexType.DURATION, mod=meaning.mod)
        case Window():
            return window.resolve(meaning, origin)
        case Ahead():
            return _ahead(meaning, origin, lean)
        case Often():
            return unplaced(meaning.value, "a repeated time", type=TimexType.SET)
        case Vague():
            return vague(meaning.ref, "a vague reference, no date claimed")
        case Nothing():
            return None
        case _:
            assert_never(meaning)


_STEPS = {-1: "the {} before that of {}", 0: "the {} of {}", 1: "the {} after that of {}"}
_DAY_STEPS = {-1: "the day before {}", 0: "the day of {}", 1: "the day after {}"}


def _stepped(meaning: Stepped, origin: Origin) -> Resolved | None:
    if not calendar.has_cells(meaning.unit):
        return None
    cell = calendar.cell(meaning.unit, calendar.index(meaning.unit, origin.day) + meaning.step)
    if meaning.unit is Unit.DAY:
        return date(cell, _DAY_STEPS.get(meaning.step, f"{meaning.step:+d} days from {{}}").format(origin.words))
    told = _STEPS.get(meaning.step, f"{{}} {meaning.step:+d} from {{}}").format(meaning.unit.word, origin.words)
    return date(cell, told)


_SUBDAY = frozenset({Unit.SECOND, Unit.MINUTE, Unit.HOUR})
_HOUR = 60  # minutes
_SHORT = {Unit.MINUTE: 1, Unit.HOUR: _HOUR}
_LONG = {Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}  # years; told to the year when counted from


def _shifted(meaning: Shifted, origin: Origin) -> Resolved | None:
    back_or_on = "after" if meaning.forward else "before"
    unit = Unit.YEAR if meaning.unit in _LONG else meaning.unit
    if meaning.count is not None and unit in _SHORT:
        step = meaning.count if meaning.forward else -meaning.count
        if origin.moment is not None:
            return _shifted_clock(step, unit, origin.moment)
        if origin.minute is not None and not meaning.told:
            return _shifted_hour(step * _SHORT[unit], origin.day * calendar.DAY + origin.minute, origin.words)
    if meaning.count is None or not origin.knows(unit):
        return vague(Ref.FUTURE if meaning.forward else Ref.PAST, f"an unknown time {back_or_on} {origin.words}")
    step = meaning.count if meaning.forward else -meaning.count
    plural = "" if meaning.count == 1 else "s"
    why = f"{meaning.count:g} {meaning.unit.word}{plural} {back_or_on} {origin.words}"
    if meaning.unit in _LONG:
        years = round(step * _LONG[meaning.unit])
        return date(calendar.cell(Unit.YEAR, calendar.index(Unit.YEAR, origin.day) + years), why)
    if step != int(step):
        return _half_shifted(meaning.unit, step, origin, why)
    return date(calendar.cell(meaning.unit, calendar.index(meaning.unit, origin.day) + int(step)), why)


def _shifted_clock(step: float, unit: Unit, moment: int) -> Resolved:
    """Minutes after a time told are told to the minute, hours to the hour."""
    size, grain = _SHORT[unit], GRAINS[unit]
    minute = moment + round(step * size)
    start = minute - minute % size
    value = civil.minute_text(start)[: 16 if unit is Unit.MINUTE else 13]
    side = "after" if step > 0 else "before"
    why = f"{abs(step):g} {unit.word}{'' if abs(step) == 1 else 's'} {side} {civil.minute_text(moment)}, told before it"
    return Resolved(TimexType.TIME, value, None, Cell(start, start + size, grain, value), None, why)


def _shifted_hour(minutes: float, moment: int, words: str) -> Resolved:
    """What is counted from publication is told to the hour: nobody writes and publishes in one minute."""
    hour = (moment + round(minutes)) // _HOUR * _HOUR
    value = civil.minute_text(hour)[:13]
    side = "after" if minutes > 0 else "before"
    count, unit = (abs(minutes) / _HOUR, "hour") if minutes % _HOUR == 0 else (abs(minutes), "minute")
    why = f"the hour {count:g} {unit}{'' if count == 1 else 's'} {side} {words}"
    return Resolved(TimexType.TIME, value, None, Cell(hour, hour + _HOUR, Granularity.HOUR, value), None, why)


def _half_shifted(unit: Unit, step: float, origin: Origin, why: str) -> Resolved | None:
    """One and a half years is 18 months, told to the month; other fractions are left vague."""
    if unit is Unit.YEAR and origin.knows(Unit.MONTH):
        return date(calendar.cell(Unit.MONTH, calendar.index(Unit.MONTH, origin.day) + round(step * 12)), why)
    return vague(Ref.FUTURE if step > 0 else Ref.PAST, why)


def _date(meaning: Date) -> Resolved | None:
    if meaning.month is None:
        return date(calendar.cell(Unit.YEAR, meaning.year), "the year as written")
    if meaning.day is None:
        return date(calendar.cell(Unit.MONTH, meaning.year * 12 + meaning.month - 1), "the month as written")
    day = calendar.day_of(meaning.year, meaning.month, meaning.day)
    return None if day is None else date(calendar.cell(Unit.DAY, day), "the date as written")


def _cells(meaning: Cells) -> Resolved:
    """Centuries before Christ end with their round year: the 5th is 500–401 BC, astronomically -499 to -400."""
    if meaning.number >= 0:
        return date(calendar.cell(meaning.unit, meaning.number), f"the {meaning.unit.word} as written")
    years = [calendar.cell(Unit.YEAR, meaning.number * 100 + offset) for offset in (1, 100)]
    value = f"{years[0].value}/{years[1].value}"
    return date(Cell(years[0].start, years[1].end, Granularity.CENTURY, value), "the century as written")


def _told(meaning: Told, origin: Origin) -> Resolved | None:
    if not origin.knows(meaning.unit):
        return None
    number = calendar.index(meaning.unit, origin.day) + meaning.step
    why = (_DAY_STEPS if meaning.unit is Unit.DAY else _STEPS).get(meaning.step, "{} from {}")
    words = (origin.words,) if meaning.unit is Unit.DAY else (meaning.unit.word, origin.words)
    return date(calendar.cell(meaning.unit, number), why.format(*words))


def _quarter_in_view(meaning: QuarterInView, origin: Origin) -> Resolved:
    """A quarter told is the origin itself; publication lies in the quarter after the one it reports on."""
    told = origin.grain is Granularity.QUARTER
    number = calendar.index(Unit.QUARTER, origin.day) + meaning.step - (0 if told else 1)
    if meaning.year is not None:
        number = meaning.year * 4 + number % 4
    return date(calendar.cell(Unit.QUARTER, number), f"the quarter reported on, counted from {origin.words}")


def _day_of_month(meaning: DayOfMonth, origin: Origin) -> Resolved | None:
    if not origin.knows(Unit.MONTH):
        return None
    year, month, _ = civil.date_of(origin.day)
    day = calendar.day_of(year, month, meaning.day)
    return None if day is None else date(calendar.cell(Unit.DAY, day), f"that day of the month of {origin.words}")


def _ahead(meaning: Ahead, origin: Origin, lean: Lean) -> Resolved | None:
    if lean is Lean.FORWARD and meaning.unit not in _SUBDAY:
        return _shifted(Shifted(meaning.count, meaning.unit, forward=True, told=False), origin)
    return unplaced(duration(meaning.count, meaning.unit), "a length of time", type=TimexType.DURATION)
