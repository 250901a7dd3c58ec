"""Time expressions outside English, and the one door to dateparser: its word lists and its reading of written dates.

Candidates of at most 64 characters come from linear-time patterns over those word lists; dateparser never sees more.
"""

import importlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache, lru_cache

from dateparser.date import DateDataParser

from app.domain import civil, edtf
from app.domain.article import Anchor
from app.domain.expression import Dating, TimeExpression
from app.domain.interval import Bound, Extent, Granularity, Interval
from app.domain.span import Field
from app.timex.languages import TABLES
from app.timex.languages.context import Context
from app.timex.languages.grammar import LONGEST, Candidate, Grammar
from app.timex.languages.reading import Found, Reading, at_clock, reading
from app.timex.languages.vocabulary import vocabulary
from app.timex.languages.words import Shipped, Step

LANGUAGES = frozenset(TABLES)

# dateparser takes about a millisecond a date; past this many distinct ones in a field our own arithmetic reads them.
_PARSED_A_FIELD = 300
_CACHED = 8192
_SHORT = 3  # letters of a name that is an abbreviation where a longer one is shipped beside it
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_UNITS = (Granularity.YEAR, Granularity.MONTH, Granularity.WEEK, Granularity.DAY)
_THROUGHOUT = frozenset({Bound.SINCE, Bound.UNTIL})
_CASEFOLDED_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def datings(text: str, *, field: Field, anchor: Anchor, language: str) -> tuple[Dating, ...]:
    """The datings of a field in the order of the text, non-overlapping; none for a language that isn't in LANGUAGES."""
    if language not in LANGUAGES:
        return ()
    return tuple(_Scan(text, field, anchor, language).datings())


class _Scan:
    """One pass over a field; counts the dates that dateparser was asked for."""

    def __init__(self, text: str, field: Field, anchor: Anchor, language: str) -> None:
        self.text, self.field, self.anchor, self.language = text, field, anchor, language
        self.grammar, self.context = _grammar(language), _context(language)
        self.parsed: set[str] = set()

    def datings(self) -> Iterator[Dating]:
        free = 0
        for start in self.grammar.starts(self.text):
            if start < free:
                continue
            for candidate in self.grammar.candidates(self.text, start):
                read = self._read(candidate)
                if read is not None:
                    yield self._dating(candidate, *read)
                    free = read[1]
                    break
                if _wins_unread(candidate):
                    free = candidate.end
                    break

    def _read(self, candidate: Candidate) -> tuple[Reading, int] | None:
        """The reading and where its span ends, a clock time included; None where it is no date after all."""
        if candidate.rule.startswith("decoy") or self._is_other(candidate):
            return None
        ahead = candidate.rule == "weekday" and self.context.ahead(self.text, candidate.start, candidate.end)
        found = Found(candidate.rule, candidate.groups, self.grammar.words, ahead, lambda: self._written(candidate))
        read = reading(found, self.anchor)
        if read is None:
            return None
        if read.granularity is not Granularity.DAY:
            return read, candidate.end
        clock = self.context.clock(self.text, candidate.end)
        if clock is None or candidate.end + clock.length - candidate.start > LONGEST:
            return read, candidate.end
        day = read.start // civil.MINUTES_A_DAY
        return at_clock(day, clock.hour, clock.minute, read.reason), candidate.end + clock.length

    def _is_other(self, candidate: Candidate) -> bool:
        start, end, groups = candidate.start, candidate.end, candidate.groups
        match candidate.rule:
            case "weekday" | "month":
                return self.context.is_name(self.text, start, end, groups)
            case "year":
                return self.context.is_amount(self.text, end, int(groups["year"]) if groups["year"].isdecimal() else 0)
            case "phrase":
                return self.context.is_noun(self.text, start)
            case _:
                return False

    def _written(self, candidate: Candidate) -> tuple[int, int, int] | None:
        span = self.text[candidate.start : candidate.end].translate(_CASEFOLDED_DIGITS)
        if len(self.parsed) >= _PARSED_A_FIELD and span not in self.parsed:
            return None
        self.parsed.add(span)
        return _parsed(span, self.language, self.anchor.day)

    def _dating(self, candidate: Candidate, read: Reading, end: int) -> Dating:
        start = candidate.start
        interval = Interval.of_minutes(read.start, read.end, read.granularity)
        bound = self.context.bound(self.text, start, end)
        expression = TimeExpression(
            text=self.text[start:end],
            field=self.field,
            start=start,
            end=end,
            type=read.type,
            value=read.value,
            mod=None,
            edtf=edtf.label(interval, read.granularity, None),
            granularity=read.granularity,
            interval=interval,
            zone=self.anchor.zone if read.granularity.finer_than_day else None,
            rule=f"languages/{candidate.rule}",
            explanation=f"{' '.join(self.text[start:end].split())}: {read.reason}",
        )
        return Dating(expression, bound, Extent.THROUGHOUT if bound in _THROUGHOUT else Extent.WITHIN)


