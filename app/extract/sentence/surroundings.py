"""What stands around an event in the parse, as features for small linear models: words only as hashed numbers."""

from collections.abc import Iterator
from zlib import crc32

from app.extract.sentence import clause
from app.text.annotation import AnnotatedSentence

# So many words above an event still bear on how sure it is.
_HEIGHT = 4
_TELLING = frozenset({"neg", "aux", "auxpass", "mark", "advmod", "det", "amod", "prt", "preconj", "expl"})


def hashed(names: Iterator[str], size: int) -> list[int]:
    """The places of features in a weight table of this size (a power of two)."""
    mask = size - 1
    return [crc32(name.encode()) & mask for name in names]


def features(sentence: AnnotatedSentence, index: int) -> Iterator[str]:
    """The event's own form, its helpers, and the same of what governs it."""
    tokens = sentence.tokens
    token = tokens[index]
    yield "bias"
    yield f"tag {token.tag}"
    yield f"dep {token.dep}"
    yield f"lemma {token.lemma.lower()}"
    yield f"tag dep {token.tag} {token.dep}"
    yield from _helpers(sentence, index, "0")
    path = ""
    below = index
    for height, above in enumerate(clause.ancestors(sentence, index)):
        if height == _HEIGHT:
            break
        path += f">{_edge(sentence, below)}"
        governor = tokens[above]
        yield f"path {path}"
        yield f"above {path} {governor.lemma.lower()}"
        yield f"governor {governor.lemma.lower()} {_edge(sentence, below)}"
        yield f"any above {governor.lemma.lower()}"
        yield f"above tag {path} {governor.tag}"
        yield from _helpers(sentence, above, path)
        below = above
    yield f"root {tokens[below].lemma.lower()}"


def _edge(sentence: AnnotatedSentence, index: int) -> str:
    token = sentence.tokens[index]
    side = "l" if token.head > index else "r"
    return f"{token.dep}{side}" if token.dep in {"advcl", "ccomp", "prep"} else token.dep


def _helpers(sentence: AnnotatedSentence, index: int, at: str) -> Iterator[str]:
    """Negations, auxiliaries, marks and modifiers below a word, and with it how they combine."""
    tokens = sentence.tokens
    found = [tokens[child] for child in sentence.children[index] if tokens[child].dep in _TELLING]
    for helper in found:
        yield f"helper {at} {helper.dep} {helper.lemma.lower()}"
        yield f"any helper {helper.dep} {helper.lemma.lower()}"
    shape = " ".join(
        sorted(helper.lemma.lower() for helper in found if helper.dep in {"neg", "aux", "auxpass", "mark"})
    )
    yield f"shape {at} {tokens[index].tag} {shape}"
    for child in clause.children(sentence, index, "advcl"):
        mark = clause.child(sentence, child, "mark", "advmod")
        yield f"clause {at} {tokens[mark].lemma.lower() if mark is not None else '-'}"
    for child in clause.children(sentence, index, "nsubj", "nsubjpass", "dobj"):
        first = min(clause.subtree(sentence, child))
        if tokens[first].lemma.lower() in {"no", "nobody", "none", "nothing", "neither", "few", "little", "any"}:
            yield f"none {at} {tokens[child].dep}"
