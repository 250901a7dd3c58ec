"""Time expressions in nine languages: what is read, what is left alone, and at what cost."""

import pytest

from app.domain import civil
from app.domain.article import Anchor
from app.domain.expression import Dating
from app.domain.span import Field
from app.timex import fallback
from tests.timex.languages_examples import EXAMPLES, NO_DATES

PUBLISHED = Anchor(civil.minutes("2024-03-13T10:30"), day_only=False, zone="Europe/Madrid")


def read(text: str, language: str, anchor: Anchor = PUBLISHED) -> tuple[Dating, ...]:
    return fallback.datings(text, field=Field.TEXT, anchor=anchor, language=language)


def told(text: str, language: str) -> list[tuple[str, str, str]]:
    """(span, value, interval) of each expression."""
    found = (dating.expression for dating in read(text, language))
    return [(one.text, one.value, f"{one.interval.start}/{one.interval.end}") for one in found if one.interval]


@pytest.mark.parametrize(
    ("language", "marked", "value", "interval"),
    [(language, *example) for language, examples in EXAMPLES.items() for example in examples],
)
def test_a_phrase_in_a_sentence_is_its_cell(language: str, marked: str, value: str, interval: str) -> None:
    phrase = marked[marked.index("[") + 1 : marked.index("]")]
    text = marked.replace("[", "").replace("]", "")
    assert told(text, language) == [(phrase, value, interval)]
    [dating] = read(text, language)
    assert text[dating.expression.start : dating.expression.end] == phrase


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in NO_DATES.items() for text in texts]
)
def test_what_only_looks_like_a_date_is_left_alone(language: str, text: str) -> None:
    assert told(text, language) == []
