"""Role nouns: "the Ruritanian leader", "the company", "the government" – who they mean, if that is clear."""

from dataclasses import dataclass

from app.actors.cast import Actor
from app.actors.countries import country_of
from app.actors.lexicon import BODY_NOUNS, OFFICES
from app.actors.scene import Scene, Seen
from app.domain.actor import ActorKind
from app.text.annotation import Token

_MODIFIERS = 4  # words between "the" and the noun
_BACK = 3  # sentences a company stays in mind
_DOMINANT = 2  # times as often as any other that would fit
_BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.GROUP})
_COUNTRIES = frozenset({ActorKind.COUNTRY})
_DEFINITE = frozenset({"the", "this", "that"})
_DESCRIBING = frozenset({"attr", "appos"})
_UNITED_STATES = "United States"


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A definite description over tokens [first, last) and who it means."""

    first: int
    last: int
    actor: Actor


def role_noun(scene: Scene, tokens: tuple[Token, ...], index: int, sentence: int) -> RoleNoun | None:
    """Who the definite description whose noun stands at `index` means; None if it is none or is not clear."""
    token = tokens[index]
    word = token.text.lower()
    office = "prime minister" if word == "minister" and index and tokens[index - 1].text.lower() == "prime" else word
    if office not in OFFICES and word not in BODY_NOUNS and word not in _GOVERNMENT:
        return None
    if token.dep in _DESCRIBING or _goes_on(tokens, index) or (index and tokens[index - 1].text == "-"):
        return None
    first = _opening(tokens, index)
    if first is None:
        return None
    country = next((name for at in range(first, index) if (name := country_of(tokens, at)) is not None), None)
    if office in OFFICES:
        actor = _holder(scene, office, country, sentence)
    elif word in _GOVERNMENT:
        actor = None if country else _government(scene, word, sentence)
    else:
        actor = None if _is_compound(tokens, first, index) else _body(scene, word, sentence)
    return None if actor is None else RoleNoun(first, index + 1, actor)


# Of these a story has one; ministers, spokesmen and generals come in numbers.
_SOLE = frozenset(
    {"president", "prime minister", "premier", "chancellor", "pope", "king", "queen", "mayor", "governor"}
)
_GOVERNMENT = frozenset({"government", "administration", "regime"})


def _goes_on(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether what follows makes it a title ("the company Brightwater") or somebody else's ("the party of …")."""
    if index + 1 >= len(tokens):
        return False
    following = tokens[index + 1]
    if following.text.lower() in ("of", "-") or following.tag in ("NN", "NNS"):
        return True
    return following.pos == "PROPN" and following.text[0].isupper()


def _opening(tokens: tuple[Token, ...], index: int) -> int | None:
    """Where the description opens: at "the", or at a country with its "'s" ("Ruritania's president")."""
    for at in range(index - 1, max(-1, index - 2 - _MODIFIERS), -1):
        token = tokens[at]
        if token.text.lower() in _DEFINITE:
            return at
        if token.tag == "POS":
            return at - 1 if at and country_of(tokens, at - 1) else None
        if token.pos not in ("ADJ", "NOUN", "PROPN", "PUNCT", "VERB", "ADV") or token.text == ",":
            return None
    return None


def _is_compound(tokens: tuple[Token, ...], first: int, index: int) -> bool:
    """ "the insurance company" tells of a company apart from the one in mind."""
    return any(token.pos in ("NOUN", "PROPN") and token.tag != "NNP" for token in tokens[first:index])


def _holder(scene: Scene, office: str, country: str | None, sentence: int) -> Actor | None:
    holders = scene.holders(OFFICES[office], country)
    if len(holders) == 1 and (country or office in _SOLE):
        return holders[0]
    near = {one.actor.name for one in scene.within(sentence, _BACK, frozenset({ActorKind.PERSON}))}
    present = [holder for holder in holders if holder.name in near]
    return scene.latest(present) if country or len(present) == 1 else None


def _government(scene: Scene, word: str, sentence: int) -> Actor | None:
    near = scene.within(sentence, 1, _COUNTRIES)
    names = {one.actor.name: one.actor for one in near}
    if word == "administration":
        return names.get(_UNITED_STATES) or _known_united_states(scene)
    return next(iter(names.values())) if len(names) == 1 else None


def _known_united_states(scene: Scene) -> Actor | None:
    return scene.latest([Actor(_UNITED_STATES, ActorKind.COUNTRY, "country")])


def _body(scene: Scene, word: str, sentence: int) -> Actor | None:
    """The one organisation of a fitting sort in mind; of several the one that dominates, or that acted last."""
    sorts = BODY_NOUNS[word]
    fitting = [one for one in scene.within(sentence, _BACK, _BODIES) if one.actor.sort in sorts]
    if not fitting:
        return _dominant(scene, sorts, scene.within(sentence, sentence, _BODIES))
    names = {one.actor.name: one.actor for one in fitting}
    if len(names) == 1:
        return fitting[0].actor
    return _dominant(scene, sorts, fitting) or _acted_last(fitting, sentence)


def _dominant(scene: Scene, sorts: tuple[str, ...], seen: list[Seen]) -> Actor | None:
    names = {one.actor.name: one.actor for one in seen if one.actor.sort in sorts}
    ranked = sorted(names, key=lambda name: -scene.counts[name])
    if not ranked:
        return None
    runner_up = scene.counts[ranked[1]] if len(ranked) > 1 else 0
    return names[ranked[0]] if scene.counts[ranked[0]] >= max(2, _DOMINANT * runner_up) else None


def _acted_last(fitting: list[Seen], sentence: int) -> Actor | None:
    subjects = [one for one in fitting if one.subject and sentence - one.sentence <= 1]
    names = {one.actor.name for one in subjects}
    return subjects[0].actor if len(names) == 1 else None
