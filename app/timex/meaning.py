"""What the words of a time expression mean, before any date is known: a closed union of small values.

A step is -1 for last, 0 for this, 1 for next and None where the phrase leaves it to the lean. The module is long
because the union is closed: all that a rule can mean is on this page.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum

from app.timex.unit import Unit


class Lean(Enum):
    """Where an underspecified phrase points; `NEAR` is to the nearest, `EITHER` too, of what was still to come."""

    BACK = "back"
    NEAR = "near"
    FORWARD = "forward"
    EITHER = "either"


class Mod(StrEnum):
    """TIMEX3 modifiers."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"


class Ref(StrEnum):
    """Values of vague references."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"


class DayPart(Enum):
    """(TIMEX3 suffix, first minute, last minute + 1 of the day), as civil usage in news has it."""

    MORNING = ("MO", 6 * 60, 12 * 60)
    AFTERNOON = ("AF", 12 * 60, 18 * 60)
    EVENING = ("EV", 18 * 60, 24 * 60)
    NIGHT = ("NI", 18 * 60, 24 * 60)
    OVERNIGHT = ("NI", 0, 6 * 60)
    SMALL_HOURS = ("MO", 0, 6 * 60)
    EARLY_MORNING = ("MO", 0, 9 * 60)
    DAYTIME = ("DT", 6 * 60, 18 * 60)


@dataclass(frozen=True, slots=True)
class Stepped:
    """The unit's cell `step` cells from the anchor's own: today, last week, next year."""

    unit: Unit
    step: int


@dataclass(frozen=True, slots=True)
class Shifted:
    """`count` units before (negative) or after the anchor, or, if `told`, the date told last."""

    count: float | None
    unit: Unit
    forward: bool
    told: bool


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0; `told`: stepped from the date told last (the following Friday)."""

    day: int
    step: int | None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Weekend:
    """The weekend, whichever the lean says; the latest that has begun without one."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the year; `told`: stepped from the date told last (the following March)."""

    month: int
    step: int | None
    told: bool = False


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month; `weekday`, where it is told too, picks the year."""

    month: int
    day: int
    step: int | None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """An absolute date to the day, month or year; years before 1 are astronomical (44 BC is -43)."""

    year: int
    month: int | None
    day: int | None


class Order(Enum):
    """Which of the first two numbers of 03/04/2024 is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True, slots=True)
class Slashed:
    """A date in numbers whose first two stand in the `order` that the field shows, `why` says by what; None is open."""

    first: int
    second: int
    year: int
    order: Order | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Quarter:
    number: int
    step: int | None


@dataclass(frozen=True, slots=True)
class Season:
    """Spring 0 to winter 3, meteorological, northern; `told` as for a month."""

    number: int
    step: int | None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Cells:
    """An absolute cell by its number: the 1990s, the 19th century. `unit` is decade or century."""

    unit: Unit
    number: int


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day of the calendar, by its key in the holiday table."""

    name: str
    step: int | None


@dataclass(frozen=True, slots=True)
class Told:
    """The unit's cell around the date told last: that year, the same day; `step` cells on: the following week.

    Without `firmly` ("the year", "later in the day") it is told's only where the text narrates, or told a day just
    before, and publication's elsewhere.
    """

    unit: Unit
    step: int
    firmly: bool


@dataclass(frozen=True, slots=True)
class QuarterInView:
    """The quarter a story reports on, `step` quarters on, or that of another `year`.

    It is the latest completed one told, else the last completed before publication.
    """

    step: int
    year: int | None


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """The 6th, of the month told last."""

    day: int


@dataclass(frozen=True, slots=True)
class Inside:
    """`inner` as it lies inside `outer`: June of last year, Tuesday of next week."""

    inner: "Meaning"
    outer: "Meaning"


@dataclass(frozen=True, slots=True)
class Nth:
    """The `number`th unit, or weekday, inside `outer`, -1 the last: the first week of May, the last Friday of June."""

    number: int
    unit: Unit
    outer: "Meaning"
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """The unit's cell around a date: the week of March 6."""

    unit: Unit
    of: "Meaning"


@dataclass(frozen=True, slots=True)
class Beside:
    """The day so many units from a date: the day after Christmas, a week from Monday."""

    unit: Unit
    step: int
    of: "Meaning"


@dataclass(frozen=True, slots=True)
class Stepping:
    """A weekday stepped from the day that another meaning names: the Monday after Easter."""

    weekday: Weekday
    of: "Meaning"


@dataclass(frozen=True, slots=True)
class Part:
    """A third of a cell, with TIMEX3 mod START, MID or END: early May, late 2021; `half`: its first or second half."""

    mod: Mod
    of: "Meaning"
    half: bool = False


@dataclass(frozen=True, slots=True)
class SoFar:
    """From the cell's start through the anchor's day (earlier this year), or, `later`, from there to its end."""

    of: Stepped
    later: bool


@dataclass(frozen=True, slots=True)
class LastDay:
    """The last day of a cell: year-end, month's end."""

    of: "Meaning"


@dataclass(frozen=True, slots=True)
class About:
    """A meaning with a modifier that leaves its interval alone; `caution` says what the reader should know of it."""

    mod: Mod
    of: "Meaning"
    caution: str = ""


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A part of the day that `on` names, else of the day in view."""

    part: DayPart
    on: "Meaning | None"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, with the zone as told, on the day that `on` names, else on the day in view."""

    hour: int
    minute: int
    zone: str | None
    on: "Meaning | None"


@dataclass(frozen=True, slots=True)
class Range:
    """From the first through the last, both named."""

    first: "Meaning"
    last: "Meaning"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; `opens`: it begins with what is told after it (the first nine months of 2014)."""

    count: float | None
    unit: Unit
    mod: Mod | None
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """`count` units reaching to the anchor, or from it on: the past two years, the next 48 hours."""

    count: float | None
    unit: Unit
    forward: bool


@dataclass(frozen=True, slots=True)
class Ahead:
    """In two years: that far on where the clause looks ahead, else a length of time."""

    count: float
    unit: Unit


@dataclass(frozen=True, slots=True)
class Often:
    """A set of times, with its TIMEX3 value: daily, every Tuesday."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    ref: Ref


@dataclass(frozen=True, slots=True)
class Nothing:
    """A decoy: words that look like a time expression and are none."""


Meaning = (
    Stepped
    | Shifted
    | Weekday
    | Weekend
    | Month
    | MonthDay
    | Date
    | Slashed
    | Quarter
    | Season
    | Cells
    | Holiday
    | Told
    | QuarterInView
    | DayOfMonth
    | Inside
    | Nth
    | Around
    | Beside
    | Stepping
    | Part
    | SoFar
    | LastDay
    | About
    | PartOfDay
    | Clock
    | Range
    | Duration
    | Window
    | Ahead
    | Often
    | Vague
    | Nothing
)

_MADE_OF = ("of", "on", "inner", "outer", "first", "last")


def parts(meaning: Meaning) -> dict[str, Meaning]:
    """What a meaning is made of, by the field it is kept in."""
    found = ((name, getattr(meaning, name, None)) for name in _MADE_OF)
    return {name: part for name, part in found if isinstance(part, Meaning)}
