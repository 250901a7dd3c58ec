"""Time expressions: spans of text with their TIMEX3 reading, and what they give to the events they date."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.interval import Bound, Extent, Granularity, Interval
from app.domain.span import Field


class TimexType(StrEnum):
    """TIMEX3 types (ISO-TimeML, ISO 24617-1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression as TIMEX3 has it: without its preposition, with `value` in ISO-TimeML notation.

    `granularity`, `interval` and `edtf` are None for vague references, sets and bare durations. `zone` is an IANA name
    or the zone as the phrase told it, only for intervals finer than a day. `rule` names the rule that read it;
    `explanation` says in one sentence how it was resolved.
    """

    text: str
    field: Field
    start: int
    end: int
    type: TimexType
    value: str
    mod: str | None
    edtf: str | None
    granularity: Granularity | None
    interval: Interval | None
    zone: str | None
    rule: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Dating:
    """A time expression with the bound and extent it gives to an event it dates ("since Monday": since, throughout).

    `range` is the whole where the expression is an end of one ("from Friday to Sunday"); an event is dated by that.
    """

    expression: TimeExpression
    bound: Bound | None
    extent: Extent
    range: TimeExpression | None = None

    @property
    def dates_by(self) -> TimeExpression:
        """What dates an event beside it: the range it is an end of, else the expression itself."""
        return self.range or self.expression
