"""The curated actors (data/*.toml): countries, organisations, blocs, places, and every name they are known by."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any  # TOML tables, read once below

from app.actors.names import normal_form, squeezed
from app.domain.actor import ActorKind

_CAPS_UP_TO = 5  # an alias in capitals as short as this ("WHO", "US") is a word in lower case


@dataclass(frozen=True, slots=True)
class Entry:
    """A curated actor. `sort` is what texts call it ("company"); `government` names the actor a place stands for.

    A `rival` is another entry of the same surface; this one is meant where the article names one of `beside` and
    nothing that settles the other. `bare` is a name that those of the countries `elsewhere` have too ("Congress"): in
    an article that names one of them and nothing of `beside` it is theirs.
    """

    name: str
    kind: ActorKind
    sort: str
    government: str | None
    needs_context: bool
    names: tuple[str, ...]
    rival: str | None = None
    beside: frozenset[str] = frozenset()
    bare: str = ""
    elsewhere: frozenset[str] = frozenset()


class Use(StrEnum):
    """How a surface names its entry."""

    NAME = "name"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    SEAT = "seat"


@dataclass(frozen=True, slots=True)
class Surface:
    """One way an entry is written.

    `capitals` ones count only when written in capitals, `article` ones only after "the" ("the West"), and `lower` ones
    may begin with a small letter ("al-Qaeda").
    """

    entry: Entry
    use: Use
    capitals: bool
    article: bool
    lower: bool


@dataclass(frozen=True, slots=True)
class Curated:
    """All entries: by canonical name, by the normal forms of their names, and by squeezed surface.

    `openings` holds each proper prefix of a squeezed surface, so that a scan can stop early; `adjectives` the first
    adjective of each country.
    """

    entries: Mapping[str, Entry]
    by_normal: Mapping[str, Entry]
    surfaces: Mapping[str, Surface]
    openings: frozenset[str]
    adjectives: Mapping[str, str]
    rivals: Mapping[str, Entry]


@cache
def curated() -> Curated:
    """The curated actors, read once per process."""
    surfaces: dict[str, Surface] = {}
    entries: dict[str, Entry] = {}
    adjectives: dict[str, str] = {}
    for written, surface in _surfaces():
        key = squeezed(_without_article(written))
        surfaces[key] = _joined(surfaces.get(key, surface), surface)
        entries.setdefault(surface.entry.name, surface.entry)
        if surface.use is Use.ADJECTIVE:
            adjectives.setdefault(surface.entry.name, written)
    by_normal: dict[str, Entry] = {}
    for entry in entries.values():
        by_normal.setdefault(normal_form(entry.name), entry)
    for entry in entries.values():
        for name in entry.names:
            by_normal.setdefault(normal_form(name), entry)
    openings = frozenset(key[:length] for key in surfaces for length in range(1, len(key)))
    rivals = {entry.rival: entry for entry in entries.values() if entry.rival}
    return Curated(entries, by_normal, surfaces, openings, adjectives, rivals)


def _surfaces() -> Iterator[tuple[str, Surface]]:
    """Every surface, the stronger claim to an ambiguous one first."""
    for row in _rows("countries"):
        yield from _country(row)
    for file, kind in (("organisations", ActorKind.ORGANISATION), ("groups", ActorKind.GROUP)):
        for row in _rows(file):
            yield from _named(_entry(row, kind))
    for row in _rows("places"):
        place = _entry(row, ActorKind.PLACE)
        yield from _named(place, Use.CAPITAL if place.government else Use.NAME)
    for row in _rows("countries"):
        yield from _capital(row)


def _rows(file: str) -> list[dict[str, Any]]:  # type: ignore[explicit-any, unused-ignore] # TOML tables
    text = files("app.actors").joinpath("data").joinpath(f"{file}.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(text)[file])


def _entry(row: Mapping[str, Any], kind: ActorKind) -> Entry:
    aliases = tuple(row.get("aliases", ()))
    return Entry(
        name=row["name"],
        kind=kind,
        sort=row.get("sort", kind.value),
        government=row.get("government"),
        needs_context=row.get("needs_context", False),
        names=(row["name"], *aliases, *row.get("seats", ())),
        rival=row.get("rival"),
        beside=frozenset(row.get("beside", ())),
        bare=row.get("bare", ""),
        elsewhere=frozenset(row.get("elsewhere", ())),
    )


def _country(row: Mapping[str, Any]) -> Iterator[tuple[str, Surface]]:
    entry = _entry(row, ActorKind.COUNTRY)
    seats = row.get("seats", ())
    yield from ((name, _surface(name, entry, Use.NAME)) for name in entry.names if name not in seats)
    yield from ((name, _surface(name, entry, Use.SEAT)) for name in seats)
    yield from ((name, _surface(name, entry, Use.ADJECTIVE)) for name in row.get("adjectives", ()))
    yield from ((name, _surface(name, entry, Use.PEOPLE)) for name in row.get("people", ()))


def _capital(row: Mapping[str, Any]) -> Iterator[tuple[str, Surface]]:
    names = tuple(row.get("capital", ()))
    if names:
        ambiguous = row.get("capital_needs_context", False)
        place = Entry(names[0], ActorKind.PLACE, "capital", row["name"], needs_context=ambiguous, names=names)
        yield from _named(place, Use.CAPITAL)


def _named(entry: Entry, use: Use = Use.NAME) -> Iterator[tuple[str, Surface]]:
    yield from ((name, _surface(name, entry, use)) for name in entry.names)


def _surface(written: str, entry: Entry, use: Use) -> Surface:
    bare = _without_article(written)
    return Surface(
        entry,
        use,
        capitals=bare.isupper() and len(squeezed(bare)) <= _CAPS_UP_TO,
        article=bare != written,
        lower=bare[0].islower(),
    )


def _joined(known: Surface, other: Surface) -> Surface:
    """The first claim to a surface; two spellings of one entry ("NATO", "Nato") allow what either allows."""
    if known.entry is not other.entry or known.use is not other.use:
        return known
    return replace(known, capitals=known.capitals and other.capitals, lower=known.lower or other.lower)


def _without_article(written: str) -> str:
    return written.removeprefix("the ").removeprefix("The ")
