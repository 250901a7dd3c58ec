"""Names as strings: the normal form they are found by, and the parts of a person's name. Knows no article."""

import re
import unicodedata
from functools import lru_cache

from app.actors.lexicon import (
    FAMILY_FIRST,
    HONORIFIC_PAIRS,
    HONORIFICS,
    LEGAL_FORMS,
    NAMELESS,
    NO_RANK,
    PARTICLES,
    SUFFIXES,
)

_APART = re.compile(r"[\s!\"#$%(),/:;<=>?@\[\\\]^_`{|}~*‐-―“”„«»…·-]+")
_DROPPED = re.compile(r"[.'’‘ʼ´]|[\u0300-\u036f]")
_POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])$")
_HYPHEN = re.compile(r"(?<=\w\w\w)-(?=\w)|(?<=\b(?!al|el|Al|El)\w\w)-(?=\w)")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_REMEMBERED = 8_192  # names; those of a few hundred articles


@lru_cache(maxsize=_REMEMBERED)
def normal_form(name: str) -> str:
    """The key a name is found by: case, accents, punctuation, "the", titles, "'s" and legal forms removed.

    `normal_form("the U.S.")` is `us`, `normal_form("President Joe Biden")` is `joe biden`,
    `normal_form("Apple Inc.")` is `apple`. Never empty for a name with a letter: the last word always stays.
    """
    words = _joined_initials(_words(name))
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    words = _without_honorifics(words)
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words = words[:-1]
    return " ".join(words)


def is_nameless(form: str) -> bool:
    """Whether a normal form holds nothing that somebody could be called by: no word, or words of grammar alone."""
    return NAMELESS.issuperset(form.split())


def _words(name: str) -> list[str]:
    text = _POSSESSIVE.sub("", name.strip().replace(" & ", " and "))
    text = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    text = unicodedata.normalize("NFC", _DROPPED.sub("", text)).replace("&", "")
    return [word for word in _APART.split(text) if word]


def _joined_initials(words: list[str]) -> list[str]:
    """`j p morgan` as `jp morgan`, so that "J. P. Morgan" and "J.P. Morgan" are one."""
    joined: list[str] = []
    run = False
    for word in words:
        single = len(word) == 1 and word.isalpha()
        if single and run:
            joined[-1] += word
        else:
            joined.append(word)
        run = single
    return joined


def _without_honorifics(words: list[str]) -> list[str]:
    while len(words) > 1:
        if len(words) > 2 and f"{words[0]} {words[1]}" in HONORIFIC_PAIRS:
            cut = 2
        elif words[0] in HONORIFICS and words[1] not in NO_RANK:
            cut = 1
        else:
            break
        words = words[cut:]
    return words


@lru_cache(maxsize=_REMEMBERED)
def squeezed(text: str) -> str:
    """Letters and digits alone, casefolded, accents stripped: what tokens of a curated name are compared by."""
    return "".join(_words(text.replace("'s", "s").replace("’s", "s").replace("&", "and")))


@lru_cache(maxsize=_REMEMBERED)
def parts(name: str) -> tuple[str, ...]:
    """The parts of a person's name in normal form, generational suffixes removed; "Anne-Marie" is one part."""
    words = normal_form(_HYPHEN.sub("", name)).split()
    while len(words) > 1 and words[-1] in SUFFIXES:
        words = words[:-1]
    return tuple(words)


def family_name(name: str) -> str:
    """The surname in normal form: the last part, the first where family names stand first (Xi Jinping)."""
    name_parts = parts(name)
    return name_parts[0 if name_parts[0] in FAMILY_FIRST else -1]


def is_full(name_parts: tuple[str, ...]) -> bool:
    """Whether there is a given name beside the surname; "bin Salman" and "von der Leyen" are surnames alone."""
    return len(name_parts) > 1 and name_parts[0] not in PARTICLES


def without_initials(name_parts: tuple[str, ...]) -> tuple[str, ...]:
    """`donald j trump` as `donald trump`; two initials in a row ("George H. W. Bush") tell people apart and stay."""
    if len(name_parts) < 3:
        return name_parts
    middle = (part for part in name_parts[1:-1] if len(part) > 1)
    return (name_parts[0], *middle, name_parts[-1])
