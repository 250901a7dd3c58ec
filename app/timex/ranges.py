"""Two expressions that are the ends of one range: from May 3 to June 4, Friday through Sunday, between 2010 and 2015.

Each keeps its own span and value, as TIMEX3 has it; an event beside them is dated by the whole.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.expression import TimexType
from app.domain.interval import Extent
from app.timex import calendar
from app.timex.calendar import Cell
from app.timex.cues import Cues
from app.timex.found import Found, leans
from app.timex.lean import WORDS_MOVED
from app.timex.meaning import Clock, Lean, Month, MonthDay, Season, Weekday
from app.timex.origin import told
from app.timex.periods import period
from app.timex.resolve import resolve
from app.timex.resolved import Resolved
from app.timex.unit import Unit

_FARTHEST = 12  # characters between the ends at most: " through the "
_FARTHEST_CLAUSE = 60  # between the days of two clauses joined: " and sign the accord on "
_WORD = re.compile(r"[a-z']+")
_GAP = re.compile(r" *(?:([a-z]+|-)(?: the)?|,) *")


@dataclass(frozen=True, slots=True)
class Pair:
    """The ends of a range, or a length and its end, and the whole: `rule` and `why` are told with it."""

    first: Found
    last: Found
    cell: Cell
    extent: Extent
    rule: str
    why: str


def paired(words: bytes, found: Sequence[Found], cues: Cues) -> list[Found | Pair]:
    """The same in order, neighbours that are ends of a range made a pair."""
    result: list[Found | Pair] = []
    for one in found:
        before = result[-1] if result else None
        one = _in_step(words, before, one, cues) if isinstance(before, Found) else one  # noqa: PLW2901 - as it is told
        pair = _pair(words, before, one, cues) if isinstance(before, Found) else None
        if isinstance(pair, Pair):
            result[-1] = pair
        elif pair is not None:
            result[-1:] = [pair, one]
        else:
            result.append(one)
    return result


def _in_step(words: bytes, first: Found, last: Found, cues: Cues) -> Found:
    """The second of "next Tuesday and Wednesday" is the day after the first, whatever the words before it lean to.

    So is that of "will meet on Monday and sign on Tuesday", unless it looks back by a word of its own; that of "will
    meet on Tuesday after talks on Monday" is the day before.
    """
    stepped = isinstance(first.meaning, Weekday) and (first.meaning.step is not None or first.lean is Lean.FORWARD)
    if not stepped or not isinstance(last.meaning, Weekday) or last.start - first.end > _FARTHEST_CLAUSE:
        return last
    between = words[first.end : last.start].decode("ascii").lower()
    gap = _GAP.fullmatch(between) if len(between) <= _FARTHEST else None
    if gap:
        return _counted_on(first, last) if gap[1] in cues.joins else last
    if last.lean is Lean.BACK or ". " in between or "\n" in between or last.after.startswith("'s"):
        return last
    links = [word for word in _WORD.findall(between) if word in cues.joins | cues.preceding | cues.reporting]
    if not links or links[0] in cues.reporting:
        return last
    return _counted_on(first, last) if links[0] in cues.joins else _counted_back(last, first) or last


def _pair(words: bytes, first: Found, last: Found, cues: Cues) -> Pair | Found | None:
    """The pair, or the first alone where it only shares the last one's year ("in June and July 2014")."""
    if last.start - first.end > _FARTHEST:
        return None
    phrase = words[first.start : last.start].decode("ascii").lower()
    if told_by := period(phrase, first, last, cues):
        return Pair(told_by.length, last, told_by.cell, told_by.extent, "range/period", told_by.why)
    gap = _GAP.fullmatch(phrase[first.end - first.start :])
    if gap is None or first.resolved.cell is None or last.resolved.cell is None:
        return None
    shared = _sharing_year(first, last)
    extent = _extent(first.before.split(), gap[1], cues)
    if extent is None and _is_moved(first, gap[1], cues):
        return _counted_back(first, last)
    if extent is None:
        return shared if shared is not first else None
    return _range(shared, last, extent) or (shared if shared is not first else None)


def _extent(before: list[str], link: str | None, cues: Cues) -> Extent | None:
    """What the words make of it: none where they join no ends, or tell of a date that moved."""
    opener = before[-1] if before else ""
    if link is None or not cues.movers.isdisjoint(before[-WORDS_MOVED:]):
        return None
    if link in cues.range_links or (link in cues.range_to and opener in cues.range_from):
        return Extent.THROUGHOUT
    return Extent.WITHIN if link in cues.range_and and opener in cues.range_between else None


def _is_moved(first: Found, link: str | None, cues: Cues) -> bool:
    """Whether the first is the day something was moved from: "postponed from Monday to Wednesday"."""
    before = first.before.split()
    return link in cues.range_to and before[-1:] != [] and before[-1] in cues.range_from


def _counted_back(first: Found, last: Found) -> Found | None:
    cell = last.resolved.cell
    if cell is None or not isinstance(first.meaning, Weekday) or not leans(first.meaning):
        return None
    resolved = resolve(replace(first.meaning, step=-1), told(cell), Lean.BACK)
    return None if resolved is None else replace(first, resolved=resolved, lean=Lean.NEAR, cue=None)


def _sharing_year(first: Found, last: Found) -> Found:
    """A month or day of a month without a year takes the year of the one beside it."""
    bare = isinstance(first.meaning, Month | MonthDay | Season) and first.meaning.step is None
    cell = last.resolved.cell
    if not bare or cell is None or leans(last.meaning) or not last.resolved.value[:4].isdigit():
        return first
    if not last.rule.startswith(("absolute/", "season/of-year")) or last.rule == "absolute/year":
        return first
    meaning = replace(first.meaning, step=-1) if isinstance(first.meaning, MonthDay) else first.meaning
    resolved = resolve(meaning, told(cell), Lean.BACK)
    return first if resolved is None else replace(first, resolved=resolved, cue=None)


def _range(first: Found, last: Found, extent: Extent) -> Pair | None:
    last = _counted_on(first, last)
    start, end = first.resolved.cell, last.resolved.cell
    if start is None or end is None or not start.start < end.start or not _are_dates(first.resolved, last.resolved):
        return None
    grain = max(start.grain, end.grain, key=lambda grain: grain.fineness)
    whole = Cell(start.start, end.end, grain, f"{start.value}/{end.value}")
    why = f"from {start.value} through {end.value}; {first.resolved.why}"
    return Pair(first, last, whole, extent, "range/paired", why)


def _are_dates(*ends: Resolved) -> bool:
    return all(end.type in (TimexType.DATE, TimexType.TIME) for end in ends)


def _counted_on(first: Found, last: Found) -> Found:
    """The end that leaves open which it is comes after the beginning: from Monday to Friday."""
    cell = first.resolved.cell
    if cell is not None and isinstance(last.meaning, Clock) and last.meaning.on is None:
        return _next_morning(cell, last)
    if cell is None or not isinstance(last.meaning, Weekday | Month | MonthDay | Season) or not leans(last.meaning):
        return last
    resolved = resolve(last.meaning, told(cell), Lean.FORWARD)
    return last if resolved is None else replace(last, resolved=resolved, cue=None)


def _next_morning(start: Cell, last: Found) -> Found:
    """From 10 p.m. to 7 a.m. is a night."""
    end = last.resolved.cell
    if end is None or end.start > start.start or not start.grain.finer_than_day:
        return last
    resolved = resolve(last.meaning, told(calendar.holding(Unit.DAY, start.first_day + 1)), Lean.NEAR)
    return last if resolved is None else replace(last, resolved=resolved, cue=None)
