"""One actor has one id, whatever the article calls it and whatever the tagger took it for."""

from collections import Counter

import pytest

from app.actors.curated import curated
from app.actors.identity import identity
from app.actors.names import normal_form
from app.domain.actor import ActorKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("United States", ActorKind.COUNTRY), ("U.S.", ActorKind.PLACE)),
        (("World Health Organization", ActorKind.ORGANISATION), ("WHO", ActorKind.ORGANISATION)),
        (("Myanmar", ActorKind.COUNTRY), ("Burma", ActorKind.ORGANISATION)),
        (("Brightwater", ActorKind.ORGANISATION), ("Brightwater Inc.", ActorKind.PLACE)),
        (("Ana Brandt", ActorKind.PERSON), ("President Ana Brandt", ActorKind.PERSON)),
    ],
)
def test_same_actor(one: tuple[str, ActorKind], other: tuple[str, ActorKind]) -> None:
    assert identity(*one).id == identity(*other).id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Austria", ActorKind.COUNTRY), ("Australia", ActorKind.COUNTRY)),
        (("Niger", ActorKind.COUNTRY), ("Nigeria", ActorKind.COUNTRY)),
        (("Paris", ActorKind.PERSON), ("Paris", ActorKind.PLACE)),
        (("Ana Brandt", ActorKind.PERSON), ("Anna Brandt", ActorKind.PERSON)),
        (("Washington", ActorKind.PLACE), ("United States", ActorKind.COUNTRY)),
    ],
)
def test_different_actors(one: tuple[str, ActorKind], other: tuple[str, ActorKind]) -> None:
    assert identity(*one).id != identity(*other).id


def test_bare_surname_is_nobody_outside_its_article() -> None:
    here, there = (identity("Brandt", ActorKind.PERSON, scope=article) for article in ("a", "b"))
    assert here.id != there.id
    assert here.aliases == there.aliases == ("brandt",)


def test_full_name_is_the_same_in_every_article() -> None:
    here, there = (identity("Ana Brandt", ActorKind.PERSON, scope=article) for article in ("a", "b"))
    assert here == there


def test_person_is_found_without_the_middle_initial() -> None:
    assert identity("Mara J. Stein", ActorKind.PERSON).aliases == ("mara j stein", "mara stein", "stein")


def test_curated_actor_is_found_by_all_its_names() -> None:
    found = identity("Britain", ActorKind.PLACE)
    assert (found.name, found.kind) == ("United Kingdom", ActorKind.COUNTRY)
    assert {"united kingdom", "uk", "britain", "downing street"} <= set(found.aliases)


def test_no_two_curated_actors_share_a_canonical_name() -> None:
    counts = Counter(normal_form(name) for name in curated().entries)
    assert [name for name, count in counts.items() if count > 1] == []


def test_every_government_that_a_place_stands_for_is_curated() -> None:
    entries = curated().entries
    assert [entry.name for entry in entries.values() if entry.government and entry.government not in entries] == []
