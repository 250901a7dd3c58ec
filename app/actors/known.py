"""People whom news names often (data/persons.toml): one name for their spellings, and who a surname means."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from app.actors.names import normal_form, parts


@dataclass(frozen=True, slots=True)
class _Known:
    canonical: dict[str, str]
    surnames: dict[str, str]
    aliases: dict[str, tuple[str, ...]]


@cache
def _known() -> _Known:
    rows = tomllib.loads(files("app.actors").joinpath("data/persons.toml").read_text(encoding="utf-8"))["persons"]
    spellings = {row["name"]: (row["name"], *row.get("aliases", ())) for row in rows}
    surnames = {parts(row["name"])[-1]: row["name"] for row in rows if row.get("surname")}
    canonical = {normal_form(written): name for name, all_written in spellings.items() for written in all_written}
    aliases = {name: tuple(map(normal_form, all_written)) for name, all_written in spellings.items()}
    return _Known(canonical, surnames, aliases)


def canonical_person(name: str) -> str:
    """The name a known person goes by, else the name itself."""
    return _known().canonical.get(normal_form(name), name)


def person_of_surname(surname: str) -> str | None:
    """The one known person whom this bare surname (in normal form) nearly always means."""
    return _known().surnames.get(surname)


def spellings(name: str) -> tuple[str, ...]:
    """Normal forms of all spellings of a known person's canonical name; empty for others."""
    return _known().aliases.get(name, ())
