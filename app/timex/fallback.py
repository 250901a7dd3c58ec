"""Time expressions outside English, and the one door to dateparser: its word lists and its reading of written dates.

Candidates of at most 64 characters come from linear-time patterns over those word lists; dateparser never sees more.
"""

import importlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache, lru_cache, partial
from itertools import islice

from dateparser.date import DateDataParser

from app.domain import civil
from app.domain.article import Anchor
from app.domain.interval import Granularity
from app.domain.span import Field
from app.timex.absent import Scanned
from app.timex.languages import TABLES
from app.timex.languages.context import Context
from app.timex.languages.grammar import Grammar
from app.timex.languages.scan import Scan
from app.timex.languages.vocabulary import vocabulary
from app.timex.languages.words import Shipped, Step

LANGUAGES = frozenset(TABLES)

_CACHED = 8192
_SHORT = 3  # letters of a name that is an abbreviation where a longer one is shipped beside it
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_UNITS = (Granularity.YEAR, Granularity.MONTH, Granularity.WEEK, Granularity.DAY)


def scanned(text: str, *, field: Field, anchor: Anchor, language: str, most: int) -> Scanned:
    """The first `most` of a field in the order of the text, non-overlapping; none for a language not in LANGUAGES."""
    if language not in LANGUAGES:
        return Scanned((), ())
    scan = Scan(text, anchor, _grammar(language), _context(language), parsed=partial(_parsed, language))
    datings = tuple(islice(scan.datings(field), most))
    return Scanned(datings, tuple(scan.absent))


@cache
def _grammar(language: str) -> Grammar:
    return Grammar(vocabulary(_shipped(language), TABLES[language]))


@cache
def _context(language: str) -> Context:
    return Context(TABLES[language])


@lru_cache(maxsize=_CACHED)
def _parsed(language: str, span: str, base: int) -> tuple[int, int, int] | None:
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
