"""People whom news names often (data/persons.toml): one name for their spellings, and who a surname means."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain

from app.actors.names import family_name, normal_form, squeezed
from app.text.annotation import Token


@dataclass(frozen=True, slots=True)
class _Known:
    canonical: dict[str, str]
    surnames: dict[str, str]
    aliases: dict[str, tuple[str, ...]]
    words: dict[str, tuple[tuple[str, ...], ...]]


@cache
def _known() -> _Known:
    rows = tomllib.loads(files("app.actors").joinpath("data/persons.toml").read_text(encoding="utf-8"))["persons"]
    spellings = {row["name"]: (row["name"], *row.get("aliases", ())) for row in rows}
    famous = [row["name"] for row in rows if row.get("surname")]
    surnames = {surname: name for name in famous for surname in map(family_name, spellings[name])}
    canonical = {normal_form(written): name for name, all_written in spellings.items() for written in all_written}
    aliases = {
        name: (*map(normal_form, all_written), *map(family_name, all_written))
        for name, all_written in spellings.items()
    }
    return _Known(canonical, surnames, aliases, _by_first_word(chain.from_iterable(spellings.values())))


def _by_first_word(names: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The squeezed words of each name of two words or more under the first of them, longer names first."""
    table: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name in names:
        pieces = tuple(squeezed(word) for word in name.replace("-", " ").split())
        if len(pieces) > 1:
            table[pieces[0]].add(pieces)
    return {first: tuple(sorted(found, key=lambda one: (-len(one), one))) for first, found in table.items()}


def known_spans(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """Where the tokens spell a known person's full name, as [first, last)."""
    words = _known().words
    for index, token in enumerate(tokens):
        if token.text[0].isupper() and (names := words.get(squeezed(token.text))):
            last = next((end for name in names if (end := _end(tokens, index, name))), None)
            if last is not None:
                yield index, last


def _end(tokens: tuple[Token, ...], start: int, name: tuple[str, ...]) -> int | None:
    """The index after the name if it stands here, hyphens between its words or not."""
    index = start
    for word in name:
        while index > start and index < len(tokens) and tokens[index].text == "-":
            index += 1
        if index >= len(tokens) or squeezed(tokens[index].text) != word:
            return None
        index += 1
    return index


def canonical_person(name: str) -> str:
    """The name a known person goes by, else the name itself."""
    return _known().canonical.get(normal_form(name), name)


def person_of_surname(surname: str) -> str | None:
    """The one known person whom this bare surname (in normal form) nearly always means."""
    return _known().surnames.get(surname)


def spellings(name: str) -> tuple[str, ...]:
    """Normal forms of all spellings of a known person's name and surname; empty for others."""
    return _known().aliases.get(name, ())
