"""Scores of TIMEX3 tagging by the definitions of TempEval-3, and of calendar-anchored values.

Spans are paired one to one: equal ones first, then overlapping ones, the longest overlap first. strict = equal spans,
relaxed = overlapping ones; value and type F1 count the relaxed pairs whose attribute is the same string. anchored looks
at DATE and TIME with a value on the calendar only: a pair is right when the system's lies within gold's, so that a
finer answer is no error.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bench.timeml import Timex

_DAY = timedelta(1)
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True)
class F1:
    right: float
    told: int
    gold: int

    @property
    def precision(self) -> float:
        return self.right / self.told if self.told else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def value(self) -> float:
        both = self.told + self.gold
        return 2 * self.right / both if both else 0.0


def tally(gold: Sequence[Timex], told: Sequence[Timex]) -> Counter[str]:
    """Counts of one document; they add up over documents."""
    counts = Counter(gold=len(gold), told=len(told))
    counts["gold anchored"] = sum(1 for one in gold if _is_anchored(one))
    counts["told anchored"] = sum(1 for one in told if _is_anchored(one))
    for one, other in pairs(gold, told):
        counts["relaxed"] += 1
        counts["strict"] += (one.start, one.end) == (other.start, other.end)
        counts["value"] += one.value == other.value
        counts["type"] += one.type == other.type
        counts["anchored"] += _agree(one, other)
    return counts


def scores(counts: Counter[str]) -> dict[str, F1]:
    told, gold = counts["told"], counts["gold"]
    found = {name: F1(counts[name], told, gold) for name in ("strict", "relaxed", "value", "type")}
    return found | {"anchored": F1(counts["anchored"], counts["told anchored"], counts["gold anchored"])}


def pairs(gold: Sequence[Timex], told: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    candidates = sorted(_overlaps(gold, told))
    used_gold: set[int] = set()
    used_told: set[int] = set()
    result = []
    for _, _, i, j in candidates:
        if i not in used_gold and j not in used_told:
            used_gold.add(i)
            used_told.add(j)
            result.append((gold[i], told[j]))
    return result


def _overlaps(gold: Sequence[Timex], told: Sequence[Timex]) -> Iterable[tuple[bool, int, int, int]]:
    for i, one in enumerate(gold):
        for j, other in enumerate(told):
            shared = min(one.end, other.end) - max(one.start, other.start)
            if shared > 0:
                yield (one.start, one.end) != (other.start, other.end), -shared, i, j


def _is_anchored(timex: Timex) -> bool:
    return timex.type in {"DATE", "TIME"} and days(timex.value) is not None


def _agree(gold: Timex, told: Timex) -> bool:
    if not (_is_anchored(gold) and _is_anchored(told)):
        return False
    outer, inner = days(gold.value), days(told.value)
    return outer is not None and inner is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


def days(value: str) -> tuple[date, date] | None:
    """First day and day after the last of a value on the calendar, else None."""
    text = value.strip().partition("T")[0]
    try:
        return next(
            (read for pattern, cell in _CELLS if (m := re.fullmatch(pattern, text)) and (read := cell(m))), None
        )
    except ValueError:
        return None


def _day(m: re.Match[str]) -> tuple[date, date]:
    day = date(int(m[1]), int(m[2]), int(m[3]))
    return day, day + _DAY


def _week(m: re.Match[str]) -> tuple[date, date]:
    monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
    return (monday + 5 * _DAY if m[3] else monday), monday + 7 * _DAY


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    last = year * 12 + first - 1 + count
    return date(year, first, 1), date(last // 12, last % 12 + 1, 1)


_CELLS = (
    (r"(\d{4})-(\d\d)-(\d\d)", _day),
    (r"(\d{4})-W(\d\d)(-WE)?", _week),
    (r"(\d{4})-(\d\d)(?:-XX)?", lambda m: _months(int(m[1]), int(m[2]), 1)),
    (r"(\d{4})-Q([1-4])", lambda m: _months(int(m[1]), 3 * int(m[2]) - 2, 3)),
    (r"(\d{4})-H([12])", lambda m: _months(int(m[1]), 6 * int(m[2]) - 5, 6)),
    (r"(\d{4})-(SP|SU|FA|WI)", lambda m: _months(int(m[1]), _SEASONS[m[2]], 3)),
    (r"(\d{4})(?:-XX(?:-XX)?)?", lambda m: (date(int(m[1]), 1, 1), date(int(m[1]) + 1, 1, 1))),
    (r"(\d{3})X?", lambda m: (date(int(m[1]) * 10, 1, 1), date(int(m[1]) * 10 + 10, 1, 1))),
    (r"(\d\d)(?:XX)?", lambda m: (date(int(m[1]) * 100, 1, 1), date(int(m[1]) * 100 + 100, 1, 1))),
)