def _wins_unread(candidate: Candidate) -> bool:
    """Whether it keeps its span without a reading: decoys, and a weekday with a number it doesn't fit ("martes 13")."""
    return candidate.rule.startswith("decoy") or candidate.rule == "weekday/numbered"


@cache
def _grammar(language: str) -> Grammar:
    return Grammar(vocabulary(_shipped(language), TABLES[language]))


@cache
def _context(language: str) -> Context:
    return Context(TABLES[language])


@lru_cache(maxsize=_CACHED)
def _parsed(span: str, language: str, base: int) -> tuple[int, int, int] | None:
    """What dateparser reads in a span, the language given, counted from the day `base`; None where it reads nothing."""
    settings = {"RELATIVE_BASE": datetime(*civil.date_of(base), tzinfo=UTC), "PARSERS": ["absolute-time"]}
    found = DateDataParser(languages=[language], settings=settings).get_date_data(span).date_obj
    return found and (found.year, found.month, found.day)


def _shipped(language: str) -> Shipped:
    """dateparser's word lists for a language."""
    module = importlib.import_module(f"dateparser.data.date_translation_data.{language}")
    info: Mapping[str, list[str]] = module.info
    months = {word.casefold(): number for number, name in enumerate(_MONTHS, 1) for word in info[name]}
    weekdays = {word.casefold(): number for number, name in enumerate(_WEEKDAYS) for word in info[name]}
    return Shipped(
        months=months,
        weekdays=weekdays,
        short=frozenset(word for name in (*_MONTHS, *_WEEKDAYS) for word in _abbreviations(info[name])),
        phrases=dict(_phrases(module.info["relative-type"])),
        units={unit: tuple(word.casefold() for word in info[unit.value] if len(word) >= _SHORT) for unit in _UNITS},
    )


def _abbreviations(names: list[str]) -> Iterator[str]:
    """Those of at most four letters beside a name that is longer by two, and of at most three beside any longer one."""
    longest = max(len(name) for name in names)
    for name in names:
        if (len(name) <= _SHORT and len(name) < longest) or (len(name) == _SHORT + 1 and longest >= len(name) + 2):
            yield name.casefold()


def _phrases(shipped: Mapping[str, list[str]]) -> Iterator[tuple[str, Step]]:
    """Phrases for days and coarser: "1 week ago" is (week, -1); abbreviated ones are dropped."""
    for meaning, phrases in shipped.items():
        words = meaning.removeprefix("in ").split()
        unit = next((unit for unit in _UNITS if unit.value == words[1]), None)
        steps = -int(words[0]) if words[-1] == "ago" else int(words[0])
        if unit is None or not (words[-1] == "ago" or meaning.startswith("in ")):
            continue
        for phrase in phrases:
            if len(phrase.split()[-1]) > _SHORT or not phrase.isascii() or len(phrase.split()) == 1:
                yield phrase.casefold(), (unit, steps)
