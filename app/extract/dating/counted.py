"""Events that count from another of their sentence: "died on Friday, three days after he was shot"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain import civil, edtf
from app.domain.expression import Dating, TimexType
from app.domain.interval import Extent, Granularity, Interval
from app.extract.dating.anchor import Tie, Tied
from app.extract.dating.hanging import top
from app.extract.sentence import clause
from app.extract.sentence.triggers import Candidate
from app.text.annotation import AnnotatedSentence
from app.timex import calendar
from app.timex.origin import day_words
from app.timex.unit import GRAINS, Unit

_LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
_UNITS = {"D": Unit.DAY, "W": Unit.WEEK, "M": Unit.MONTH, "Y": Unit.YEAR}
_WAYS = {"after": -1, "before": 1}  # from the event that has the date to the one that counts from it


def counted(
    sentence: AnnotatedSentence,
    candidates: Sequence[Candidate],
    tied: Sequence[Tied | None],
    datings: Sequence[Dating],
) -> tuple[Tied | None, ...]:
    """The same, with what counts so many days, weeks, months or years from an event of a single day dated by them."""
    found = list(tied)
    days = {candidate.index: day for candidate, each in zip(candidates, tied, strict=True) if (day := _day(each))}
    for dating in datings:
        for counting, origin, way in _links(sentence, dating):
            place = next((at for at, each in enumerate(candidates) if each.index == counting), None)
            if place is not None and found[place] is None and origin in days:
                shifted = _shifted(dating, days[origin], way)
                found[place] = Tied(shifted, Tie.OWN) if shifted else None
    return tuple(found)


def _day(tied: Tied | None) -> int | None:
    """The day number of what its own phrase puts on one day."""
    dates_by = tied.dating.dates_by if tied is not None and tied.dating.bound is None else None
    if tied is None or dates_by is None or dates_by.interval is None or tied.tie is not Tie.OWN:
        return None
    first, last = civil.minutes(dates_by.interval.start), civil.minutes(dates_by.interval.end) - 1
    day = first // civil.MINUTES_A_DAY
    return day if day == last // civil.MINUTES_A_DAY else None


def _links(sentence: AnnotatedSentence, dating: Dating) -> Iterator[tuple[int, int, int]]:
    """(what counts, what it counts from, the way) of a length before "after" or "before" and a clause or a noun."""
    length = top(sentence, dating) if dating.expression.type is TimexType.DURATION else None
    if length is None:
        return
    tokens = sentence.tokens
    above = tokens[length].head
    for mark in clause.children(sentence, above, "mark"):
        if tokens[length].dep == "npadvmod" and mark == length + 1 and tokens[mark].lemma.lower() in _WAYS:
            yield above, tokens[above].head, _WAYS[tokens[mark].lemma.lower()]
    for link in (above, *clause.children(sentence, length, "prep")):
        if tokens[link].lemma.lower() in _WAYS and link == length + 1:
            origin = clause.clause_head(sentence, length)
            way = _WAYS[tokens[link].lemma.lower()]
            yield from ((noun, origin, way) for noun in clause.children(sentence, link, "pobj"))


def _shifted(dating: Dating, day: int, way: int) -> Dating | None:
    """The dating so many units from a day; none of an approximate or unknown number."""
    expression = dating.expression
    length = _LENGTH.fullmatch(expression.value)
    if length is None or expression.mod is not None:
        return None
    unit, steps = _UNITS[length[2]], way * int(length[1])
    try:
        cell = calendar.cell(unit, calendar.index(unit, day) + steps)
    except OverflowError:
        return None
    interval = Interval.of_minutes(cell.start, cell.end, GRAINS[unit])
    side = "after" if steps > 0 else "before"
    told = replace(
        expression,
        edtf=edtf.label(interval, GRAINS[unit], None),
        granularity=Granularity(GRAINS[unit]),
        interval=interval,
        rule="story/counted",
        explanation=f"{expression.text} {side} {day_words(day)}, the day told for what it counts from",
    )
    return Dating(told, None, Extent.WITHIN)
