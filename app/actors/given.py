"""Given names: their usual gender in the news, and which of them are forms of one name (data/given_names.toml)."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Gender(StrEnum):
    """What pronoun a person takes, as far as the name or title tells."""

    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True)
class _Given:
    gender: dict[str, Gender]
    family: dict[str, int]


@cache
def _given() -> _Given:
    table = tomllib.loads(files("app.actors").joinpath("data/given_names.toml").read_text(encoding="utf-8"))
    gender = {name: kind for kind in Gender for name in table[kind.value].split()}
    families = enumerate(line.split() for line in table["same"].splitlines())
    return _Given(gender, {name: number for number, names in families for name in names})


def gender_of(given: str) -> Gender | None:
    """The gender of a given name in normal form; None for a name that says nothing of it."""
    return _given().gender.get(given)


def is_given(word: str) -> bool:
    """Whether the word is a given name we know."""
    return word in _given().gender or word in _given().family


def same_given(one: str, other: str) -> bool:
    """Whether two given names may be one person's: equal, an initial of the other, or forms of one name."""
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    family = _given().family
    return one in family and family[one] == family.get(other)
