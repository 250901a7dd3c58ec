"""The verb group at a token, and the verb above it: tense, aspect and voice read off the parse, for features."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.text.annotation import AnnotatedSentence, Token

_VERBS = frozenset({"VERB", "AUX"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_FINITE = {"VBD": "past", "VBZ": "pres", "VBP": "pres"}
_BARE = {"VBG": "ing", "VBN": "pp"}
_FUTURE = frozenset({"will", "shall", "wo", "'ll", "ll"})
_BE = frozenset({"be", "get", "'s", "'re"})
_STEPS_UP = 6


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """`tense`: past, pres, fut, inf, ing, pp, base or `mod:` and the modal; `aspect`: "", perf, prog or perfprog."""

    tense: str
    aspect: str
    voice: str

    @property
    def name(self) -> str:
        return self.tense + self.aspect


@dataclass(frozen=True, slots=True)
class Governor:
    """The next verb above a token, None at the top; the labels of the arcs to it; the prepositions between."""

    verb: int | None
    path: tuple[str, ...]
    links: tuple[str, ...]


def is_verb(token: Token) -> bool:
    return token.pos in _VERBS


def verb_group(sentence: AnnotatedSentence, index: int) -> VerbGroup:
    """The group whose main verb stands at `index`; a conjoined verb of the same form shares the auxiliaries."""
    tokens, token = sentence.tokens, sentence.tokens[index]
    own = _auxiliaries(sentence, index)
    passive = any(each.dep == "auxpass" for each in own)
    if not own and token.dep == "conj" and token.head != index and tokens[token.head].tag == token.tag:
        own = _auxiliaries(sentence, token.head)
    lemmas = {each.lemma.lower() for each in own}
    perfect = "perf" if "have" in lemmas else ""
    progressive = "prog" if lemmas & _BE and token.tag == "VBG" else ""
    return VerbGroup(_tense(own, token), perfect + progressive, "pass" if passive else "act")


def governor(sentence: AnnotatedSentence, index: int) -> Governor:
    """What stands above a token up to the next verb, six arcs at most."""
    path: list[str] = []
    links: list[str] = []
    at = index
    for _ in range(_STEPS_UP):
        token = sentence.tokens[at]
        if token.head == at:
            break
        path.append(token.dep)
        at = token.head
        above = sentence.tokens[at]
        if is_verb(above):
            return Governor(at, tuple(path), tuple(links))
        if above.pos in ("ADP", "SCONJ"):
            links.append(above.lemma.lower())
    return Governor(None, tuple(path), tuple(links))


def _auxiliaries(sentence: AnnotatedSentence, index: int) -> list[Token]:
    children = (sentence.tokens[at] for at in sentence.children[index])
    return [child for child in children if child.dep in _AUXILIARIES]


def _tense(auxiliaries: Sequence[Token], token: Token) -> str:
    modal = next((each for each in auxiliaries if each.tag == "MD"), None)
    if modal is not None:
        return "fut" if modal.text.lower() in _FUTURE else f"mod:{modal.lemma.lower()}"
    if any(each.tag == "TO" for each in auxiliaries):
        return "inf"
    finite = next((each for each in [*auxiliaries, token] if each.tag in _FINITE), None)
    return _FINITE[finite.tag] if finite is not None else _BARE.get(token.tag, "base")
