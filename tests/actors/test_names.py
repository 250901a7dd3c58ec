"""Normal forms are the keys names are found by."""

import pytest

from app.actors.names import is_full, is_nameless, normal_form, parts, without_initials


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("the U.S.", "us"),
        ("President Ana Brandt", "ana brandt"),
        ("Prime Minister Jonas Ek", "jonas ek"),
        ("Gen. Tomas Vrba", "tomas vrba"),
        ("General Motors", "general motors"),
        ("Apple Inc.", "apple"),
        ("Brightwater Holdings Ltd.", "brightwater holdings"),
        ("J. P. Morgan", "jp morgan"),
        ("J.P. Morgan", "jp morgan"),
        ("Côte d’Ivoire", "cote divoire"),
        ("Łódź", "lodz"),
        ("al-Qaeda", "al qaeda"),
        ("Marks & Spencer", "marks and spencer"),
        ("OPEC+", "opec+"),
        ("Norway's", "norway"),
        ("President", "president"),
        ("The Company", "company"),
    ],
)
def test_normal_form(name: str, form: str) -> None:
    assert normal_form(name) == form


def test_words_of_grammar_name_nobody() -> None:
    assert all(is_nameless(normal_form(name)) for name in ("", "–", "The", "of the", "They"))
    assert not any(is_nameless(normal_form(name)) for name in ("WHO", "the Who", "US", "7", "President"))


def test_normal_form_is_its_own_normal_form() -> None:
    for name in ("Dr. Mara Stein", "the Harbour Safety Board", "Québec", "N'Djamena"):
        assert normal_form(normal_form(name)) == normal_form(name)


def test_generations_are_no_part_of_a_name() -> None:
    assert parts("Oscar Lindqvist Jr.") == ("oscar", "lindqvist")


def test_particles_alone_make_no_full_name() -> None:
    assert [is_full(parts(name)) for name in ("Ursula von der Leyen", "von der Leyen", "Brandt")] == [
        True,
        False,
        False,
    ]


def test_one_middle_initial_is_dropped_and_two_tell_people_apart() -> None:
    assert without_initials(parts("Mara J. Stein")) == ("mara", "stein")
    assert without_initials(parts("Mara H. W. Stein")) == ("mara", "hw", "stein")
