"""Newline-delimited JSON: each line an event as the JSON timeline has it."""

from collections.abc import Iterable, Iterator

import orjson

from app.domain.event import Event
from app.render.file import Format, Heading


def render(events: Iterable[Event], heading: Heading) -> Iterator[bytes]:
    del heading  # a line is an event and nothing else
    for event in events:
        yield orjson.dumps(event, option=orjson.OPT_APPEND_NEWLINE)


FORMAT = Format("ndjson", "application/x-ndjson", "one JSON event a line, for programs", render)
