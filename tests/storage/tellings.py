"""Small factories for articles and what is read out of them; each default can be replaced."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection

from app.domain import civil, edtf
from app.domain.actor import ActorIdentity, ActorKind, ActorMention, Match, Role
from app.domain.article import Article, anchor_of
from app.domain.expression import TimeExpression, TimexType
from app.domain.extraction import Extraction, LocalConflict, Notice, NoticeCode, Reading
from app.domain.identity import content_id
from app.domain.interval import Bound, Extent, Granularity, Interval
from app.domain.mention import Attribution, Basis, EventTime, Factuality, Mention, Trigger
from app.domain.span import Field, Span
from app.storage import write
from app.storage.articles import queue
from app.storage.write import Accepted

NOW = datetime(2031, 5, 6, 9, 30, tzinfo=UTC)
LEASE = timedelta(minutes=1)


def article(
    text: str = "The harbour board met on Tuesday.",
    *,
    title: str | None = "Board meets",
    published_at: datetime | date = datetime(2031, 5, 6, 8, 0, tzinfo=UTC),
    timezone: str | None = "Europe/Lisbon",
    url: str | None = None,
    source: str | None = None,
    external_id: str | None = None,
) -> Article:
    return Article(
        title=title,
        text=text,
        published_at=published_at,
        timezone=timezone,
        url=url,
        source=source,
        language=None,
        external_id=external_id,
    )


def when(
    start: str | None = "2031-05-06",
    end: str = "2031-05-07",
    *,
    granularity: Granularity = Granularity.DAY,
    bound: Bound | None = None,
    basis: Basis = Basis.EXPRESSION,
) -> EventTime:
    """An event's time; without a start nothing is known of it."""
    if start is None:
        return EventTime(None, None, None, Extent.WITHIN, None, None, None, None, None, "no date told")
    interval = Interval(start, end)
    return EventTime(
        interval=interval,
        zone="Europe/Lisbon" if granularity.finer_than_day else None,
        bound=bound,
        extent=Extent.WITHIN,
        edtf=edtf.label(interval, granularity, bound),
        granularity=granularity,
        basis=basis,
        expression=Span("Tuesday", Field.TEXT, 25, 32) if basis is Basis.EXPRESSION else None,
        rule="weekday/bare",
        explanation="the Tuesday of the week of publication",
    )


def actor(name: str, role: Role = Role.AGENT, kind: ActorKind = ActorKind.ORGANISATION) -> ActorMention:
    return ActorMention(name, kind, role, name, Field.TEXT, 0, len(name), Match.EXACT)


def mention(
    time: EventTime | None = None,
    *actors: ActorMention,
    at: int = 18,
    lemma: str = "meet",
    sentence: str = "The harbour board met on Tuesday.",
    factuality: Factuality = Factuality.ASSERTED,
    confidence: float = 0.9,
    attribution: Attribution | None = None,
) -> Mention:
    return Mention(
        sentence=Span(sentence, Field.TEXT, 0, len(sentence)),
        trigger=Trigger("met", lemma, Field.TEXT, at, at + 3),
        time=time or when(),
        factuality=factuality,
        attribution=attribution,
        actors=actors,
        confidence=confidence,
    )


EXPRESSION = TimeExpression(
    text="Tuesday",
    field=Field.TEXT,
    start=25,
    end=32,
    type=TimexType.DATE,
    value="2031-05-06",
    mod=None,
    edtf="2031-05-06",
    granularity=Granularity.DAY,
    interval=Interval("2031-05-06", "2031-05-07"),
    zone=None,
    rule="weekday/bare",
    explanation="the Tuesday of the week of publication",
)


def reading(
    *mentions: Mention,
    happenings: Sequence[tuple[int, ...]] | None = None,
    conflicts: Sequence[LocalConflict] = (),
    of: Article | None = None,
) -> Reading:
    """A reading of these mentions; unless told otherwise each dated one is a happening of its own."""
    if happenings is None:
        happenings = [(index,) for index, one in enumerate(mentions) if one.time.interval]
    extraction = Extraction(
        language="en",
        anchor=anchor_of(of or article()).text,
        timezone="Europe/Lisbon",
        extractor_version="test-1",
        warnings=(Notice(NoticeCode.ZONE_FROM_OFFSET, "zone taken from the offset", "/published_at"),),
        time_expressions=(EXPRESSION,),
        mentions=mentions,
    )
    senses = tuple(one.trigger.lemma for one in mentions)
    return Reading(extraction, tuple(happenings), tuple(conflicts), senses)


def identities(read: Reading, scope: str = "") -> dict[tuple[str, ActorKind], ActorIdentity]:
    """An actor for each name and kind, found by its name in lower case; persons are others in another scope."""
    named = {(one.name, one.kind) for told in read.extraction.mentions for one in told.actors}
    return {
        (name, kind): ActorIdentity(
            content_id(("actor", name, kind, scope if kind is ActorKind.PERSON else "")), name, kind, (name.lower(),)
        )
        for name, kind in named
    }


def tell(connection: Connection, told: Article, *mentions: Mention, **more: object) -> Accepted:
    """Accepts an article and stores what is read out of it, as a server and its worker would."""
    accepted = write.accept(connection, told, now=NOW)
    job = queue.claim_one(connection, accepted.id, owner="worker", lease=LEASE, now=NOW)
    assert job is not None
    read = reading(*mentions, of=told, **more)  # type: ignore[arg-type]  # passed on as they came
    assert write.store(connection, job, read, identities(read), now=NOW)
    return accepted


def minutes(text: str) -> int:
    return civil.minutes(text)
