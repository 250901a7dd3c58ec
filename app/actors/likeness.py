"""How much two names look as if they meant one actor: for people to decide, never for joining by itself."""

from rapidfuzz.distance import OSA

from app.actors.given import is_given
from app.actors.names import is_full, normal_form, parts, without_initials
from app.domain.actor import ActorKind

# An initial may stand for many names.
_INITIAL = 0.8
# Shorter parts differ by one letter too easily.
_FUZZY_LENGTH = 5
# One word more ("Port of Lisbon Authority") may be another body.
_LONGER = 0.7


def likeness(one: str, other: str, kind: ActorKind) -> float:
    """From 0, nothing to go by, to 1, the same name. Places and countries are never alike: Austria, Australia."""
    match kind:
        case ActorKind.PERSON:
            return _persons(parts(one), parts(other))
        case ActorKind.ORGANISATION | ActorKind.GROUP:
            return _bodies(normal_form(one).split(), normal_form(other).split())
        case ActorKind.COUNTRY | ActorKind.PLACE:
            return 0.0


def _persons(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Of full names, part by part: the same, misspelt by one letter, or an initial; middle initials may be left out."""
    if not (is_full(one) and is_full(other)):
        return 0.0
    if len(one) != len(other):
        one, other = without_initials(one), without_initials(other)
    if len(one) != len(other):
        return 0.0
    scores = [_parts(first, second) for first, second in zip(one, other, strict=True)]
    return min(scores) if scores[-1] and sum(score < 1 for score in scores) <= 1 else 0.0


def _parts(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if one[0] != other[0] or (is_given(one) and is_given(other)):
        return 0.0
    if min(len(one), len(other)) == 1:
        return _INITIAL
    if min(len(one), len(other)) < _FUZZY_LENGTH or OSA.distance(one, other) > 1:
        return 0.0
    return 1 - 1 / max(len(one), len(other))


def _bodies(one: list[str], other: list[str]) -> float:
    """Of bodies: the same words, or one name of two words or more continued by another word."""
    short, long = sorted((one, other), key=len)
    if short == long:
        return 1.0
    return _LONGER if len(short) >= 2 and len(long) == len(short) + 1 and long[: len(short)] == short else 0.0
