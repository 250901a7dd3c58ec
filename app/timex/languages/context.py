"""What the words around a time expression say: its bound, whether it lies ahead, a clock, or that it is no date."""

from collections.abc import Mapping
from dataclasses import dataclass

import re2

from app.domain.interval import Bound, Granularity
from app.timex.languages.vocabulary import SPACE, spaced
from app.timex.languages.words import Tables
from app.timex.meaning import Mod

# How far words are looked for: prepositions just before, cues within the clause, counted nouns and clocks just after.
_NEAR, _CLAUSE = 32, 90
_SENTENCE_ENDS = ".!?…\n。！？؟;；"
_NEVER = r"[^\x00-\x{10FFFF}]"
_HOURS_ALONE = "(?:uhr|h|uur|heures)"
_EDGES = {Mod.START: "the first third", Mod.MID: "the middle third", Mod.END: "the last third"}
_ROUND = 1800  # earlier "years" are mostly amounts, and count only at the end of a clause


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day told after a day; `length` characters of the text after the span belong to it."""

    hour: int
    minute: int
    length: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A third of a month, year or decade told beside it: the characters it takes `before` and `after` the span."""

    mod: Mod
    before: int
    after: int

    @property
    def words(self) -> str:
        return _EDGES[self.mod]


class Context:
    """The compiled patterns of one language's surroundings."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        lead = r"(?:^|[^\p{L}])" if tables.spaced else ""
        article = f"(?:(?:{tables.article}){SPACE}?)?" if tables.article else ""
        gap = f"{SPACE}?" if not tables.spaced else f"(?:{SPACE})"
        # "desde el año 2019", "finales del año 2019": the span is the number alone.
        year = f"(?:(?:{tables.units[Granularity.YEAR]}){SPACE})?" if tables.spaced else ""
        apostrophe = "" if not tables.spaced else "|(?:['’])"
        self._bounds = {
            bound: _compiled(f"{lead}({spaced(words)})(?:{gap}{apostrophe}){article}{year}$")
            for bound, words in tables.bounds.items()
        }
        words = "|".join(spaced(words) for words in tables.bounds.values())
        self._any_bound = _compiled(f"{lead}(?:{words})(?:{gap}{apostrophe}){article}{year}$")
        self._bounds_after = {bound: _compiled(f"^(?:{words})") for bound, words in tables.bounds_after.items()}
        self._edges = {
            mod: _compiled(f"{lead}((?:{spaced(words)}){SPACE}?{article}{year})$")
            for mod, words in tables.edges.items()
        }
        self._edges_after = {mod: _compiled(f"^(?:{words})") for mod, words in tables.edges_after.items()}
        month_before = spaced(tables.month_before)
        self._month_before = _compiled(f"{lead}(?:{month_before}){SPACE}$") if month_before else None
        self._future = _compiled(f"{lead}(?:{tables.future})(?:[^\\p{{L}}]|$)" if tables.spaced else tables.future)
        self._past = _compiled(f"{lead}(?:{tables.past})(?:[^\\p{{L}}]|$)" if tables.spaced else tables.past)
        next_word = f"^{SPACE}?(?:{tables.future})" + (r"(?:[^\p{L}]|$)" if tables.spaced else "")
        self._future_next = _compiled(next_word)
        amount = f"|{SPACE}?(?:{tables.quantities})(?:[^\\p{{L}}]|$)" if tables.quantities else ""
        self._amount = _compiled(f"^(?:[.,:/–-][0-9]|{SPACE}?[%€$£°]{amount})")
        before = f"{SPACE}(?:{spaced(tables.clock)}){SPACE}" if tables.clock else _NEVER
        self._clock = _compiled(
            f"^(,?{before}([0-9٠-٩]{{1,2}})(?:[:.h]([0-9٠-٩]{{2}})|{SPACE}?h{SPACE}?([0-9]{{2}})"
            f"|{SPACE}?{_HOURS_ALONE}))"
            r"(?:[^\p{L}\p{N}]|$)"
        )

    def bound(self, text: str, start: int, end: int) -> Bound | None:
        """By the longest words that stand just before the span, or just after where the language puts them there."""
        before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
        if self._any_bound.search(before):
            lengths = {bound: _length(pattern.search(before)) for bound, pattern in self._bounds.items()}
            return max(lengths, key=lambda bound: lengths[bound])
        return next((bound for bound, pattern in self._bounds_after.items() if pattern.search(after)), None)

    def edge(self, text: str, start: int, end: int) -> Edge | None:
        """The beginning, middle or end that the words beside the span speak of: "finales de", "底"."""
        before = text[max(0, start - _NEAR) : start]
        for mod, pattern in self._edges.items():
            if match := pattern.search(before):
                return Edge(mod, len(match.group(1)), 0)
        for mod, pattern in self._edges_after.items():
            if match := pattern.search(text[end : end + _NEAR]):
                return Edge(mod, 0, match.end())
        return None

    def ahead(self, text: str, start: int, end: int) -> bool:
        """Whether a verb or word of planning governs the span: the next word, or before it with no telling between."""
        before = _tail(text[max(0, start - _CLAUSE) : start])
        if self._future_next.search(text[end : end + _NEAR]):
            return True
        cue = max((match.start() for match in self._future.finditer(before)), default=-1)
        told = max((match.start() for match in self._past.finditer(before)), default=-1)
        return cue >= 0 and cue > told

    def clock(self, text: str, end: int) -> Clock | None:
        """The clock time told right after the span: "a las 15:30", "um 14 Uhr"."""
        match = self._clock.search(text[end : end + _NEAR])
        if match is None:
            return None
        minutes = match.group(3) or match.group(4) or "0"
        clock = Clock(int(match.group(2)), int(minutes), match.end(1))
        return clock if clock.hour < 24 and clock.minute < 60 else None

    def is_amount(self, text: str, end: int, year: int) -> bool:
        """Whether a bare year is rather a number of things: "en 2000 casas", "2014,5", "2000 €"."""
        after = text[end : end + _NEAR]
        if self._amount.search(after):
            return True
        return self._tables.spaced and year < _ROUND and after[:1] == " " and after[1:2].isalpha()

    def is_name(self, text: str, start: int, end: int, groups: Mapping[str, str]) -> bool:
        """Whether a bare month or weekday is written as a name is: with a capital where the language has none, and not
        opening a sentence; a month opening one is left out too ("Mars", "Abril"). Ambiguous months need their words
        before them ("im August")."""
        word = groups.get("month") or groups.get("weekday", "")
        if "month" in groups and word in self._tables.ambiguous:
            before = text[max(0, start - _NEAR) : start]
            if self._month_before is None or not self._month_before.search(before):
                return True
        at = text[start:end].casefold().find(word)
        first = text[start + at] if at >= 0 else text[start]
        if self._tables.capitals:
            return first.islower()
        if not first.isupper():
            return False
        return "month" in groups or not _opens_sentence(text, start) or text[end : end + 2].strip()[:1].isupper()

    def is_compound(self, text: str, end: int) -> bool:
        """Whether the span is the first half of a longer word: "Heute-Journal"."""
        return text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()

    def is_noun(self, text: str, start: int) -> bool:
        """Whether an adverb of time is written with a capital inside a sentence: German "am Morgen"."""
        return self._tables.capitals and text[start].isupper() and not _opens_sentence(text, start)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - _NEAR) : start].rstrip(" \t\u00a0\"'«»„“”‘’–—-(¡¿")
    return not before or before[-1] in _SENTENCE_ENDS + ":"


def _tail(before: str) -> str:
    """What stands in the same sentence."""
    return before[max(before.rfind(mark) for mark in _SENTENCE_ENDS) + 1 :]


def _length(match: "re2._Match | None") -> int:
    return len(match.group(1)) if match else 0


def _compiled(pattern: str) -> "re2._Regexp":
    options = re2.Options()
    options.case_sensitive = False
    return re2.compile(pattern, options=options)
