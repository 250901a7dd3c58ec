"""The words and the numbers that carry a text: what two texts are compared by."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
# With its fraction, which often is all that tells one day's figure from the next: "6-3/16".
_NUMBER = re.compile(r"(?<![\w.,/-])\d[\d.,]*(?:[ -]\d{1,2}/\d{1,2})?(?!\w)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[.,]?")
_DAY = re.compile(r"[0-3]?\d")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTHS += "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_MONTH = re.compile(rf"\b(?:{_MONTHS})\.?\s*\Z")
_DATED = re.compile(rf"\s+(?:{_MONTHS})\b|:\d|\s?[ap]\.?m\b|\s+(?:GMT|EST|EDT)\b", re.IGNORECASE)
_GRAMMAR_AND_CALENDAR = """
a about above after again against ago all also am an and another any are as at be because been before being below
between both but by can could did do does doing down during each early earlier end ended ending ever every few first
for from further had has have having he her here hers him his how i if in including into is it its itself just last
late later least less like made make many may me mid might more most much must my near new next no nor not now of
off on once one only or other our out over own past per said same say saying says she should since so some still
such take taken than that the their them then there these they third this those through till to today together
tomorrow tonight too took two under until up upon us very was we week weeks weekend were what when where whether
which while who whom whose why will with within without would year years yesterday yet you your morning afternoon
evening night noon midnight day days month months quarter half second told according expected scheduled plans
planned due set announced announce reported report statement news
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december jan feb mar apr jun jul aug sep sept oct nov dec s t pm gmt est edt
"""
_STOP = frozenset(_GRAMMAR_AND_CALENDAR.split())
# Ends of words that grammar puts there: "talks" and "talk", "opened" and "opens".
_ENDINGS = ("ing", "ies", "ed", "es", "s")
_STEM = 4
# Names and sentences: of more than this nothing is asked again soon.
_REMEMBERED = 1_024


@lru_cache(maxsize=_REMEMBERED)
def numbers(text: str) -> frozenset[str]:
    """Amounts and counts: no year, no day of a month, no time of day."""
    found = ((match[0], text[: match.start()], text[match.end() :]) for match in _NUMBER.finditer(text))
    return frozenset(
        number.rstrip(".,")
        for number, before, after in found
        if not _YEAR.fullmatch(number) and not _MONTH.search(before[-12:]) and not _DATED.match(after)
    )


def is_year(word: str) -> bool:
    return _YEAR.fullmatch(word) is not None


def is_day(word: str) -> bool:
    """Whether it may be a day of a month."""
    return _DAY.fullmatch(word) is not None


@lru_cache(maxsize=_REMEMBERED)
def words(text: str) -> frozenset[str]:
    """The words that carry a text, casefolded, without accents and endings."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    return frozenset(_stem(word) for word in _WORD.findall(plain) if word not in _STOP and len(word) > 1)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word.removesuffix("e") if len(word) > _STEM else word
