"""Events as timelines show them. Each value is an answer's JSON object as it stands."""

from dataclasses import dataclass, fields
from typing import Any

from app.domain.actor import ActorKind, ActorName, EventActor
from app.domain.article import Article, ArticleState
from app.domain.expression import TimeExpression
from app.domain.extraction import Extraction, Notice
from app.domain.interval import Bound, Extent, Granularity, Interval
from app.domain.mention import Basis, Factuality, Mention, Trigger
from app.domain.span import Span


@dataclass(frozen=True, slots=True)
class Conflict:
    """Another event that seems the same but has an incompatible time, and why, in words."""

    event_id: str
    interval: Interval
    reason: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A mention as an event quotes it: where it stands, what it says, and why it has its date."""

    id: str
    article_id: str
    title: str | None
    url: str | None
    source: str | None
    published_at: str
    sentence: Span
    trigger: Trigger
    expression: Span | None
    interval: Interval | None
    rule: str | None
    explanation: str
    factuality: Factuality
    attribution: str | None


@dataclass(frozen=True, slots=True)
class Override:
    """Who gave an event the time it has, why, and when (RFC 3339 in UTC); what its mentions tell stays theirs."""

    by: str
    note: str
    made_at: str


@dataclass(frozen=True, slots=True)
class Event:
    """What mentions tell of together. `first_published` and `last_published` are RFC 3339 instants in UTC.

    With an `override` a person gave it its time: no phrase does, whatever `basis` says.
    """

    id: str
    interval: Interval
    zone: str | None
    bound: Bound | None
    extent: Extent
    edtf: str
    granularity: Granularity
    basis: Basis
    factuality: Factuality
    confidence: float
    override: Override | None
    summary: str
    trigger: str
    actors: tuple[EventActor, ...]
    article_count: int
    mention_count: int
    first_published: str
    last_published: str
    conflicts: tuple[Conflict, ...]
    mentions: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ActorMatch:
    """An actor that a name in a query was found to mean."""

    query: str
    id: str
    name: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """One page of a timeline; `next_cursor` is None on the last."""

    items: tuple[Event, ...]
    next_cursor: str | None
    actors: tuple[ActorMatch, ...]
    unresolved_actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorSummary:
    """An actor in a listing; `event_count` counts the events it takes part in."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    event_count: int


@dataclass(frozen=True, slots=True)
class ActorSuggestion:
    """Two actors that may be one; `score` tells how near their names are, 1 for the same."""

    actor: ActorName
    other: ActorName
    score: float


@dataclass(frozen=True, slots=True)
class SuggestionPage:
    """What was found among one page of actors, perhaps nothing; `next_cursor` is None on the last."""

    items: tuple[ActorSuggestion, ...]
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article in a listing. Instants are RFC 3339 in UTC."""

    id: str
    state: ArticleState
    revision: int
    title: str | None
    url: str | None
    source: str | None
    published_at: str
    error: str | None


@dataclass(frozen=True, slots=True)
class ActorPage:
    """One page of actors; `next_cursor` is None on the last."""

    items: tuple[ActorSummary, ...]
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One page of articles; `next_cursor` is None on the last."""

    items: tuple[ArticleSummary, ...]
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article with all that was read out of it. The extraction's fields are those of `Extraction`."""

    id: str
    state: ArticleState
    revision: int
    language: str
    anchor: str
    timezone: str | None
    extractor_version: str
    warnings: tuple[Notice, ...]
    time_expressions: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]

    @classmethod
    def of(cls, *, id: str, state: ArticleState, revision: int, extraction: Extraction) -> "StoredArticle":
        return cls(
            id=id,
            state=state,
            revision=revision,
            language=extraction.language,
            anchor=extraction.anchor,
            timezone=extraction.timezone,
            extractor_version=extraction.extractor_version,
            warnings=extraction.warnings,
            time_expressions=extraction.time_expressions,
            mentions=extraction.mentions,
        )

    def told(self) -> dict[str, Any]:  # the fields are of many types
        """The fields by name: what larger answers are made of."""
        return {field.name: getattr(self, field.name) for field in fields(StoredArticle)}


@dataclass(frozen=True, slots=True)
class ReadArticle(StoredArticle):
    """An article as it is read back: with what was posted, which offsets point into and which PUT takes."""

    article: Article
