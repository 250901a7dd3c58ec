"""Verbs that put a happening on a day, or move it to another: "called a strike for Tuesday", "postponed to May"."""

from dataclasses import replace

from app.domain.expression import Dating
from app.domain.interval import Bound, Extent
from app.extract.sentence import clause, cues, lexicon
from app.extract.sentence.happening import is_event_noun
from app.text.annotation import AnnotatedSentence

# Where what is moved goes, and where it comes from.
_GOING_TO = frozenset({"to", "until", "till"})
_WAYS = _GOING_TO | {"from"}
# What may stand between those and the day.
_BEFORE_DAY = frozenset({"the", "a", "an", "late", "early", "mid", "at", "least"})
# "The start of the trial" is moved with the trial; that of anything else is a happening itself.
_STAGES = frozenset({"start", "beginning", "opening", "end", "completion", "resumption"})
_SOMETIMES = 3  # tenths of a noun's uses that name happenings, where it is moved to a day
# "Declared Tuesday a day of mourning".
_DECLARING = frozenset({"declare", "proclaim", "designate", "name", "make"})
_SET_FOR = lexicon.FIXING | lexicon.PLANNING | {"reschedule"}


def moves(sentence: AnnotatedSentence, verb: int) -> bool:
    """Whether a verb gives what it is done to another day: "postpone", "bring forward"."""
    if sentence.tokens[verb].lemma in lexicon.MOVING:
        return True
    beside = {sentence.tokens[at].lemma.lower() for at in sentence.children[verb]}
    return sentence.tokens[verb].lemma in lexicon.MOVING_FORWARD and "forward" in beside


def gives_up(sentence: AnnotatedSentence, verb: int) -> bool:
    """Whether a verb ends a plan: "cancel", "call off"."""
    return clause.with_particle(sentence, verb) in cues.GIVING_UP


def puts(sentence: AnnotatedSentence, verb: int, date: int) -> bool:
    """Whether the date that hangs on token `date` below a verb is that of what the verb is done to."""
    tokens = sentence.tokens
    preposition = tokens[tokens[date].head].lemma.lower()
    lemma = tokens[verb].lemma
    return (
        (moves(sentence, verb) and preposition in _WAYS)
        or (lemma in _SET_FOR and preposition == "for")
        or (lemma in lexicon.PLANNING and bool(put(sentence, verb)))
    )


def as_told(sentence: AnnotatedSentence, target: int, dating: Dating) -> Dating:
    """What is put off until a day is to happen from then on; what somebody has until then to do, by that day."""
    if dating.bound is not Bound.UNTIL:
        return dating
    if mover(sentence, target) is not None:
        return replace(dating, bound=Bound.NOT_BEFORE, extent=Extent.WITHIN)
    if given_time(sentence, sentence.tokens[target].head) == target:
        return replace(dating, bound=Bound.NOT_AFTER, extent=Extent.WITHIN)
    return dating


_GRANTING = frozenset({"have", "give", "grant", "get"})


def given_time(sentence: AnnotatedSentence, verb: int) -> int | None:
    """What somebody has time to do: "have until Friday to file"."""
    if sentence.tokens[verb].lemma not in _GRANTING:
        return None
    below = clause.children(sentence, verb, "advcl", "xcomp", "acl")
    return next((at for at in below if sentence.tokens[at].tag == "VB"), None)


def put(sentence: AnnotatedSentence, verb: int) -> tuple[int, ...]:
    """The happenings that a verb is done to: "set the launch for May", "the launch set for May"."""
    things = list(clause.children(sentence, verb, "dobj", "nsubjpass"))
    if clause.is_passive(sentence, verb) and sentence.tokens[verb].dep in {"acl", "relcl"}:
        things += [thing for thing in (clause.subject(sentence, verb),) if thing is not None]
    return tuple(thing for thing in dict.fromkeys(things) if is_event_noun(sentence, thing))


