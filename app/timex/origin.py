"""What a phrase counts from: publication, or a date told in the text before."""

from dataclasses import dataclass, replace

from app.domain import civil
from app.domain.article import Anchor
from app.domain.interval import Granularity
from app.timex import calendar
from app.timex.calendar import Cell
from app.timex.unit import GRAINS, Unit

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Origin:
    """A day to count from, how finely it is known, and how an explanation calls it."""

    day: int
    grain: Granularity
    words: str

    def knows(self, unit: Unit) -> bool:
        """Whether the origin is known finely enough to name its cell of this unit."""
        return calendar.has_cells(unit) and GRAINS[unit].fineness <= self.grain.fineness


def publication(anchor: Anchor) -> Origin:
    return Origin(anchor.day, Granularity.DAY, f"publication on {day_words(anchor.day)}")


def told(cell: Cell) -> Origin:
    """The date told last; a cell coarser than a day counts from its first day."""
    known = Granularity.DAY if cell.grain.finer_than_day else cell.grain
    words = day_words(cell.first_day) if known is Granularity.DAY else cell.value
    return Origin(cell.first_day, known, f"{words}, told before it")


def told_end(cell: Cell) -> Origin:
    """The same, counted from the cell's last day."""
    return replace(told(cell), day=cell.last_day)


def day_words(day: int) -> str:
    """`Tuesday 2021-12-21`."""
    return f"{weekday_name(day % 7)} {civil.day_text(day * calendar.DAY)}"


def weekday_name(weekday: int) -> str:
    return _WEEKDAYS[weekday]
