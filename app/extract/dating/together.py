"""What happens together with a verb, and so on its date: what frames it, what it brings about, what is joined to it."""

from collections.abc import Iterator

from app.extract.sentence import clause, cues, lexicon
from app.extract.sentence.happening import names_happening
from app.text.annotation import AnnotatedSentence

# Prepositions by which an event noun stands for the time of its verb: "in a speech on Monday he said".
FRAMING = frozenset({"in", "at", "during", "amid"})
# What these tell of has a time of its own; to declare an emergency is to bring it about.
_OF_OTHERS = (
    lexicon.REPORTING | lexicon.FIXING | lexicon.PLANNING | lexicon.REGARDING | lexicon.MOVING | set(cues.OF_NOUN)
) - {"declare"}


def frames(sentence: AnnotatedSentence, verb: int) -> Iterator[int]:
    """What stands under "in", "at", "during" of a verb, and the verb that held or told it: their date is the verb's."""
    for preposition in clause.children(sentence, verb, "prep"):
        if sentence.tokens[preposition].lemma.lower() in FRAMING:
            for noun in clause.children(sentence, preposition, "pobj"):
                yield noun
                yield from _held(sentence, noun)


def _held(sentence: AnnotatedSentence, noun: int) -> Iterator[int]:
    """The verb by which a happening or a writing came about: "in a letter read on Monday he said"."""
    token = sentence.tokens[noun]
    if not (names_happening(token) or token.lemma.lower() in lexicon.WRITINGS):
        return
    for verb in clause.children(sentence, noun, "acl", "relcl"):
        held = sentence.tokens[verb]
        if held.lemma in lexicon.HOLDING and held.tag in {"VBN", "VBD"} and clause.subject(sentence, verb) == noun:
            yield verb


def done_in(sentence: AnnotatedSentence, verb: int) -> Iterator[int]:
    """What happens with a verb: what is begun, won or brought in ("declared an emergency on Monday", not "the")."""
    tokens = sentence.tokens
    if tokens[verb].lemma in lexicon.ASPECTUAL:
        yield from clause.children(sentence, verb, "xcomp")
    for at in clause.children(sentence, verb, "dobj"):
        shares = tokens[verb].lemma in lexicon.ASPECTUAL | lexicon.CONTESTING or _is_brought_in(sentence, verb, at)
        if shares and names_happening(tokens[at]):
            yield at


def _is_brought_in(sentence: AnnotatedSentence, verb: int, noun: int) -> bool:
    article = clause.child(sentence, noun, "det")
    return (
        article is not None and sentence.tokens[article].lemma == "a" and sentence.tokens[verb].lemma not in _OF_OTHERS
    )


def meanwhile(sentence: AnnotatedSentence, verb: int) -> Iterator[int]:
    """Verbs joined by "as", "when" or "while", which happen with this one; not "as they did in May".

    The other way about only of what follows the date: "shook the town in March, when four people died".
    """
    for at in clause.children(sentence, verb, "advcl"):
        if sentence.tokens[at].lemma != "do" and _marks(sentence, at) & {"as", "when", "while"}:
            yield at
    head = sentence.tokens[verb].head
    if sentence.tokens[verb].dep == "advcl" and head < verb and "when" in _marks(sentence, verb):
        yield head


def _marks(sentence: AnnotatedSentence, verb: int) -> frozenset[str]:
    """The words that join a clause to the one above, lower case."""
    return frozenset(sentence.tokens[at].lemma.lower() for at in clause.children(sentence, verb, "mark", "advmod"))


def joined(sentence: AnnotatedSentence, verb: int) -> Iterator[int]:
    """Verbs joined to this one by "and" without a subject or a tense of their own."""
    tokens = sentence.tokens
    if tokens[verb].dep == "conj" and _goes_with(sentence, tokens[verb].head, verb):
        yield tokens[verb].head
    yield from (at for at in clause.children(sentence, verb, "conj") if _goes_with(sentence, verb, at))


def _goes_with(sentence: AnnotatedSentence, first: int, joined: int) -> bool:
    """Not "was arrested on Monday and has been freed"."""
    tokens = sentence.tokens
    if tokens[first].pos not in clause.VERBAL or tokens[first].tag != tokens[joined].tag:
        return False
    own = {tokens[at].lemma for at in clause.children(sentence, joined, "aux", "auxpass")}
    is_tense_shared = not own or own == {tokens[at].lemma for at in clause.children(sentence, first, "aux", "auxpass")}
    return is_tense_shared and clause.own_subject(sentence, joined) is None
