"""Apache Parquet: one row an event, in groups, for data frames. Needs the extra `dateline[parquet]`."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from app.domain.event import Event
from app.render.file import Format, FormatMissing, Heading
from app.render.words import why

_ROWS_A_GROUP = 5_000
_TEXTS = ("id", "start", "end", "edtf", "granularity", "bound", "extent", "zone", "basis", "factuality")
_WORDS = ("summary", "trigger", "explanation", "first_published", "last_published")
_ACTOR = ("id", "name", "kind", "role")


class _Sink:
    """A file that only grows: what was written since it was last taken, and where it stands."""

    closed = False

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._position = 0

    def write(self, data: bytes) -> int:
        self._parts.append(bytes(data))
        self._position += len(data)
        return len(data)

    def tell(self) -> int:
        return self._position

    def flush(self) -> None: ...

    def close(self) -> None: ...

    def taken(self) -> bytes:
        data, self._parts = b"".join(self._parts), []
        return data


def render(events: Iterable[Event], heading: Heading) -> Iterator[bytes]:
    """Dates are text in ISO 8601, since Parquet's own know no granularity. Raises FormatMissing without the extra."""
    try:
        import pyarrow as pa  # noqa: PLC0415  an extra, and slow to import
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise FormatMissing("Parquet needs an extra on the server: pip install 'dateline[parquet]'") from error
    sink, schema = _Sink(), _schema(pa, heading)
    rest = iter(events)
    with parquet.ParquetWriter(pa.PythonFile(sink, mode="w"), schema) as writer:
        while group := list(islice(rest, _ROWS_A_GROUP)):
            writer.write_table(pa.Table.from_pylist([_row(event) for event in group], schema=schema))
            yield sink.taken()
    yield sink.taken()


def _schema(pa: Any, heading: Heading) -> Any:  # pyarrow brings no types
    text = pa.string()
    fields = [
        *((name, text) for name in _TEXTS),
        ("confidence", pa.float64()),
        *((name, text) for name in _WORDS),
        ("article_count", pa.int32()),
        ("mention_count", pa.int32()),
        ("actors", pa.list_(pa.struct([(name, text) for name in _ACTOR]))),
    ]
    return pa.schema(fields, metadata={"dateline.title": heading.title, "dateline.url": heading.url})


def _row(event: Event) -> dict[str, object]:
    return {
        "id": event.id,
        "start": event.interval.start,
        "end": event.interval.end,
        "edtf": event.edtf,
        "granularity": event.granularity.value,
        "bound": event.bound and event.bound.value,
        "extent": event.extent.value,
        "zone": event.zone,
        "basis": event.basis.value,
        "factuality": event.factuality.value,
        "confidence": event.confidence,
        "summary": event.summary,
        "trigger": event.trigger,
        "explanation": why(event),
        "first_published": event.first_published,
        "last_published": event.last_published,
        "article_count": event.article_count,
        "mention_count": event.mention_count,
        "actors": [
            {"id": actor.id, "name": actor.name, "kind": actor.kind.value, "role": actor.role.value}
            for actor in event.actors
        ],
    }


FORMAT = Format("parquet", "application/vnd.apache.parquet", "a table for data frames", render)
