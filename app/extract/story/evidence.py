"""What two tellings have in common beside sense and time: those who take part, words, numbers."""

from dataclasses import dataclass
from functools import lru_cache

from app.domain.actor import Role
from app.domain.story import Party, Telling
from app.extract.story.change import of_itself
from app.extract.story.wording import is_day, numbers, words

# Actors that tell a happening from its like.
SEVERAL = 2
# The share of words that tells of one telling filed twice.
MUCH_THE_SAME = 0.7
DOERS = (Role.AGENT, Role.PATIENT)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is shared: actors that take part, words beside their names, and the share of the shorter's words.

    `rest` counts the shorter's other words, `later` those of the later that say more than that a plan changed.
    `doers` counts the actors that do it or have it done to them in both; a place alone is shared by all that is there.
    """

    actors: int
    doers: int
    words: int
    share: float
    rest: int
    later: int


def evidence(one: Telling, other: Telling) -> Evidence:
    """`other` is the later."""
    mine, theirs = doing(one, *Role), doing(other, *Role)
    shared = mine & theirs
    told, also_told = content(one) - _names(other), content(other) - _names(one)
    common = len(told & also_told)
    doers = shared & (doing(one, *DOERS) | doing(other, *DOERS))
    shorter = min(len(told), len(also_told))
    said = len(of_itself(also_told - told))
    return Evidence(len(shared), len(doers), common, common / max(1, shorter), shorter - common, said)


def is_clash(one: Telling, other: Telling) -> bool:
    """Another does it, or it is done to another whom the other doesn't name; or every number is another.

    A noun often has it done to another than the verb has: "visited Norway", "the visit of the president to Norway"; and
    done by another: "Norway and Denmark will hold a summit in Oslo", "the Oslo summit of Norway and Denmark".
    """
    if one.parties != other.parties and _is_done_otherwise(one, other):
        return True
    return one.sentences != other.sentences and _is_other(amounts(one), amounts(other))


def _is_done_otherwise(one: Telling, other: Telling) -> bool:
    mine, theirs = doing(one, Role.AGENT), doing(other, Role.AGENT)
    is_beside = mine & doing(other, Role.PARTICIPANT) and theirs & doing(one, Role.PARTICIPANT)
    if _is_other(mine, theirs) and not is_beside:
        return True
    mine, theirs = doing(one, Role.PATIENT), doing(other, Role.PATIENT)
    return _is_other(mine, theirs) and not (mine & doing(other, *Role) and theirs & doing(one, *Role))


def _is_other(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine and theirs) and not mine & theirs


def doing(telling: Telling, *roles: Role) -> frozenset[str]:
    """The ids of those who take part in one of these roles."""
    return _having(telling.parties, roles)


def content(telling: Telling) -> frozenset[str]:
    """The words of its sentences beside its own and its parties' names."""
    return _content(telling.sentences) - _names(telling)


def amounts(telling: Telling) -> frozenset[str]:
    return _numbers(telling.sentences)


# Remembered, since each telling is held against many, the latest first: by what it is made from, cheap to hash. Of more
# than are held against each other the process that serves would keep megabytes for nothing.
_REMEMBERED = 1_024


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
    return frozenset(word for sentence in sentences for word in words(sentence) if not is_day(word))


@lru_cache(maxsize=_REMEMBERED)
def _numbers(sentences: tuple[str, ...]) -> frozenset[str]:
    return frozenset(number for sentence in sentences for number in numbers(sentence))
