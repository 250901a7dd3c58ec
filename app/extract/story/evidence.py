"""What two tellings have in common beside sense and time: those who take part, words, numbers."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from app.domain.actor import Role
from app.domain.story import Party, Telling

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_NUMBER = re.compile(r"(?<![\w.,/-])\d[\d.,]*(?!\w)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[.,]?")
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
_DOERS = (Role.AGENT, Role.PATIENT)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is shared: actors that take part, words beside their names, and the share of the shorter's words.

    `doers` counts the actors that do it or have it done to them in both; a place alone is shared by all that is there.
    """

    actors: int
    doers: int
    words: int
    share: float


def evidence(one: Telling, other: Telling) -> Evidence:
    shared = {party.id for party in one.parties} & {party.id for party in other.parties}
    names = _names(one) | _names(other)
    mine, theirs = _content(one.sentences) - names, _content(other.sentences) - names
    common = len(mine & theirs)
    doers = (_in(one, *_DOERS) & {party.id for party in other.parties}) | (shared & _in(other, *_DOERS))
    return Evidence(len(shared), len(doers), common, common / max(1, min(len(mine), len(theirs))))


def is_clash(one: Telling, other: Telling) -> bool:
    """Another does it, or it is done to another; or every number is another."""
    for role in _DOERS:
        mine, theirs = _in(one, role), _in(other, role)
        if mine and theirs and not mine & theirs:
            return True
    amounts, others = _numbers(one.sentences), _numbers(other.sentences)
    return bool(amounts and others and not amounts & others)


# Remembered, since each telling is held against many: by what it is made from, which is cheap to hash.
_REMEMBERED = 16_384


def _in(telling: Telling, *roles: Role) -> frozenset[str]:
    return _having(telling.parties, roles)


@lru_cache(maxsize=_REMEMBERED)
def _having(parties: tuple[Party, ...], roles: tuple[Role, ...]) -> frozenset[str]:
    return frozenset(party.id for party in parties if party.role in roles)


def _names(telling: Telling) -> frozenset[str]:
    return _named(telling.parties, telling.lemma)


@lru_cache(maxsize=_REMEMBERED)
def _named(parties: tuple[Party, ...], lemma: str) -> frozenset[str]:
    return frozenset(word for party in parties for word in words(party.name)) | words(lemma)


@lru_cache(maxsize=_REMEMBERED)
def _content(sentences: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for sentence in sentences for word in words(sentence))


@lru_cache(maxsize=_REMEMBERED)
def _numbers(sentences: tuple[str, ...]) -> frozenset[str]:
    return frozenset(number for sentence in sentences for number in numbers(sentence))


@lru_cache(maxsize=65_536)
def numbers(text: str) -> frozenset[str]:
    """Amounts and counts: no year, no day of a month, no time of day."""
    found = ((match[0], text[: match.start()], text[match.end() :]) for match in _NUMBER.finditer(text))
    return frozenset(
        number.rstrip(".,")
        for number, before, after in found
        if not _YEAR.fullmatch(number) and not _MONTH.search(before[-12:]) and not _DATED.match(after)
    )


@lru_cache(maxsize=65_536)
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
