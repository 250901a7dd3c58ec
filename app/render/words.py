"""When an event is, in English words that claim no more than is known: "January 2022 or later"."""

from app.domain import civil
from app.domain.event import Event
from app.domain.interval import Bound, Extent, Granularity, Interval

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_Date = tuple[int, int, int]


def when(event: Event) -> str:
    """The event's time as a reader would say it, its bound included."""
    cell = cell_words(event.interval, event.granularity)
    match event.bound:
        case Bound.SINCE:
            return f"since {cell}"
        case Bound.UNTIL:
            return f"until {cell}"
        case Bound.BEFORE:
            return f"before {cell}"
        case Bound.AFTER:
            return f"after {cell}"
        case Bound.NOT_BEFORE:
            return f"{cell} or later"
        case Bound.NOT_AFTER:
            return f"by {cell}"
        case None if event.extent is Extent.THROUGHOUT and not _one_day(event.interval):
            return f"throughout {cell}"
        case None:
            return cell


def why(event: Event) -> str | None:
    """Why the event has its time, in words: as the first of its mentions explains it, or by whose word."""
    if event.override is not None:
        said = event.override
        return f"given by a person on {said.made_at[:10]} ({said.by}): {' '.join(said.note.split())}"
    return event.mentions[0].explanation or None if event.mentions else None


def phrase(event: Event) -> str | None:
    """The words that give the event its time; none where a person gave it."""
    told = None if event.override or not event.mentions else event.mentions[0].expression
    return told.text if told else None


def cell_words(interval: Interval, granularity: Granularity) -> str:
    """The interval in words: its granularity's own where it is one cell, else its first and last day or minute."""
    if granularity.finer_than_day:
        return _clock(interval)
    first, last = _date(interval.start), _date(civil.day_text(civil.minutes(interval.end) - 1))
    return _named(first, last, granularity) or _between(first, last)


def _named(first: _Date, last: _Date, granularity: Granularity) -> str | None:
    months = (last[0] - first[0]) * 12 + last[1] - first[1] + 1 if first[2] == 1 and _ends_month(last) else 0
    match granularity, months:
        case Granularity.CENTURY, 1200:
            return f"the {_ordinal(first[0] // 100 + 1)} century"
        case Granularity.DECADE, 120:
            return f"the {_year(first[0])}s"
        case Granularity.YEAR, 12 if first[1] == 1:
            return _year(first[0])
        case Granularity.HALF, 6:
            return f"the {'first' if first[1] == 1 else 'second'} half of {_year(first[0])}"
        case Granularity.QUARTER, 3:
            return f"quarter {(first[1] + 2) // 3} of {_year(first[0])}"
        case Granularity.SEASON, 3 if first[1] in _SEASONS:
            return f"{_SEASONS[first[1]]} {_year(first[0])}"
        case Granularity.MONTH, 1:
            return f"{_MONTHS[first[1] - 1]} {_year(first[0])}"
        case Granularity.WEEK, _ if _days(first, last) == 7:
            return f"the week of {_day(first)}"
        case Granularity.WEEKEND, _ if _days(first, last) == 2:
            return f"the weekend of {_day(first)}"
        case _:
            return None


def _between(first: _Date, last: _Date) -> str:
    return _day(first) if first == last else f"{_day(first)} to {_day(last)}"


def _clock(interval: Interval) -> str:
    start, end = interval.start.split("T"), interval.end.split("T")
    day = _day(_date(start[0]))
    if civil.minutes(interval.end) - civil.minutes(interval.start) == 1:
        return f"{day}, {start[1]}"
    if end[1] == "00:00" and civil.minutes(end[0]) - civil.minutes(start[0]) == civil.MINUTES_A_DAY:
        return f"{day}, {start[1]} to 24:00"
    if start[0] == end[0]:
        return f"{day}, {start[1]} to {end[1]}"
    return f"{day}, {start[1]} to {_day(_date(end[0]))}, {end[1]}"


def _date(text: str) -> _Date:
    return civil.date_of(civil.minutes(text) // civil.MINUTES_A_DAY)


def _days(first: _Date, last: _Date) -> int:
    return civil.day_number(*last) - civil.day_number(*first) + 1


def _one_day(interval: Interval) -> bool:
    return civil.minutes(interval.end) - civil.minutes(interval.start) <= civil.MINUTES_A_DAY


def _ends_month(day: _Date) -> bool:
    return civil.date_of(civil.day_number(*day) + 1)[2] == 1


def _day(day: _Date) -> str:
    return f"{day[2]} {_MONTHS[day[1] - 1]} {_year(day[0])}"


def _ordinal(number: int) -> str:
    suffix = "th" if number // 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _year(year: int) -> str:
    """Years as people write them; year 0 is 1 BC."""
    return str(year) if year > 0 else f"{1 - year} BC"
