"""iCalendar (RFC 5545): one VEVENT an event, all-day unless a time of day is known, its certainty in STATUS."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import icalendar

from app.domain import civil
from app.domain.event import Event
from app.domain.interval import Interval
from app.domain.mention import Factuality
from app.render.file import Format, Heading
from app.render.words import when, why

_STATUS = {
    Factuality.ASSERTED: "CONFIRMED",
    Factuality.PLANNED: "TENTATIVE",
    Factuality.POSSIBLE: "TENTATIVE",
    Factuality.CONDITIONAL: "TENTATIVE",
    Factuality.NEGATED: "CANCELLED",
}
# A calendar asks again this often.
_REFRESH = timedelta(hours=1)
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d{2}):(?P<minutes>\d{2})", re.ASCII)


def render(events: Iterable[Event], heading: Heading) -> Iterator[bytes]:
    """Events before year 1 have no date in this format and are left out."""
    opening, closing = _calendar(heading)
    yield opening
    for event in events:
        if civil.minutes(event.interval.start) >= 0:
            yield _entry(event).to_ical()
    yield closing


def _calendar(heading: Heading) -> tuple[bytes, bytes]:
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Dateline//Dateline//EN")
    calendar.add("version", "2.0")
    calendar.add("name", heading.title)
    calendar.add("x-wr-calname", heading.title)
    calendar.add("refresh-interval", _REFRESH)
    calendar.add("url", heading.url)
    opening, end, rest = calendar.to_ical().partition(b"END:VCALENDAR")
    return opening, end + rest


def _entry(event: Event) -> icalendar.Event:
    entry = icalendar.Event()
    entry.add("uid", f"{event.id}@dateline")
    entry.add("dtstamp", datetime.fromisoformat(event.last_published))
    entry.add("summary", f"{event.trigger}: {_names(event)}" if event.actors else event.trigger)
    for name, moment in zip(("dtstart", "dtend"), _ends(event.interval, event.zone), strict=True):
        entry.add(name, moment)
    entry.add("description", _description(event))
    entry.add("status", _STATUS[event.factuality])
    entry.add("transp", "TRANSPARENT")
    if told := next((mention.url for mention in event.mentions if mention.url), None):
        entry.add("url", told)
    entry.add("x-dateline-edtf", event.edtf)
    entry.add("x-dateline-granularity", str(event.granularity))
    if event.bound:
        entry.add("x-dateline-bound", str(event.bound))
    entry.add("x-dateline-factuality", str(event.factuality))
    return entry


def _names(event: Event) -> str:
    return ", ".join(dict.fromkeys(actor.name for actor in event.actors))


def _description(event: Event) -> str:
    parts = (f"When: {when(event)} ({event.factuality}).", event.summary, why(event))
    return "\n".join(part for part in parts if part)


def _ends(interval: Interval, zone: str | None) -> tuple[date, date]:
    """Dates for days, ends exclusive as in our intervals; instants in UTC where the zone is known, else floating."""
    if "T" not in interval.start:
        return date.fromisoformat(interval.start), _exclusive(interval.end)
    place = _place(zone)
    start, end = (datetime.fromisoformat(text) for text in (interval.start, interval.end))
    if place is None:
        return start, end
    return start.replace(tzinfo=place).astimezone(UTC), end.replace(tzinfo=place).astimezone(UTC)


def _exclusive(end: str) -> date:
    """The day after the last; 9999-12-31 is as far as dates go."""
    return date.max if civil.minutes(end) > _LAST else date.fromisoformat(end)


_LAST = civil.minutes("9999-12-31")


def _place(zone: str | None) -> tzinfo | None:
    """The zone as the phrase or the article told it; one that is only a nickname ("ET") is unknown here."""
    offset = _OFFSET.fullmatch(zone or "")
    if offset:
        size = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"]))
        return timezone(-size if offset["sign"] == "-" else size)
    return ZoneInfo(zone) if zone and "/" in zone else UTC if zone == "UTC" else None


FORMAT = Format("ics", "text/calendar", "a calendar to subscribe to, without what lies before year 1", render)
