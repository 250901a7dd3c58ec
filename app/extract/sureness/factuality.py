"""How sure a sentence is of an event: negated, conditional, possible, planned or asserted, by cue tables and the parse.

Cues are read off the trigger, its auxiliaries and everything that governs it, from the inside out; the first of
negated, conditional, possible and planned that any of them gives is the answer.
"""

from collections.abc import Iterator, Sequence
from enum import Enum, auto

from app.domain.mention import Factuality
from app.extract.sentence import clause, cues, lexicon
from app.extract.sentence.fixing import given_time, is_fixed, moves, put, putting
from app.extract.sentence.happening import is_regarded
from app.extract.sentence.triggers import Candidate
from app.extract.sureness.certainty import certainty
from app.text.annotation import AnnotatedSentence, Token

_ORDER = (Factuality.NEGATED, Factuality.CONDITIONAL, Factuality.POSSIBLE, Factuality.PLANNED)


_KNOWN = frozenset({"the", "this", "that", "these", "those"})
# The model speaks against the silence of the cues only when it is as sure as this.
_SURE = 0.6


class _Edge(Enum):
    """How a word hangs on the one above it, as far as certainty is concerned."""

    COMPLEMENT = auto()  # what is said, wanted, prevented: takes the governor's certainty
    CLAUSE = auto()  # a relative or adverbial clause: stands by itself
    ARGUMENT = auto()  # a noun that takes part
    JOINED = auto()


def cued(sentence: AnnotatedSentence, candidate: Candidate) -> Factuality:
    """What the cue tables say of an event."""
    return _first(set(_cues(sentence, candidate)))


def factualities(sentence: AnnotatedSentence, candidates: Sequence[Candidate]) -> tuple[Factuality, ...]:
    """The factuality of each event: the cues', unless they are silent and the trained model is sure of another.

    A sentence without any word of doubt asserts all it tells.
    """
    if not any(_is_doubt(token) for token in sentence.tokens):
        return tuple(_undoubted(sentence, candidate) for candidate in candidates)
    return tuple(_settled(sentence, candidate, cued(sentence, candidate)) for candidate in candidates)


def _undoubted(sentence: AnnotatedSentence, candidate: Candidate) -> Factuality:
    return Factuality.POSSIBLE if _is_given_time(sentence, candidate.index) else Factuality.ASSERTED


def _is_given_time(sentence: AnnotatedSentence, verb: int) -> bool:
    """ "Have until Friday to file"."""
    return given_time(sentence, sentence.tokens[verb].head) == verb


def _is_doubt(token: Token) -> bool:
    return token.tag == "MD" or token.dep == "neg" or token.lemma.lower() in cues.ALL


def _settled(sentence: AnnotatedSentence, candidate: Candidate, kind: Factuality) -> Factuality:
    if kind is not Factuality.ASSERTED:
        return kind
    label, share = certainty(sentence, candidate, kind)
    if label == "asserted" or share < _SURE:
        return kind
    return Factuality.NEGATED if label == "denied" else Factuality.POSSIBLE


def _first(found: set[Factuality]) -> Factuality:
    return next((kind for kind in _ORDER if kind in found), Factuality.ASSERTED)


def _cues(sentence: AnnotatedSentence, candidate: Candidate) -> Iterator[Factuality]:
    index = candidate.index
    yield from _own(sentence, index)
    if candidate.is_carried:
        yield from _own(sentence, candidate.carrier)
    below = index
    for above in clause.ancestors(sentence, index):
        edge = _edge(sentence, below)
        if edge is _Edge.CLAUSE or _is_setting(sentence, below):
            if _is_plan_given_up(sentence, below, above):
                yield Factuality.NEGATED
            break
        if edge is not _Edge.JOINED:
            if _is_there(sentence, below):
                break
            yield from _governed(sentence, below, above)
            if edge is _Edge.COMPLEMENT and _is_report(sentence, above):
                break
            if edge is _Edge.ARGUMENT or _passes_down(sentence, above):
                # "had no plan to go" may still go on: what is negated above is left to the model.
                yield from (kind for kind in _own(sentence, above) if kind is not Factuality.NEGATED)
        below = above


def _is_plan_given_up(sentence: AnnotatedSentence, verb: int, noun: int) -> bool:
    """Whether a clause plans what the clause above it gives up: "cancelled the summit that was to be held in May"."""
    token, above = sentence.tokens[verb], sentence.tokens[noun].head
    is_plan = token.lemma in lexicon.FIXING | lexicon.PLANNING or Factuality.PLANNED in _own(sentence, verb)
    if token.dep not in {"relcl", "acl"} or not (is_plan or _is_to_be(sentence, verb)):
        return False
    return sentence.tokens[above].lemma in cues.PUTTING_OFF or Factuality.NEGATED in _governed(sentence, noun, above)


