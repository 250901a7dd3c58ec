"""A timeline's query string: its parameters as documented, and the domain query they ask for."""

from collections.abc import Sequence
from typing import Annotated, Literal, TypeVar

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field

from app.api.range_params import When, moment, span, written
from app.domain.actor import TAKING_PART, Role
from app.domain.interval import Granularity
from app.domain.mention import Basis, Factuality
from app.domain.query import ActorMode, DateMode, Sort, Status, TimelineQuery

PAGE_DEFAULT, PAGE_MOST = 50, 200
_DEFAULT_BASES = (Basis.EXPRESSION, Basis.NARRATIVE)
_T = TypeVar("_T")
BucketWidth = Literal["hour", "day", "week", "month", "quarter", "year", "decade", "century"]
AskedBasis = Literal["expression", "narrative", "publication", "any"]
Name = Annotated[str, Field(min_length=1, max_length=200)]


class Filters(BaseModel):
    """What an event must be to stand on the timeline."""

    model_config = ConfigDict(extra="forbid")

    actor: list[Name] = Field(
        default=[], max_length=20, description="Name, alias or id of an actor who takes part. May be repeated."
    )
    actor_mode: ActorMode = Field(default=ActorMode.ANY, description="Any of the actors, or all of them together.")
    role: list[Role] = Field(
        default=[], description="Roles the actor may have; `agent`, `patient` and `participant` unless given."
    )
    from_: When | None = Field(
        default=None,
        alias="from",
        description="First year, month, day or minute of the range, the whole of it included.",
    )
    to: When | None = Field(default=None, description="Last year, month, day or minute, the whole of it included.")
    date_mode: DateMode = Field(
        default=DateMode.OVERLAPS,
        description="How an event lies to the range: reach overlaps it, interval within it, or starts in it.",
    )
    factuality: list[Factuality] = Field(default=[], description="Any unless given. May be repeated.")
    basis: list[AskedBasis] = Field(
        default=[],
        description="`expression` and `narrative` unless given; `publication` or `any` shows undated news too.",
    )
    granularity: list[Granularity] = Field(default=[], description="Any unless given. May be repeated.")
    min_confidence: float = Field(default=0.0, ge=0.0, le=1.0, allow_inf_nan=False)
    published_from: When | None = Field(default=None, description="Told by articles published from here on (UTC).")
    published_to: When | None = Field(default=None, description="Told by articles published up to and with this (UTC).")
    as_of: When | None = Field(default=None, description="The timeline as articles published so far told it (UTC).")
    source: list[Name] = Field(default=[], max_length=20, description="`source` of the articles. May be repeated.")
    status: Status | None = Field(default=None, description="Plans whose time has passed, or events that were moved.")
    conflicts: bool = Field(default=False, description="Only events on whose time texts disagree.")
    q: Annotated[str, Field(min_length=1, max_length=200)] | None = Field(
        default=None, description="Words in what is told."
    )
    sort: Sort = Field(
        default=Sort.START, description="By start of the interval or by publication; `-` turns it round."
    )

    def query(self, *, limit: int, cursor: str | None = None) -> TimelineQuery:
        """The domain query. Raises ApiError (400) naming the parameter."""
        start, end = span("from", self.from_, "to", self.to)
        published = span("published_from", self.published_from, "published_to", self.published_to)
        as_of = written("as_of", self.as_of)
        return TimelineQuery(
            actors=_once(self.actor),
            actor_mode=self.actor_mode,
            roles=_once(self.role) or TAKING_PART,
            start=start,
            end=end,
            date_mode=self.date_mode,
            factualities=_once(self.factuality),
            bases=_bases(self.basis),
            granularities=_once(self.granularity),
            min_confidence=self.min_confidence,
            published_from=moment("published_from", published[0]),
            published_to=moment("published_to", published[1]),
            as_of=moment("as_of", as_of.end if as_of else None),
            sources=_once(self.source),
            status=self.status,
            conflicts=self.conflicts,
            q=self.q,
            sort=self.sort,
            limit=limit,
            cursor=cursor,
        )


class PageParams(Filters):
    """The filters, and which page of what they find."""

    limit: int = Field(default=PAGE_DEFAULT, ge=1, le=PAGE_MOST)
    cursor: Annotated[str, Field(min_length=1, max_length=1_000)] | None = Field(
        default=None, description="`next_cursor` of the page before, with the same filters."
    )


class FileParams(Filters):
    """The filters, and how many events the file may hold."""

    limit: int | None = Field(default=None, ge=1, description="Fewer events than the service's own maximum.")


class HistogramParams(Filters):
    """The filters, and how wide the buckets are."""

    bucket: BucketWidth | None = Field(
        default=None, description="Width of a bucket; the finest that gives at most 120 unless given."
    )


HistogramQuery = Annotated[HistogramParams, Query()]
PageQuery = Annotated[PageParams, Query()]
FileQuery = Annotated[FileParams, Query()]


def _once(values: Sequence[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))


def _bases(asked: Sequence[AskedBasis]) -> tuple[Basis, ...]:
    """The bases asked for; no restriction at all for `any`."""
    if "any" in asked:
        return ()
    return _once([Basis(basis) for basis in asked]) or _DEFAULT_BASES
