"""JSON-LD with schema.org's Event, whose dates ISO 8601 may leave coarse: a month stays `2022-01`."""

from collections.abc import Iterable, Iterator

from app.domain import civil, edtf
from app.domain.actor import ActorKind
from app.domain.event import Event
from app.domain.interval import Bound, Granularity
from app.domain.mention import Factuality
from app.render.file import Format, Heading
from app.render.listing import document

_KINDS = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.COUNTRY: "Country",
    ActorKind.PLACE: "Place",
    ActorKind.GROUP: "Organization",
}
_OPEN_END = (Bound.SINCE, Bound.NOT_BEFORE, Bound.AFTER)
_OPEN_START = (Bound.UNTIL, Bound.NOT_AFTER, Bound.BEFORE)


def render(events: Iterable[Event], heading: Heading) -> Iterator[bytes]:
    head = {"@context": "https://schema.org", "@id": heading.url, "name": heading.title}
    return document(head, "@graph", map(_node, events))


def _node(event: Event) -> dict[str, object]:
    """An open end is left out, since schema.org would read any date there as one that is known."""
    start, end = _dates(event)
    negated = event.factuality is Factuality.NEGATED
    return {
        "@type": "Event",
        "@id": f"urn:dateline:event:{event.id}",
        "name": event.trigger,
        "description": event.summary,
        **({} if event.bound in _OPEN_START else {"startDate": start}),
        **({} if event.bound in _OPEN_END else {"endDate": end}),
        "temporalCoverage": event.edtf,
        "eventStatus": f"https://schema.org/{'EventCancelled' if negated else 'EventScheduled'}",
        "about": [{"@type": _KINDS[actor.kind], "name": actor.name} for actor in event.actors],
        "subjectOf": [
            {
                "@type": "NewsArticle",
                "headline": mention.title,
                "url": mention.url,
                "datePublished": mention.published_at,
            }
            for mention in event.mentions
        ],
    }


def _dates(event: Event) -> tuple[str, str]:
    """First and last date, as coarse as ISO 8601 can write them; weeks, seasons and the like by their days."""
    start, end = event.interval.start, event.interval.end
    match event.granularity:
        case Granularity.YEAR | Granularity.MONTH if (
            cell := edtf.label(event.interval, event.granularity, None)
        ) in start:
            return cell, cell
        case grain if grain.finer_than_day:
            return start, end
        case _:
            return start, civil.day_text(civil.minutes(end) - 1)


FORMAT = Format("jsonld", "application/ld+json", "schema.org events, for the web of data", render)
