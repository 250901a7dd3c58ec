"""Linking is linear in the article and patterns don't stall on odd lines."""

import time
from dataclasses import replace

import pytest

from app.actors.credits import is_credit
from app.actors.link import link
from app.domain.span import Field, Span
from app.text.annotate import Annotator
from app.text.annotation import AnnotatedSentence

_PARAGRAPH = (
    "Minister {first} {last} met {last}son Lindholm of the {last} Board in Ottawa.",
    "He said the Norwegian government would pay.",
    "The company praised {last} and the president.",
)
_SYLLABLES = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "za")


def _named(sentence: AnnotatedSentence, number: int) -> AnnotatedSentence:
    """The sentence with names of its own, as a long list of people would have."""
    last = "".join(_SYLLABLES[int(digit)] for digit in f"{number:05d}").capitalize()
    changed = {"Brandt": last, "Ana": f"A{last[1:]}"}
    tokens = tuple(replace(token, text=changed.get(token.text, token.text)) for token in sentence.tokens)
    return replace(sentence, tokens=tokens)


def _seconds(sentences: tuple[AnnotatedSentence, ...], times: int) -> float:
    article = [_named(one, number) for number in range(times) for one in sentences]
    started = time.process_time()
    link(article)
    return time.process_time() - started


def test_four_times_the_names_take_about_four_times_as_long(annotator: Annotator) -> None:
    texts = [line.format(first="Ana", last="Brandt") for line in _PARAGRAPH]
    sentences = tuple(annotator.annotate([Span(text, Field.TEXT, 0, len(text)) for text in texts]))
    _seconds(sentences, 50)
    small = min(_seconds(sentences, 300) for _ in range(2))
    assert _seconds(sentences, 1_200) < 10 * small


@pytest.mark.parametrize("line", ["A " * 5_000, "Aa/" * 3_000, "(" * 5_000, "By " + "A b " * 2_000, "Photo " * 3_000])
def test_odd_lines_are_passed_quickly(line: str) -> None:
    started = time.process_time()
    is_credit(line)
    is_credit(line[:160])
    assert time.process_time() - started < 0.5
