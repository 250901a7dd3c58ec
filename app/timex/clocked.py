"""Times of day by what stands beside them: a day ("at 10 p.m. in the old town on Friday"), or "shortly after"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.domain.expression import TimexType
from app.domain.interval import Bound, Granularity
from app.timex.calendar import Cell
from app.timex.cues import Cues
from app.timex.found import Found
from app.timex.meaning import About, Clock, Lean, PartOfDay, Shifted
from app.timex.origin import Origin, told, told_by_clock
from app.timex.resolve import resolve
from app.timex.resolved import Resolved

_HOUR = 60  # minutes
_CLOSE = {Bound.BEFORE: -_HOUR, Bound.AFTER: 0}
_BRACKET = re.compile(rb"[()]")
_FARTHEST = 90  # characters from the time to the day's word at most


def on_days_beside(words: bytes, found: Sequence[Found], cues: Cues) -> list[Found]:
    """The same in order, times of day put on the day that their own sentence tells: before them rather than after, and
    on their own side of a bracket rather than beyond it."""
    result = list(found)
    for number, one in enumerate(found):
        if not isinstance(one.meaning, Clock | PartOfDay) or one.meaning.on is not None:
            continue
        neighbours = [*found[max(0, number - 1) : number], *found[number + 1 : number + 2]]
        neighbours.sort(key=lambda other: _BRACKET.search(_between(words, one, other)) is not None)
        day = next((day for other in neighbours if (day := _day_beside(words, one, other, cues))), None)
        resolved = day and resolve(one.meaning, day, Lean.NEAR)
        result[number] = replace(one, resolved=resolved, cue=None) if resolved else one
    return result


def every_day(words: bytes, found: Sequence[Found]) -> list[Found]:
    """The same, times of day that come again and again ("from 7 a.m. to 7 p.m. each day") on no day."""
    result = list(found)
    for number in range(len(result) - 2, -1, -1):
        one, then = result[number], result[number + 1]
        is_repeated = then.resolved.type is TimexType.SET and words[one.end : then.start] in _REPEATING
        if is_repeated and isinstance(one.meaning, Clock) and one.meaning.on is None:
            hour = f"T{one.meaning.hour:02d}:{one.meaning.minute:02d}"
            result[number] = replace(
                one, resolved=Resolved(TimexType.SET, hour, None, None, None, "a time of every such day"), cue=None
            )
    return result


_REPEATING = frozenset({b" ", b" and ", b" to ", b" until ", b"-", b" - "})


def within_the_hour(found: Sequence[Found], cues: Cues) -> list[Found]:
    """The same, what is told as shortly before or after a time of day put in the hour that ends or begins there."""
    return [_in_its_hour(one) if one.bound in _CLOSE and _is_close(one.before, cues) else one for one in found]


def _is_close(before: str, cues: Cues) -> bool:
    return any(word in cues.closely for word in before.split()[-2:-1])


def _in_its_hour(one: Found) -> Found:
    cell = one.resolved.cell
    if cell is None or one.bound is None or cell.grain is not Granularity.MINUTE:
        return one
    first = cell.start + _CLOSE[one.bound]
    hour = Cell(first, first + _HOUR, Granularity.HOUR, cell.value)
    why = f"{one.resolved.why}, told as near by: within an hour"
    return replace(one, resolved=replace(one.resolved, cell=hour, why=why), bound=None)


def _between(words: bytes, one: Found, other: Found) -> bytes:
    return words[other.end : one.start] if other.start < one.start else words[one.end : other.start]


_CAPITAL = re.compile(rb"\. [A-Z][a-z]+[ ,]")


def _ends_sentence(words: bytes, end: int) -> bool:
    """Whether the full stop of "9:15 p.m." ends its sentence too: a word with a capital follows."""
    return _CAPITAL.match(words, end - 1) is not None


def _is_anothers(between: list[str], cues: Cues) -> bool:
    """ "At midnight and is to leave on Monday", "at 7 a.m. after a storm on Monday": the day is of what follows."""
    if not (cues.reporting | cues.forward | cues.preceding).isdisjoint(between):
        return True
    verbs = cues.back | cues.copulas | cues.present | cues.before_to
    return any(
        first in cues.clause_joins and (then in verbs or then.endswith(cues.past_ending))
        for first, then in pairwise(between)
    )


def _day_beside(words: bytes, one: Found, other: Found, cues: Cues) -> Origin | None:
    between = _between(words, one, other)
    is_over = one.start < other.start and _ends_sentence(words, one.end)
    if len(between) > _FARTHEST or b". " in between or b"\n" in between or is_over:
        return None
    if one.start < other.start and _is_anothers(between.decode("ascii").lower().split(), cues):
        return None
    cell = other.resolved.cell
    own_day = not isinstance(other.meaning, Clock | PartOfDay) or other.meaning.on is not None
    # "An hour later" counts from this very time.
    counts = isinstance(other.meaning, Shifted | About) and cell is not None and cell.grain.finer_than_day
    if cell is None or counts or not own_day or cell.first_day != cell.last_day:
        return None
    if isinstance(one.meaning, Clock) and other.start < one.start:
        return told_by_clock(cell, one.meaning.hour * 60)
    return told(cell)
