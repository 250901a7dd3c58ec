"""Annotated sentences: what the parser says, as frozen values. Nothing here or above knows which parser it was."""

from dataclasses import dataclass

from app.domain.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A token; `start` and `end` are code points in the posted field, `head` the index of its head in the sentence.

    `pos` is a Universal POS tag, `tag` a Penn Treebank tag, `dep` a ClearNLP label; the root is its own head.
    """

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity over tokens [first, last) with its OntoNotes label (PERSON, ORG, GPE, NORP, FAC, LOC, EVENT …)."""

    label: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class AnnotatedSentence:
    """One sentence with its tokens, the children of each, and the names in it."""

    sentence: Span
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    names: tuple[Name, ...]
