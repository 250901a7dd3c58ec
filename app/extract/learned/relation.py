"""How an event's time can lie to publication or to a dating, and the days that gives: candidates to choose among."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.extract.learned.story import Told

Range = tuple[int | None, int | None]


class Relation(StrEnum):
    """The first eight speak of publication alone, the others of a dating X. Lasting events have a begin and an end."""

    ON_PUBLICATION = "on_publication"
    BEFORE_PUBLICATION = "before_publication"
    AFTER_PUBLICATION = "after_publication"
    OVER_PUBLICATION = "over_publication"  # lasting, from before publication until after it
    LASTING_BEFORE = "lasting_before"
    LASTING_AFTER = "lasting_after"
    FROM_PUBLICATION = "from_publication"
    UNTIL_PUBLICATION = "until_publication"
    WITHIN = "within"
    THROUGHOUT = "throughout"
    LASTING_WITHIN = "lasting_within"  # begins and ends at unknown moments of X
    BEFORE = "before"
    LASTING_EARLIER = "lasting_earlier"
    AFTER = "after"
    SINCE_THEN = "since_then"  # one day between X and publication
    SINCE_ITS_START = "since_its_start"  # one day between the start of X and publication
    UNTIL_THEN = "until_then"  # one day between publication and the end of X
    ONGOING_SINCE = "ongoing_since"  # from X until after publication
    ONGOING_AFTER = "ongoing_after"  # begun between X and publication, over after it
    ONGOING_EARLIER = "ongoing_earlier"  # begun before X, over after publication
    LASTED_BETWEEN = "lasted_between"  # begun after X, over before publication
    LASTED_UNTIL = "lasted_until"  # begun before X, over in it
    LASTING_UNTIL = "lasting_until"  # from before publication until X to come
    LASTING_FROM = "lasting_from"  # from X to come onwards


_UNDATED = {
    Relation.ON_PUBLICATION: "d",
    Relation.BEFORE_PUBLICATION: "p",
    Relation.AFTER_PUBLICATION: "f",
    Relation.OVER_PUBLICATION: "o",
    Relation.LASTING_BEFORE: "p",
    Relation.LASTING_AFTER: "f",
    Relation.FROM_PUBLICATION: "f",
    Relation.UNTIL_PUBLICATION: "p",
}
_INSIDE = frozenset({Relation.WITHIN, Relation.THROUGHOUT, Relation.LASTING_WITHIN})
_FACING_BACK = frozenset(
    {
        Relation.SINCE_THEN, Relation.SINCE_ITS_START, Relation.BEFORE, Relation.LASTING_EARLIER,
        Relation.LASTED_BETWEEN, Relation.LASTED_UNTIL,
    }
)  # fmt: skip
_ONE_DAY = frozenset(
    {
        Relation.ON_PUBLICATION, Relation.BEFORE_PUBLICATION, Relation.AFTER_PUBLICATION, Relation.WITHIN,
        Relation.BEFORE, Relation.AFTER, Relation.SINCE_THEN, Relation.SINCE_ITS_START, Relation.UNTIL_THEN,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A time an event could have: day numbers of the earliest and latest begin and end, None where open."""

    relation: Relation
    told: Told | None
    begin: Range
    end: Range

    @property
    def lasting(self) -> bool:
        return self.relation not in _ONE_DAY

    @property
    def attributes(self) -> tuple[str, str, str]:
        """What its weights are learned under: itself, lasting and side, kind of evidence."""
        lasting = "M" if self.lasting else "S"
        if self.told is None:
            return self.relation, f"{lasting}{_UNDATED[self.relation]}", "undated"
        return self.relation, f"{lasting}{_side(self.relation, self.told.side)}", _evidence(self.relation)


def _evidence(relation: Relation) -> str:
    return "inside" if relation in _INSIDE else "dated"


def _side(relation: Relation, side: str) -> str:
    if relation in _INSIDE:
        return {"p": "p", "f": "f", "inn": "i"}.get(side, "d")
    if relation in _FACING_BACK:
        return "p" if side != "f" else "q"
    return "f" if side == "f" else "o"


def of_publication(day: int) -> Iterator[Candidate]:
    """The times that publication on this day gives."""
    spans: dict[Relation, tuple[Range, Range]] = {
        Relation.ON_PUBLICATION: ((day, day), (day, day)),
        Relation.BEFORE_PUBLICATION: ((None, day), (None, day)),
        Relation.AFTER_PUBLICATION: ((day, None), (day, None)),
        Relation.OVER_PUBLICATION: ((None, day), (day, None)),
        Relation.LASTING_AFTER: ((day, None), (day, None)),
        Relation.LASTING_BEFORE: ((None, day), (None, day)),
        Relation.FROM_PUBLICATION: ((day, day), (day, None)),
        Relation.UNTIL_PUBLICATION: ((None, day), (day, day)),
    }
    for relation, (begin, end) in spans.items():
        yield Candidate(relation, None, begin, end)


def of_dating(day: int, told: Told) -> Iterator[Candidate]:
    """The times that a dating gives, read on the day of publication; none where it is that day or has no interval."""
    first, last = told.first, told.last
    if first is None or last is None or first == last == day:
        return
    cell: Range = (first, last)
    yield Candidate(Relation.WITHIN, told, cell, cell)
    yield Candidate(Relation.THROUGHOUT, told, (first, first), (last, last))
    yield Candidate(Relation.BEFORE, told, (None, first), (None, first))
    if first < last:
        yield Candidate(Relation.LASTING_WITHIN, told, (first, None), (None, last))
    if last < day:
        yield from _past(day, told, cell)
    elif first > day:
        yield from _future(day, told, cell)
    elif first < day:
        yield Candidate(Relation.SINCE_ITS_START, told, (first, day), (first, day))
        yield Candidate(Relation.ONGOING_SINCE, told, (first, first), (day, None))
        yield Candidate(Relation.ONGOING_AFTER, told, (first, day), (day, None))
        yield Candidate(Relation.LASTED_BETWEEN, told, (first, None), (None, day))


def _past(day: int, told: Told, cell: Range) -> Iterator[Candidate]:
    first, last = cell
    yield Candidate(Relation.SINCE_THEN, told, (last, day), (last, day))
    if first != last:
        yield Candidate(Relation.SINCE_ITS_START, told, (first, day), (first, day))
    yield Candidate(Relation.ONGOING_SINCE, told, cell, (day, None))
    yield Candidate(Relation.ONGOING_AFTER, told, (first, day), (day, None))
    yield Candidate(Relation.ONGOING_EARLIER, told, (None, first), (day, None))
    yield Candidate(Relation.LASTED_BETWEEN, told, (first, None), (None, day))
    yield Candidate(Relation.LASTED_UNTIL, told, (None, first), cell)
    yield Candidate(Relation.LASTING_EARLIER, told, (None, first), (None, first))


def _future(day: int, told: Told, cell: Range) -> Iterator[Candidate]:
    _, last = cell
    yield Candidate(Relation.UNTIL_THEN, told, (day, last), (day, last))
    yield Candidate(Relation.AFTER, told, (last, None), (last, None))
    yield Candidate(Relation.LASTING_UNTIL, told, (None, day), cell)
    yield Candidate(Relation.LASTING_FROM, told, cell, (last, None))
