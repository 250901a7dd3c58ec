"""Dates told aside: what a thing is about, is compared with or is named by, not when it happened."""

import re

from app.domain.expression import Dating
from app.extract.sentence import clause, lexicon
from app.text.annotation import AnnotatedSentence

# What stands "for June" is set for it, or is about it: only these are dated by it.
_SET = frozenset({"schedule", "set", "plan", "slate", "due", "book", "fix", "call", "bill", "time", "reschedule"})
_ABOUT = frozenset({"report", "statement", "publication", "investigation", "agreement", "deal"})
# "Rose from 4 million a year earlier": what something is compared with, and amounts.
_COMPARING = frozenset({"from", "versus", "against"})
_RANKED = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "only"})
_YEAR = re.compile(r"[12]\d{3}")
_GONE = ("earlier", "ago", "before")
_MEASURES = frozenset(
    {"percent", "%", "pct", "cent", "dollar", "euro", "pound", "yen", "point", "barrel", "ton", "tonne"}
)


def is_aside(sentence: AnnotatedSentence, dating: Dating, date: int, target: int) -> bool:
    """Whether a dating whose phrase hangs on token `date` dates nothing by the `target` it stands below."""
    return (
        _is_about(sentence, date, target)
        or _is_compared(sentence, dating, date, target)
        or _is_in_name(sentence, date, target)
        or _is_another(sentence, date)
        or _is_record(sentence, date)
    )


def _is_another(sentence: AnnotatedSentence, date: int) -> bool:
    """A date that stands for its happening: "stronger than Sunday's"."""
    return sentence.tokens[date].dep != "poss" and clause.child(sentence, date, "case") is not None


def _is_record(sentence: AnnotatedSentence, date: int) -> bool:
    """ "The highest reading since 2011", "their third launch of the year": since or in when it is counted."""
    tokens = sentence.tokens
    link = tokens[tokens[date].head]
    word = link.lemma.lower()
    if tokens[date].dep != "pobj" or word not in {"since", "of"} or tokens[link.head].pos in clause.VERBAL:
        return False
    ranks = sentence.children[link.head] + ((link.head,) if word == "since" else ())
    return any(tokens[at].tag in {"JJS", "RBS"} or tokens[at].lemma.lower() in _RANKED for at in ranks)


def _is_in_name(sentence: AnnotatedSentence, date: int, target: int) -> bool:
    """The year in a name: "World Fair 2010"."""
    token = sentence.tokens[date]
    is_part = token.dep in {"nummod", "compound", "nmod"} and token.head == target
    return is_part and sentence.tokens[target].pos == "PROPN"


def _is_about(sentence: AnnotatedSentence, date: int, target: int) -> bool:
    """ "The report for June", "a forecast for 2024": the date is what it is about, not when."""
    token = sentence.tokens[date]
    preposition = sentence.tokens[token.head]
    lemma = sentence.tokens[target].lemma.lower()
    by_for = token.dep == "pobj" and preposition.lemma.lower() == "for"
    return by_for and lemma not in _SET and (lemma in _ABOUT or lemma not in lexicon.NEWS_EVENTS)


def _is_compared(sentence: AnnotatedSentence, dating: Dating, date: int, target: int) -> bool:
    """ "For the first time since 1998", "rose from 4 million a year earlier": when it was otherwise, not when."""
    tokens = sentence.tokens
    if tokens[target].lemma == "time" and tokens[tokens[date].head].lemma.lower() == "since":
        return True
    if dating.bound is not None:  # "no later than June"
        return False
    is_gone = dating.expression.text.lower().endswith(_GONE)
    for above in clause.ancestors(sentence, date):
        if tokens[above].pos in clause.VERBAL:
            return False
        word = tokens[above].lemma.lower()
        if word == "than" or (word in _COMPARING and (is_gone or _has_measure(sentence, above))):
            return True
    return False


def _has_measure(sentence: AnnotatedSentence, preposition: int) -> bool:
    """Whether a preposition's object is an amount: "from 4 million", "than 3 percent"; not the year in "from 1968"."""
    tokens = sentence.tokens
    return any(
        (tokens[at].pos == "NUM" and not _YEAR.fullmatch(tokens[at].text))
        or tokens[at].lemma.lower() in _MEASURES
        or any(tokens[below].tag == "$" for below in sentence.children[at])
        for at in clause.children(sentence, preposition, "pobj")
    )
