"""What an event is about beside who does it: the words of the phrases that hang on its trigger, by the parse alone."""

from collections.abc import Iterator

from app.extract.sentence import clause
from app.extract.sentence.triggers import Candidate
from app.extract.story.wording import words
from app.text.annotation import AnnotatedSentence, Token

# What tells another event, or nothing of this one.
_APART = frozenset(
    {"advcl", "relcl", "acl", "conj", "cc", "punct", "mark", "aux", "auxpass", "neg", "advmod", "parataxis"}
)
_FINITE = frozenset({"ccomp"})


def about(sentence: AnnotatedSentence, candidate: Candidate) -> frozenset[str]:
    """The words of its objects and complements, and of a passive's subject: "the harbour" in "closed the harbour"."""
    tops = [*_below(sentence, candidate.index)]
    if candidate.is_carried:
        tops += [at for at in _below(sentence, candidate.carrier) if at != candidate.index]
    found = (sentence.tokens[at].text for top in tops for at in _phrase(sentence, top))
    return words(" ".join(found)) - words(sentence.tokens[candidate.index].text)


_TAKING_PLACE = frozenset({"take", "occur", "happen"})
_THIS = frozenset({"this", "these"})
_THE = frozenset({"the", "that", "those"})
_A = frozenset({"a", "an", "another"})
_OTHER = frozenset(
    {"another", "other", "first", "second", "third", "fourth", "previous", "next", "last", "such", "new"}
)


def is_known(sentence: AnnotatedSentence, candidate: Candidate) -> bool:
    """Whether a noun speaks of one happening that is taken as known: "the vote", "this week's vote"."""
    return candidate.is_noun and _is_taken_as_known(sentence, candidate.index)


def takes_place(sentence: AnnotatedSentence, candidate: Candidate) -> bool:
    """Whether a clause says of a known happening only that it was: "the vote took place", "the vote was held"."""
    token = sentence.tokens[candidate.index]
    if candidate.is_noun:
        return candidate.is_carried and token.dep == "nsubjpass" and is_known(sentence, candidate)
    subject = clause.child(sentence, candidate.index, "nsubj")
    return token.lemma in _TAKING_PLACE and subject is not None and _is_taken_as_known(sentence, subject)


def _is_taken_as_known(sentence: AnnotatedSentence, noun: int) -> bool:
    below = _describing(sentence, noun)
    if any(token.lemma.lower() in _THIS for token in below):
        return True
    if any(token.lemma.lower() in _OTHER for token in below):
        return False
    return any(token.dep == "poss" or (token.dep == "det" and token.lemma.lower() in _THE) for token in below)


def is_new(sentence: AnnotatedSentence, candidate: Candidate) -> bool:
    """Whether a noun brings in a happening, or tells it from another: "a vote", "the second vote"."""
    if is_known(sentence, candidate):
        return False
    below = _describing(sentence, candidate.index) if candidate.is_noun else []
    return any(token.lemma.lower() in _A | _OTHER for token in below)


def _describing(sentence: AnnotatedSentence, noun: int) -> list[Token]:
    return [sentence.tokens[at] for at in sentence.children[noun]]


def _below(sentence: AnnotatedSentence, index: int) -> Iterator[int]:
    passive = clause.is_passive(sentence, index)
    for at in sentence.children[index]:
        dep = sentence.tokens[at].dep
        if (
            dep in _APART
            or dep in _FINITE
            or dep == "agent"
            or (dep in clause.SUBJECTS and not (passive or dep == "nsubjpass"))
        ):
            continue
        yield at


def _phrase(sentence: AnnotatedSentence, top: int) -> Iterator[int]:
    """A token and what is below it, without clauses and what is joined to it."""
    stack = [top]
    while stack:
        at = stack.pop()
        yield at
        stack += [
            below
            for below in sentence.children[at]
            if sentence.tokens[below].dep not in _APART or sentence.tokens[below].dep in {"conj", "advmod"}
        ]