def _is_to_be(sentence: AnnotatedSentence, verb: int) -> bool:
    """ "Was to be held", "was due to start"."""
    below = clause.children(sentence, verb, "xcomp", "acomp")
    chain = (verb, *below, *(at for above in below for at in clause.children(sentence, above, "xcomp")))
    return any("to" in clause.auxiliaries(sentence, at) for at in chain)


def _own(sentence: AnnotatedSentence, index: int) -> Iterator[Factuality]:
    """Cues on a word itself: negation, modals, determiners, adjectives, adverbs, an if above or below it."""
    tokens = sentence.tokens
    if _is_negated(sentence, index):
        yield Factuality.NEGATED
    yield from _conditional(sentence, index)
    for at in sentence.children[index]:
        token = tokens[at]
        if token.dep in {"amod", "advmod", "det", "compound"}:
            found = cues.MODIFIERS.get(token.lemma.lower())
            if found is not None:
                yield found
    if tokens[index].pos in clause.VERBAL:
        yield from _modal(sentence, index)
    elif any(
        tokens[verb].dep in {"acl", "relcl"} and is_fixed(sentence, index, verb) for verb in putting(sentence, index)
    ):
        yield Factuality.PLANNED  # "the launch set for June"


def _is_negated(sentence: AnnotatedSentence, index: int) -> bool:
    tokens = sentence.tokens
    for at in sentence.children[index]:
        token = tokens[at]
        if token.dep == "neg" or (token.dep in {"advmod", "preconj"} and token.lemma in cues.NEGATIONS):
            return not _is_focus(sentence, at)
        if token.dep == "det" and token.text.lower() in {"no", "neither"}:
            return True
        if token.dep in {"nsubj", "nsubjpass", "dobj"} and _is_none(sentence, at):
            return True
    head = tokens[tokens[index].head]
    if tokens[index].dep == "xcomp":  # "has yet to sign"
        return any(tokens[at].lemma == "yet" for at in clause.children(sentence, tokens[index].head, "advmod"))
    return tokens[index].dep in {"pcomp", "pobj"} and head.lemma == "without"


def _is_none(sentence: AnnotatedSentence, index: int) -> bool:
    """ "Nobody came", "no talks took place"."""
    tokens = sentence.tokens
    if tokens[index].text.lower() in cues.NOBODY:
        return True
    return any(
        tokens[at].dep == "det" and tokens[at].text.lower() in {"no", "neither"} for at in sentence.children[index]
    )


def _is_focus(sentence: AnnotatedSentence, index: int) -> bool:
    """ "Not only did it …" affirms."""
    following = sentence.tokens[index + 1].text.lower() if index + 1 < len(sentence.tokens) else ""
    return following in {"only", "just", "least", "merely", "until", "later", "earlier", "sooner", "fewer", "less"}


def _modal(sentence: AnnotatedSentence, verb: int) -> Iterator[Factuality]:
    tokens = sentence.tokens
    auxiliaries = clause.auxiliaries(sentence, verb)
    for text in auxiliaries:
        found = Factuality.PLANNED if text == "would" and _is_told(sentence, verb) else cues.MODALS.get(text)
        if found is not None and not (found is Factuality.PLANNED and "have" in auxiliaries):
            yield found
    if tokens[verb].lemma in cues.AWAITED and clause.is_passive(sentence, verb):
        yield Factuality.PLANNED  # "is expected by June"
    if tokens[verb].tag == "VB" and "to" in auxiliaries and tokens[verb].dep == "advcl":
        yield Factuality.POSSIBLE  # a purpose: "came to discuss"
    if _is_given_time(sentence, verb):
        yield Factuality.POSSIBLE


def _is_told(sentence: AnnotatedSentence, verb: int) -> bool:
    """ "Said it would appeal": the "will" of whoever said so, told later. "Would be wrong" weighs what may be."""
    tokens = sentence.tokens
    if tokens[verb].lemma == "be":
        return False
    first = verb
    while tokens[first].dep == "conj" and tokens[tokens[first].head].pos in clause.VERBAL:
        first = tokens[first].head
    said = tokens[tokens[first].head]
    return tokens[first].dep == "ccomp" and said.lemma in cues.SAYING and said.tag in {"VBD", "VBN"}


