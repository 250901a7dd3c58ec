"""Quoted speech: "tomorrow" in a quotation counts from the day it was said, where the sentence tells that day."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from app.domain.interval import Granularity
from app.timex.cues import Cues
from app.timex.dependence import counts_from_moment
from app.timex.found import Found
from app.timex.meaning import About, Clock, Meaning, Part, PartOfDay, Shifted, Stepped
from app.timex.origin import Origin, day_words
from app.timex.resolve import resolve
from app.timex.unit import Unit

_MARK = re.compile(rb"\"|``|''|\n")  # the text has one kind of double quote left, or the typewriter's pairs
_FARTHEST = 250  # characters between a phrase and the date of its quotation at most
_NEIGHBOURS = 6  # expressions to either side that may date the quotation


def recounted(words: bytes, found: Sequence[Found], cues: Cues) -> list[Found]:
    """The same in order, those counted from a day in quotations anew."""
    if not any(_counts_from_day(one.meaning) for one in found):
        return list(found)
    quotations = _quotations(words)
    result = list(found)
    for number, one in enumerate(found):
        quotation = _quotation(quotations, one.start) if _counts_from_day(one.meaning) else None
        if quotation is None:
            continue
        near = found[max(0, number - _NEIGHBOURS) : number + _NEIGHBOURS]
        said = _day_said(quotation, [other for other in near if _is_beside(words, other, quotation, cues)], one)
        if said is None and counts_from_moment(one.meaning):
            said = _UNKNOWN
        resolved = said and resolve(one.meaning, said, one.lean)
        result[number] = replace(one, resolved=resolved, cue=None) if resolved else one
    return result


def _day_said(quotation: tuple[int, int], beside: list[Found], one: Found) -> Origin | None:
    """The day beside a reporting verb just outside the quotation, after it rather than before it."""
    beside.sort(key=lambda other: (other.start < quotation[0], abs(other.start - one.start)))
    for other in beside:
        cell = other.resolved.cell
        if cell is not None and cell.first_day == cell.last_day:
            moment = cell.start if cell.grain is Granularity.MINUTE else None
            words = f"{day_words(cell.first_day)}, when it was said"
            return Origin(cell.first_day, Granularity.DAY, words, moment=moment)
    return None


def _is_beside(words: bytes, other: Found, quotation: tuple[int, int], cues: Cues) -> bool:
    """Whether it stands with a reporting verb in the sentence that the quotation is part of."""
    start, end = quotation
    between = words[end : other.start] if other.start >= end else words[other.end : start]
    if start <= other.start < end or len(between) > _FARTHEST or _counts_from_day(other.meaning):
        return False
    if b". " in between or b"\n" in between:
        return False
    near = other.before.split()[-4:] if other.start >= end else [*other.before.split()[-6:], *other.after.split()[:4]]
    return any(word.strip("\",':.") in cues.reporting for word in near)


def _counts_from_day(meaning: Meaning | None) -> bool:
    match meaning:
        case Stepped():
            return meaning.unit is Unit.DAY
        case Shifted():
            return counts_from_moment(meaning)
        case Part() | About():
            return _counts_from_day(meaning.of)
        case PartOfDay() | Clock():
            return _counts_from_day(meaning.on)
        case _:
            return False


# An hour ago of what is said at a time that nothing tells.
_UNKNOWN = Origin(0, Granularity.DAY, "it was said")


def _quotation(quotations: Sequence[tuple[int, int]], at: int) -> tuple[int, int] | None:
    place = bisect_right(quotations, (at, len(quotations) + at)) - 1
    return quotations[place] if place >= 0 and quotations[place][0] <= at < quotations[place][1] else None


def _quotations(words: bytes) -> list[tuple[int, int]]:
    """Stretches between double quotes; one left open ends with its paragraph."""
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for mark in _MARK.finditer(words):
        if start is not None:
            spans.append((start, mark.start()))
            start = None
        elif mark[0] != b"\n":
            start = mark.start()
    return spans
