"""Whether a capital or a seat of government stands for the government: "Moscow said", not "in Moscow"."""

from app.actors.candidates import Candidate
from app.actors.curated import Use
from app.actors.lexicon import (
    ADDRESSED,
    DECISION,
    PLACE_PARTS,
    PLACE_VERBS,
    SPEECH,
    STATE_NOUNS,
    WITH_GOVERNMENTS,
    words,
)
from app.text.annotation import AnnotatedSentence, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_GIVEN_BY_GOVERNMENTS = words(
    "assurance pressure support help criticism response statement call warning order signal demand objection concession"
    " commitment guarantee message threat promise reaction anger approval permission aid backing condemnation"
)
_NEAR = words("in at inside outside near around to from into via through across beyond")
_CHAIN = 6  # coordinated names followed back to the first


def stands_for_government(sentence: AnnotatedSentence, candidate: Candidate) -> bool:
    """Decided by what the name does in its clause; without a sign a capital is a place and a seat is its government."""
    tokens = sentence.tokens
    index = head_of(tokens, candidate.first, candidate.last)
    for _ in range(_CHAIN):
        if tokens[index].dep != "conj":
            break
        index = tokens[index].head
    seat = candidate.surface is not None and candidate.surface.use is Use.SEAT
    return _decided(sentence, index, seat=seat)


def _opens_clause(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a finite verb follows at once: "he added Moscow was ready", which parsers get wrong."""
    return index + 2 < len(tokens) and tokens[index + 1].tag in ("VBD", "VBZ", "MD")


def _decided(sentence: AnnotatedSentence, index: int, *, seat: bool) -> bool:
    tokens = sentence.tokens
    token = tokens[index]
    governor = tokens[token.head]
    if token.dep == "dobj" and _opens_clause(tokens, index):
        return seat or tokens[index + 1].lemma in DECISION or tokens[index + 2].pos in ("VERB", "ADJ")
    match token.dep:
        case "nsubj":
            return seat or governor.lemma not in PLACE_VERBS or _is_disposed(sentence, token.head)
        case "nsubjpass":
            return governor.lemma in ADDRESSED | SPEECH
        case "dobj" | "dative":
            return governor.lemma in ADDRESSED
        case "poss":
            return governor.text.lower() not in PLACE_PARTS
        case "pobj":
            return _with_government(tokens, governor, seat=seat)
        case "compound" | "amod" | "nmod":
            return seat or governor.text.lower() in STATE_NOUNS
        case _:
            return seat


def _is_disposed(sentence: AnnotatedSentence, verb: int) -> bool:
    """ "Moscow was prepared", "Tehran is ready": what only a government can be."""
    if sentence.tokens[verb].lemma != "be":
        return False
    return any(sentence.tokens[child].dep == "acomp" for child in sentence.children[verb])


def _with_government(tokens: tuple[Token, ...], preposition: Token, *, seat: bool) -> bool:
    word = preposition.text.lower()
    if word in WITH_GOVERNMENTS:
        return True
    if tokens[preposition.head].lemma in _GIVEN_BY_GOVERNMENTS:
        return word in ("from", "to", "by", "of", "on")
    return seat and word not in _NEAR


def head_of(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The token of [first, last) that hangs on something outside; the last if several do."""
    for index in range(last - 1, first - 1, -1):
        if not first <= tokens[index].head < last or tokens[index].head == index:
            return index
    return last - 1
