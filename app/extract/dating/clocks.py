"""Times of day that a zone's clocks skip in spring, or show twice in autumn."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.expression import TimeExpression
from app.domain.interval import Granularity

_BY_THE_CLOCK = frozenset({Granularity.HOUR, Granularity.MINUTE})


def oddity(expression: TimeExpression) -> str | None:
    """What is odd about the minute that an expression begins with, in words; None where its zone has it once."""
    zone = _zone(expression.zone)
    if zone is None or expression.interval is None or expression.granularity not in _BY_THE_CLOCK:
        return None
    try:
        told = datetime.fromisoformat(expression.interval.start)
    except ValueError:  # a year before 1 or after 9999
        return None
    first, second = (told.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    if first is None or second is None or first == second:
        return None
    words = "comes twice" if first > second else "never comes"
    return f"{expression.interval.start}, {words} in {expression.zone}, where clocks change"


def _zone(name: str | None) -> ZoneInfo | None:
    """The zone of an IANA name; None for an offset, or a zone told in words of the text."""
    if name is None or "/" not in name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None
