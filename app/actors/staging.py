"""A sentence read in order of text: names come on stage, role nouns and pronouns mean who stands there."""

from dataclasses import dataclass

from app.actors.cast import Actor
from app.actors.introductions import introduce
from app.actors.lexicon import HUMAN_NOUNS, SPEECH
from app.actors.metonym import head_of
from app.actors.pairs import pair
from app.actors.pronouns import NOBODY, pronoun, speaker
from app.actors.reference import Found
from app.actors.roles import role_noun
from app.actors.scene import Scene, Seen
from app.domain.actor import ActorKind, Match
from app.text.annotation import AnnotatedSentence

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ENDS = frozenset(".!?”\"’')…:;")


@dataclass(slots=True)
class _Stage:
    """One sentence while it is read: who stands where by head token, and what is quoted."""

    sentence: AnnotatedSentence
    number: int
    quotes: list[bool]
    heads: dict[int, Actor]
    caption: bool


def staged(
    scene: Scene, numbered: tuple[int, AnnotatedSentence], named: list[Found], quotes: list[bool]
) -> list[Found]:
    """The sentence's references with its role nouns and pronouns, told to the scene in order of text."""
    number, sentence = numbered
    heads = {head_of(sentence.tokens, one.first, one.last): one.actor for one in named}
    caption = sentence.sentence.text.rstrip()[-1:] not in _ENDS
    stage = _Stage(sentence, number, quotes, heads, caption)
    starts = {one.first: one for one in named}
    covered = {index for one in named for index in range(one.first, one.last)}
    references: list[Found] = []
    quotation = False
    for index in range(len(sentence.tokens)):
        quotation = quotation or quotes[index]
        here = [starts[index]] if index in starts else []
        if not here and index not in covered:
            here = _unnamed(scene, stage, index, quotation=quotation)
        for one in here:
            references.append(one)
            _enter(scene, stage, one)
    return sorted(references + _first_persons(scene, stage), key=lambda one: (one.first, one.last))


def _unnamed(scene: Scene, stage: _Stage, index: int, *, quotation: bool) -> list[Found]:
    """A role noun or pronoun outside quotations; somebody without a name is noted for the pronouns after."""
    if not stage.quotes[index]:
        found = _meant(scene, stage, index, quotation=quotation)
        if found:
            return found
    if _is_unnamed_person(stage.sentence, index):
        stage.heads[index] = NOBODY
        if not stage.caption:
            scene.enter(_seen(stage, index, NOBODY))
    return []


def _enter(scene: Scene, stage: _Stage, one: Found) -> None:
    head = head_of(stage.sentence.tokens, one.first, one.last)
    stage.heads[head] = one.actor
    if one.actor.kind is ActorKind.PERSON and one.match not in (Match.PRONOUN, Match.ROLE_NOUN):
        introduce(scene, one.actor, stage.sentence.tokens, (one.first, one.last))
    if not stage.caption:
        scene.enter(_seen(stage, head, one.actor))


def _is_unnamed_person(sentence: AnnotatedSentence, index: int) -> bool:
    token = sentence.tokens[index]
    if token.tag != "NN" or token.lemma not in HUMAN_NOUNS:
        return False
    return token.dep in _SUBJECTS or (token.dep == "pobj" and sentence.tokens[token.head].text == "to")


def _first_persons(scene: Scene, stage: _Stage) -> list[Found]:
    """ "I" and "me" in quotations: whoever says them."""
    tokens = stage.sentence.tokens
    said = [index for index, token in enumerate(tokens) if stage.quotes[index] and token.text in ("I", "me")]
    if not said:
        return []
    subjects = {
        head: actor
        for head, actor in stage.heads.items()
        if actor.kind is ActorKind.PERSON and not stage.quotes[head] and tokens[head].dep in _SUBJECTS
    }
    # "Brandt wrote a letter, saying “I …”" has no subject at its verb of speech.
    spoken = [actor for head, actor in subjects.items() if _speaks(stage.sentence, head)] or list(subjects.values())
    meant = speaker(scene, stage.number, spoken, goes_on=stage.quotes[0])
    return [] if meant is None else [Found(index, index + 1, meant, Match.PRONOUN) for index in said]


def _speaks(sentence: AnnotatedSentence, head: int) -> bool:
    token = sentence.tokens[head]
    return token.dep in _SUBJECTS and sentence.tokens[token.head].lemma in SPEECH


def _meant(scene: Scene, stage: _Stage, index: int, *, quotation: bool) -> list[Found]:
    token = stage.sentence.tokens[index]
    if token.pos == "PRON":
        actor = pronoun(scene, stage.sentence, (stage.number, index), stage.heads, quotes=quotation)
        return [] if actor is None else [Found(index, index + 1, actor, Match.PRONOUN)]
    if token.tag == "NNS":
        two = pair(scene, stage.sentence.tokens, index, stage.number)
        if two is not None:
            return [Found(two[0], index + 1, actor, Match.ROLE_NOUN) for actor in two[1]]
    if token.pos in ("NOUN", "PROPN"):
        noun = role_noun(scene, stage.sentence.tokens, index, stage.number)
        return [] if noun is None else [Found(noun.first, noun.last, noun.actor, Match.ROLE_NOUN)]
    return []


def _seen(stage: _Stage, head: int, actor: Actor) -> Seen:
    subject = stage.sentence.tokens[head].dep in _SUBJECTS or actor is NOBODY
    return Seen(actor, stage.number, subject=subject, speaker=_speaks(stage.sentence, head))
