"""A story as it grows, telling by telling: which mention gives it its time, who takes part, how many tell of it."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from operator import attrgetter

from app.domain.actor import Role
from app.domain.interval import Granularity
from app.domain.mention import Basis
from app.domain.story import Telling
from app.storage.columns import AnyRow
from app.storage.stories.material import Material
from app.storage.words import words

_BASES = {basis.value: rank for rank, basis in enumerate(Basis)}
_ROLES = {role.value: rank for rank, role in enumerate(Role)}
_FINENESS = {granularity.value: granularity.fineness for granularity in Granularity}

_SETTLED = attrgetter("settled")
# What a time told is: interval and bound.
_Time = tuple[int, int, str | None]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A mention with its telling, the time it tells, and the part of its precedence that no later telling changes."""

    row: AnyRow
    telling: Telling
    time: _Time
    settled: tuple[object, ...]


class Standing:
    """A story up to one of its publications. What is added costs the same however much there is already."""

    def __init__(self) -> None:
        self._texts: set[str] = set()
        self._giving: dict[_Time, set[str]] = {}
        self._superseded: Set[str] = frozenset()
        # Of mentions that differ in nothing which later tellings change, the one that goes before the others.
        self._best: dict[tuple[bool, int, _Time], Ranked] = {}
        self._worded: set[str] = set()
        self.told: list[Telling] = []
        self.mentions: list[Ranked] = []
        self.roles: dict[str, str] = {}
        self.words: set[str] = set()

    def copy(self) -> "Standing":
        """One to which more can be added while this stays as it is."""
        new = Standing()
        new._texts, new._giving = self._texts.copy(), {time: given.copy() for time, given in self._giving.items()}
        new._superseded, new._best, new._worded = self._superseded, self._best.copy(), self._worded.copy()
        new.told, new.mentions = self.told.copy(), self.mentions.copy()
        new.roles, new.words = self.roles.copy(), self.words.copy()
        return new

    def add(self, keys: Iterable[str], superseded: Set[str], material: Material) -> None:
        """More tellings, published after those there are, and all whose time no longer holds."""
        new = []
        for key in keys:
            telling = material.tellings[key]
            self.told.append(telling)
            self._texts.add(telling.text_id)
            rows = (material.mentions.get(mention) for mention in telling.mentions)
            new += [_ranked(row, telling) for row in rows if row is not None]
        for one in new:
            self._giving.setdefault(one.time, set()).add(one.telling.text_id)
            self._word(one.row.sentence_text)
            for actor in material.actors.get(one.row.id, ()):
                self._word(actor.name)
                known = self.roles.get(actor.actor_id, actor.role)
                self.roles[actor.actor_id] = min(known, actor.role, key=_ROLES.__getitem__)
        self.mentions += new
        if superseded != self._superseded:
            self._superseded, self._best, new = superseded, {}, self.mentions
        for one in new:
            kind = one.telling.id in self._superseded, _BASES[one.row.basis], one.time
            self._best[kind] = min(self._best.get(kind, one), one, key=_SETTLED)

    def _word(self, text: str) -> None:
        if text not in self._worded:
            self._worded.add(text)
            self.words.update(words(text))

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
            *one.settled,
        )


def _ranked(row: AnyRow, telling: Telling) -> Ranked:
    fineness, published = _FINENESS[row.granularity], telling.published_at.timestamp()
    time = row.interval_start, row.interval_end, row.bound
    return Ranked(row, telling, time, (-fineness, -published, telling.article_id, row.position))
