"""What a meaning comes to once its origin is known."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.expression import TimexType
from app.timex.calendar import Cell
from app.timex.meaning import Lean, Meaning, Mod, Ref
from app.timex.origin import Origin


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 reading; `cell` is None where no interval is claimed. `why` continues the phrase in an explanation."""

    type: TimexType
    value: str
    mod: Mod | None
    cell: Cell | None
    zone: str | None
    why: str


def date(cell: Cell, why: str, *, mod: Mod | None = None) -> Resolved:
    return Resolved(TimexType.DATE, cell.value, mod, cell, None, why)


def unplaced(value: str, why: str, *, type: TimexType = TimexType.DATE, mod: Mod | None = None) -> Resolved:
    """A reading with a value and no interval."""
    return Resolved(type, value, mod, None, None, why)


def vague(ref: Ref, why: str) -> Resolved:
    return unplaced(ref.value, why)


Resolve = Callable[[Meaning, Origin, Lean], Resolved | None]


def cell_of(meaning: Meaning, origin: Origin, lean: Lean, resolve: Resolve) -> tuple[Cell, str] | None:
    """The interval that a meaning comes to, and why; None where it comes to none."""
    found = resolve(meaning, origin, lean)
    return None if found is None or found.cell is None else (found.cell, found.why)
