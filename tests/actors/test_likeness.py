"""Names that may mean one actor, and those that never do."""

import pytest

from app.actors.likeness import likeness
from app.domain.actor import ActorKind


@pytest.mark.parametrize(
    ("one", "other", "kind", "score"),
    [
        ("Gregor Havelka", "Gregor Havelka", ActorKind.PERSON, 1.0),
        ("Gregor Havelka", "Greggor Havelka", ActorKind.PERSON, 1 - 1 / 7),
        ("Gregor Havelka", "G. Havelka", ActorKind.PERSON, 0.8),
        ("Gregor J. Havelka", "Gregor Havelka", ActorKind.PERSON, 1.0),
        ("Gregor Havelka", "Anna Havelka", ActorKind.PERSON, 0.0),
        ("Gregor Havelka", "Gregor Tomasek", ActorKind.PERSON, 0.0),
        ("Maria Havelka", "Mario Havelka", ActorKind.PERSON, 0.0),
        ("Greggor Havelka", "Gregor Havelca", ActorKind.PERSON, 0.0),
        ("Havelka", "Gregor Havelka", ActorKind.PERSON, 0.0),
        ("Port of Lisbon", "Port of Lisbon Authority", ActorKind.ORGANISATION, 0.7),
        ("Acme Inc.", "Acme", ActorKind.ORGANISATION, 1.0),
        ("Acme", "Acme Shipping", ActorKind.ORGANISATION, 0.0),
        ("Austria", "Australia", ActorKind.COUNTRY, 0.0),
        ("Port of Lisbon", "Port of Lisbon", ActorKind.PLACE, 0.0),
    ],
)
def test_names_are_alike_by_a_letter_an_initial_or_a_word_more(
    one: str, other: str, kind: ActorKind, score: float
) -> None:
    assert likeness(one, other, kind) == likeness(other, one, kind) == pytest.approx(score)
