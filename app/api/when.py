"""Dates in queries: `2021`, `2021-12`, a day or a minute, each the whole of what is written."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.domain import civil

_SHAPE = re.compile(
    r"(?P<year>-?\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})(?:T(?P<hour>\d{2}):(?P<minute>\d{2}))?)?)?", re.ASCII
)
_RIGHT = "write a year, month, day or minute, as in '2021', '2021-12', '2021-12-21' or '2021-12-21T14:05'"
_FIRST_INSTANT = datetime(1, 1, 1, tzinfo=UTC)
_LAST_MINUTE = civil.day_number(10_000, 1, 1) * civil.MINUTES_A_DAY - 1


@dataclass(frozen=True, slots=True)
class Unit:
    """Civil minutes [start, end) of what was written."""

    start: int
    end: int


def unit(text: str) -> Unit:
    """The unit that a text writes. Raises ValueError with what would be right."""
    shape = _SHAPE.fullmatch(text)
    if shape is None or shape["year"] == "-0000":
        raise ValueError(f"{text[:40]!r} is not a date: {_RIGHT}")
    year, month = int(shape["year"]), shape["month"] and int(shape["month"])
    if not month:
        if shape["month"]:
            raise ValueError(f"{text!r} has no such month: {_RIGHT}")
        return _days(civil.day_number(year, 1, 1), civil.day_number(year + 1, 1, 1))
    if not 1 <= month <= 12:
        raise ValueError(f"{text!r} has no such month: {_RIGHT}")
    if not shape["day"]:
        return _days(civil.day_number(year, month, 1), civil.day_number(year + month // 12, month % 12 + 1, 1))
    try:
        start = civil.minutes(text)
    except ValueError as error:
        raise ValueError(f"{text!r} does not exist: {_RIGHT}") from error
    return Unit(start, start + (1 if shape["hour"] else civil.MINUTES_A_DAY))


def _days(first: int, after: int) -> Unit:
    return Unit(first * civil.MINUTES_A_DAY, after * civil.MINUTES_A_DAY)


def instant(minute: int) -> datetime:
    """A civil minute read as UTC; past the last that exists, the last. Before year 1 is a ValueError."""
    if minute < 0:
        raise ValueError("publication lies in the years 1 to 9999")
    return _FIRST_INSTANT + timedelta(minutes=min(minute, _LAST_MINUTE))
