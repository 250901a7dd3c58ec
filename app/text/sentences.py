"""Sentences of a clean text as spans, in order; linear in the length of the text. Knows no parser."""

from collections.abc import Iterator, Sequence

import re2

from app.domain.span import Field, Span
from app.text.abbreviations import AMBIGUOUS, LEADING, STARTERS
from app.text.blocks import Block, blocks

# Where a sentence may end: stops, closing quotes and brackets, then a blank.
_STOP = re2.compile(r"[.!?…]+[\"'”»)\]]*\s+")
_LAST_WORD = re2.compile(r"[\w.&'-]+$")
_OPENING = "\"'“«([-–—•*"
# Longer ones are cut at a blank: a parse costs more than its length.
_LONGEST = 1_200
_LOOK_BACK = 24


def sentences(text: str, field: Field) -> tuple[Span, ...]:
    """All sentences of a clean text; headings, captions and credits are sentences of their own."""
    return sentences_of(text, field, blocks(text))


def sentences_of(text: str, field: Field, parts: Sequence[Block]) -> tuple[Span, ...]:
    """The sentences of these blocks."""
    return tuple(
        Span(text[start:end], field, start, end)
        for block in parts
        for piece in _pieces(text, block.start, block.end)
        for start, end in _cut(text, *piece)
    )


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    block = text[start:end]
    begin = 0
    for stop in _STOP.finditer(block):
        if stop.end() < len(block) and _ends_sentence(block, begin, stop.start(), stop.end()):
            yield start + begin, start + begin + len(block[begin : stop.end()].rstrip())
            begin = stop.end()
    if begin < len(block):
        yield start + begin, start + len(block.rstrip())


def _ends_sentence(block: str, begin: int, stop: int, after: int) -> bool:
    following = block[after : after + 32].lstrip(_OPENING + " ")
    if not following or not (following[0].isupper() or following[0].isdigit()):
        return False
    if block[stop] != "." or block[stop : stop + 3] == "...":
        return True
    return not _is_abbreviation(block[max(begin, stop - _LOOK_BACK) : stop], following)


def _is_abbreviation(before: str, following: str) -> bool:
    found = _LAST_WORD.search(before)
    if found is None:
        return False
    word = found.group().lower().lstrip("'")
    starter = following.split(maxsplit=1)[0].strip(",'’").split("'")[0].lower() in STARTERS
    if word in LEADING:
        return word not in {"no", "min", "art", "est", "sec", "st"} or not starter
    if word in AMBIGUOUS:
        return not starter
    is_initial = len(word) == 1 and found.group()[-1].isupper()
    return is_initial and word != "i" and not starter


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A piece in lengths the parser takes, cut at blanks."""
    while end - start > _LONGEST:
        blank = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        at = blank if blank > 0 else start + _LONGEST
        yield start, at
        start = at + (1 if blank > 0 else 0)
    if start < end:
        yield start, end
