"""What one sentence dates, another may tell again without a date: an echo takes the time of the first telling."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.mention import Basis, EventTime
from app.extract.article.sameness import is_same
from app.extract.article.sensed import Sensed

# The share of right days among echoes, as among other days carried over.
_ECHOED = 0.4
# Dated tellings of one sense that a mention is held against, the first: a text made to hurt has thousands.
_FIRST = 64
# Verbs so common that two of them are seldom one event.
_COMMON = frozenset(
    [
        "say",
        "tell",
        "make",
        "take",
        "get",
        "go",
        "come",
        "do",
        "give",
        "have",
        "be",
        "see",
        "use",
        "work",
        "add",
        "call",
    ]
)


def echoed(mentions: Sequence[Sensed]) -> list[Sensed]:
    """The same mentions, those without a date of their own dated by the one that tells the same happening with one."""
    donors: dict[str, list[Sensed]] = {}
    for each in mentions:
        if each.mention.time.basis is Basis.EXPRESSION and each.sense not in _COMMON:
            donors.setdefault(each.sense, []).append(each)
    return [_echo(each, donors.get(each.sense, ())[:_FIRST]) for each in mentions]


def _echo(sensed: Sensed, donors: Sequence[Sensed]) -> Sensed:
    mention = sensed.mention
    if mention.time.basis not in {None, Basis.PUBLICATION}:
        return sensed
    same = [each for each in donors if _is_same_told(sensed, each)]
    if len({each.mention.time.interval for each in same}) != 1:
        return sensed
    return replace(sensed, mention=replace(mention, time=_again(same[0].mention.time), confidence=_ECHOED))


def _is_same_told(sensed: Sensed, donor: Sensed) -> bool:
    """One factuality, and something that says the two are one happening; a headline needs no more than the sense."""
    if sensed.mention.factuality is not donor.mention.factuality:
        return False
    first, later = sorted((sensed, donor), key=lambda each: each.mention.trigger.start)
    return sensed.is_headline or is_same(first, later)


def _again(time: EventTime) -> EventTime:
    return replace(time, basis=Basis.NARRATIVE, explanation=f"told elsewhere in the article: {time.explanation}")
