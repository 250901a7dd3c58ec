"""One language's compiled shapes: candidates in a text, then what each may mean. Linear time; computes no date."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import re2

from app.timex.languages import chinese, shapes
from app.timex.languages.shapes import Shape
from app.timex.languages.vocabulary import Vocabulary

LONGEST = 64
_WORD = r"\p{L}\p{N}\p{M}_"
_WHOLE = 1  # the group around a whole shape
_NUMERALS = frozenset("0123456789〇零一二三四五六七八九十百千万")
_BEFORE_NUMERALS = _NUMERALS | frozenset("-–—~～.")
_MAX_MEMORY = 64 << 20  # the default of 8 MB makes RE2 fall back to a slower engine for alternations of this size


@dataclass(frozen=True, slots=True)
class Candidate:
    """A shape that fits at [start, end) of the text; `groups` casefolded, by name, those that took part."""

    rule: str
    start: int
    end: int
    groups: Mapping[str, str]


class Grammar:
    """Built once a language and shared; RE2 objects may be used by many threads."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self._spaced = words.tables.spaced
        found = (shapes if self._spaced else chinese).shapes(words)
        bounded = [self._bounded(shape) for shape in found]
        self._shapes = tuple((shape.name, _compiled(pattern)) for shape, pattern in zip(found, bounded, strict=True))
        self._fitting = re2.Set.MatchSet(_options())
        for pattern in bounded:
            self._fitting.Add(pattern)
        self._fitting.Compile()
        self._names = tuple(pattern.groupindex for _, pattern in self._shapes)
        unnamed = "|".join(shape.pattern.replace("(?P<", "(?:<") for shape in found)
        self._scan = _compiled(self._lead() + f"({_without_names(unnamed)})")

    def starts(self, text: str) -> Iterator[int]:
        """Where a time expression may start, in order."""
        for match in self._scan.finditer(text):
            start = match.start(1)
            if self._spaced or start == 0 or not (text[start] in _NUMERALS and text[start - 1] in _BEFORE_NUMERALS):
                yield start

    def candidates(self, text: str, start: int) -> Iterator[Candidate]:
        """What fits at this place, the shape that wins first; none longer than 64 characters."""
        window = text[start : start + LONGEST + 2]
        for number in sorted(self._fitting.Match(window) or ()):  # None where nothing fits
            name, pattern = self._shapes[number]
            match = pattern.match(window)
            if match.end(_WHOLE) <= LONGEST:
                yield _candidate(name, match, self._names[number], start)

    def _lead(self) -> str:
        if not self._spaced:
            return ""
        proclitic = self.words.tables.proclitic
        return f"(?:^|[^{_WORD}])" + (f"{proclitic}?" if proclitic else "")

    def _bounded(self, shape: Shape) -> str:
        """A shape that ends where a word does; unspaced, where figures do."""
        whole = f"(?P<whole>{shape.pattern})"
        if self._spaced:
            return f"{whole}(?:[^{_WORD}]|$)"
        return f"{whole}(?:[^0-9]|$)" if shape.name == "date/figures" else whole


def _candidate(name: str, match: "re2._Match", groups: Mapping[str, int], start: int) -> Candidate:
    told = {group: match[index].casefold() for group, index in groups.items() if match[index] is not None}
    first, last = match.span(groups["x"] if "x" in told else _WHOLE)
    plain = {group: " ".join(text.split()) for group, text in told.items()}
    return Candidate(name, start + first, start + last, plain)


def _without_names(pattern: str) -> str:
    """Groups without names, which may stand once only in one pattern."""
    pieces = pattern.split("(?:<")
    return pieces[0] + "".join("(?:" + piece.partition(">")[2] for piece in pieces[1:])


def _compiled(pattern: str) -> "re2._Regexp":
    return re2.compile(pattern, options=_options())


def _options() -> "re2.Options":
    options = re2.Options()
    options.case_sensitive = False
    options.max_mem = _MAX_MEMORY
    return options
