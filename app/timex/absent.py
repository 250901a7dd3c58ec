"""What a field gave, with the days that it names and no calendar has: 31 June, 30 February, 29 February 2023."""

from dataclasses import dataclass

from app.domain.expression import Dating
from app.timex import calendar
from app.timex.meaning import Date, Meaning, MonthDay, parts

_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Scanned:
    """Datings in the order of the text; `absent` are the spans [start, end) of days that don't exist."""

    datings: tuple[Dating, ...]
    absent: tuple[tuple[int, int], ...]


def names_no_day(meaning: Meaning) -> bool:
    """Whether a meaning is made of a day of a month that the month doesn't have, in its year or in any."""
    match meaning:
        case Date(year, int() as month, int() as day):
            return calendar.day_of(year, month, day) is None
        case MonthDay():
            return calendar.day_of(_LEAP_YEAR, meaning.month, meaning.day) is None
        case _:
            return any(names_no_day(part) for part in parts(meaning).values())
