"""Spans of characters in an article's title or text."""

from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """The part of an article a span lies in."""

    TITLE = "title"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters [start, end) of a field as it was posted, in Unicode code points, with the text they hold."""

    text: str
    field: Field
    start: int
    end: int
