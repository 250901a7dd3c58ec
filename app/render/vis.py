"""vis-timeline: an array of items for a DataSet. Instants carry a zone, since vis shifts bare dates by the reader's."""

import html
from collections.abc import Iterable, Iterator

from app.domain.event import Event
from app.render.file import Format, Heading
from app.render.listing import array
from app.render.words import when


def render(events: Iterable[Event], heading: Heading) -> Iterator[bytes]:
    """Civil times are written as if UTC, so that a timeline drawn in UTC shows the dates as told."""
    del heading  # an array has no head
    return array(map(_item, events))


def _item(event: Event) -> dict[str, object]:
    words = f"{when(event)}: {event.summary}"
    return {
        "id": event.id,
        "content": html.escape(event.trigger),
        "title": html.escape(words),
        "start": _instant(event.interval.start),
        "end": _instant(event.interval.end),
        "type": "range",
        "className": f"dateline-{event.factuality} dateline-{event.granularity}",
        "edtf": event.edtf,
        "granularity": event.granularity,
        "bound": event.bound,
    }


def _instant(civil: str) -> str:
    """Years before 0 are written with six digits, as ECMAScript asks."""
    full = civil if "T" in civil else f"{civil}T00:00"
    return f"-00{full[1:]}:00Z" if full.startswith("-") else f"{full}:00Z"


FORMAT = Format("vis.json", "application/vnd.vis-timeline+json", "items for vis-timeline", render)
