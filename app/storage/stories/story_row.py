"""The rows of an event that several articles tell of, at each stage of its story: a pure function of mention rows."""

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain import civil
from app.domain.interval import Bound, Extent, Granularity, Interval, reach
from app.domain.mention import Basis
from app.domain.story import Stage, Story
from app.storage.breadth import breadth
from app.storage.mention_row import Values
from app.storage.stories.material import Material
from app.storage.stories.standing import Ranked, Standing
from app.storage.tables import WALKED

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
class Base:
    """How a story stood after the first of its tellings, which end a stage, and how many those are."""

    standing: Standing
    count: int


@dataclass(frozen=True, slots=True)
class Grown:
    """How an event looked from each publication and each word of a person on, the present state last; and its story.

    `base` is how it stood after the tellings that the next one goes on from.
    """

    states: Sequence[State]
    standing: Standing
    base: Base


NOTHING = Base(Standing(), 0)


def grown(
    event_id: str, story: Story, material: Material, said: Sequence[Word], *, base: Base = NOTHING, keep: int = 0
) -> Grown:
    """The states of an event from that of `base` on; its next base is to have `keep` tellings."""
    standing, kept = base.standing.copy(), base
    stages = [stage for stage in story.stages if stage.count >= base.count]
    ends = [_end(story, stage, base, material) for stage in stages]
    spoken = {at for one in said for at in (one.made_at, one.withdrawn_at) if at is not None and at > ends[0]}
    waiting, told, found = deque(zip(ends, stages, strict=True)), base.count, []
    for cut in sorted({*ends, *spoken}):
        while waiting and waiting[0][0] <= cut:
            _, stage = waiting.popleft()
            standing.add(story.tellings[told : stage.count], stage.superseded, material)
            told = stage.count
            if told == keep:
                kept = Base(standing.copy(), keep)
        word = max((one for one in said if one.holds(cut)), key=lambda one: one.made_at, default=None)
        found.append(_state(event_id, cut, standing, word))
    return Grown(found, standing, kept)


def _end(story: Story, stage: Stage, base: Base, material: Material) -> datetime:
    """When the last telling of a stage was published."""
    if stage.count == base.count:
        return base.standing.told[-1].published_at
    return material.tellings[story.tellings[stage.count - 1]].published_at


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


def mention_rows(event_id: str, ranked: Sequence[Ranked], unchanged: Collection[int] = ()) -> Iterator[Values]:
    """The mentions of a story as it is now, that which gives the time first, but for those of unchanged number.

    They are numbered from the last, -1, so that those stay as they are before which others are put.
    """
    for rank in range(-len(ranked), 0):
        if rank not in unchanged:
            one = ranked[rank]
            yield {
                "event_id": event_id,
                "rank": rank,
                "article_id": one.telling.article_id,
                "mention_id": one.row.id,
                "published_at": one.telling.published_at,
            }
