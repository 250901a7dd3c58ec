"""Events as rows and back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.actor import ActorIdentity, ActorKind, EventActor, Role
from app.domain.article import Article, anchor_of
from app.domain.event import Conflict, Event, Evidence
from app.domain.interval import Bound, Extent, Granularity, Reach, reach
from app.domain.mention import Basis, Factuality, Mention
from app.storage.breadth import breadth
from app.storage.columns import AnyRow, instant_text
from app.storage.happening import Happening
from app.storage.mention_row import (
    Values,
    expression_span_of,
    interval_of,
    interval_values,
    sentence_of,
    trigger_of,
)
from app.storage.words import words

_KEY = ("breadth", "interval_start", "interval_end")
_WALKED = (*_KEY, "reach_start", "reach_end", "told_at", "granularity", "factuality", "basis", "confidence")


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
    shared = {name: event[name] for name in (*_WALKED, "last_published")}
    told = [mentions[index] for index in happening.mentions]
    names = [actor.name for mention in told for actor in mention.actors]
    sentences = dict.fromkeys(mention.sentence.text for mention in told)
    return EventRows(
        event=event,
        actors=[
            {"actor_id": actor, "event_id": happening.id, "role": role, **shared} for actor, role in happening.roles
        ],
        mentions=[
            _event_mention(happening.id, rank, (article_id, mention_ids[index]), article.published_instant)
            for rank, index in enumerate(happening.mentions)
        ],
        text={"event_id": happening.id, "words": " ".join(words(" ".join((*sentences, *dict.fromkeys(names)))))},
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


def event_of(
    row: AnyRow, actors: tuple[EventActor, ...], conflicts: tuple[Conflict, ...], mentions: tuple[Evidence, ...]
) -> Event:
    granularity = Granularity(row.granularity)
    return Event(
        id=row.id,
        interval=interval_of(row.interval_start, row.interval_end, granularity),
        zone=row.zone,
        bound=Bound(row.bound) if row.bound else None,
        extent=Extent(row.extent),
        edtf=row.edtf,
        granularity=granularity,
        basis=Basis(row.basis),
        factuality=Factuality(row.factuality),
        confidence=row.confidence,
        summary=row.summary,
        trigger=row.trigger,
        actors=actors,
        article_count=row.article_count,
        mention_count=row.mention_count,
        first_published=instant_text(row.first_published),
        last_published=instant_text(row.last_published),
        conflicts=conflicts,
        mentions=mentions,
    )


def event_actor_of(row: AnyRow) -> EventActor:
    return EventActor(row.actor_id, row.name, ActorKind(row.kind), Role(row.role))


def conflict_of(row: AnyRow) -> Conflict:
    interval = interval_of(row.interval_start, row.interval_end, Granularity(row.granularity))
    return Conflict(row.other_id, interval, row.reason)


def evidence_of(row: AnyRow) -> Evidence:
    interval = None
    if row.interval_start is not None:
        interval = interval_of(row.interval_start, row.interval_end, Granularity(row.granularity))
    return Evidence(
        id=row.id,
        article_id=row.article_id,
        title=row.title,
        url=row.url,
        source=row.source,
        published_at=instant_text(row.published_at),
        sentence=sentence_of(row),
        trigger=trigger_of(row),
        expression=expression_span_of(row),
        interval=interval,
        rule=row.rule,
        explanation=row.explanation,
        factuality=Factuality(row.factuality),
        attribution=row.attribution_name,
    )


Identities = Mapping[tuple[str, ActorKind], ActorIdentity]
