"""The parser's names trimmed to what is really the name: no titles, articles, possessives, marks or brackets."""

from app.actors.bodies import sort_of
from app.actors.lexicon import LEGAL_FORMS, PARTICLES, PORTFOLIOS, SUFFIXES, TITLES
from app.text.annotation import Name, Token

_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_QUOTES = frozenset('"“”')
_BRACKETS = frozenset("<([")
_ARTICLES = frozenset({"the", "a", "an"})
_BEFORE_NAME = frozenset({"VERB", "AUX", "ADP", "PRON", "ADV", "SCONJ", "CCONJ"})
_NO_ACTORS = frozenset({"god"})


def trimmed(tokens: tuple[Token, ...], name: Name) -> tuple[int, int]:
    """The tokens [first, last) of a name that are the name itself; empty if none are."""
    first, last = name.first, name.last
    while first < last and _is_before_name(tokens[first], name.label):
        first += 1
    first, last = _core(tokens, first, last)
    while first < last and (is_mark(tokens[last - 1]) or _is_after_name(tokens, first, last)):
        last -= 1
    if name.label == "PERSON" and last - first > 2 and _is_shouted(tokens[last - 1]) and not _is_shouted(tokens[first]):
        last -= 1  # "Mara Stein TWA": an acronym that belongs to what follows
    if any("/" in token.text or "@" in token.text for token in tokens[first:last]):
        return first, first
    return first, last


def _core(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int]:
    """The name up to a bracket or to a possessive that owns the rest, and after a nickname in quotes."""
    for index in range(first, last):
        text = tokens[index].text
        if text in _BRACKETS:
            return first, index
        if index > first and text in _POSSESSIVES and not sort_of(tokens[last - 1].text):
            return first, index
        if text in _QUOTES and index + 1 < last:
            return _core(tokens, index + 1, last)
    return first, last


def _is_before_name(token: Token, label: str) -> bool:
    """A token the parser took for the name's first that is none: "Replied Harbour Board", "President Mara Stein"."""
    word = token.text.lower().rstrip(".")
    if is_mark(token) or word in _ARTICLES:
        return True
    return token.pos in _BEFORE_NAME or (label == "PERSON" and word in TITLES)


def _is_after_name(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """A possessive, or a figure such as a score: "Brightwater 2-1"."""
    token = tokens[last - 1]
    return token.text in _POSSESSIVES or (last - first > 1 and token.pos == "NUM" and not token.text[0].isalpha())


def _is_shouted(token: Token) -> bool:
    return len(token.text) > 2 and token.text.isupper() and token.text.lower() not in SUFFIXES


def is_mark(token: Token) -> bool:
    """Punctuation, a blank, or the possessive's "s"."""
    return not any(character.isalnum() for character in token.text) or (token.text.islower() and token.tag == "POS")


def is_namelike(text: str, label: str) -> bool:
    """Whether a trimmed name can be one: it has a capital, and is no title, portfolio, thing or figure."""
    word = text.lower().replace(".", "")
    if len(text) < 2 or text.islower() or not any(map(str.isupper, text)):
        return False
    if word in PORTFOLIOS or word in TITLES or word in LEGAL_FORMS or word in _NO_ACTORS:
        return False
    if text[0] == "i" and text[1].isupper():
        return False  # iPhone: a thing, whatever the label
    return label != "PERSON" or _is_personal(text)


def _is_personal(text: str) -> bool:
    """Whether each word begins with a capital or is a particle, and none holds a digit."""
    if any(map(str.isdigit, text)):
        return False
    return all(word[0].isupper() or not word[0].isalpha() or word in PARTICLES for word in text.split())


def joined_text(tokens: tuple[Token, ...], first: int, last: int) -> str:
    """The words with single blanks where the text has any."""
    words = [tokens[first].text]
    end = tokens[first].end
    for token in tokens[first + 1 : last]:
        if not token.text.isspace():
            words.append(token.text if token.start == end else " " + token.text)
            end = token.end
    return "".join(words)
