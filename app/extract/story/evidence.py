"""What two tellings have in common beside sense and time: those who take part, words, numbers."""

from dataclasses import dataclass
from functools import lru_cache

from app.domain.actor import Role
from app.domain.story import Party, Telling
from app.extract.story.wording import numbers, words

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
