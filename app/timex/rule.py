"""Rules of a grammar: what a rule is, and how its pattern is built from word tables and compiled under RE2.

A pattern is lower case, matched against text in any case. A space stands for one or more, " ?" for any; `{month}` for a
word of the table "month" (its value is handed to the meaning as `words.month`), `{last=day}` for a word of "day"
handed on as `words.last`. «…» marks the expression where words after it must be there but are no part of it.
Longest match wins, those words included; between rules of one length the earlier in the list.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

import re2

from app.timex.meaning import Meaning, Nothing

_SLOT = re.compile(r"\{(?:(?P<group>[a-z_]+)=)?(?P<table>[a-z_]+)\}")
_NAMED = re.compile(r"\(\?P<\w+>")
_DOTTED = re.compile(rb"(?i:[ap]\. ?m|b\.c|a\.d)$|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$")
_SCAN_MEMORY = 512 << 20  # of the one scanning automaton; it fills a small part of it
_CACHED_PHRASES = 16_384


@dataclass(frozen=True, slots=True)
class Table:
    """A word class: the pattern of its words, and the value a word stands for, given in its own case, single-spaced."""

    pattern: str
    read: Callable[[str], Any]


# The values of the slots, by name; what they are is the tables' business.
Words = SimpleNamespace


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the phrase in [brackets], and what it gives: TIMEX3 value, interval `start/end` or None.

    `at` is the anchor as text. A decoy's sentence has no brackets, and nothing may be found in it.
    """

    sentence: str
    value: str | None = None
    interval: str | None = None
    at: str = "2021-12-21T14:05"
    mod: str | None = None
    bound: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A name `family/shape` that is never used again, a pattern, its meaning, and the phrases that prove it.

    Where `behind` names words, one of them must stand just before the phrase; else its words mean nothing.
    """

    name: str
    pattern: str
    meaning: Callable[[Words], Meaning]
    examples: tuple[Example, ...]
    behind: frozenset[str] = frozenset()


def decoy(name: str, pattern: str, *examples: Example) -> Rule:
    """A rule that wins its span and yields nothing."""
    return Rule(name, pattern, lambda _: Nothing(), examples)


@dataclass(frozen=True, slots=True)
class Read:
    """A phrase as one rule reads it.

    `skip` and `drop` are the characters at its ends that are no part of the expression; a full stop after a `dotted`
    phrase (Jan., 8 a.m.) is.
    """

    rule: Rule
    meaning: Meaning
    skip: int = 0
    drop: int = 0
    dotted: bool = False


class Grammar:
    """Rules compiled: one automaton that finds phrases, and one set that tells which rule a phrase belongs to."""

    def __init__(self, rules: Sequence[Rule], tables: Mapping[str, Table]) -> None:
        self.rules = tuple(rules)
        self._tables = tables
        options = re2.Options()
        options.max_mem = _SCAN_MEMORY
        options.longest_match = True
        options.encoding = re2.Options.Encoding.LATIN1
        options.case_sensitive = False
        self._scan = re2.compile(self.pattern.encode("ascii"), options)
        self._set = re2.Set.FullMatchSet(options)
        for rule in rules:
            self._set.Add(self.bare(rule))
        self._set.Compile()
        options.longest_match = False
        self._single = [re2.compile(self._slotted(rule).encode("ascii"), options) for rule in rules]
        self.read = lru_cache(_CACHED_PHRASES)(self._read)

    @property
    def pattern(self) -> str:
        return _any(self.bare(rule) for rule in self.rules)

    def spans(self, text: bytes) -> list[tuple[int, int]]:
        """Leftmost longest matches in text of one byte a character."""
        return [match.span() for match in self._scan.finditer(text)]

    def _read(self, phrase: bytes) -> tuple[Read, ...]:
        """What the phrase, exactly as `spans` found it, means by each rule, best first.

        Empty where an edge is a word's only in its sentence ("9:30" of "9:30-ish").
        """
        return tuple(self._read_by(number, phrase) for number in sorted(self._set.Match(phrase) or ()))

    def _read_by(self, number: int, phrase: bytes) -> Read:
        rule, pattern = self.rules[number], self._single[number]
        match = pattern.fullmatch(phrase)
        meaning = rule.meaning(self._words(rule, match))
        if "«" not in rule.pattern:
            return Read(rule, meaning, dotted=_DOTTED.search(phrase) is not None)
        start, end = match.span(pattern.groupindex[b"expression"])
        return Read(rule, meaning, start, len(phrase) - end)

    def _words(self, rule: Rule, match: Any) -> Words:
        """The slots' values, and the bare words of groups that the pattern names itself."""
        groups = match.groupdict().items()
        found: dict[str, Any] = {name.decode(): words and _single_spaced(words) for name, words in groups}
        for slot in _SLOT.finditer(rule.pattern):
            name = slot["group"] or slot["table"]
            if found[name] is not None:
                found[name] = self._tables[slot["table"]].read(found[name])
        return Words(**found)

    def bare(self, rule: Rule) -> str:
        """The rule's pattern without groups, its words filled in."""

        def group(slot: re.Match[str]) -> str:
            return f"(?:{self._tables[slot['table']].pattern})"

        return _edged(_SLOT.sub(group, _NAMED.sub("(?:", _spaced(rule.pattern, "(?:"))))

    def _slotted(self, rule: Rule) -> str:
        def group(slot: re.Match[str]) -> str:
            return f"(?P<{slot['group'] or slot['table']}>{self._tables[slot['table']].pattern})"

        return _edged(_SLOT.sub(group, _spaced(rule.pattern, "(?P<expression>")))


def phrases(rules: Sequence[Rule], tables: Mapping[str, Table]) -> Table:
    """Whole phrases as a word class, so that rules can be made of rules; a phrase stands for its meaning.

    Rules that want a word before them have none to look at there, and are left out.
    """
    grammar = Grammar([rule for rule in rules if not rule.behind], tables)
    return Table(grammar.pattern, lambda phrase: grammar.read(phrase.encode("ascii"))[0].meaning)


def _any(patterns: Iterable[str]) -> str:
    return "|".join(patterns)


def _single_spaced(phrase: bytes) -> str:
    return " ".join(phrase.decode("ascii").split())


def _spaced(pattern: str, expression: str) -> str:
    """RE2 runs in time linear in the text whatever repeats, so a run of spaces needs no bound."""
    return pattern.replace(" ?", "\0").replace(" ", " +").replace("\0", " *").replace("«", expression).replace("»", ")")


def _edged(pattern: str) -> str:
    """Whole words only. A phrase that begins with an apostrophe or a sign has no word boundary there."""
    start = r"\b" if pattern[:1] not in ("'", "[") else ""
    return rf"{start}(?:{pattern})\b"
