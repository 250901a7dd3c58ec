"""Pairs: "the two companies", "both leaders" – the two that were named last, if there are just two."""

from app.actors.cast import Actor
from app.actors.lexicon import BODY_NOUNS
from app.actors.scene import Scene, Seen
from app.domain.actor import ActorKind
from app.text.annotation import Token

_TWO = frozenset({"two", "both"})
_PERSONS = frozenset({ActorKind.PERSON})
_COUNTRIES = frozenset({ActorKind.COUNTRY})
_BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.GROUP})
_KINDS = {
    **dict.fromkeys(("leader", "president", "minister", "man", "woman", "politician"), _PERSONS),
    **dict.fromkeys(("country", "nation", "state", "government", "neighbour", "neighbor", "ally"), _COUNTRIES),
    **dict.fromkeys(BODY_NOUNS, _BODIES),
    "side": _COUNTRIES | _BODIES,
}
_BACK = 2  # sentences


def pair(scene: Scene, tokens: tuple[Token, ...], index: int, sentence: int) -> tuple[int, tuple[Actor, Actor]] | None:
    """Where the pair whose noun stands at `index` begins, and who the two are; None if it is none or not clear."""
    noun = tokens[index]
    kinds = _KINDS.get(noun.lemma)
    if noun.tag != "NNS" or kinds is None:
        return None
    first = next((at for at in (index - 1, index - 2) if at >= 0 and tokens[at].text.lower() in _TWO), None)
    if first is None:
        return None
    if tokens[first].text.lower() == "two":
        if not first or tokens[first - 1].text.lower() not in ("the", "these"):
            return None
        first -= 1
    sorts = BODY_NOUNS.get(noun.lemma)
    two = _two(scene.within(sentence, _BACK, kinds), sorts)
    return None if two is None else (first, two)


def _two(near: list[Seen], sorts: tuple[str, ...] | None) -> tuple[Actor, Actor] | None:
    """The two of the latest sentence that names any, going back until there are two; None if there come to be more."""
    found: dict[str, Actor] = {}
    at: int | None = None
    for one in near:
        if not one.actor.name or (sorts is not None and one.actor.sort not in sorts):
            continue
        if len(found) >= 2 and one.sentence != at:
            break
        found.setdefault(one.actor.name, one.actor)
        at = one.sentence
    latter, *rest = found.values() if found else (None,)
    return (rest[0], latter) if latter is not None and len(rest) == 1 else None
