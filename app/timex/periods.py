"""Lengths of time told by their end or beginning: the three months ended December 31, the first nine months of 2014."""

from dataclasses import dataclass, replace

from app.domain import civil
from app.domain.expression import TimexType
from app.domain.interval import Extent, Granularity
from app.timex import calendar
from app.timex.calendar import Cell
from app.timex.cues import Cues
from app.timex.found import Found
from app.timex.meaning import Ahead, Duration, QuarterInView, Told
from app.timex.resolved import date, unplaced
from app.timex.unit import GRAINS, Unit, duration
from app.timex.window import shifted_day

_MONTHS_A_QUARTER = 3
_HALF_A_QUARTER = 45  # days: a fiscal quarter is told as the calendar one that most of it lies in
_HOUR = 60  # minutes
_ENDS = frozenset({Granularity.DAY, Granularity.MONTH})


@dataclass(frozen=True, slots=True)
class Period:
    """The length with the days it runs through; the cell's value is as ISO 8601 has it, `P3M/2021-12-31`."""

    length: Found
    cell: Cell
    why: str
    extent: Extent = Extent.THROUGHOUT


def period(phrase: str, length: Found, beside: Found, cues: Cues) -> Period | None:
    """The period of this length that the other expression begins, ends or is opened by; None where no words tell it.

    `phrase` is the lower-case text from the length's start to the other's.
    """
    told, cell = _told(length), beside.resolved.cell
    if told is None or cell is None:
        return None
    link = phrase[length.end - length.start :].strip()
    opens = isinstance(length.meaning, Duration) and length.meaning.opens
    if link in cues.opening_links and opens and told[1] is not Unit.HOUR:
        return _opening(length, told, beside, cell)
    if cell.grain in _ENDS and link in cues.beginning_links:
        return _beginning(length, told, beside, cell)
    definite = phrase.split(maxsplit=1)[0] in cues.articles or isinstance(length.meaning, Ahead)
    if cell.grain is Granularity.MINUTE and told[1] is Unit.HOUR:
        return _hours(length, told[0], beside, cell) if definite and link in cues.range_to else None
    if cell.grain in _ENDS and (link in cues.ending_links or (definite and link in cues.range_links | cues.range_to)):
        return _ending(length, told, beside, cell)
    return None


def _told(length: Found) -> tuple[float, Unit] | None:
    """How many units of at least an hour, and which; a quarter is three months."""
    match length.meaning:
        case Duration(count=float() | int() as count, unit=unit) | Ahead(count=count, unit=unit) if unit in GRAINS:
            return None if unit is Unit.MINUTE else (count, unit)
        case Told(unit=unit, step=0, firmly=False):
            return 1, unit
        case QuarterInView(step=0, year=None):
            return _MONTHS_A_QUARTER, Unit.MONTH
        case _:
            return None


def _ending(length: Found, told: tuple[float, Unit], end: Found, cell: Cell) -> Period | None:
    first = shifted_day(cell.last_day + 1, -told[0], told[1])
    if first is None:
        return None
    why = f"{_words(*told)} up to the end of {end.resolved.value}; {end.resolved.why}"
    grain = max(cell.grain, GRAINS[told[1]], key=lambda grain: grain.fineness)
    whole = calendar.days(first, cell.last_day, grain, f"{duration(*told)}/{end.resolved.value}")
    if isinstance(length.meaning, QuarterInView):  # it stays one
        number = calendar.index(Unit.QUARTER, cell.last_day - _HALF_A_QUARTER)
        return Period(replace(length, resolved=date(calendar.cell(Unit.QUARTER, number), why)), whole, why)
    return Period(_filling(length, told, whole, why), whole, why)


def _hours(length: Found, count: float, end: Found, cell: Cell) -> Period:
    """ "The 24 hours to 8 a.m. Monday"."""
    why = f"{_words(count, Unit.HOUR)} up to {end.resolved.value}; {end.resolved.why}"
    value = f"{duration(count, Unit.HOUR)}/{end.resolved.value}"
    whole = Cell(cell.start - round(count * _HOUR), cell.start, Granularity.MINUTE, value)
    return Period(_filling(length, (count, Unit.HOUR), whole, why), whole, why)


def _opening(length: Found, told: tuple[float, Unit], outer: Found, cell: Cell) -> Period | None:
    after = shifted_day(cell.first_day, *told)
    if after is None or not cell.first_day < after <= cell.last_day:
        return None
    why = f"the first of {outer.resolved.value}, {outer.resolved.why}"
    start = civil.day_text(cell.start)
    whole = calendar.days(cell.first_day, after - 1, GRAINS[told[1]], f"{start}/{duration(*told)}")
    return Period(_filling(length, told, whole, why), whole, why)


def _beginning(length: Found, told: tuple[float, Unit], start: Found, cell: Cell) -> Period | None:
    after = shifted_day(cell.first_day, *told)
    if after is None:
        return None
    why = f"{_words(*told)} from {start.resolved.value} on; {start.resolved.why}"
    whole = calendar.days(cell.first_day, after - 1, GRAINS[told[1]], f"{start.resolved.value}/{duration(*told)}")
    return Period(_filling(length, told, whole, why), whole, why, Extent.WITHIN)


def _filling(length: Found, told: tuple[float, Unit], whole: Cell, why: str) -> Found:
    resolved = unplaced(duration(*told), why, type=TimexType.DURATION, mod=length.resolved.mod)
    return replace(length, resolved=replace(resolved, cell=whole), cue=None)


def _words(count: float, unit: Unit) -> str:
    return f"the {unit.word}" if count == 1 else f"the {count:g} {unit.word}s"
