"""Ranges in query strings: pairs of written dates, refused by the parameter's name where they can't be meant."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from app.api import when
from app.api.problems import bad_parameter

When = Annotated[str, Field(max_length=40, examples=["2021-12"])]


def span(first_name: str, first: str | None, last_name: str, last: str | None) -> tuple[int | None, int | None]:
    """First minute and the minute after the last of a range; None is open. A reversed one is refused."""
    start, end = written(first_name, first), written(last_name, last)
    if start and end and start.start >= end.end:
        raise bad_parameter(last_name, f"{last!r} lies before {first_name}={first!r}: swap them", "reversed")
    return start.start if start else None, end.end if end else None


def written(name: str, text: str | None) -> when.Unit | None:
    """The unit that a parameter writes."""
    try:
        return None if text is None else when.unit(text)
    except ValueError as error:
        raise bad_parameter(name, str(error)) from error


def moment(name: str, minute: int | None) -> datetime | None:
    """A parameter's minute as an instant, read as UTC."""
    try:
        return None if minute is None else when.instant(minute)
    except ValueError as error:
        raise bad_parameter(name, str(error)) from error
