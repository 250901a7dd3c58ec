"""Events as rows and back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.actor import ActorIdentity, ActorKind, EventActor
from app.domain.article import Article, anchor_of
from app.domain.event import Conflict, Event, Evidence, Override
from app.domain.interval import Reach, reach
from app.domain.mention import Mention
from app.storage.breadth import breadth
from app.storage.columns import AnyRow, told
from app.storage.enumerated import BASES, BOUNDS, EXTENTS, FACTUALITIES, GRANULARITIES
from app.storage.events.happening import Happening
from app.storage.mention_row import Values, interval_of, interval_values
from app.storage.tables import WALKED, event_states, events
from app.storage.words import searched

_KEY = ("breadth", "interval_start", "interval_end")
_SHARED = (*_KEY, *WALKED, "last_published")


@dataclass(frozen=True, slots=True)
class EventRows:
    """The rows of one event in each table that tells of events."""

    event: Values
    actors: list[Values]
    mentions: list[Values]
    text: Values


def event_rows(
    happening: Happening, mentions: Sequence[Mention], mention_ids: Sequence[str], told_by: tuple[str, Article]
) -> EventRows:
    """The rows of an event told in one article; `told_by` is the article and its id."""
    article_id, article = told_by
    event = _event(happening, mentions, article)
    shared = {name: event[name] for name in _SHARED}
    tellings = [mentions[index] for index in happening.mentions]
    names = {actor.name for mention in tellings for actor in mention.actors}
    return EventRows(
        event=event,
        actors=[
            {"actor_id": actor, "event_id": happening.id, "role": role, **shared} for actor, role in happening.roles
        ],
        mentions=[
            _event_mention(happening.id, rank, (article_id, mention_ids[index]), article.published_instant)
            for rank, index in enumerate(happening.mentions, -len(happening.mentions))
        ],
        text={"event_id": happening.id, "words": searched({*names, *(mention.sentence.text for mention in tellings)})},
    )


def _event_mention(event_id: str, rank: int, mention: tuple[str, str], published_at: datetime) -> Values:
    article_id, mention_id = mention
    return {
        "event_id": event_id,
        "rank": rank,
        "article_id": article_id,
        "mention_id": mention_id,
        "published_at": published_at,
    }


def _event(happening: Happening, mentions: Sequence[Mention], article: Article) -> Values:
    first = mentions[happening.mentions[0]]
    time = first.time
    if time.interval is None:
        raise ValueError(f"event {happening.id!r} has no interval")
    within = reach(time.interval, time.bound)
    told_at = anchor_of(article).minute
    interval = interval_values(time.interval)
    return {
        "id": happening.id,
        **interval,
        **_reach(within),
        "breadth": _breadth(interval, within, told_at),
        "told_at": told_at,
        "zone": time.zone,
        "bound": time.bound,
        "extent": time.extent,
        "edtf": time.edtf,
        "granularity": time.granularity,
        "basis": time.basis,
        "factuality": first.factuality,
        "confidence": first.confidence,
        "override_id": None,
        "summary": " ".join(first.sentence.text.split()),
        "trigger": first.trigger.lemma,
        "article_count": 1,
        "mention_count": len(happening.mentions),
        "first_published": article.published_instant,
        "last_published": article.published_instant,
    }


def _reach(within: Reach) -> Values:
    return {"reach_start": within.start, "reach_end": within.end}


def _breadth(interval: Values, within: Reach, told_at: int) -> int:
    start = interval["interval_start"]
    assert isinstance(start, int)  # noqa: S101 - a column that an event always has
    return breadth(start, within, told_at)


# What an event is made from, in the order in which `event_of` takes it: by name each costs a look-up.
EVENT_COLUMNS = (
    events.c.id,
    events.c.interval_start,
    events.c.interval_end,
    events.c.granularity,
    events.c.zone,
    events.c.bound,
    events.c.extent,
    events.c.edtf,
    events.c.basis,
    events.c.factuality,
    events.c.confidence,
    events.c.override_id,
    events.c.summary,
    events.c.trigger,
    events.c.article_count,
    events.c.mention_count,
    told(events.c.first_published),
    told(events.c.last_published),
)


# The same of an earlier state; more may stand after it.
STATE_COLUMNS = (
    *(event_states.c[column.name] for column in EVENT_COLUMNS[:-2]),
    told(event_states.c.first_published),
    told(event_states.c.last_published),
)


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands with an event in other tables."""

    actors: tuple[EventActor, ...]
    conflicts: tuple[Conflict, ...]
    mentions: tuple[Evidence, ...]
    override: Override | None


def event_of(row: AnyRow, beside: Beside) -> Event:
    key, start, end, granularity, zone, bound, extent, label, *rest = row
    basis, factuality, confidence, _, summary, trigger, article_count, mention_count, first, last, *_ = rest
    return Event(
        id=key,
        interval=interval_of(start, end, granularity),
        zone=zone,
        bound=BOUNDS[bound],
        extent=EXTENTS[extent],
        edtf=label,
        granularity=GRANULARITIES[granularity],
        basis=BASES[basis],
        factuality=FACTUALITIES[factuality],
        confidence=confidence,
        override=beside.override,
        summary=summary,
        trigger=trigger,
        actors=beside.actors,
        article_count=article_count,
        mention_count=mention_count,
        first_published=first,
        last_published=last,
        conflicts=beside.conflicts,
        mentions=beside.mentions,
    )


def conflict_of(row: AnyRow, told: AnyRow) -> Conflict:
    """`told` is the other event's row, of now or of an earlier state."""
    return Conflict(row.other_id, interval_of(told.interval_start, told.interval_end, told.granularity), row.reason)


Identities = Mapping[tuple[str, ActorKind], ActorIdentity]