def _conditional(sentence: AnnotatedSentence, index: int) -> Iterator[Factuality]:
    """An if-clause or its consequence."""
    tokens = sentence.tokens
    if any(tokens[at].dep == "mark" and tokens[at].text.lower() in cues.IFS for at in sentence.children[index]):
        yield Factuality.CONDITIONAL
    if any(tokens[at].dep == "mark" and tokens[at].text.lower() == "whether" for at in sentence.children[index]):
        yield Factuality.POSSIBLE
    for at in sentence.children[index]:
        if tokens[at].dep == "advcl" and _is_if_clause(sentence, at) and _is_open(sentence, index):
            yield Factuality.CONDITIONAL


def _is_if_clause(sentence: AnnotatedSentence, verb: int) -> bool:
    tokens = sentence.tokens
    return any(
        tokens[at].dep in {"mark", "advmod"} and tokens[at].text.lower() in cues.IFS for at in sentence.children[verb]
    )


def _is_open(sentence: AnnotatedSentence, verb: int) -> bool:
    """Whether a main clause depends on its if: modal, present or future, not plain past."""
    auxiliaries = clause.auxiliaries(sentence, verb)
    return any(text in cues.MODALS for text in auxiliaries) or sentence.tokens[verb].tag in {"VB", "VBP", "VBZ"}


def _edge(sentence: AnnotatedSentence, below: int) -> _Edge:
    token = sentence.tokens[below]
    if clause.is_inverted(sentence, below):
        return _Edge.CLAUSE
    match token.dep:
        case "conj":
            return _Edge.JOINED
        case "relcl" | "advcl" | "parataxis" | "appos":
            return _Edge.CLAUSE
        case "acl":
            return _Edge.COMPLEMENT if token.tag in {"VB", "TO"} else _Edge.CLAUSE
        case "ccomp" | "xcomp" | "pcomp" | "csubj" | "csubjpass":
            return _Edge.COMPLEMENT
        case _:
            return _Edge.ARGUMENT


def _is_setting(sentence: AnnotatedSentence, index: int) -> bool:
    """A phrase that says where or when, which the verb's certainty doesn't touch: "at the summit he warned of"."""
    token = sentence.tokens[index]
    return token.dep == "prep" and token.lemma.lower() in cues.SETTINGS


def _governed(sentence: AnnotatedSentence, below: int, above: int) -> Iterator[Factuality]:
    """What a governing word says of what hangs on it."""
    tokens = sentence.tokens
    token = tokens[below]
    lemma = clause.with_particle(sentence, above)
    if token.dep in clause.SUBJECTS and token.dep != "nsubjpass" and tokens[above].pos == "VERB":
        found = cues.OF_SUBJECT.get(lemma)
    elif token.dep == "xcomp" or (token.dep in {"ccomp", "acl"} and "to" in clause.auxiliaries(sentence, below)):
        found = cues.OF_INFINITIVE.get(lemma) or cues.OF_COMPLEMENT.get(lemma)
    elif token.dep in {"ccomp", "pcomp"}:
        found = cues.OF_COMPLEMENT.get(lemma)
    elif is_fixed(sentence, below):
        found = Factuality.PLANNED
    elif moves(sentence, above) and below in put(sentence, above):
        found = None  # "pushed the launch back"; the date tells where it goes
    else:
        found = cues.OF_NOUN.get(lemma)
    if found is Factuality.NEGATED and _is_negated(sentence, above):
        found = Factuality.POSSIBLE  # "has not ruled out a strike"
    if found is not None:
        yield found


def _is_there(sentence: AnnotatedSentence, below: int) -> bool:
    """What is discussed or challenged is there before, if it is known: "will discuss the crisis"."""
    if not is_regarded(sentence, below):
        return False
    below_it = (sentence.tokens[at] for at in sentence.children[below])
    return any(each.dep == "poss" or (each.dep == "det" and each.lemma.lower() in _KNOWN) for each in below_it)


def _is_report(sentence: AnnotatedSentence, index: int) -> bool:
    """Beyond a verb of saying its own modality is not its complement's, unless it is negated or asked."""
    return sentence.tokens[index].lemma in cues.SAYING


def _passes_down(sentence: AnnotatedSentence, index: int) -> bool:
    """Whether a governor's own modality reaches its complement: "may begin to", "did not manage to"."""
    return sentence.tokens[index].pos in clause.VERBAL or sentence.tokens[index].pos in {"ADJ", "NOUN"}
