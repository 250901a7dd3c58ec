"""What a meaning needs of the text before it: a year told, a day told, or nothing."""

from dataclasses import replace

from app.domain import civil
from app.domain.interval import Granularity
from app.timex.calendar import Cell
from app.timex.meaning import (
    About,
    Around,
    Beside,
    Clock,
    Date,
    DayOfMonth,
    Holiday,
    Inside,
    LastDay,
    Meaning,
    Month,
    MonthDay,
    Nth,
    Part,
    PartOfDay,
    Range,
    Ref,
    Season,
    Shifted,
    Stepping,
    Told,
    Vague,
)
from app.timex.unit import Unit

_DAYS = frozenset({Unit.DAY, Unit.HOUR, Unit.MINUTE})
_LENGTHS = _DAYS | {Unit.WEEK}


def counts_in_days(meaning: Meaning | None) -> bool:
    """Whether a phrase counts from a day told: "the next morning", "three days later", "at noon"."""
    match meaning:
        case Told() | Shifted():
            return meaning.unit in _DAYS if isinstance(meaning, Told) else meaning.told and meaning.unit in _LENGTHS
        case PartOfDay() | Clock():
            return meaning.on is None or counts_in_days(meaning.on)
        case About() | Part():
            return counts_in_days(meaning.of)
        case _:
            return False


def is_year_before(meaning: Meaning) -> bool:
    return isinstance(meaning, Shifted) and meaning.unit is Unit.YEAR and meaning.count == 1 and not meaning.forward


def of_year(meaning: Meaning | None, year: Cell) -> Meaning | None:
    """A month, day, season or feast without a year, as one of a year told; None for what names none.

    A date told more finely is counted from as it stands.
    """
    match meaning:
        case Month() | MonthDay() | Season() | Holiday() if meaning.step is None:
            whole = year.grain is Granularity.YEAR
            return Inside(meaning, Date(civil.date_of(year.first_day)[0], None, None)) if whole else meaning
        case Part() | About() | LastDay() | Around() | Beside() | Stepping():
            of = of_year(meaning.of, year)
            return None if of is None else replace(meaning, of=of)
        case PartOfDay() | Clock():
            on = of_year(meaning.on, year)
            return None if on is None else replace(meaning, on=on)
        case Nth():
            outer = of_year(meaning.outer, year)
            return None if outer is None else replace(meaning, outer=outer)
        case Range():
            first = of_year(meaning.first, year)
            return None if first is None else replace(meaning, first=first)
        case _:
            return None


def needs_told(meaning: Meaning) -> bool:
    """Whether nothing is known without a date told before: three days later, that year, the 6th."""
    match meaning:
        case Shifted():
            return meaning.told and meaning.forward
        case Told():
            return meaning.firmly
        case DayOfMonth():
            return True
        case PartOfDay() | Clock():
            return meaning.on is not None and needs_told(meaning.on)
        case About():
            return needs_told(meaning.of)
        case _:
            return False


def unknown(meaning: Meaning) -> Meaning:
    if isinstance(meaning, About):
        return unknown(meaning.of)
    return Vague(Ref.FUTURE if isinstance(meaning, Shifted) else Ref.PAST)


def counts_from_moment(meaning: Meaning | None) -> bool:
    """ "Two hours ago", whose origin is the minute of speaking."""
    return isinstance(meaning, Shifted) and not meaning.told and meaning.unit in {Unit.HOUR, Unit.MINUTE}
