"""Thirds and halves of cells: what TIMEX3 mod START, MID and END stand for."""

from app.domain.interval import Granularity
from app.timex import calendar
from app.timex.calendar import Cell
from app.timex.meaning import Mod
from app.timex.unit import Unit


def half(cell: Cell, mod: Mod) -> Cell:
    """The first half for START, the second for END; cells longer than a month are cut between months."""
    if cell.grain in _MONTHS_TO_CUT:
        middle = _month_cuts(cell, (_MONTHS_TO_CUT[cell.grain][-1] // 2,))[0]
    else:
        middle = cell.first_day + (cell.last_day + 1 - cell.first_day) // 2
    start, end = (cell.first_day, middle) if mod is Mod.START else (middle, cell.last_day + 1)
    return Cell(start * calendar.DAY, end * calendar.DAY, cell.grain, cell.value)


def third(cell: Cell, mod: Mod) -> Cell:
    """The third of a cell that TIMEX3 START, MID or END stands for.

    Of a year four months, of a month days 1–10, 11–20, 21–end, of a decade years 0–2, 3–6, 7–9, of a century 33 or 34
    years; other cells of at least three days are cut into thirds of whole days. Granularity and value stay.
    """
    if cell.grain.finer_than_day or cell.grain in (Granularity.DAY, Granularity.WEEKEND):
        return cell
    number = (Mod.START, Mod.MID, Mod.END).index(mod)
    if cell.grain is Granularity.MONTH:
        cuts = [cell.first_day, cell.first_day + 10, cell.first_day + 20, cell.last_day + 1]
    elif cell.grain in _MONTHS_TO_CUT:
        cuts = _month_cuts(cell, _MONTHS_TO_CUT[cell.grain])
    else:
        length = cell.last_day + 1 - cell.first_day
        cuts = [cell.first_day + round(length * n / 3) for n in range(4)]
    return Cell(cuts[number] * calendar.DAY, cuts[number + 1] * calendar.DAY, cell.grain, cell.value)


_MONTHS_TO_CUT = {
    Granularity.QUARTER: (0, 1, 2, 3),
    Granularity.SEASON: (0, 1, 2, 3),
    Granularity.HALF: (0, 2, 4, 6),
    Granularity.YEAR: (0, 4, 8, 12),
    Granularity.DECADE: (0, 36, 84, 120),
    Granularity.CENTURY: (0, 396, 804, 1200),
}


def _month_cuts(cell: Cell, months: tuple[int, ...]) -> list[int]:
    first = calendar.index(Unit.MONTH, cell.first_day)
    return [calendar.cell(Unit.MONTH, first + month).first_day for month in months]
