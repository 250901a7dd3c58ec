"""Words that may tell of an event: verbs and event nouns of a sentence. What a timeline shows is selection.py's."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.extract.learned import detect
from app.extract.sentence import clause, lexicon
from app.extract.sentence.fixing import is_put, is_when, moved_thing
from app.extract.sentence.happening import is_event_noun, supports
from app.text.annotation import AnnotatedSentence

_NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"})
# Below the one the detector refuses what the rules found, from the other on it adds a noun that they missed as a verb.
# Timelines from raw text: 30.2 without it, 30.5 so; to add words anywhere from 0.6 on costs 0.2.
_REFUSED = 0.5
_REFUSED_DATED = 0.15
_ADDED = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger: its token, the verb that carries its tense, and its sense (the verb a noun comes from).

    The carrier of "held a summit" is "held", of a verb itself, of a noun without one its clause's verb.
    """

    index: int
    carrier: int
    sense: str
    is_noun: bool
    is_carried: bool = False


def candidates(sentence: AnnotatedSentence, dated: frozenset[int] = frozenset()) -> tuple[Candidate, ...]:
    """Candidate triggers in order of text; `dated` are the tokens that dates hang on."""
    inside_names = _name_tokens(sentence)
    found = {index: _candidate(sentence, index, inside_names) for index in range(len(sentence.tokens))}
    placed = frozenset(at for at in found if is_put(sentence, at) or (at in dated and _is_placed(sentence, at)))
    asked = [
        at for at, each in found.items() if each is not None or at in placed or _is_misread(sentence, at, inside_names)
    ]
    chances = detect.chances(sentence, asked)
    listed = [
        found[at] or candidate_at(sentence, at)
        for at in asked
        if at in placed or chances[at] >= _least(sentence, at, found[at], dated)
    ]
    kept = [each for each in listed if not each.is_noun or not _is_told_by_aspect(sentence, each)]
    told = {verb for each in kept if each.is_noun for verb in _told_by(sentence, each)}
    return tuple(each for each in kept if each.is_noun or each.index not in told)


def _is_placed(sentence: AnnotatedSentence, index: int) -> bool:
    """Whether all that is told of a noun is when it is, or to what day it moves: "the vote is on Friday"."""
    verb = clause.clause_head(sentence, index)
    return index in {is_when(sentence, verb), moved_thing(sentence, verb)}


def _told_by(sentence: AnnotatedSentence, noun: Candidate) -> Iterator[int]:
    """The verbs that tell of nothing but this noun: "held a summit", "a summit held in Oslo"."""
    if noun.is_carried:
        yield noun.carrier
    yield from supports(sentence, noun.index)


def _least(sentence: AnnotatedSentence, index: int, found: Candidate | None, dated: frozenset[int]) -> float:
    """The chance below which a word is no event: far less where a date hangs on it, or on the verb that carries it."""
    if found is None:
        return _ADDED
    token = sentence.tokens[index]
    carries = token.dep == "dobj" and token.lemma in lexicon.NEWS_EVENTS and found.is_carried and found.carrier in dated
    is_dated = index in dated and sentence.tokens[index].lemma not in lexicon.STATIVE
    return _REFUSED_DATED if is_dated or carries else _REFUSED


def _is_misread(sentence: AnnotatedSentence, index: int, inside_names: frozenset[int]) -> bool:
    """Whether a sentence hangs on a noun, which then often is its verb misread: "Varga returns to Pécs on Friday"."""
    token = sentence.tokens[index]
    return token.dep == "ROOT" and token.pos == "NOUN" and index not in inside_names


def _is_told_by_aspect(sentence: AnnotatedSentence, candidate: Candidate) -> bool:
    """ "Talks began", "talks are due to begin": the verb tells of the talks."""
    token, verb = sentence.tokens[candidate.index], candidate.carrier
    if candidate.is_carried or token.head != verb or token.dep not in {"nsubj", "nsubjpass", "dobj"}:
        return False
    told_by = verb if token.dep == "dobj" else clause.leant_to(sentence, verb)
    return clause.is_aspectual(sentence, told_by)


def candidate_at(sentence: AnnotatedSentence, index: int) -> Candidate:
    """The candidate that this token is taken for, whatever its word: for triggers that are given."""
    if sentence.tokens[index].pos in {"NOUN", "PROPN", "NUM", "PRON"}:
        return _nominal(sentence, index)
    return Candidate(index, index, _verb_sense(sentence, index), is_noun=False)


def _candidate(sentence: AnnotatedSentence, index: int, inside_names: frozenset[int]) -> Candidate | None:
    token = sentence.tokens[index]
    is_event = (token.pos == "VERB" and _is_event_verb(sentence, index)) or (
        token.pos in {"NOUN", "PROPN"} and index not in inside_names and is_event_noun(sentence, index)
    )
    return candidate_at(sentence, index) if is_event else None


def _is_event_verb(sentence: AnnotatedSentence, index: int) -> bool:
    token = sentence.tokens[index]
    if token.dep in {"aux", "auxpass", "case", "amod", "compound", "prep", "mark"} or token.tag == "MD":
        return False
    if token.tag == "VBG" and token.dep in {"nsubj", "nmod"}:
        return True
    return token.text.replace("-", "").isalpha()


def _nominal(sentence: AnnotatedSentence, index: int) -> Candidate:
    tokens = sentence.tokens
    token = tokens[index]
    known = lexicon.noun(token.lemma)
    sense = (known.verb if known and known.verb else None) or token.lemma.lower()
    head = tokens[token.head]
    if token.dep in clause.OBJECTS and head.lemma in lexicon.LIGHT:
        return Candidate(index, token.head, sense, is_noun=True, is_carried=True)
    if token.dep == "nsubjpass" and head.lemma in lexicon.LIGHT:
        return Candidate(index, token.head, sense, is_noun=True, is_carried=True)
    return Candidate(index, clause.clause_head(sentence, index), sense, is_noun=True)


def _verb_sense(sentence: AnnotatedSentence, index: int) -> str:
    """A verb's lemma, with its particle: "lay down"; of "talks began" the noun's sense."""
    token = sentence.tokens[index]
    if clause.is_aspectual(sentence, index):
        subject = clause.child(sentence, index, "nsubj", "nsubjpass", "dobj")
        if subject is not None and is_event_noun(sentence, subject):
            return _nominal(sentence, subject).sense
    particle = clause.child(sentence, index, "prt")
    return token.lemma if particle is None else f"{token.lemma} {sentence.tokens[particle].lemma}"


def _name_tokens(sentence: AnnotatedSentence) -> frozenset[int]:
    """Tokens inside names of actors and works; a named event is still a noun of its kind."""
    return frozenset(
        index for name in sentence.names if name.label in _NAME_LABELS for index in range(name.first, name.last)
    )
