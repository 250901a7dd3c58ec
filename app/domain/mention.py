"""Event mentions: one place in one article that tells of an event."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.actor import ActorMention
from app.domain.interval import Bound, Extent, Granularity, Interval
from app.domain.span import Field, Span


class Factuality(StrEnum):
    """How sure the text is of an event."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    NEGATED = "negated"


class Basis(StrEnum):
    """Why an event has its time."""

    EXPRESSION = "expression"
    NARRATIVE = "narrative"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that names an event, and its lemma."""

    text: str
    lemma: str
    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EventTime:
    """When a mention says its event happened; `interval`, `basis` and `expression` are None where nothing is known."""

    interval: Interval | None
    zone: str | None
    bound: Bound | None
    extent: Extent
    edtf: str | None
    granularity: Granularity | None
    basis: Basis | None
    expression: Span | None
    rule: str | None
    explanation: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who tells of the event, in the words of the text."""

    name: str
    text: str
    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One telling of an event. `confidence` is the measured share of right dates among mentions scored so, 0 to 1."""

    sentence: Span
    trigger: Trigger
    time: EventTime
    factuality: Factuality
    attribution: Attribution | None
    actors: tuple[ActorMention, ...]
    confidence: float
