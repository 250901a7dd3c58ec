"""What a meaning comes to once its origin is known."""

from dataclasses import dataclass

from app.domain.expression import TimexType
from app.timex.calendar import Cell
from app.timex.meaning import Mod, Ref


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
