"""The rows of an event that several articles tell of, at each stage of its story: a pure function of mention rows."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain import civil
from app.domain.interval import Bound, Extent, Granularity, Interval, reach
from app.domain.mention import Basis
from app.domain.story import Story
from app.storage.breadth import breadth
from app.storage.columns import AnyRow
from app.storage.mention_row import Values
from app.storage.standing import Material, Ranked, Standing
from app.storage.tables import WALKED
from app.storage.words import words

# What is "since" or "until" then lasts.
_LASTING = (Bound.SINCE, Bound.UNTIL)
_SHARED = ("breadth", "interval_start", "interval_end", *WALKED, "last_published")


@dataclass(frozen=True, slots=True)
class Word:
    """A person's word on an event's time: civil minutes [start, end), when it was given, and when taken back."""

    id: str
    made_at: datetime
    start: int
    end: int
    bound: Bound | None
    granularity: Granularity
    zone: str | None
    edtf: str
    withdrawn_at: datetime | None = None

    def holds(self, moment: datetime) -> bool:
        return self.made_at <= moment and (self.withdrawn_at is None or moment < self.withdrawn_at)


@dataclass(frozen=True, slots=True)
class State:
    """An event from one instant on, until the next state; `lead` is the mention that gives it its time."""

    known_from: datetime
    lead: str
    event: Values
    actors: list[Values]


@dataclass(frozen=True, slots=True)
class Grown:
    """How an event looked from each publication and each word of a person on, the present state last; and its story."""

    states: Sequence[State]
    standing: Standing


def grown(event_id: str, story: Story, material: Material, said: Sequence[Word]) -> Grown:
    ends = [material.tellings[story.tellings[stage.count - 1]].published_at for stage in story.stages]
    spoken = {at for one in said for at in (one.made_at, one.withdrawn_at) if at is not None and at > ends[0]}
    waiting = deque(zip(ends, story.stages, strict=True))
    standing, told, found = Standing(material), 0, []
    for cut in sorted({*ends, *spoken}):
        while waiting and waiting[0][0] <= cut:
            _, stage = waiting.popleft()
            standing.add(story.tellings[told : stage.count], stage.superseded)
            told = stage.count
        word = max((one for one in said if one.holds(cut)), key=lambda one: one.made_at, default=None)
        found.append(_state(event_id, cut, standing, word))
    return Grown(found, standing)


def _state(event_id: str, cut: datetime, standing: Standing, word: Word | None) -> State:
    first = standing.first()
    event = {"id": event_id, **_when(first, word), **_counts(standing)}
    shared = {name: event[name] for name in _SHARED}
    roles = sorted(standing.roles.items())
    actors = [{"actor_id": who, "event_id": event_id, "role": role, **shared} for who, role in roles]
    return State(cut, first.row.id, event, actors)


def _when(first: Ranked, word: Word | None) -> Values:
    row, told_at = first.row, first.telling.told_at
    start, end = (word.start, word.end) if word else (row.interval_start, row.interval_end)
    told = Bound(row.bound) if row.bound else None
    bound = word.bound if word else told
    within = reach(Interval(civil.minute_text(start), civil.minute_text(end)), bound)
    return {
        "interval_start": start,
        "interval_end": end,
        "reach_start": within.start,
        "reach_end": within.end,
        "breadth": breadth(start, within, told_at),
        "told_at": told_at,
        "zone": word.zone if word else row.zone,
        "bound": bound,
        "extent": Extent.THROUGHOUT if word and word.bound in _LASTING else row.extent,
        "edtf": word.edtf if word else row.edtf,
        "granularity": word.granularity if word else row.granularity,
        "basis": Basis.EXPRESSION if word else row.basis,
        "confidence": 1.0 if word else row.confidence,
        "override_id": word.id if word else None,
        "summary": " ".join(row.sentence_text.split()),
        "trigger": row.trigger_lemma,
    }


def _counts(standing: Standing) -> Values:
    """The factuality is that of the latest published."""
    earliest, latest = standing.told[0], standing.told[-1]
    return {
        "factuality": latest.factuality,
        "article_count": standing.article_count,
        "mention_count": len(standing.mentions),
        "first_published": earliest.published_at,
        "last_published": latest.published_at,
    }


def mention_rows(event_id: str, ranked: Sequence[Ranked]) -> Iterator[Values]:
    """The mentions of a story as it is now, that which gives the time first."""
    for rank, one in enumerate(ranked):
        yield {
            "event_id": event_id,
            "rank": rank,
            "article_id": one.telling.article_id,
            "mention_id": one.row.id,
            "published_at": one.telling.published_at,
        }


def searched(ranked: Sequence[Ranked], actors: Mapping[str, Sequence[AnyRow]]) -> str:
    """The words an event is found by: of its sentences and its actors' names."""
    sentences = dict.fromkeys(one.row.sentence_text for one in ranked)
    names = dict.fromkeys(actor.name for one in ranked for actor in actors.get(one.row.id, ()))
    return " ".join(words(" ".join((*sentences, *names))))
