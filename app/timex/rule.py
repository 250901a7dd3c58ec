"""Rules of a grammar: what a rule is, and how its pattern is built from word tables and compiled under RE2.

A pattern is lower case, matched against text in any case. A space stands for one or more spaces, `{month}` for a
word of the table "month" (its value is handed to the meaning as `words.month`), `{last=day}` for a word of "day"
handed on as `words.last`. Longest match wins; between rules of one length the earlier in the list.
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
    """A name `family/shape` that is never used again, a pattern, its meaning, and the phrases that prove it."""

    name: str
    pattern: str
    meaning: Callable[[Words], Meaning]
    examples: tuple[Example, ...]


def decoy(name: str, pattern: str, *examples: Example) -> Rule:
    """A rule that wins its span and yields nothing."""
    return Rule(name, pattern, lambda _: Nothing(), examples)


@dataclass(frozen=True, slots=True)
class Read:
    """A phrase as one rule reads it."""

    rule: Rule
    meaning: Meaning


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
            self._set.Add(self._bare(rule))
        self._set.Compile()
        options.longest_match = False
        self._single = [re2.compile(self._slotted(rule).encode("ascii"), options) for rule in rules]
        self.read = lru_cache(_CACHED_PHRASES)(self._read)

    @property
    def pattern(self) -> str:
        return _any(self._bare(rule) for rule in self.rules)

    def spans(self, text: bytes) -> list[tuple[int, int]]:
        """Leftmost longest matches in text of one byte a character."""
        return [match.span() for match in self._scan.finditer(text)]

    def _read(self, phrase: bytes) -> Read:
        """What the phrase, exactly as `spans` found it, means."""
        number = min(self._set.Match(phrase))
        rule, pattern = self.rules[number], self._single[number]
        match = pattern.fullmatch(phrase)
        return Read(rule, rule.meaning(self._words(rule, match)))

    def _words(self, rule: Rule, match: Any) -> Words:
        """The slots' values, and the bare words of groups that the pattern names itself."""
        found = {name.decode(): words and _single_spaced(words) for name, words in match.groupdict().items()}
        for slot in _SLOT.finditer(rule.pattern):
            name = slot["group"] or slot["table"]
            if found[name] is not None:
                found[name] = self._tables[slot["table"]].read(found[name])
        return Words(**found)

    def _bare(self, rule: Rule) -> str:
        return _edged(_SLOT.sub(lambda slot: f"(?:{self._tables[slot['table']].pattern})", _spaced(rule.pattern)))

    def _slotted(self, rule: Rule) -> str:
        def group(slot: re.Match[str]) -> str:
            return f"(?P<{slot['group'] or slot['table']}>{self._tables[slot['table']].pattern})"

        return _edged(_SLOT.sub(group, _spaced(rule.pattern)))


def phrases(rules: Sequence[Rule], tables: Mapping[str, Table]) -> Table:
    """Whole phrases as a word class, so that rules can be made of rules; a phrase stands for its meaning."""
    grammar = Grammar(rules, tables)
    return Table(grammar.pattern, lambda phrase: grammar.read(phrase.encode("ascii")).meaning)


def _any(patterns: Iterable[str]) -> str:
    return "|".join(patterns)


def _single_spaced(phrase: bytes) -> str:
    return " ".join(phrase.decode("ascii").split())


def _spaced(pattern: str) -> str:
    """RE2 runs in time linear in the text whatever repeats, so a run of spaces needs no bound."""
    return pattern.replace(" ", " +")


def _edged(pattern: str) -> str:
    """Whole words only. A phrase that begins with an apostrophe has no word boundary there."""
    start = "" if pattern.startswith("'") else r"\b"
    return rf"{start}(?:{pattern})\b"
