"""Who acts and who undergoes where a clause tells it by halves."""

import pytest

from app.extract.pipeline import Extractor
from tests.extract.telling import actors, mention


def test_second_of_two_participles_is_passive_too(extractor: Extractor) -> None:
    found = mention(extractor, "Karen Holt was arrested on Monday and released on bail on Tuesday.", "released")
    assert (actors(found, "patient"), actors(found, "agent")) == ({"Karen Holt"}, set())


def test_past_after_a_passive_is_active(extractor: Extractor) -> None:
    found = mention(extractor, "Karen Holt was elected on Monday and visited Oslo on Tuesday.", "visited")
    assert actors(found, "agent") == {"Karen Holt"}


def test_who_is_found_guilty_undergoes_it(extractor: Extractor) -> None:
    found = mention(extractor, "Judge Mara Stein found Peter Lindholm guilty on Monday.", "found")
    assert (actors(found, "agent"), actors(found, "patient")) == ({"Mara Stein"}, {"Peter Lindholm"})


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Trump returns to Norway in June.", "returns"),
        ("Trump backs Norway.", "backs"),
        ("Trump visits Norway.", "visits"),
    ],
)
def test_a_name_that_is_a_word_begins_a_sentence(extractor: Extractor, text: str, trigger: str) -> None:
    assert actors(mention(extractor, text, trigger), "agent") == {"Donald Trump"}


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("Norway sent ships into the strait, a move many believe is a prelude to an attack.", "attack", "Norway"),
        ("Norway has massed troops at the border, a move Sweden fears is a prelude to a raid.", "raid", "Norway"),
        ("Norway plans an invasion of Sweden.", "invasion", "Norway"),
        ("Norway's plans for an invasion of Sweden were leaked.", "invasion", "Norway"),
        ("Norway threatened Sweden with an invasion.", "invasion", "Norway"),
        ("Karen Holt told reporters in Oslo after a visit to Sweden.", "visit", "Karen Holt"),
        ("Karen Holt returned from talks in Paris on Monday.", "talks", "Karen Holt"),
        ("Karen Holt met Peter Lindholm in Rome on Monday, a trip that Sweden opposed.", "trip", "Karen Holt"),
        ("The invasion of Sweden by Norway failed.", "invasion", "Norway"),
        ("The sale of the port by Karen Holt was welcomed by Norway.", "sale", "Karen Holt"),
    ],
)
def test_a_noun_has_the_doer_of_the_clause_it_stands_to(
    extractor: Extractor, text: str, trigger: str, doer: str
) -> None:
    assert actors(mention(extractor, text, trigger), "agent") == {doer}


def test_who_is_only_told_after_a_happening_does_not_do_it(extractor: Extractor) -> None:
    found = mention(extractor, "Police in Norway arrested Karen Holt after an attack on Sweden.", "attack")
    assert actors(found, "agent") == set()


def test_who_is_threatened_with_a_thing_takes_part_in_it(extractor: Extractor) -> None:
    found = mention(extractor, "Norway threatened Sweden with an invasion.", "invasion")
    assert actors(found, "participant") == {"Sweden"}


@pytest.mark.parametrize(
    ("text", "trigger", "taking_part"),
    [
        ("The paper published an interview with Karen Holt on Monday.", "published", {"Karen Holt"}),
        ("“No,” Karen Holt said in the interview published on Monday.", "published", {"Karen Holt"}),
        ("The ministry cancelled a visit to Norway by Karen Holt.", "cancelled", {"Karen Holt", "Norway"}),
        ("Talks between Norway and Sweden are due to start next week.", "start", {"Norway", "Sweden"}),
    ],
)
def test_those_in_a_happening_take_part_in_what_is_done_to_it(
    extractor: Extractor, text: str, trigger: str, taking_part: set[str]
) -> None:
    assert actors(mention(extractor, text, trigger), "participant") == taking_part


def test_who_is_due_to_do_a_thing_does_it_unless_it_is_hard(extractor: Extractor) -> None:
    assert actors(mention(extractor, "Norway is due to sign the treaty on Friday.", "sign"), "agent") == {"Norway"}
    assert actors(mention(extractor, "Norway was hard to beat on Monday.", "beat"), "agent") == set()


def test_whose_father_died_is_not_dead(extractor: Extractor) -> None:
    found = mention(extractor, "Karen Holt, whose father died on Monday, left Norway.", "died")
    assert actors(found, "patient") == set()


def test_a_hyphen_in_the_subject_parts_nobody_from_the_second_verb(extractor: Extractor) -> None:
    text = "A co-defendant, Lisa Varney, pleaded guilty last summer and testified against Ahmed Khan on Monday."
    assert actors(mention(extractor, text, "testified"), "agent") == {"Lisa Varney"}
