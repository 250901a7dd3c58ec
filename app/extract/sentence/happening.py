"""Nouns that name a happening, by our list of news events, else by WordNet, and what says no more than that it did."""

from collections.abc import Iterator

from app.extract.sentence import clause, lexicon
from app.text.annotation import AnnotatedSentence, Token

# Tenths of a noun's uses that must name happenings where it is not in our own list.
_LIKELY = 6


def is_event_noun(sentence: AnnotatedSentence, index: int) -> bool:
    """Whether a noun names a happening here, never inside a name."""
    token = sentence.tokens[index]
    if token.dep in {"compound", "nmod", "amod", "npadvmod"} or not token.lemma.isalpha():
        return False
    return names_happening(token)


def names_happening(token: Token) -> bool:
    """Whether a noun, wherever it stands, is one of our news events or mostly names happenings in WordNet."""
    lemma = token.lemma.lower()
    if lemma in lexicon.NEWS_EVENTS:
        return True
    known = lexicon.noun(lemma)
    return known is not None and known.tenths >= _LIKELY and lemma not in lexicon.NEVER_EVENTS and token.pos == "NOUN"


def supports(sentence: AnnotatedSentence, noun: int) -> Iterator[int]:
    """The participles that say of a noun only that it happened: "talks held in Oslo", "losses suffered in May"."""
    for at in clause.children(sentence, noun, "acl", "relcl"):
        is_alone = clause.own_subject(sentence, at) is None
        if is_alone and sentence.tokens[at].tag == "VBN" and sentence.tokens[at].lemma in lexicon.SUPPORTING:
            yield at


def is_regarded(sentence: AnnotatedSentence, noun: int) -> bool:
    """Whether it is there before its verb, or to come: "upheld the ruling", "will discuss the crisis"."""
    token = sentence.tokens[noun]
    return token.dep in {"dobj", "nsubjpass"} and sentence.tokens[token.head].lemma in lexicon.REGARDING
