"""Events to render, each with defaults that a test can change."""

from dataclasses import replace
from typing import Any

from app.domain import edtf
from app.domain.actor import ActorKind, EventActor, Role
from app.domain.event import Event, Evidence
from app.domain.interval import Extent, Granularity, Interval
from app.domain.mention import Basis, Factuality, Trigger
from app.domain.span import Field, Span
from app.render.file import Heading

HEADING = Heading("Dateline: Norway", "http://127.0.0.1:8000/v1/timeline.csv?actor=Norway")
SENTENCE = "Talks with Denmark could begin as early as next month."

MENTION = Evidence(
    id="m1",
    article_id="a1",
    title="Harbour strike enters second week",
    url="https://example.com/strike",
    source="The Example Courier",
    published_at="2024-03-14T16:20:00Z",
    sentence=Span(SENTENCE, Field.TEXT, 0, len(SENTENCE)),
    trigger=Trigger("Talks", "talk", Field.TEXT, 0, 5),
    expression=Span("next month", Field.TEXT, 43, 53),
    interval=Interval("2024-04-01", "2024-05-01"),
    rule="relative/stepped",
    explanation="next month, counted from publication on 2024-03-14",
    factuality=Factuality.POSSIBLE,
    attribution=None,
)
_EVENT = Event(
    id="mfrggzdfmztwq2lknnwg23tpoa",
    interval=Interval("2024-04-01", "2024-05-01"),
    zone=None,
    bound=None,
    extent=Extent.WITHIN,
    edtf="",
    granularity=Granularity.MONTH,
    basis=Basis.EXPRESSION,
    factuality=Factuality.POSSIBLE,
    confidence=0.8,
    override=None,
    summary=SENTENCE,
    trigger="Talks",
    actors=(EventActor("n1", "Norway", ActorKind.COUNTRY, Role.AGENT),),
    article_count=1,
    mention_count=1,
    first_published="2024-03-14T16:20:00Z",
    last_published="2024-03-14T16:20:00Z",
    conflicts=(),
    mentions=(MENTION,),
)


def event(start: str = "2024-04-01", end: str = "2024-05-01", **fields: Any) -> Event:  # any field of Event
    changed = replace(_EVENT, interval=Interval(start, end), **fields)
    return replace(changed, edtf=edtf.label(changed.interval, changed.granularity, changed.bound))
