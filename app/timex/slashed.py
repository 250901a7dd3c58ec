"""Dates in numbers, 03/04/2024: which of the first two is the day, by what else the text and its zone show.

The United States and the Philippines write the month first, most of the world the day. A field that tells neither
leaves both readings open, and claims no more than that it was one of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from app.domain.interval import Granularity
from app.timex import calendar
from app.timex.meaning import Meaning, Order, Slashed, parts
from app.timex.resolved import Resolved, date
from app.timex.unit import GRAINS, Unit

_MONTHS = 12


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MONTH_FIRST = _set(
    "America/New_York America/Chicago America/Denver America/Los_Angeles America/Phoenix America/Anchorage "
    "America/Detroit America/Boise America/Juneau America/Adak America/Nome America/Sitka America/Metlakatla "
    "America/Yakutat America/Menominee America/Indianapolis America/Louisville America/Puerto_Rico Pacific/Honolulu "
    "Pacific/Guam Asia/Manila"
)
_MONTH_FIRST_REGIONS = ("US/", "America/Indiana/", "America/Kentucky/", "America/North_Dakota/")
_DAY_FIRST_REGIONS = ("Europe/", "Africa/", "Asia/", "Atlantic/", "Australia/", "Indian/", "Pacific/", "Antarctica/")


def settled(meanings: Sequence[Meaning], zone: str | None) -> list[Meaning]:
    """The same with the order of their numbers: that of the field's dates that can be read in one way only, else that
    of its zone; open where neither shows it, or the dates gainsay each other."""
    shown = {only for meaning in meanings for one in _slashed(meaning) if (only := _only(one))}
    order, why = next(iter(shown), None), "in the order of the text's other dates"
    if not shown and zone:
        order, why = _of_zone(zone), "in the order usual in the article's zone"
    if order is None or len(shown) > 1:
        return list(meanings)
    return [_ordered(meaning, order, why) for meaning in meanings]


def _slashed(meaning: Meaning) -> Iterator[Slashed]:
    if isinstance(meaning, Slashed):
        yield meaning
    else:
        for part in parts(meaning).values():
            yield from _slashed(part)


def _ordered(meaning: Meaning, order: Order, why: str) -> Meaning:
    if isinstance(meaning, Slashed):
        return replace(meaning, order=order, why=why)
    ordered: dict[str, Any] = {name: _ordered(part, order, why) for name, part in parts(meaning).items()}
    return replace(meaning, **ordered) if ordered else meaning


def _only(meaning: Slashed) -> Order | None:
    if meaning.first > _MONTHS:
        return Order.DAY_FIRST
    return Order.MONTH_FIRST if meaning.second > _MONTHS else None


def _of_zone(zone: str) -> Order | None:
    if zone in _MONTH_FIRST or zone.startswith(_MONTH_FIRST_REGIONS):
        return Order.MONTH_FIRST
    return Order.DAY_FIRST if zone.startswith(_DAY_FIRST_REGIONS) else None


def resolve(meaning: Slashed) -> Resolved | None:
    """The day; where the order is open, from the earlier day through the later, told as no more than that."""
    only = _only(meaning)
    if order := only or meaning.order:
        day = _day(meaning, order)
        why = "the date as written" if only else f"the date as written, {meaning.why}"
        return None if day is None else date(calendar.cell(Unit.DAY, day), why)
    days = sorted(day for order in Order if (day := _day(meaning, order)) is not None)
    if days[0] == days[-1]:
        return date(calendar.cell(Unit.DAY, days[0]), "the date as written")
    either = " or ".join(calendar.value(Unit.DAY, day) for day in days)
    grain = _grain(days[-1] - days[0] + 1)
    whole = calendar.days(days[0], days[-1], grain, calendar.value(Unit.YEAR, meaning.year))
    return date(whole, f"{either}, as nothing tells whether the day or the month is written first")


_LENGTHS = ((7, Unit.WEEK), (31, Unit.MONTH), (92, Unit.QUARTER), (184, Unit.HALF))  # days at most


def _grain(days: int) -> Granularity:
    """The finest unit that so many days fit in: it is known no better."""
    return next((GRAINS[unit] for most, unit in _LENGTHS if days <= most), Granularity.YEAR)


def _day(meaning: Slashed, order: Order) -> int | None:
    numbers = (meaning.first, meaning.second)
    day, month = numbers if order is Order.DAY_FIRST else numbers[::-1]
    return calendar.day_of(meaning.year, month, day)
