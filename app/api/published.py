"""Publication as it is posted: text and zone in, a date or an aware datetime out, or what would be right."""

import difflib
import re
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from importlib import resources
from zoneinfo import ZoneInfo

_SHAPE = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[Tt ](?P<time>\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(?P<offset>[Zz]|[+-]\d{2}:\d{2})?)?",
    re.ASCII,
)
_RIGHT = "write RFC 3339, as in '2021-12-21T14:05:00-05:00', or a bare date, as in '2021-12-21'"
# Offsets in use span -12:00 to +14:00; RFC 3339 itself would allow any below a day.
_WIDEST_OFFSET = timedelta(hours=18)


@cache
def zones() -> frozenset[str]:
    """IANA names, from the tzdata package, so that every machine knows the same."""
    return frozenset(resources.files("tzdata").joinpath("zones").read_text().split())


def zone_name(text: str) -> str:
    """The IANA name itself; another spelling is a ValueError that says the nearest."""
    if text in zones():
        return text
    folded = {name.casefold(): name for name in zones()}
    near = folded.get(text.casefold()) or next(iter(difflib.get_close_matches(text[:64], zones(), n=1)), None)
    hint = f"did you mean {near!r}?" if near else "write an IANA name, as in 'America/New_York'"
    raise ValueError(f"{text[:64]!r} is not a known time zone: {hint}")


@lru_cache(maxsize=256)  # asked for when an article is looked at, then for the article
def published(text: str, timezone: str | None) -> datetime | date:
    """Publication as an aware datetime or a bare date. Raises ValueError with what would be right."""
    shape = _SHAPE.fullmatch(text)
    if shape is None:
        raise ValueError(f"{text[:64]!r} is not a timestamp: {_RIGHT}")
    try:
        day = date.fromisoformat(shape["day"])
        moment = _moment(shape) if shape["time"] else None
    except ValueError as error:
        raise ValueError(f"{text[:64]!r} does not exist in the calendar ({error}): {_RIGHT}") from error
    if moment is None:
        return _not_last(day, text)
    if moment.tzinfo is None:
        if timezone is None:
            raise ValueError(f"{text!r} has no offset: add one, as in '{text}-05:00', or post `timezone` with it")
        moment = _civil(moment, timezone)
    try:
        moment.astimezone(UTC)
        _not_last((moment.astimezone(ZoneInfo(timezone)) if timezone else moment).date(), text)
    except OverflowError as error:
        raise ValueError(f"{text!r} lies outside the years 1 to 9999 in UTC or where it was published") from error
    return moment


def _not_last(day: date, text: str) -> date:
    """The civil day of publication, unless it is the last there is: it would end after all dates."""
    if day == date.max:
        raise ValueError(f"{text!r} lies on the last day that dates can tell: {_RIGHT}")
    return day


def _moment(shape: re.Match[str]) -> datetime:
    """Digits below the microsecond are dropped; they can't move a date."""
    time, _, fraction = shape["time"].partition(".")
    offset = (shape["offset"] or "").upper().replace("Z", "+00:00")
    if offset and timedelta(hours=int(offset[1:3]), minutes=int(offset[4:])) > _WIDEST_OFFSET:
        raise ValueError(f"no zone is {offset} from UTC")
    return datetime.fromisoformat(
        f"{shape['day']}T{time}{'.' + fraction[:6].ljust(6, '0') if fraction else ''}{offset}"
    )


def _civil(moment: datetime, timezone: str) -> datetime:
    """A wall-clock time in its zone; one that the clocks jumped over is refused, the first of two is taken."""
    placed = moment.replace(tzinfo=ZoneInfo(timezone))
    try:
        there_and_back = placed.astimezone(UTC).astimezone(placed.tzinfo).replace(tzinfo=None)
    except OverflowError:
        return placed
    if there_and_back != moment:
        raise ValueError(f"{moment.isoformat()} was skipped by the clocks in {timezone}: add the offset that is meant")
    return placed
