"""The arguments of an event: which phrases of a sentence act, undergo or take part, by the parse alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.actor import Role
from app.extract.sentence import clause, lexicon
from app.extract.sentence.doers import doer, owners
from app.extract.sentence.happening import is_event_noun, supports
from app.extract.sentence.triggers import Candidate, candidate_at
from app.text.annotation import AnnotatedSentence

_FRAMING = frozenset({"in", "at", "during"})
_STATES = frozenset({"on", "in", "under", "at"})
_PARTNERS = frozenset({"with", "between", "among", "to", "against", "from", "for", "on", "into", "over", "of"})
_TO_ANOTHER = frozenset({"with", "for", "to"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET"})


@dataclass(frozen=True, slots=True)
class Argument:
    """A role and the token its phrase hangs on, and the preposition that ties it, if any.

    `is_inferred`: not by the event's own phrase but through the verb it is an argument of ("the talks she attended").
    """

    role: Role
    head: int
    preposition: str | None = None
    is_inferred: bool = False


def arguments(sentence: AnnotatedSentence, candidate: Candidate) -> tuple[Argument, ...]:
    """The arguments of the event a candidate tells of, strongest first, each phrase once."""
    found: dict[int, Argument] = {}
    nouns = _of_noun(sentence, candidate) if candidate.is_noun else _of_verb(sentence, candidate.index)
    for argument in (*nouns, *_of_happening(sentence, candidate)):
        if argument.head != candidate.index:
            found.setdefault(argument.head, argument)
    return tuple(found.values())


def _of_verb(sentence: AnnotatedSentence, verb: int) -> Iterator[Argument]:
    tokens = sentence.tokens
    passive = clause.is_passive(sentence, verb)
    subject = clause.subject(sentence, verb)
    if subject is not None:
        is_inferred = tokens[subject].dep in clause.OBJECTS  # "asked her to leave": her leaving is of the asking
        yield Argument(Role.PATIENT if passive else Role.AGENT, subject, is_inferred=is_inferred)
    for at in sentence.children[verb]:
        token = tokens[at]
        match token.dep:
            case "dobj" | "obj" | "attr" | "oprd" if token.pos in _NOMINAL:
                yield Argument(Role.PATIENT, at)
            case "dative" if token.pos in _NOMINAL:
                yield Argument(Role.PARTICIPANT, at)
            case "nsubj" | "nsubjpass":
                yield Argument(Role.PATIENT if passive else Role.AGENT, at)
            case "compound" | "nmod" if token.pos == "PROPN":  # headlines: "Norway attacks"
                yield Argument(Role.AGENT, at)
            case "npadvmod" if token.pos == "PROPN":
                yield Argument(Role.PATIENT, at)
            case "agent":
                yield from (Argument(Role.AGENT, below) for below in clause.children(sentence, at, "pobj"))
            case "prep" | "dative":
                yield from _oblique(sentence, at, passive=passive)
    yield from _judged(sentence, verb)
    yield from _shared_object(sentence, verb)


def _judged(sentence: AnnotatedSentence, verb: int) -> Iterator[Argument]:
    """Whom the verb makes or calls something: "found him guilty", where the parse sees a clause."""
    for at in clause.children(sentence, verb, "ccomp"):
        if sentence.tokens[at].pos == "ADJ":
            yield from (Argument(Role.PATIENT, below) for below in clause.children(sentence, at, "nsubj"))


def _of_happening(sentence: AnnotatedSentence, candidate: Candidate) -> Iterator[Argument]:
    """Those in the talks take part when "talks with Denmark began", or when an interview with them is published."""
    is_aspectual = clause.is_aspectual(sentence, candidate.index)
    if candidate.is_noun or not (is_aspectual or sentence.tokens[candidate.index].lemma in lexicon.HANDLING):
        return
    subject = clause.subject(sentence, candidate.index)
    objects = clause.children(sentence, candidate.index, "dobj")
    for at in objects if subject is None else (subject, *objects):
        if not is_event_noun(sentence, at):
            continue
        if is_aspectual:
            yield from _inside_noun(sentence, at)
        else:
            found = _of_noun(sentence, candidate_at(sentence, at))
            yield from (Argument(Role.PARTICIPANT, each.head, each.preposition, is_inferred=True) for each in found)


def _oblique(sentence: AnnotatedSentence, preposition: int, *, passive: bool) -> Iterator[Argument]:
    word = sentence.tokens[preposition].lemma.lower()
    for at in clause.children(sentence, preposition, "pobj"):
        if word == "by" and passive:
            yield Argument(Role.AGENT, at, word)
        elif word in _PARTNERS:
            yield Argument(Role.PARTICIPANT, at, word)


def _shared_object(sentence: AnnotatedSentence, verb: int) -> Iterator[Argument]:
    """The antecedent a relative clause's verb takes as object: "the songs that they sold", "songs they sold"."""
    tokens = sentence.tokens
    if tokens[verb].dep != "relcl" or clause.is_passive(sentence, verb):
        return
    own = clause.own_subject(sentence, verb)
    if own is not None and any(tokens[at].tag == "WP$" for at in clause.subtree(sentence, own)):
        return  # "a man whose father died"
    relative = clause.child(sentence, verb, "dobj")
    takes_gap = relative is None or tokens[relative].tag in {"WDT", "WP"}
    if own is not None and tokens[own].tag not in {"WDT", "WP"} and takes_gap:
        yield Argument(Role.PATIENT, tokens[verb].head)