def moved_thing(sentence: AnnotatedSentence, verb: int) -> int | None:
    """What a verb gives another day: of "the start of the trial" the trial, of "the start of production" the start."""
    things = clause.children(sentence, verb, "dobj", "nsubjpass") if moves(sentence, verb) else ()
    for thing in things:
        known = lexicon.noun(sentence.tokens[thing].lemma)
        if sentence.tokens[thing].lemma.lower() in _STAGES:
            below = (
                at for of in clause.children(sentence, thing, "prep") for at in clause.children(sentence, of, "pobj")
            )
            return next((at for at in below if is_event_noun(sentence, at)), thing)
        if is_event_noun(sentence, thing) or (known is not None and known.tenths >= _SOMETIMES):
            return thing
    return None


def putting(sentence: AnnotatedSentence, noun: int) -> tuple[int, ...]:
    """The verbs that put a noun on a day or move it: the one above it, or those that describe it."""
    verbs = (sentence.tokens[noun].head, *clause.children(sentence, noun, "acl", "relcl"))
    return tuple(verb for verb in verbs if verb != noun and noun in put(sentence, verb))


def mover(sentence: AnnotatedSentence, noun: int) -> int | None:
    """The verb that gives a happening another day."""
    return next((verb for verb in putting(sentence, noun) if moves(sentence, verb)), None)


def goes_to(sentence: AnnotatedSentence, verb: int, dating: Dating) -> bool:
    """Whether the words before a date say that it is where the verb moves a happening."""
    tokens = sentence.tokens
    before = [at for at, token in enumerate(tokens) if token.end <= dating.expression.start]
    while before and tokens[before[-1]].lemma.lower() in _BEFORE_DAY:
        before.pop()
    if not before:
        return False
    way = tokens[before[-1]]
    return way.lemma.lower() in _GOING_TO or (way.lemma.lower() == "for" and way.head == verb)


def is_fixed(sentence: AnnotatedSentence, noun: int, verb: int | None = None) -> bool:
    """Whether a verb, else the one above the noun, fixes that it will happen: "called a strike", "set for June"."""
    tokens = sentence.tokens
    if verb is None:
        verb = tokens[noun].head
        if tokens[noun].dep not in {"dobj", "nsubjpass"}:
            return False
    if clause.child(sentence, verb, "oprd", "prt") is not None:
        return False
    if tokens[verb].lemma == "call" or tokens[verb].lemma in lexicon.PLANNING:
        return True
    is_for_a_day = any(clause.has_preposition(sentence, above, "for") for above in (noun, verb))
    return tokens[verb].lemma in lexicon.FIXING and is_for_a_day


def is_put(sentence: AnnotatedSentence, noun: int) -> bool:
    """Whether a noun is a happening that is set, moved or given up: an event, even where its verb seems to be all."""
    return any(
        moves(sentence, verb) or gives_up(sentence, verb) or is_fixed(sentence, noun, verb)
        for verb in putting(sentence, noun)
    )


def is_when(sentence: AnnotatedSentence, verb: int) -> int | None:
    """The happening of which a sentence says no more than when it is: "the vote is on Friday", "results are due"."""
    tokens = sentence.tokens
    verb = tokens[verb].head if tokens[verb].dep == "acomp" else verb
    subject = clause.own_subject(sentence, verb)
    if tokens[verb].lemma != "be" or subject is None or clause.child(sentence, verb, "attr") is not None:
        return None
    said = clause.child(sentence, verb, "acomp")
    if said is not None and (tokens[said].lemma != "due" or clause.child(sentence, said, "xcomp") is not None):
        return None
    is_due = said is not None and lexicon.noun(tokens[subject].lemma) is not None
    return subject if tokens[subject].pos == "NOUN" and (is_due or is_event_noun(sentence, subject)) else None


def is_named_day(sentence: AnnotatedSentence, date: int, verb: int) -> bool:
    """Whether a day is what the verb is done to, and is made something: "declared Tuesday a day of mourning"."""
    tokens = sentence.tokens
    following = tokens[date + 1].lemma.lower() if date + 1 < len(tokens) else ""
    return tokens[verb].lemma in _DECLARING and tokens[date - 1].pos != "ADP" and following in {"a", "as"}
