"""Labels of intervals in EDTF (ISO 8601-2:2019): `2022-01`, `198X`, `2021-33`, `2022-01/..`, `../2024-03-08`.

Bounds finer than a day are written to the minute, which EDTF borrows from ISO 8601-1.
"""

from app.domain import civil
from app.domain.interval import Bound, Granularity, Interval

_SEASONS = {3: 21, 6: 22, 9: 23, 12: 24}
_QUARTERS = {1: 33, 4: 34, 7: 35, 10: 36}
_HALVES = {1: 40, 7: 41}

_Date = tuple[int, int, int]


def label(interval: Interval, granularity: Granularity, bound: Bound | None) -> str:
    """The EDTF label of an interval told with a bound; an open end is `..`."""
    match bound:
        case None:
            return _closed(interval, granularity)
        case Bound.SINCE | Bound.NOT_BEFORE:
            return f"{_first(interval, granularity)}/.."
        case Bound.AFTER:
            return f"{interval.end}/.."
        case Bound.UNTIL | Bound.NOT_AFTER:
            return f"../{_last(interval, granularity)}"
        case Bound.BEFORE:
            return f"../{_step_back(interval.start)}"


def _closed(interval: Interval, granularity: Granularity) -> str:
    return _cell(interval, granularity) or f"{interval.start}/{_step_back(interval.end)}"


def _first(interval: Interval, granularity: Granularity) -> str:
    return _cell(interval, granularity) or interval.start


def _last(interval: Interval, granularity: Granularity) -> str:
    return _cell(interval, granularity) or _step_back(interval.end)


def _step_back(exclusive_end: str) -> str:
    """The last day inside a half-open end; a minute is left as it stands."""
    if "T" in exclusive_end:
        return exclusive_end
    return civil.day_text(civil.minutes(exclusive_end) - civil.MINUTES_A_DAY)


def _cell(interval: Interval, granularity: Granularity) -> str | None:
    """The one-word label of an interval that is exactly one cell of its granularity, else None."""
    if granularity.finer_than_day:
        one_minute = civil.minutes(interval.end) - civil.minutes(interval.start) == 1
        return interval.start if one_minute else None
    start, end = _date(interval.start), _date(interval.end)
    months = (end[0] - start[0]) * 12 + end[1] - start[1] if start[2] == end[2] == 1 else None
    match granularity:
        case Granularity.CENTURY if months == 1200 and start[0] % 100 == 0 and start[0] >= 0:
            return f"{start[0] // 100:02d}XX"
        case Granularity.DECADE if months == 120 and start[0] % 10 == 0 and start[0] >= 0:
            return f"{start[0] // 10:03d}X"
        case Granularity.YEAR if months == 12 and start[1] == 1:
            return civil.year_text(start[0])
        case Granularity.HALF if months == 6 and start[1] in _HALVES:
            return f"{civil.year_text(start[0])}-{_HALVES[start[1]]}"
        case Granularity.QUARTER if months == 3 and start[1] in _QUARTERS:
            return f"{civil.year_text(start[0])}-{_QUARTERS[start[1]]}"
        case Granularity.SEASON if months == 3 and start[1] in _SEASONS:
            return f"{civil.year_text(start[0])}-{_SEASONS[start[1]]}"
        case Granularity.MONTH if months == 1:
            return interval.start[: -len("-01")]
        case Granularity.DAY if _step_back(interval.end) == interval.start:
            return interval.start
        case _:
            return None


def _date(text: str) -> _Date:
    return civil.date_of(civil.minutes(text) // civil.MINUTES_A_DAY)
