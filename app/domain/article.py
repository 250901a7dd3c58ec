"""Articles as they are posted, and the anchor that relative phrases count from."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from app.domain import civil


@dataclass(frozen=True, slots=True)
class Article:
    """One news article.

    `published_at` is an aware datetime, or a bare date when only the day is known. `timezone` is an IANA name, or None
    for the timestamp's own offset.
    """

    title: str | None
    text: str
    published_at: datetime | date
    timezone: str | None
    url: str | None = None
    source: str | None = None
    language: str | None = None
    external_id: str | None = None

    @property
    def published_day_only(self) -> bool:
        return not isinstance(self.published_at, datetime)

    @property
    def published_instant(self) -> datetime:
        """Publication in UTC; a bare date counts from its midnight in `timezone`, else in UTC."""
        moment = self.published_at
        if not isinstance(moment, datetime):
            zone = ZoneInfo(self.timezone) if self.timezone else UTC
            moment = datetime(moment.year, moment.month, moment.day, tzinfo=zone)
        return moment.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The civil moment of publication: minutes since 0001-01-01T00:00, and how finely it is known.

    `zone` is the IANA name, or the offset (`-05:00`) where the article names no zone, or None for a bare date.
    """

    minute: int
    day_only: bool
    zone: str | None

    @property
    def day(self) -> int:
        """Day number of the anchor's civil date."""
        return self.minute // civil.MINUTES_A_DAY

    @property
    def text(self) -> str:
        """`2021-12-21T14:05`, or `2021-12-21` when only the day is known."""
        return civil.day_text(self.minute) if self.day_only else civil.minute_text(self.minute)


def anchor_of(article: Article) -> Anchor:
    """Publication in the article's zone, else in the timestamp's own offset; a bare date is that day."""
    moment = article.published_at
    if not isinstance(moment, datetime):
        return Anchor(_minutes_of_day(moment), day_only=True, zone=article.timezone)
    if article.timezone:
        moment = moment.astimezone(ZoneInfo(article.timezone))
    minute = _minutes_of_day(moment.date()) + moment.hour * 60 + moment.minute
    return Anchor(minute, day_only=False, zone=article.timezone or _offset(moment))


def _offset(moment: datetime) -> str:
    """The offset as `-05:00`; fractions of a minute, which no zone has used since 1972, are dropped."""
    return moment.isoformat(timespec="minutes")[len("2021-12-21T14:05") :][:6]


def _minutes_of_day(day: date) -> int:
    return (day.toordinal() - 1) * civil.MINUTES_A_DAY


class ArticleState(StrEnum):
    """Where an accepted article stands."""

    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"
    RETRACTED = "retracted"
