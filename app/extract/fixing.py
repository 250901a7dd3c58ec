"""Verbs that put a happening on a day, or move it to another: "called a strike for Tuesday", "postponed to May"."""

from app.extract import clause, lexicon
from app.extract.happening import is_event_noun
from app.text.annotation import AnnotatedSentence

# Where what is moved goes, and where it comes from.
_WAYS = frozenset({"to", "until", "till", "from"})


def puts(sentence: AnnotatedSentence, verb: int, date: int) -> bool:
    """Whether the date that hangs on token `date` below a verb is that of what the verb is done to."""
    tokens = sentence.tokens
    preposition = tokens[tokens[date].head].lemma.lower()
    lemma = tokens[verb].lemma
    return (
        (lemma in lexicon.MOVING and preposition in _WAYS)
        or (lemma in lexicon.FIXING | lexicon.PLANNING and preposition == "for")
        or (lemma in lexicon.PLANNING and bool(put(sentence, verb)))
    )


def put(sentence: AnnotatedSentence, verb: int) -> tuple[int, ...]:
    """The happenings that a verb is done to."""
    things = clause.children(sentence, verb, "dobj", "nsubjpass")
    return tuple(thing for thing in things if is_event_noun(sentence, thing))


def is_fixed(sentence: AnnotatedSentence, noun: int) -> bool:
    """Whether a noun's verb fixes that it will happen: "called a strike", "set the trial for June"."""
    tokens = sentence.tokens
    verb = tokens[noun].head
    if tokens[noun].dep not in {"dobj", "nsubjpass"} or clause.child(sentence, verb, "oprd", "prt") is not None:
        return False
    if tokens[verb].lemma == "call" or tokens[verb].lemma in lexicon.PLANNING:
        return True
    is_for_a_day = any(clause.has_preposition(sentence, above, "for") for above in (noun, verb))
    return tokens[verb].lemma in lexicon.FIXING and is_for_a_day


def is_put(sentence: AnnotatedSentence, noun: int) -> bool:
    """Whether a noun is a happening that is put on a day or moved: an event, even where its verb seems to be all."""
    verb = sentence.tokens[noun].head
    return noun in put(sentence, verb) and (sentence.tokens[verb].lemma in lexicon.MOVING or is_fixed(sentence, noun))
