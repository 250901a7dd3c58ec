"""TimeML files: a document's text, its creation time and its gold TIMEX3, with offsets into the text."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree


@dataclass(frozen=True)
class Timex:
    """Characters [start, end) of a document with a TIMEX3 type and value."""

    start: int
    end: int
    text: str
    type: str
    value: str


@dataclass(frozen=True)
class Document:
    """`created` is the value of the DCT timex: a day, or a moment."""

    name: str
    created: str
    text: str
    gold: tuple[Timex, ...]


def documents(folder: Path) -> list[Document]:
    """All *.tml of a folder, by name; those without a creation time are left out."""
    read = (_document(path) for path in sorted(folder.glob("*.tml")))
    return [document for document in read if document.created[:4].isdigit()]


def _document(path: Path) -> Document:
    root = ElementTree.parse(path).getroot()
    body, created = root.find(".//TEXT"), root.find(".//DCT/TIMEX3")
    text = "" if body is None else "".join(body.itertext())
    gold = tuple(sorted(_timexes(body, text), key=lambda timex: (timex.start, timex.end)))
    return Document(path.stem, "" if created is None else created.get("value", ""), text, gold)


def _timexes(body: ElementTree.Element | None, text: str) -> list[Timex]:
    """Gold spans without the white space at their ends; empty ones are no spans."""
    found: list[Timex] = []

    def walk(element: ElementTree.Element, at: int) -> int:
        start, at = at, at + len(element.text or "")
        for child in element:
            at = walk(child, at) + len(child.tail or "")
        if element.tag == "TIMEX3" and text[start:at].strip():
            found.append(trimmed(text, (start, at), element.get("type", ""), element.get("value", "")))
        return at

    if body is not None:
        walk(body, 0)
    return found


def trimmed(text: str, span: tuple[int, int], kind: str, value: str) -> Timex:
    start, end = span
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return Timex(start, end, text[start:end], kind, value)
