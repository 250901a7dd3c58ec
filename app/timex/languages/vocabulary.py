"""One language's words joined: shipped by dateparser and our own, with the fragments of patterns made from them."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import re2

from app.domain.interval import Granularity
from app.timex.languages.words import Shipped, Step, Tables

# Spaces and one line end; a blank line parts paragraphs and no phrase runs across it.
SPACE = "(?:[ \\t\u00a0\u202f\u2009]{1,2}\\n?|\\n)"
# Shorter words without their accent are other words ("março" and "marco").
_SHORTEST_UNACCENTED = 6
_UNACCENTED = frozenset({"es", "fr", "it"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words of a language, casefolded. `short` holds abbreviations, which count only beside numbers."""

    tables: Tables
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    phrases: Mapping[str, Step]
    units: Mapping[str, Granularity]
    short: frozenset[str]

    def names(self, words: Iterable[str], *, numbered: bool) -> str:
        """Alternatives of these words; beside numbers with abbreviations, which may end in a full stop."""
        whole = [word for word in words if word not in self.short]
        if not numbered:
            return alternatives(whole)
        short = [word for word in words if word in self.short]
        return f"{alternatives(whole)}|(?:{alternatives(short)})\\.?" if short else alternatives(whole)

    def units_of(self, *granularities: Granularity) -> str:
        return alternatives(word for word, unit in self.units.items() if unit in granularities)


def vocabulary(shipped: Shipped, tables: Tables) -> Vocabulary:
    """The shipped words with ours laid over them."""
    months, weekdays = {**shipped.months, **tables.months}, {**shipped.weekdays, **tables.weekdays}
    if tables.code in _UNACCENTED:
        months, weekdays = _with_unaccented(months), _with_unaccented(weekdays)
    own_units = {word: unit for unit, words in tables.units.items() for word in words.split("|")}
    units = {word: unit for unit, words in shipped.units.items() for word in words if tables.spaced}
    phrases = {_without_preposition(phrase, tables): step for phrase, step in shipped.phrases.items()}
    return Vocabulary(
        tables=tables,
        months=months,
        weekdays=weekdays,
        phrases={**phrases, **tables.phrases},
        units={**units, **own_units},
        short=shipped.short,
    )


def _without_preposition(phrase: str, tables: Tables) -> str:
    first, _, rest = phrase.partition(" ")
    return rest if rest and first in tables.preposition.split("|") else phrase


def _with_unaccented(words: Mapping[str, int]) -> dict[str, int]:
    bare = {unaccented(word): number for word, number in words.items() if len(word) >= _SHORTEST_UNACCENTED}
    return {**bare, **words}


def unaccented(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def alternatives(words: Iterable[str]) -> str:
    """The words as one alternation, longest first, so that no word hides a longer one."""
    return "|".join(spaced(re2.escape(word)) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def spaced(fragment: str) -> str:
    """A fragment written with plain spaces, made to match any space or one line break."""
    return fragment.replace("\\ ", " ").replace(" ", SPACE)
