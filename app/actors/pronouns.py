"""Pronouns: he and she, him and her, "it" and "they" for bodies – who they mean, if a simple pattern tells."""

from collections.abc import Mapping

from app.actors.cast import Actor
from app.actors.given import Gender
from app.actors.lexicon import AMBIENT_VERBS, SPEECH
from app.actors.scene import Scene, Seen
from app.domain.actor import ActorKind
from app.text.annotation import AnnotatedSentence

# Somebody told of without a name ("a witness"): pronouns may mean him or her, and so nobody else.
NOBODY = Actor("", ActorKind.PERSON)
_PERSONAL = {
    "he": Gender.MALE,
    "him": Gender.MALE,
    "his": Gender.MALE,
    "she": Gender.FEMALE,
    "her": Gender.FEMALE,
}
_BODILY = frozenset({"it", "they", "its"})
_POSSESSIVE = "PRP$"
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PERSONS = frozenset({ActorKind.PERSON})
_ACTING = frozenset({ActorKind.ORGANISATION, ActorKind.COUNTRY, ActorKind.GROUP})
_CONDITIONS = frozenset({"if", "unless", "until", "should"})
_BACK = 4  # sentences back to the last subject
_BACK_TO_SPEAKER = 12  # sentences back to the last speaker: a long quotation may lie between
_CLIMB = 8  # governors looked at above a pronoun


def pronoun(
    scene: Scene, sentence: AnnotatedSentence, at: tuple[int, int], heads: Mapping[int, Actor], *, quotes: bool
) -> Actor | None:
    """Who the pronoun at token `at[1]` of sentence number `at[0]` means.

    `heads` are the actors already found in this sentence by their head token; `quotes` tells that it holds a quotation.
    """
    number, index = at
    token = sentence.tokens[index]
    word = token.text.lower()
    if word in _PERSONAL:
        actor = _person(scene, sentence, at, heads, quotes=quotes)
        return None if actor is NOBODY else actor
    if word in _BODILY and (token.dep in _SUBJECTS or token.tag == _POSSESSIVE):
        return _body(scene, sentence, (number, index), heads)
    return None


def _person(
    scene: Scene, sentence: AnnotatedSentence, at: tuple[int, int], heads: Mapping[int, Actor], *, quotes: bool
) -> Actor | None:
    number, index = at
    token = sentence.tokens[index]
    gender = _PERSONAL[token.text.lower()]
    subject = token.dep in _SUBJECTS
    fits = {actor for actor in heads.values() if _fits(scene, actor, gender)}
    possessive = token.tag == _POSSESSIVE
    above = _subject_above(sentence, index, heads, skip_own=not subject and not possessive)
    if above is not None and above in fits:
        return above
    barred = frozenset() if subject or possessive else _clause_mates(sentence, index, heads)
    if quotes and subject and sentence.tokens[token.head].lemma in SPEECH:
        speaker = _latest(scene, number, gender, speaking=True, barred=barred)
        if speaker is not None:
            return speaker
    before = {actor for head, actor in heads.items() if head < index and actor in fits and actor.name not in barred}
    if len(before) == 1:
        return next(iter(before))
    return None if before else _latest(scene, number, gender, speaking=False, barred=barred)


def _fits(scene: Scene, actor: Actor, gender: Gender) -> bool:
    return actor.kind is ActorKind.PERSON and scene.gender(actor.name) in (gender, None)


def _latest(scene: Scene, number: int, gender: Gender, *, speaking: bool, barred: frozenset[str]) -> Actor | None:
    """The last speaker, or the last subject, else the only person of the sentence before, whom the pronoun fits."""
    back = _BACK_TO_SPEAKER if speaking else _BACK
    near = [one for one in scene.within(number - 1, back, _PERSONS) if _fits(scene, one.actor, gender)]
    near = [one for one in near if one.actor.name not in barred and one.sentence < number]
    if speaking:
        return next((one.actor for one in near if one.speaker), None)
    last = next((one for one in near if one.subject), None)
    alone = {one.actor for one in near if one.sentence == number - 1}
    if len(alone) == 1 and (last is None or last.sentence < number - 1):
        return next(iter(alone))
    return last.actor if last is not None else None


def _subject_above(
    sentence: AnnotatedSentence, index: int, heads: Mapping[int, Actor], *, skip_own: bool
) -> Actor | None:
    """The subject of the nearest governing clause that stands before the pronoun."""
    tokens = sentence.tokens
    verb = tokens[index].head
    own = True
    for _ in range(_CLIMB):
        for child in sentence.children[verb]:
            if child < index and child in heads and tokens[child].dep in _SUBJECTS and not (own and skip_own):
                return heads[child]
        if tokens[verb].head == verb:
            break
        own = own and tokens[verb].pos not in ("VERB", "AUX")
        verb = tokens[verb].head
    return None


def _clause_mates(sentence: AnnotatedSentence, index: int, heads: Mapping[int, Actor]) -> frozenset[str]:
    """Subjects of the pronoun's own clause: "Brandt met him" is not about Brandt twice."""
    tokens = sentence.tokens
    verb = index
    for _ in range(_CLIMB):
        verb = tokens[verb].head
        if tokens[verb].pos in ("VERB", "AUX") or tokens[verb].head == verb:
            break
    mates = (heads[child] for child in sentence.children[verb] if child in heads and tokens[child].dep in _SUBJECTS)
    return frozenset(actor.name for actor in mates)


def _body(scene: Scene, sentence: AnnotatedSentence, at: tuple[int, int], heads: Mapping[int, Actor]) -> Actor | None:
    number, index = at
    tokens = sentence.tokens
    verb = tokens[tokens[index].head]
    possessive = tokens[index].tag == _POSSESSIVE
    if verb.lemma in AMBIENT_VERBS and not possessive:
        return None
    before = {actor for head, actor in heads.items() if head < index and actor.kind in _ACTING}
    above = _subject_above(sentence, index, heads, skip_own=not possessive)
    if tokens[index].text.lower() == "they":
        before = {actor for actor in before if actor.kind is not ActorKind.COUNTRY}
        if verb.lemma not in SPEECH:
            return None
    nearest = max((head for head, actor in heads.items() if head < index and actor in before), default=None)
    if nearest is not None and (above == heads[nearest] or _opens_condition(sentence, index, nearest)):
        return heads[nearest]
    if before or any(token.dep in _SUBJECTS and token.pos in ("NOUN", "PROPN") for token in tokens[:index]):
        return None
    return _last_acting(scene.within(number - 1, 0, _ACTING), number)


def _opens_condition(sentence: AnnotatedSentence, index: int, nearest: int) -> bool:
    """Whether only "if" stands between a name and its pronoun: "sanctions on Ruritania if it attacks"."""
    return index - nearest == 2 and sentence.tokens[index - 1].text.lower() in _CONDITIONS


def _last_acting(near: list[Seen], number: int) -> Actor | None:
    subjects = {one.actor for one in near if one.subject and one.sentence == number - 1}
    return next(iter(subjects)) if len(subjects) == 1 else None


def speaker(scene: Scene, number: int, spoken: list[Actor], *, goes_on: bool) -> Actor | None:
    """Who "I" is in a quotation: the one person who speaks in its sentence, else in the one before if it goes on."""
    if spoken:
        return spoken[0] if len(set(spoken)) == 1 and spoken[0] is not NOBODY else None
    if not goes_on:
        return None
    before = {one.actor for one in scene.within(number - 1, 0, _PERSONS) if one.speaker and one.sentence == number - 1}
    last = next(iter(before)) if len(before) == 1 else None
    return None if last is NOBODY else last
