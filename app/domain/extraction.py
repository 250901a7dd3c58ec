"""What is read out of one article."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.expression import TimeExpression
from app.domain.mention import Mention


class NoticeCode(StrEnum):
    """Why an answer may hold less than a reader expects."""

    DAY_ONLY_PUBLICATION = "day_only_publication"
    ZONE_FROM_OFFSET = "zone_from_offset"
    LANGUAGE_UNSUPPORTED = "language_unsupported"
    LANGUAGE_TIMES_ONLY = "language_times_only"
    NO_SUCH_DAY = "no_such_day"
    CLOCKS_CHANGE = "clocks_change"
    SENTENCE_SKIPPED = "sentence_skipped"
    CANDIDATES_CAPPED = "candidates_capped"


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning in an extraction's answer; `pointer` is a JSON Pointer (RFC 6901) into the posted article."""

    code: NoticeCode
    detail: str
    pointer: str | None


@dataclass(frozen=True, slots=True)
class Extraction:
    """An article's time expressions and event mentions, in the order of the text."""

    language: str
    anchor: str
    timezone: str | None
    extractor_version: str
    warnings: tuple[Notice, ...]
    time_expressions: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class LocalConflict:
    """Two happenings of one article that seem one event but disagree on its time: indices into `happenings`."""

    first: int
    second: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An extraction with its mentions grouped by event.

    `happenings` holds tuples of indices into `extraction.mentions`; each dated mention is in exactly one, undated ones
    in none. `senses` go by position in `extraction.mentions`: what "invaded" and "invasion" have in common.
    """

    extraction: Extraction
    happenings: tuple[tuple[int, ...], ...]
    conflicts: tuple[LocalConflict, ...]
    senses: tuple[str, ...]