def _of_noun(sentence: AnnotatedSentence, candidate: Candidate) -> Iterator[Argument]:
    """Inside the noun's own phrase ("the Danish raid on the port"), then through the verb that carries it."""
    tokens = sentence.tokens
    noun, verb = candidate.index, candidate.carrier
    inside = tuple(_inside_noun(sentence, noun))
    yield from inside
    for participle in supports(sentence, noun):
        yield from _of_verb(sentence, participle)
    yield from _in_state(sentence, noun)
    if not any(argument.role is Role.AGENT for argument in inside):
        yield from _through_clause(sentence, noun)
    if candidate.is_carried:
        yield from _of_verb(sentence, verb)
        return
    if _is_framing(sentence, noun, verb) or tokens[noun].head == verb:
        for argument in _of_verb(sentence, verb):
            if tokens[noun].dep in clause.SUBJECTS | clause.OBJECTS and argument.preposition:
                continue
            role = Role.AGENT if argument.role is Role.AGENT and _is_framing(sentence, noun, verb) else Role.PARTICIPANT
            yield Argument(role, argument.head, argument.preposition, is_inferred=True)


def _in_state(sentence: AnnotatedSentence, noun: int) -> Iterator[Argument]:
    """Who is in what the noun tells: "he is on leave", "they were in talks"; headlines leave the verb out."""
    tokens = sentence.tokens
    preposition = tokens[noun].head
    if tokens[noun].dep != "pobj" or tokens[preposition].lemma.lower() not in _STATES:
        return
    role = Role.PATIENT if tokens[preposition].lemma.lower() == "under" else Role.AGENT
    above = tokens[preposition].head
    if tokens[above].lemma == "be":
        yield from (Argument(role, at) for at in clause.children(sentence, above, "nsubj"))
    elif tokens[above].head == above and tokens[above].pos == "PROPN":
        yield Argument(role, above)


def _through_clause(sentence: AnnotatedSentence, noun: int) -> Iterator[Argument]:
    """Who does it by the clause it stands to, and whom that does it to: "threatened Norway with a raid"."""
    tokens = sentence.tokens
    found = doer(sentence, noun)
    if found is None:
        return
    yield Argument(Role.AGENT, found, is_inferred=True)
    preposition = tokens[noun].head
    if tokens[noun].dep == "pobj" and tokens[preposition].lemma.lower() in _TO_ANOTHER:
        others = clause.children(sentence, tokens[preposition].head, "dobj")
        yield from (Argument(Role.PARTICIPANT, at, is_inferred=True) for at in others)


def _inside_noun(sentence: AnnotatedSentence, noun: int) -> Iterator[Argument]:
    yield from (Argument(Role.AGENT, at) for at in owners(sentence, noun))
    for at in clause.children(sentence, noun, "prep"):
        yield from _nominal_oblique(sentence, at)


def _nominal_oblique(sentence: AnnotatedSentence, preposition: int) -> Iterator[Argument]:
    word = sentence.tokens[preposition].lemma.lower()
    roles = {"by": Role.AGENT, "of": Role.PATIENT, "on": Role.PATIENT, "against": Role.PATIENT}
    for at in clause.children(sentence, preposition, "pobj"):
        yield Argument(roles.get(word, Role.PARTICIPANT), at, word)


def _is_framing(sentence: AnnotatedSentence, noun: int, verb: int) -> bool:
    """ "In a speech he said": the noun holds what the verb tells."""
    tokens = sentence.tokens
    preposition = tokens[tokens[noun].head]
    return tokens[noun].dep == "pobj" and preposition.head == verb and preposition.lemma.lower() in _FRAMING
