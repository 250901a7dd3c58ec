"""Atom (RFC 4287): one entry an event, for feed readers."""

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from app.domain.event import Event
from app.render.file import Format, Heading
from app.render.words import when, why

# Characters that XML 1.0 has no way to write.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# What an empty feed was last changed at: it must say something, and the clock is not ours to ask.
_NEVER = "1970-01-01T00:00:00Z"


def render(events: Iterable[Event], heading: Heading) -> Iterator[bytes]:
    """`updated` stands last, since it is the latest publication of any event in the feed."""
    latest = _NEVER
    yield (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{_text(heading.title)}</title>\n<id>{_text(heading.url)}</id>\n"
        f'<link rel="self" type="application/atom+xml" href={_value(heading.url)}/>\n'
    ).encode()
    for event in events:
        latest = max(latest, event.last_published)
        yield _entry(event).encode()
    yield f"<updated>{_text(latest)}</updated>\n<author><name>Dateline</name></author>\n</feed>\n".encode()


def _entry(event: Event) -> str:
    told = event.mentions[0] if event.mentions else None
    reason = f"\n{words}" if (words := why(event)) else ""
    dated = f"{when(event)} ({event.factuality}; {event.edtf}).{reason}"
    link = f"<link href={_value(told.url)}/>\n" if told and told.url else ""
    people = "".join(f"<category term={_value(actor.id)} label={_value(actor.name)}/>\n" for actor in event.actors)
    return (
        f"<entry>\n<title>{_text(f'{when(event)}: {event.trigger}')}</title>\n<id>urn:dateline:event:{event.id}</id>\n"
        f"<updated>{_text(event.last_published)}</updated>\n<published>{_text(event.first_published)}</published>\n"
        f"{link}{people}<summary>{_text(event.summary)}</summary>\n"
        f'<content type="text">{_text(dated)}</content>\n</entry>\n'
    )


def _text(text: str) -> str:
    return escape(_UNWRITABLE.sub("", text))


def _value(text: str) -> str:
    return quoteattr(_UNWRITABLE.sub("", text))


FORMAT = Format("atom", "application/atom+xml", "a feed for readers", render)
