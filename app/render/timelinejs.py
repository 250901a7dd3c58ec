"""TimelineJS 3: one slide an event. It knows no uncertainty, so `display_date` says in words what the dates can't."""

import html
from collections.abc import Iterable, Iterator

from app.domain import civil
from app.domain.event import Event
from app.render.file import Format, Heading
from app.render.listing import document
from app.render.words import when, why


def render(events: Iterable[Event], heading: Heading) -> Iterator[bytes]:
    head = {"title": {"text": {"headline": html.escape(heading.title)}}}
    return document(head, "events", map(_slide, events))


def _slide(event: Event) -> dict[str, object]:
    """Texts are escaped, since TimelineJS reads them as HTML. Its end is inclusive."""
    names = ", ".join(dict.fromkeys(actor.name for actor in event.actors))
    reason = f"<p>{html.escape(words)}</p>" if (words := why(event)) else ""
    return {
        "unique_id": f"ev-{event.id}",
        "start_date": _date(civil.minutes(event.interval.start), fine=_fine(event)),
        "end_date": _date(civil.minutes(event.interval.end) - 1, fine=_fine(event)),
        "display_date": html.escape(when(event)),
        "group": html.escape(event.factuality),
        "text": {
            "headline": html.escape(f"{event.trigger}: {names}" if names else event.trigger),
            "text": f"<p>{html.escape(event.summary)}</p>{reason}",
        },
    }


def _fine(event: Event) -> bool:
    return event.granularity.finer_than_day


def _date(minute: int, *, fine: bool) -> dict[str, int]:
    year, month, day = civil.date_of(minute // civil.MINUTES_A_DAY)
    hour, rest = divmod(minute % civil.MINUTES_A_DAY, 60)
    return {"year": year, "month": month, "day": day} | ({"hour": hour, "minute": rest} if fine else {})


FORMAT = Format("timelinejs.json", "application/vnd.timelinejs+json", "slides for TimelineJS 3", render)
