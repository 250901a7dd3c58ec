"""The rows of an event that several articles tell of, at each stage of its story: a pure function of mention rows."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain import civil
from app.domain.actor import Role
from app.domain.interval import Bound, Granularity, Interval, reach
from app.domain.mention import Basis
from app.domain.story import Stage, Story, Telling
from app.storage.breadth import breadth
from app.storage.columns import AnyRow
from app.storage.mention_row import Values
from app.storage.tables import WALKED
from app.storage.words import words

_BASES = {basis.value: rank for rank, basis in enumerate(Basis)}
_ROLES = {role.value: rank for rank, role in enumerate(Role)}
_SHARED = ("breadth", "interval_start", "interval_end", *WALKED, "last_published")


@dataclass(frozen=True, slots=True)
class Override:
    """A person's word on an event's time, when it was given, and when taken back."""

    made_at: datetime
    start: int
    end: int
    granularity: Granularity
    edtf: str
    withdrawn_at: datetime | None = None

    def holds(self, moment: datetime) -> bool:
        return self.made_at <= moment and (self.withdrawn_at is None or moment < self.withdrawn_at)


@dataclass(frozen=True, slots=True)
class Material:
    """What rows are made from: tellings by id, rows of their mentions by id, and of those mentions' actors."""

    tellings: Mapping[str, Telling]
    mentions: Mapping[str, AnyRow]
    actors: Mapping[str, Sequence[AnyRow]]


@dataclass(frozen=True, slots=True)
class State:
    """An event from one instant on, until the next state."""

    known_from: datetime
    event: Values
    actors: list[Values]


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A mention with its telling, in the order in which mentions may give an event its time."""

    row: AnyRow
    telling: Telling


@dataclass(frozen=True, slots=True)
class _Standing:
    """A story at one stage: its mentions in no order, and the tellings whose time no longer holds."""

    told: Sequence[Telling]
    mentions: Sequence[_Ranked]
    superseded: frozenset[str]


def states(event_id: str, story: Story, material: Material, overrides: Sequence[Override]) -> list[State]:
    """How the event looked from each publication and each word of a person on, the present state last."""
    ends = [material.tellings[story.tellings[stage.count - 1]].published_at for stage in story.stages]
    said = {at for one in overrides for at in (one.made_at, one.withdrawn_at) if at is not None and at > ends[0]}
    cuts = sorted({*ends, *said})
    found = []
    for cut in cuts:
        standing = _standing(story, story.stages[bisect_right(ends, cut) - 1], material)
        override = max((one for one in overrides if one.holds(cut)), key=lambda one: one.made_at, default=None)
        found.append(_state(event_id, cut, (standing, override), material))
    return found


def _standing(story: Story, stage: Stage, material: Material) -> _Standing:
    told = [material.tellings[key] for key in story.tellings[: stage.count]]
    mentions = [
        _Ranked(material.mentions[mention], telling)
        for telling in told
        for mention in telling.mentions
        if mention in material.mentions
    ]
    return _Standing(told, mentions, stage.superseded)


def _precedence(standing: _Standing) -> Callable[[_Ranked], tuple[object, ...]]:
    """The order in which mentions may give the event its time: SEMANTICS.md, "The event's time"."""
    giving: dict[object, set[str]] = defaultdict(set)
    for one in standing.mentions:
        giving[_time(one.row)].add(one.telling.text_id)

    def precedence(one: _Ranked) -> tuple[object, ...]:
        return (
            one.telling.id in standing.superseded,
            _BASES[one.row.basis],
            -len(giving[_time(one.row)]),
            -Granularity(one.row.granularity).fineness,
            -one.telling.published_at.timestamp(),
            one.telling.article_id,
            one.row.position,
        )

    return precedence


def _time(row: AnyRow) -> tuple[object, ...]:
    return row.interval_start, row.interval_end, row.bound


def _state(event_id: str, cut: datetime, how: tuple[_Standing, Override | None], material: Material) -> State:
    standing, override = how
    first = min(standing.mentions, key=_precedence(standing))
    event = {"id": event_id, **_when(first, override), **_counts(standing)}
    shared = {name: event[name] for name in _SHARED}
    roles: dict[str, str] = {}
    for one in standing.mentions:
        for actor in material.actors.get(one.row.id, ()):
            roles[actor.actor_id] = min(roles.get(actor.actor_id, actor.role), actor.role, key=_ROLES.__getitem__)
    actors = [{"actor_id": who, "event_id": event_id, "role": roles[who], **shared} for who in sorted(roles)]
    return State(cut, event, actors)


def _when(first: _Ranked, override: Override | None) -> Values:
    row = first.row
    values: Values = {
        "interval_start": override.start if override else row.interval_start,
        "interval_end": override.end if override else row.interval_end,
        "zone": row.zone if override is None or override.granularity.finer_than_day else None,
        "bound": None if override else row.bound,
        "extent": row.extent,
        "edtf": override.edtf if override else row.edtf,
        "granularity": override.granularity if override else row.granularity,
        "basis": Basis.EXPRESSION if override else row.basis,
        "confidence": 1.0 if override else row.confidence,
        "summary": " ".join(row.sentence_text.split()),
        "trigger": row.trigger_lemma,
        "told_at": first.telling.told_at,
    }
    start, end = (override.start, override.end) if override else (row.interval_start, row.interval_end)
    interval = Interval(civil.minute_text(start), civil.minute_text(end))
    within = reach(interval, Bound(row.bound) if row.bound and not override else None)
    reached = {"reach_start": within.start, "reach_end": within.end}
    return values | reached | {"breadth": breadth(start, within, first.telling.told_at)}


def _counts(standing: _Standing) -> Values:
    """`article_count` counts different texts. The factuality is that of the latest published."""
    latest = max(standing.told, key=lambda one: (one.published_at, one.article_id, one.id))
    return {
        "factuality": latest.factuality,
        "article_count": len({one.text_id for one in standing.told}),
        "mention_count": len(standing.mentions),
        "first_published": min(one.published_at for one in standing.told),
        "last_published": latest.published_at,
    }


def mention_rows(event_id: str, story: Story, material: Material) -> Iterator[Values]:
    """The mentions of a story as it is now, that which gives the time first."""
    for rank, one in enumerate(_ranked(story, material)):
        yield {
            "event_id": event_id,
            "rank": rank,
            "article_id": one.telling.article_id,
            "mention_id": one.row.id,
            "published_at": one.telling.published_at,
        }


def searched(story: Story, material: Material) -> str:
    """The words an event is found by: of its sentences and its actors' names."""
    mentions = _ranked(story, material)
    sentences = Counter(one.row.sentence_text for one in mentions)
    names = Counter(actor.name for one in mentions for actor in material.actors.get(one.row.id, ()))
    return " ".join(words(" ".join((*sentences, *names))))


def _ranked(story: Story, material: Material) -> list[_Ranked]:
    standing = _standing(story, story.stages[-1], material)
    return sorted(standing.mentions, key=_precedence(standing))
