"""Quoted speech: "tomorrow" in a quotation counts from the day it was said, where the sentence tells that day."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.interval import Granularity
from app.timex.cues import Cues
from app.timex.found import Found
from app.timex.meaning import About, Clock, Meaning, Part, PartOfDay, Stepped
from app.timex.origin import Origin, day_words
from app.timex.resolve import resolve
from app.timex.unit import Unit

_FARTHEST = 250  # characters between a phrase and the date of its quotation at most
_NEIGHBOURS = 6  # expressions to either side that may date the quotation


def recounted(words: bytes, found: Sequence[Found], cues: Cues) -> list[Found]:
    """The same in order, those counted from a day in quotations anew."""
    if not any(_counts_from_day(one.meaning) for one in found):
        return list(found)
    quotations = _quotations(words)
    result = list(found)
    for number, one in enumerate(found):
        quotation = next((span for span in quotations if span[0] <= one.start < span[1]), None)
        if quotation is None or not _counts_from_day(one.meaning):
            continue
        near = found[max(0, number - _NEIGHBOURS) : number + _NEIGHBOURS]
        said = _day_said(quotation, [other for other in near if _is_beside(words, other, quotation, cues)], one)
        resolved = said and resolve(one.meaning, said, one.lean)
        result[number] = replace(one, resolved=resolved) if resolved else one
    return result


def _day_said(quotation: tuple[int, int], beside: list[Found], one: Found) -> Origin | None:
    """The day beside a reporting verb just outside the quotation, after it rather than before it."""
    beside.sort(key=lambda other: (other.start < quotation[0], abs(other.start - one.start)))
    for other in beside:
        cell = other.resolved.cell
        if cell is not None and cell.first_day == cell.last_day:
            return Origin(cell.first_day, Granularity.DAY, f"{day_words(cell.first_day)}, when it was said")
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
        case Part() | About():
            return _counts_from_day(meaning.of)
        case PartOfDay() | Clock():
            return _counts_from_day(meaning.on)
        case _:
            return False


def _quotations(words: bytes) -> list[tuple[int, int]]:
    """Stretches between double quotes; one left open ends with its paragraph, or begins anew in the next."""
    spans: list[tuple[int, int]] = []
    start, at = -1, 0
    while True:
        found = [place for mark in (b'"', b"``", b"''", b"\n") if (place := words.find(mark, at)) >= 0]
        if not found:
            return spans
        place = min(found)
        is_break = words[place : place + 1] == b"\n"
        if start >= 0:
            spans.append((start, place))
            start = -1
        elif not is_break:
            start = place
        at = place + (1 if is_break or words[place : place + 1] == b'"' else 2)
