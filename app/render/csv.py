"""CSV (RFC 4180): one row an event, in UTF-8, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator

from app.domain.event import Event, Evidence
from app.render.file import Format, Heading
from app.render.words import phrase, when, why

# Cells that begin so are formulas to a spreadsheet; an apostrophe before them makes them text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_COLUMNS = (
    "id", "start", "end", "edtf", "granularity", "bound", "extent", "zone", "when", "basis", "factuality", "confidence",
    "summary", "trigger", "actors", "phrase", "explanation", "quote", "attribution", "source", "url", "title",
    "first_published", "last_published", "article_count", "mention_count", "conflicts",
)  # fmt: skip


def render(events: Iterable[Event], heading: Heading) -> Iterator[bytes]:
    """The heading's row, then one row an event. `end` is exclusive, as in JSON. The file says nothing of the query."""
    del heading
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for event in events:
        writer.writerow(_row(event))
        yield buffer.getvalue().encode()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue().encode()


def _row(event: Event) -> tuple[object, ...]:
    told = event.mentions[0] if event.mentions else None
    return (
        event.id,
        event.interval.start,
        event.interval.end,
        event.edtf,
        event.granularity,
        event.bound,
        event.extent,
        _safe(event.zone),
        when(event),
        event.basis,
        event.factuality,
        event.confidence,
        _safe(event.summary),
        _safe(event.trigger),
        _safe("; ".join(f"{actor.name} ({actor.role})" for actor in event.actors)),
        _safe(phrase(event)),
        _safe(why(event)),
        *_evidence(told),
        event.first_published,
        event.last_published,
        event.article_count,
        event.mention_count,
        "; ".join(conflict.event_id for conflict in event.conflicts),
    )


def _evidence(told: Evidence | None) -> tuple[str | None, ...]:
    if told is None:
        return (None,) * 5
    return (
        _safe(told.sentence.text),
        _safe(told.attribution),
        _safe(told.source),
        _safe(told.url),
        _safe(told.title),
    )


def _safe(text: str | None) -> str | None:
    return f"'{text}" if text and text.startswith(_FORMULA) else text


FORMAT = Format("csv", "text/csv", "one row an event, for spreadsheets", render)
