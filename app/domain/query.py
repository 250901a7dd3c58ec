"""What a timeline can be asked."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.actor import TAKING_PART, Role
from app.domain.interval import Granularity
from app.domain.mention import Basis, Factuality


class ActorMode(StrEnum):
    ANY = "any"
    ALL = "all"


class DateMode(StrEnum):
    """How an event lies to the range: its reach overlaps it, its interval is inside it, or starts inside it."""

    OVERLAPS = "overlaps"
    WITHIN = "within"
    STARTS = "starts"


class Sort(StrEnum):
    START = "start"
    START_DESCENDING = "-start"
    PUBLISHED = "published"
    PUBLISHED_DESCENDING = "-published"


class Status(StrEnum):
    OVERDUE = "overdue"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class TimelineQuery:
    """A timeline query, its texts already parsed.

    `start` and `end` are civil minutes [start, end) of the range; `published_from`, `published_to` and `as_of` are
    aware UTC instants, `published_to` and `as_of` exclusive. `actors` holds names, aliases or ids as asked. Empty
    tuples and None ask for nothing.
    """

    actors: tuple[str, ...] = ()
    actor_mode: ActorMode = ActorMode.ANY
    roles: tuple[Role, ...] = TAKING_PART
    start: int | None = None
    end: int | None = None
    date_mode: DateMode = DateMode.OVERLAPS
    factualities: tuple[Factuality, ...] = ()
    bases: tuple[Basis, ...] = (Basis.EXPRESSION, Basis.NARRATIVE)
    granularities: tuple[Granularity, ...] = ()
    min_confidence: float = 0.0
    published_from: datetime | None = None
    published_to: datetime | None = None
    as_of: datetime | None = None
    sources: tuple[str, ...] = ()
    status: Status | None = None
    conflicts: bool = False
    q: str | None = None
    sort: Sort = Sort.START
    limit: int = 50
    cursor: str | None = None
