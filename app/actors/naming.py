"""What the names of one sentence refer to where they stand: demonyms, peoples and capitals depend on their clause."""

from collections.abc import Iterable, Iterator

from app.actors.candidates import Candidate
from app.actors.cast import Actor, Cast, actor_of
from app.actors.curated import Use, curated
from app.actors.lexicon import STATE_NOUNS, words
from app.actors.metonym import stands_for_government
from app.actors.reference import Found
from app.domain.actor import ActorKind, Match
from app.text.annotation import AnnotatedSentence

_COUNTING = words("some many most several few thousands hundreds dozens millions two three four five six")
_WITH_FORCES = frozenset({"country", "alliance", "bloc"})
_NOUN_REACH = 3  # tokens from a demonym to the noun that acts for the country


def named(sentence: AnnotatedSentence, candidates: Iterable[Candidate], troupe: Cast, number: int) -> list[Found]:
    """The references by name in sentence number `number`, in order of text.

    Words next to each other that mean one person are one reference: "CLARA", "BERG" of a headline.
    """
    joined: list[Found] = []
    for one in _named(sentence, candidates, troupe, number):
        before = joined[-1] if joined else None
        if before and before.last == one.first and before.actor == one.actor and one.actor.kind is ActorKind.PERSON:
            joined[-1] = Found(before.first, one.last, one.actor, Match.EXACT)
        else:
            joined.append(one)
    return joined


def _named(sentence: AnnotatedSentence, found: Iterable[Candidate], troupe: Cast, number: int) -> Iterator[Found]:
    for one in found:
        meant = troupe.meant(one, number)
        if meant is None:
            continue
        actor, match = meant
        if one.surface is None or one.surface.entry.name != actor.name:
            yield Found(one.first, one.last, actor, match)
        else:
            yield from _curated(sentence, one, actor, match)


def _curated(sentence: AnnotatedSentence, one: Candidate, actor: Actor, match: Match) -> Iterator[Found]:
    """What a curated name refers to where it stands: a demonym, a people and a capital depend on their sentence."""
    use = one.surface.use if one.surface else Use.NAME
    match use:
        case Use.NAME | Use.ADJECTIVE:
            noun = _state_noun(sentence, one.last) if actor.sort in _WITH_FORCES else None
            if noun is None:
                yield Found(one.first, one.last, actor, match if use is Use.NAME else Match.ALIAS)
            else:
                yield Found(one.first, noun + 1, actor, Match.ROLE_NOUN)
        case Use.PEOPLE:
            if not _is_counted(sentence, one.first):
                yield Found(one.first, one.last, actor, Match.ALIAS)
        case Use.CAPITAL | Use.SEAT:
            if stands_for_government(sentence, one):
                yield Found(one.first, one.last, _government(one, actor), Match.ALIAS)
            elif use is Use.CAPITAL:
                yield Found(one.first, one.last, actor, match)


def _government(one: Candidate, actor: Actor) -> Actor:
    governed = one.surface.entry.government if one.surface else None
    return actor_of(curated().entries[governed]) if governed else actor


def _state_noun(sentence: AnnotatedSentence, start: int) -> int | None:
    """The noun that a demonym modifies and that acts for the country: "Ruritanian ground forces"."""
    tokens = sentence.tokens
    for index in range(start, min(start + _NOUN_REACH, len(tokens))):
        if tokens[index].text.isspace():
            continue
        if tokens[index].text.lower() in STATE_NOUNS and tokens[index].pos in ("NOUN", "PROPN"):
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            return None if following is not None and following.pos in ("NOUN", "PROPN") else index
        if tokens[index].pos not in ("ADJ", "NOUN"):
            break
    return None


def _is_counted(sentence: AnnotatedSentence, first: int) -> bool:
    """ "Three Ruritanians" are people, "the Ruritanians" and "Ruritanians" may stand for the country."""
    before = sentence.tokens[max(0, first - 2) : first]
    return any(token.pos == "NUM" or token.text.lower() in _COUNTING for token in before)
