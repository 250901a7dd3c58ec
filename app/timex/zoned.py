"""One moment told by two clocks: "at 4:52 a.m. local time (2052 GMT Sunday)". The day of one is told by the other's."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.domain import civil
from app.timex import calendar
from app.timex.found import Found
from app.timex.meaning import Clock, Lean
from app.timex.origin import told
from app.timex.resolve import resolve
from app.timex.unit import Unit

_UNIVERSAL = frozenset({"gmt", "utc"})
_OPENING = re.compile(rb"[^()\n]{0,40}\([^()\n]{0,12}")
_BRACKET = re.compile(rb"[()]")
# Local time is less than ten and a half hours behind universal time, and at most thirteen and a half ahead (Hawaii,
# New Zealand's summer), but for some small islands; a day is as long as that, so that one day only fits.
_AHEAD_AT_MOST = 13 * 60 + 30
_DAY = civil.MINUTES_A_DAY


def agreed(words: bytes, found: Sequence[Found]) -> list[Found]:
    """The same in order; of two clocks, one in brackets, the one without a day of its own takes that of the other."""
    result = list(found)
    clocks = [number for number, one in enumerate(found) if isinstance(one.meaning, Clock)]
    for first, second in pairwise(clocks):
        outside, inside = found[first], found[second]
        if _is_universal(outside) == _is_universal(inside) or not _OPENING.fullmatch(words[outside.end : inside.start]):
            continue
        dated = _has_day(outside, found[first + 1 : second], words)
        if dated == _has_day(inside, found[second + 1 : second + 2], words):
            continue
        if dated:
            result[second] = _at_once(inside, result[first])
        else:
            result[first] = _at_once(outside, result[second])
    return result


def _is_universal(one: Found) -> bool:
    return isinstance(one.meaning, Clock) and (one.meaning.zone or "").lower() in _UNIVERSAL


def _has_day(clock: Found, following: Sequence[Found], words: bytes) -> bool:
    """Whether a clock is told with its day, or one follows on its own side of the bracket."""
    if isinstance(clock.meaning, Clock) and clock.meaning.on is not None:
        return True
    if not following or isinstance(following[0].meaning, Clock):
        return False
    cell, between = following[0].resolved.cell, words[clock.end : following[0].start]
    return cell is not None and cell.first_day == cell.last_day and not _BRACKET.search(between)


def _at_once(clock: Found, other: Found) -> Found:
    """The clock on the day on which it shows the moment that the other shows."""
    shown, cell = other.resolved.cell, clock.resolved.cell
    if shown is None or cell is None:
        return clock
    minute = cell.start % _DAY
    if _is_universal(clock):  # the first such minute that is not too long before the other's
        day = -((minute + _AHEAD_AT_MOST - shown.start) // _DAY)
    else:  # the last that is not too long after it
        day = (shown.start + _AHEAD_AT_MOST - minute) // _DAY
    resolved = resolve(clock.meaning, told(calendar.holding(Unit.DAY, day)), Lean.NEAR)
    return replace(clock, resolved=resolved, cue=None) if resolved else clock
