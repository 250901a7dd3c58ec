"""A story as it grows, telling by telling: which mention gives it its time, who takes part, how many tell of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from app.domain.actor import Role
from app.domain.interval import Granularity
from app.domain.mention import Basis
from app.domain.story import Telling
from app.storage.columns import AnyRow

_BASES = {basis.value: rank for rank, basis in enumerate(Basis)}
_ROLES = {role.value: rank for rank, role in enumerate(Role)}
_FINENESS = {granularity.value: granularity.fineness for granularity in Granularity}

# What a time told is: interval and bound.
_Time = tuple[int, int, str | None]


@dataclass(frozen=True, slots=True)
class Material:
    """What rows are made from: tellings by id, rows of their mentions by id, and of those mentions' actors."""

    tellings: Mapping[str, Telling]
    mentions: Mapping[str, AnyRow]
    actors: Mapping[str, Sequence[AnyRow]]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A mention with its telling."""

    row: AnyRow
    telling: Telling

    @property
    def time(self) -> _Time:
        return self.row.interval_start, self.row.interval_end, self.row.bound


class Standing:
    """A story up to one of its publications. What is added costs the same however much there is already."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._texts: set[str] = set()
        self._giving: dict[_Time, set[str]] = defaultdict(set)
        self._superseded: Set[str] = frozenset()
        # Of mentions that differ in nothing which later tellings change, the one that goes before the others.
        self._best: dict[tuple[bool, int, _Time], Ranked] = {}
        self.told: list[Telling] = []
        self.mentions: list[Ranked] = []
        self.roles: dict[str, str] = {}

    def add(self, keys: Iterable[str], superseded: Set[str]) -> None:
        """More tellings, published after those there are, and all whose time no longer holds."""
        new = []
        for key in keys:
            telling = self._material.tellings[key]
            self.told.append(telling)
            self._texts.add(telling.text_id)
            rows = (self._material.mentions.get(mention) for mention in telling.mentions)
            new += [Ranked(row, telling) for row in rows if row is not None]
        for one in new:
            self._giving[one.time].add(one.telling.text_id)
            for actor in self._material.actors.get(one.row.id, ()):
                known = self.roles.get(actor.actor_id, actor.role)
                self.roles[actor.actor_id] = min(known, actor.role, key=_ROLES.__getitem__)
        self.mentions += new
        if superseded != self._superseded:
            self._superseded, self._best, new = superseded, {}, self.mentions
        for one in new:
            kind = one.telling.id in self._superseded, _BASES[one.row.basis], one.time
            self._best[kind] = min(self._best.get(kind, one), one, key=_settled)

    @property
    def article_count(self) -> int:
        """Different texts: the same one elsewhere is no more."""
        return len(self._texts)

    def first(self) -> Ranked:
        """The mention that gives the event its time."""
        return min(self._best.values(), key=self._precedence)

    def ranked(self) -> list[Ranked]:
        """All mentions, that which gives the event its time first."""
        return sorted(self.mentions, key=self._precedence)

    def _precedence(self, one: Ranked) -> tuple[object, ...]:
        """The order in which mentions may give the event its time: SEMANTICS.md, "The event's time"."""
        return (
            one.telling.id in self._superseded,
            _BASES[one.row.basis],
            -len(self._giving[one.time]),
            *_settled(one),
        )


def _settled(one: Ranked) -> tuple[object, ...]:
    """The part of the precedence that no later telling changes."""
    telling = one.telling
    fineness = _FINENESS[one.row.granularity]
    return -fineness, -telling.published_at.timestamp(), telling.article_id, one.row.position
