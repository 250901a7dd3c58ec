"""One time expression as the scan has it before it is told: where it stands, what it means, what it came to."""

from dataclasses import dataclass

from app.domain.interval import Bound, Extent
from app.timex.meaning import (
    About,
    Ahead,
    Around,
    Beside,
    Clock,
    Holiday,
    Inside,
    LastDay,
    Lean,
    Meaning,
    Month,
    MonthDay,
    Nth,
    Part,
    PartOfDay,
    Quarter,
    Range,
    Season,
    Stepped,
    Stepping,
    Weekday,
    Weekend,
)
from app.timex.resolved import Resolved
from app.timex.unit import Unit


@dataclass(frozen=True, slots=True)
class Found:
    """Characters [start, end) of the field; `before` and `after` are the rest of its sentence, lower case.

    `cue` is the word that gave the lean. `bound` and `extent` are what it gives to an event.
    """

    start: int
    end: int
    rule: str
    meaning: Meaning
    lean: Lean
    cue: str | None
    resolved: Resolved
    bound: Bound | None
    extent: Extent
    before: str
    after: str


def leans(meaning: Meaning | None) -> bool:
    """Whether the lean has a say in what the meaning comes to."""
    match meaning:
        case Weekday() | Month() | MonthDay() | Quarter() | Season() | Holiday():
            return meaning.step is None
        case Weekend() | Ahead():
            return True
        case Part() | About() | LastDay() | Around() | Beside() | Stepping():
            return leans(meaning.of)
        case Inside() | Nth():
            return leans(meaning.outer)
        case PartOfDay(on=Stepped(unit=Unit.DAY, step=0)):  # "this evening", told after midnight
            return True
        case PartOfDay() | Clock():
            return leans(meaning.on) or (isinstance(meaning, Clock) and meaning.on is None)
        case Range():
            return leans(meaning.first)
        case _:
            return False
