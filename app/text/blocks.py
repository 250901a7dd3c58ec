"""The lines of a posted text, sorted into body and boilerplate. Knows layout, not language models.

A hard-wrapped paragraph is one block; a heading, caption, credit, repeated title or page furniture is its own. A body
block begins after its dateline.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import re2

from app.text import furniture
from app.text.dateline import dateline_end


class BlockKind(StrEnum):
    """What a block of text is; only `body` tells of events, `heading` stands above it."""

    BODY = "body"
    HEADING = "heading"
    TITLE = "title"
    CAPTION = "caption"
    CREDIT = "credit"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """Characters [start, end) of the text, without the blanks around them."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int
    end: int


# Fewer words than this without a full stop read as a heading; longer ones as a sentence that lost its stop.
_HEADING_WORDS = 14
_CAPTION_CHARACTERS = 420
# Lines of wrapped text are at least so long before the break.
_WRAPPED_WIDTH = 40
# Neither credit, caption nor furniture is longer.
_PLAINLY_BODY = 400
_WORD = re2.compile(r"[^\W_]+")


def blocks(text: str, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of a clean text in order; `title` is the article's own, to know its repetition by."""
    paragraphs = list(_paragraphs(text))
    wrapped = _is_wrapped(paragraphs)
    titles = {_letters(title)} if title else set()
    titles |= _repeated_head(paragraphs)
    found: list[Block] = []
    for lines in paragraphs:
        joined = _joined(text, lines, wrapped=wrapped)
        found.extend(_sorted_block(joined, titles, alone=len(paragraphs) == 1))
    return tuple(found)


def _paragraphs(text: str) -> Iterator[list[_Line]]:
    """Runs of lines between blank lines."""
    run: list[_Line] = []
    at = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = at + len(raw) - len(raw.lstrip())
            run.append(_Line(stripped, start, start + len(stripped)))
        elif run:
            yield run
            run = []
        at += len(raw) + 1
    if run:
        yield run


def _is_wrapped(paragraphs: list[list[_Line]]) -> bool:
    """Whether single line ends break sentences: most lines that are followed by another don't close one."""
    followed = [line for lines in paragraphs for line in lines[:-1]]
    open_ended = sum(len(line.text) >= _WRAPPED_WIDTH and not furniture.is_closed(line.text) for line in followed)
    return len(followed) >= 2 and open_ended * 2 > len(followed)


def _joined(text: str, lines: list[_Line], *, wrapped: bool) -> list[_Line]:
    """Lines that a line end only breaks put together again; an indented line starts anew."""
    runs: list[list[_Line]] = []
    for line in lines:
        if runs and _goes_on(text, runs[-1][-1], line, wrapped=wrapped):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [_Line(text[run[0].start : run[-1].end], run[0].start, run[-1].end) for run in runs]


def _goes_on(text: str, line: _Line, following: _Line, *, wrapped: bool) -> bool:
    if text[line.end : following.start].endswith("   "):
        return False
    is_open = not furniture.is_closed(line.text)
    return (is_open and following.text[0].islower()) or (wrapped and (is_open or len(line.text) >= _WRAPPED_WIDTH))


def _sorted_block(lines: list[_Line], titles: set[str], *, alone: bool) -> Iterator[Block]:
    kinds = [_line_kind(line.text, titles) for line in lines]
    if not alone and _is_caption([line.text for line in lines], kinds):
        kinds = [kind if kind is BlockKind.CREDIT else BlockKind.CAPTION for kind in kinds]
    for line, kind in zip(lines, kinds, strict=True):
        dateline = dateline_end(line.text) if kind is BlockKind.BODY else 0
        yield Block(kind, line.start + dateline, line.end)


def _is_caption(lines: list[str], kinds: list[BlockKind]) -> bool:
    """A picture's lines: a name or scene without a stop, at most a sentence or two, perhaps a credit."""
    if len(lines) < 2 or sum(map(len, lines)) > _CAPTION_CHARACTERS:
        return False
    if BlockKind.CREDIT in kinds or kinds[0] is BlockKind.CAPTION:
        return True
    return kinds[0] is BlockKind.HEADING and len(lines) <= 3 and not furniture.is_list(lines)


def _line_kind(line: str, titles: set[str]) -> BlockKind:
    if len(line) > _PLAINLY_BODY:
        return BlockKind.BODY
    if any(len(line) < 2 * len(title) for title in titles) and _letters(line) in titles:
        return BlockKind.TITLE
    if furniture.is_furniture(line):
        return BlockKind.FURNITURE
    if furniture.is_credit(line):
        return BlockKind.CREDIT
    if furniture.is_caption(line):
        return BlockKind.CAPTION
    short = line.count(" ") < _HEADING_WORDS
    return BlockKind.HEADING if short and not furniture.is_closed(line) else BlockKind.BODY


def _repeated_head(paragraphs: list[list[_Line]]) -> set[str]:
    """The first line where it stands twice at the top: a title and its copy."""
    head = [line.text for lines in paragraphs[:3] for line in lines][:3]
    repeated = len(head) > 1 and _letters(head[0]) in {_letters(line) for line in head[1:]}
    return {_letters(head[0])} if repeated else set()


def _letters(text: str) -> str:
    """The words alone, for comparing lines that differ in case, quotes or stops."""
    return " ".join(_WORD.findall(text.casefold()))
