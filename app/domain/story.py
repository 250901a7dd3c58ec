"""One story from many articles: what goes into clustering happenings across articles, and what comes out."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from app.domain.actor import Role
from app.domain.interval import Bound, Granularity
from app.domain.mention import Basis, Factuality


class Party(NamedTuple):
    """Who takes part in a happening: the id across articles, and the strongest role."""

    id: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Telling:
    """A happening as one article tells of it.

    `id` is that of its smallest mention; `text_id` is the same for articles of one text. The time is that of its best
    mention: civil minutes [start, end). `told_at` is the civil minute of publication. `sense` is "" for what never
    joins: words of saying. `mentions` are ids, that of the one which gives the time first.
    """

    id: str
    article_id: str
    text_id: str
    published_at: datetime
    told_at: int
    sense: str
    lemma: str
    start: int
    end: int
    bound: Bound | None
    granularity: Granularity
    basis: Basis
    edtf: str
    factuality: Factuality
    parties: tuple[Party, ...]
    sentences: tuple[str, ...]
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """How a story stood from one publication to the next: how many of its tellings there were, and those superseded."""

    count: int
    superseded: frozenset[str]


@dataclass(frozen=True, slots=True)
class Story:
    """The tellings of one event by their ids, in order of publication, and how it stood after each publication."""

    tellings: tuple[str, ...]
    stages: tuple[Stage, ...]

    @property
    def superseded(self) -> frozenset[str]:
        """The tellings that gave a time which the event has no longer."""
        return self.stages[-1].superseded


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two stories, by index, that seem one event but have incompatible times: why, in words, and since when."""

    first: int
    second: int
    reason: str
    known_from: datetime


@dataclass(frozen=True, slots=True)
class Stories:
    """What a set of tellings comes to: each telling is in exactly one story."""

    stories: tuple[Story, ...]
    disputes: tuple[Dispute, ...]
