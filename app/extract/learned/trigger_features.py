"""What the detector of triggers looks at in a token: its words and tags, its place in the parse, its neighbours.

A feature is a short string; only its hash meets the weights, so names are free but must not change without training.
"""

from collections.abc import Iterator

from app.extract.learned import wordnet
from app.text.annotation import AnnotatedSentence, Token

# Parts of speech that hold 10,816 of 10,818 triggers of the training texts.
CANDIDATES = frozenset({"VERB", "NOUN", "ADJ", "AUX", "PROPN", "ADV", "NUM", "X", "ADP"})
_VERBS = frozenset({"VERB", "AUX"})
_TELLING_CHILDREN = frozenset(
    {
        "det",
        "aux",
        "auxpass",
        "neg",
        "prep",
        "mark",
        "cop",
        "poss",
        "advmod",
        "amod",
        "nummod",
        "prt",
        "quantmod",
        "case",
    }
)


def features(sentence: AnnotatedSentence, index: int, label: str) -> list[str]:
    """All features of one token; `label` is that of the name it is in, or "O"."""
    token = sentence.tokens[index]
    return [
        *_words(token),
        *_above(sentence, index),
        *_below(sentence, index),
        *_senses(token),
        *_beside(sentence, index),
        f"NE{label}{token.pos}",
        *([f"cap{token.pos}{int(index > 0)}"] if token.text[:1].isupper() else []),
    ]


def _words(token: Token) -> Iterator[str]:
    lemma, text = token.lemma.lower(), token.text.lower()
    yield "b"
    yield f"L{lemma}"
    yield f"P{token.pos}"
    yield f"T{token.tag}"
    yield f"D{token.dep}"
    yield f"LT{lemma}|{token.tag}"
    yield f"TD{token.tag}|{token.dep}"
    yield f"LD{lemma}|{token.dep}"
    yield f"s3{text[-3:]}{token.pos}"
    yield f"s4{text[-4:]}{token.pos}"


def _above(sentence: AnnotatedSentence, index: int) -> Iterator[str]:
    token = sentence.tokens[index]
    if token.head == index:
        yield f"root{token.tag}"
        return
    head = sentence.tokens[token.head]
    lemma = head.lemma.lower()
    field = wordnet.verb(lemma).field if head.pos in _VERBS else wordnet.noun(lemma).field
    yield f"HT{head.tag}|{token.dep}"
    yield f"HL{lemma}|{token.dep}"
    yield f"HP{head.pos}{token.pos}{token.dep}"
    yield f"HW{token.dep}{field}{token.pos}"


def _below(sentence: AnnotatedSentence, index: int) -> Iterator[str]:
    token, tokens = sentence.tokens[index], sentence.tokens
    children = sentence.children[index]
    if not children:
        yield f"nokid{token.pos}"
    for at in children:
        child = tokens[at]
        yield f"C{child.dep}{token.pos}"
        if child.dep in _TELLING_CHILDREN:
            yield f"CL{child.dep}{child.lemma.lower()}{token.pos}"
        if child.dep == "prep":
            for below in sentence.children[at]:
                yield f"CP{child.lemma.lower()}{tokens[below].pos}{token.pos}"
    if token.pos in _VERBS:
        deps = {tokens[at].dep for at in children}
        subject = any(dep.startswith("nsubj") for dep in deps)
        yield f"VS{int(subject)}{int('dobj' in deps)}{int('aux' in deps or 'auxpass' in deps)}"


def _senses(token: Token) -> Iterator[str]:
    lemma = token.lemma.lower()
    if token.pos in _VERBS:
        verb = wordnet.verb(lemma)
        yield f"WV{verb.field}{verb.second}"
        yield f"wv{verb.field}{token.dep}"
    noun = wordnet.noun(lemma)
    yield f"WN{noun.field}{token.pos}"
    yield f"WM{noun.eventful}{noun.verbal}{token.pos}"
    yield f"WMD{noun.eventful}{noun.verbal}{token.dep}"
    if token.pos == "NOUN":
        yield f"num{token.tag}{noun.field}"


def _beside(sentence: AnnotatedSentence, index: int) -> Iterator[str]:
    tag, tokens = sentence.tokens[index].tag, sentence.tokens
    for step in (-2, -1, 1, 2):
        at = index + step
        if not 0 <= at < len(tokens):
            yield f"{step}edge"
            continue
        beside = tokens[at]
        yield f"{step}T{beside.tag}"
        if abs(step) == 1:
            yield f"{step}L{beside.lemma.lower()}"
            yield f"{step}TT{tag}{beside.tag}"
