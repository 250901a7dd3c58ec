"""The tense a clause tells its event in, and whether it is the sentence's main news."""

from enum import Enum, auto

from app.extract.sentence import clause, lexicon
from app.extract.sentence.triggers import Candidate
from app.text.annotation import AnnotatedSentence

_FUTURE = frozenset({"will", "'ll", "shall", "wo", "gonna"})
_MODAL = frozenset({"would", "could", "can", "may", "might", "should", "must", "'d", "ought", "ca"})
_SUBORDINATE = frozenset({"relcl", "acl", "advcl", "pcomp", "csubj", "parataxis", "appos", "xcomp", "amod"})


class Tense(Enum):
    """Tense and aspect as far as they place an event."""

    PAST = auto()
    PERFECT = auto()
    PLUPERFECT = auto()
    PRESENT = auto()
    PROGRESSIVE = auto()
    FUTURE = auto()
    MODAL = auto()
    NONE = auto()


def tense(sentence: AnnotatedSentence, verb: int) -> Tense:
    """The tense of a verb's own form and auxiliaries; NONE of infinitives, participles and nouns."""
    token = sentence.tokens[verb]
    if token.pos not in clause.VERBAL:
        return Tense.NONE
    auxiliaries = clause.auxiliaries(sentence, verb)
    if _FUTURE.intersection(auxiliaries):
        return Tense.FUTURE
    if _MODAL.intersection(auxiliaries):
        return Tense.MODAL
    if {"had", "'d"}.intersection(auxiliaries):
        return Tense.PLUPERFECT
    if {"has", "have", "'ve", "having"}.intersection(auxiliaries) or (token.tag == "VBN" and "'s" in auxiliaries):
        return Tense.PERFECT
    if {"was", "were", "did", "got"}.intersection(auxiliaries) or token.tag == "VBD":
        return Tense.PAST
    if {"is", "are", "am", "'s", "'re", "'m", "being"}.intersection(auxiliaries):
        return Tense.PROGRESSIVE if token.tag == "VBG" else Tense.PRESENT
    if token.tag in {"VBZ", "VBP"} or {"do", "does"}.intersection(auxiliaries):
        return Tense.PRESENT
    return Tense.NONE


def spine(sentence: AnnotatedSentence, verb: int) -> int:
    """The finite verb whose time an infinitive or participle shares: "resigned, saying …", "began by thanking"."""
    tokens = sentence.tokens
    for _ in range(4):
        token = tokens[verb]
        shares = token.dep == "xcomp" or (token.dep in {"advcl", "pcomp", "conj"} and token.tag == "VBG")
        if not shares or clause.own_subject(sentence, verb) is not None or _is_marked(sentence, verb):
            return verb
        if clause.child(sentence, verb, "aux") is not None and token.tag == "VBG":
            return verb  # "fell in May and is suing"
        above = token.head if token.dep != "pcomp" else tokens[token.head].head
        if tokens[above].pos not in clause.VERBAL:
            return verb
        verb = above
    return verb


def _is_marked(sentence: AnnotatedSentence, verb: int) -> bool:
    """After "before", "after" and the like a participle has a time of its own."""
    token = sentence.tokens[verb]
    marks = [sentence.tokens[at].lemma.lower() for at in clause.children(sentence, verb, "mark", "advmod")]
    if token.dep == "pcomp":
        marks.append(sentence.tokens[token.head].lemma.lower())
    return bool({"before", "after", "since", "until", "of", "from", "for", "against", "about", "without"} & set(marks))


def told_in(sentence: AnnotatedSentence, candidate: Candidate) -> Tense:
    """The tense of the clause that tells of an event: a noun's verb's, an infinitive's governor's."""
    verb = spine(sentence, candidate.carrier)
    for _ in range(4):
        found = tense(sentence, verb)
        if found is not Tense.NONE or sentence.tokens[verb].dep not in {"xcomp", "advcl", "pcomp", "conj"}:
            return found
        verb = clause.clause_head(sentence, sentence.tokens[verb].head)
    return Tense.NONE


def is_main(sentence: AnnotatedSentence, verb: int) -> bool:
    """Whether a clause is the sentence's own news: its root, joined to it, or what the root's verb of saying says."""
    tokens = sentence.tokens
    while tokens[verb].head != verb:
        token = tokens[verb]
        head = tokens[token.head]
        if clause.is_inverted(sentence, verb):
            return True
        if token.dep in _SUBORDINATE or head.pos not in clause.VERBAL:
            return False
        if token.dep not in {"conj", "ROOT"} and not (token.dep == "ccomp" and head.lemma in lexicon.SAYING):
            return False
        verb = token.head
    return tokens[verb].pos in clause.VERBAL
