"""What stands beside a name and tells that a person bears it, or none, whatever the parser took it for."""

import re

from app.actors.bodies import sort_of
from app.actors.given import is_given
from app.actors.known import person_of_surname
from app.actors.lexicon import SITE_WORDS, words
from app.actors.names import normal_form
from app.text.annotation import Token

_AGES = range(12, 105)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OWN_PLACES = _SUBJECTS | {"poss", "ROOT"}
_WORDS = range(2, 4)  # of a full name
# What companies, ships and places don't do.
_HUMAN_VERBS = words("invent discover die marry graduate resign retire compose paint weep smile")

_SHARES = words("share stock shareholder")
_OF_SHARES = words("of in")
_MATCHES = words("beat defeat thrash host edge draw hammer")
_SCORE = re.compile(r"(?<![\d-] )\b\d{1,3} ?- ?\d{1,3}\b(?! ?-)")


def is_borne(tokens: tuple[Token, ...], first: int, last: int, text: str) -> bool:
    """Whether [first, last) is a person's name: an age follows, nobody else does such a thing, or it is famous."""
    if sort_of(text) or tokens[last - 1].text.lower() in SITE_WORDS or any(map(str.isdigit, text)):
        return False
    return has_age(tokens, last) or _acts_as_human(tokens, first, last) or _is_famous(tokens, first, last, text)


def has_age(tokens: tuple[Token, ...], last: int) -> bool:
    """ "Hale, 24, opened": a number between commas that can be an age."""
    if last + 2 >= len(tokens) or tokens[last].text != "," or tokens[last + 2].text not in (",", "."):
        return False
    number = tokens[last + 1].text
    return len(number) <= 3 and number.isdecimal() and int(number) in _AGES


def is_body(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether one word is the name of a company or a team: it has shares, or a match ends with one score."""
    if last - first > 1 or tokens[first].pos != "PROPN" or is_given(normal_form(tokens[first].text)):
        return False
    return _has_shares(tokens, first) or _plays(tokens, first)


def _has_shares(tokens: tuple[Token, ...], index: int) -> bool:
    """ "Torvex shares", "shares in Torvex"."""
    token = tokens[index]
    owned = tokens[token.head]
    if token.dep == "pobj" and owned.lemma in _OF_SHARES:
        owned = tokens[owned.head]
    return token.dep in {"compound", "poss", "pobj"} and owned.pos == "NOUN" and owned.lemma in _SHARES


def _plays(tokens: tuple[Token, ...], index: int) -> bool:
    """ "Millbrook beat Dunmore 2-0"; not a match of several sets."""
    token = tokens[index]
    if token.dep not in {"nsubj", "dobj"} or tokens[token.head].lemma not in _MATCHES:
        return False
    return len(_SCORE.findall(" ".join(one.text for one in tokens))) == 1


def _acts_as_human(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a full name is the subject of what only people do, or of any verb if it opens with a given name."""
    token = tokens[last - 1]
    verb = tokens[token.head]
    full = last - first in _WORDS and all(one.pos == "PROPN" for one in tokens[first:last])
    if not full or token.dep != "nsubj" or verb.pos != "VERB":
        return False
    return verb.lemma in _HUMAN_VERBS or is_given(normal_form(tokens[first].text))


def _is_famous(tokens: tuple[Token, ...], first: int, last: int, text: str) -> bool:
    """A surname that nearly always means one person; a word that only opens the sentence must be its subject."""
    if last - first > 1 or person_of_surname(normal_form(text)) is None:
        return False
    return first > 0 or tokens[first].dep in _OWN_PLACES
