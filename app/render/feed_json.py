"""JSON Feed 1.1: one item an event, with the event's own fields under `_dateline`."""

from collections.abc import Iterable, Iterator

from app.domain.event import Event
from app.render.file import Format, Heading
from app.render.listing import document
from app.render.words import when


def render(events: Iterable[Event], heading: Heading) -> Iterator[bytes]:
    head = {"version": "https://jsonfeed.org/version/1.1", "title": heading.title, "feed_url": heading.url}
    return document(head, "items", map(_item, events))


def _item(event: Event) -> dict[str, object]:
    url = next((mention.url for mention in event.mentions if mention.url), None)
    return {
        "id": f"urn:dateline:event:{event.id}",
        **({"url": url} if url else {}),
        "title": f"{when(event)}: {event.trigger}",
        "content_text": event.summary,
        "date_published": event.first_published,
        "date_modified": event.last_published,
        "tags": list(dict.fromkeys(actor.name for actor in event.actors)),
        "_dateline": {
            "edtf": event.edtf,
            "interval": event.interval,
            "granularity": event.granularity,
            "bound": event.bound,
            "factuality": event.factuality,
            "confidence": event.confidence,
            "override": event.override,
        },
    }


FORMAT = Format("feed.json", "application/feed+json", "a feed for programs", render)
