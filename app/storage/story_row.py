"""The rows of an event that several articles tell of, at each stage of its story: a pure function of mention rows."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
    """A person's word on an event's time, and when it was given."""

    made_at: datetime
    start: int
    end: int
    granularity: Granularity
    edtf: str


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


def states(event_id: str, story: Story, material: Material, overrides: Sequence[Override]) -> list[State]:
    """How the event looked from each publication and each override on, the present state last."""
    ends = [material.tellings[stage.tellings[-1]].published_at for stage in story.stages]
    cuts = sorted({*ends, *(one.made_at for one in overrides if one.made_at > ends[0])})
    found = []
    for cut in cuts:
        stage = next(stage for stage, end in reversed(list(zip(story.stages, ends, strict=True))) if end <= cut)
        override = max((one for one in overrides if one.made_at <= cut), key=lambda one: one.made_at, default=None)
        found.append(_state(event_id, cut, (stage, override), material))
    return found


def ranked(stage: Stage, material: Material) -> list[tuple[AnyRow, Telling]]:
    """The stage's mentions, that which gives the time first: SEMANTICS.md, "The event's time"."""
    return [(one.row, one.telling) for one in _ranked(stage, material)]


def _ranked(stage: Stage, material: Material) -> list[_Ranked]:
    every = [
        _Ranked(material.mentions[mention], telling)
        for telling in (material.tellings[key] for key in stage.tellings)
        for mention in telling.mentions
        if mention in material.mentions
    ]
    giving: dict[object, set[str]] = defaultdict(set)
    for one in every:
        giving[_time(one.row)].add(one.telling.text_id)

    def precedence(one: _Ranked) -> tuple[object, ...]:
        return (
            one.telling.id in stage.superseded,
            _BASES[one.row.basis],
            -len(giving[_time(one.row)]),
            -Granularity(one.row.granularity).fineness,
            -one.telling.published_at.timestamp(),
            one.telling.article_id,
            one.row.position,
        )

    return sorted(every, key=precedence)


def _time(row: AnyRow) -> tuple[object, ...]:
    return row.interval_start, row.interval_end, row.bound


def _state(event_id: str, cut: datetime, how: tuple[Stage, Override | None], material: Material) -> State:
    stage, override = how
    mentions = _ranked(stage, material)
    told = [material.tellings[key] for key in stage.tellings]
    event = {"id": event_id, **_when(mentions[0], override), **_counts(told, mentions)}
    shared = {name: event[name] for name in _SHARED}
    roles: dict[str, str] = {}
    for one in mentions:
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


def _counts(told: Sequence[Telling], mentions: Sequence[_Ranked]) -> Values:
    """`article_count` counts different texts. The factuality is that of the latest published."""
    latest = max(told, key=lambda one: (one.published_at, one.article_id, one.id))
    return {
        "factuality": latest.factuality,
        "article_count": len({one.text_id for one in told}),
        "mention_count": len(mentions),
        "first_published": min(one.published_at for one in told),
        "last_published": latest.published_at,
    }


def mention_rows(event_id: str, stage: Stage, material: Material) -> Iterator[Values]:
    for rank, one in enumerate(_ranked(stage, material)):
        yield {
            "event_id": event_id,
            "rank": rank,
            "article_id": one.telling.article_id,
            "mention_id": one.row.id,
            "published_at": one.telling.published_at,
        }


def searched(stage: Stage, material: Material) -> str:
    """The words an event is found by: of its sentences and its actors' names."""
    mentions = _ranked(stage, material)
    sentences = Counter(one.row.sentence_text for one in mentions)
    names = Counter(actor.name for one in mentions for actor in material.actors.get(one.row.id, ()))
    return " ".join(words(" ".join((*sentences, *names))))
