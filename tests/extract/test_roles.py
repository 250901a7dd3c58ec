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
