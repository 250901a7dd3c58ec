"""Which tellings are worth holding against each other: an inverted index over what they must share, as bit sets.

Only what shares a sense, an actor and either another actor, two words or the day can be one event, or a plan and what
changes it, and only where no other does it and no number contradicts. Held in bits, a question costs a few operations
on integers, however many there are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from app.domain.actor import Role
from app.domain.story import Telling
from app.extract.story.change import PLANS, is_change
from app.extract.story.evidence import DOERS, amounts, content, doing
from app.extract.story.place import days, meet, surroundings
from app.extract.story.sense import is_once

# Tellings far apart are kept apart by the months they may lie in; one of more months than these is held against all.
_MONTH = 31 * 24 * 60
_MONTHS = 48
_EVERYWHERE = -1


class Comparables:
    """Tellings of one sense by position, in the order in which they were added."""

    def __init__(self) -> None:
        self._tellings: list[Telling] = []
        self._having: dict[tuple[str, object], int] = defaultdict(int)

    def add(self, telling: Telling) -> None:
        bit = 1 << len(self._tellings)
        self._tellings.append(telling)
        for key in _keys(telling):
            self._having[key] |= bit

    def latest(self, telling: Telling, *, without: int = 0) -> Iterator[int]:
        """Positions of those that `telling` is comparable with, the last added first. The relation is symmetric.

        `without` has the bits of positions to leave out.
        """
        mask, reached = self._mask(telling) & ~without, surroundings(telling)
        while mask:
            at = mask.bit_length() - 1
            mask ^= 1 << at
            other = self._tellings[at]
            if other.article_id != telling.article_id and meet(surroundings(other), reached):
                yield at

    def _mask(self, telling: Telling) -> int:
        actor, actors = self._shared("actor", (party.id for party in telling.parties))
        enough = actors | self._shared("word", content(telling))[1] | self._changed(telling)
        enough |= self._shared("day", days(telling))[0]
        mask = actor if is_once(telling.sense) else actor & enough
        if not mask:
            return 0
        mask &= self._doing_it(telling)
        mask &= self._agreeing("number", amounts(telling))
        patients = doing(telling, Role.PATIENT)
        agreeing = self._agreeing(Role.PATIENT.value, patients)
        if mask & ~agreeing:  # each may name the other's
            agreeing |= self._shared("actor", patients)[0] & self._shared(Role.PATIENT.value, doing(telling, *Role))[0]
        mask &= agreeing
        months = _months(telling)
        if months != (_EVERYWHERE,):
            mask &= self._shared("month", (*months, _EVERYWHERE))[0]
        return mask

    def _doing_it(self, telling: Telling) -> int:
        """Those of the same agents, or where each only takes part in the other with whom it names as agent."""
        agents, beside = doing(telling, Role.AGENT), doing(telling, Role.PARTICIPANT)
        agreeing = self._agreeing(Role.AGENT.value, agents)
        swapped = self._shared(Role.PARTICIPANT.value, agents)[0] & self._shared(Role.AGENT.value, beside)[0]
        return agreeing | swapped

    def _changed(self, telling: Telling) -> int:
        """The plans that it may change, and what may change it where it is a plan."""
        found = 0
        for key in _changes(telling):
            found |= self._having.get((_OTHER[key], True), 0)
        return found

    def _shared(self, kind: str, values: Iterable[object]) -> tuple[int, int]:
        """Those that share at least one value, and those that share at least two."""
        once = twice = 0
        for value in values:
            having = self._having.get((kind, value), 0)
            twice |= once & having
            once |= having
        return once, twice

    def _agreeing(self, kind: str, values: frozenset[str]) -> int:
        """Those that share a value or have none of their own; all where `values` is empty."""
        if not values:
            return -1
        return self._shared(kind, values)[0] | self._having.get((kind, None), 0)


def connected(tellings: Iterable[Telling], start: Collection[str]) -> set[str]:
    """Ids of those among tellings that are comparable with one of `start`, or with one of those, and so on."""
    by_sense: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_sense[telling.sense].append(telling)
    found = set(start)
    for sense, group in by_sense.items():
        if sense and len(group) > 1 and not found.issuperset(telling.id for telling in group):
            found |= _reached(group, start)
    return found


def _reached(group: Sequence[Telling], start: Collection[str]) -> set[str]:
    index = Comparables()
    for telling in group:
        index.add(telling)
    edge = [at for at, telling in enumerate(group) if telling.id in start]
    seen = sum(1 << at for at in edge)
    reached = set(edge)
    while edge:
        for at in index.latest(group[edge.pop()], without=seen):
            seen |= 1 << at
            reached.add(at)
            edge.append(at)
    return {group[at].id for at in reached}


def _keys(telling: Telling) -> Iterator[tuple[str, object]]:
    yield from (("actor", party.id) for party in telling.parties)
    yield from ((Role.PARTICIPANT.value, party) for party in doing(telling, Role.PARTICIPANT))
    yield from (("word", word) for word in content(telling))
    for role in DOERS:
        yield from ((role.value, value) for value in doing(telling, role) or (None,))
    yield from (("number", value) for value in amounts(telling) or (None,))
    yield from ((key, True) for key in _changes(telling))
    yield from (("day", day) for day in days(telling))
    yield from (("month", month) for month in _months(telling))


# A plan, and what changes one.
_OTHER = {"plan": "change", "change": "plan"}


def _changes(telling: Telling) -> Iterator[str]:
    if telling.factuality in PLANS:
        yield "plan"
    if is_change(telling):
        yield "change"


def _months(telling: Telling) -> Sequence[int]:
    start, end = surroundings(telling)
    first, last = start // _MONTH, (end - 1) // _MONTH
    return range(first, last + 1) if last - first < _MONTHS else (_EVERYWHERE,)
