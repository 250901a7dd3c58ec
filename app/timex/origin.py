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
    """A day to count from, how finely it is known, and how an explanation calls it.

    `minute` is the time of day of publication or of an entry of a live report, `moment` the civil minute of a time
    told.
    """

    day: int
    grain: Granularity
    words: str
    minute: int | None = None
    moment: int | None = None

    def knows(self, unit: Unit) -> bool:
        """Whether the origin is known finely enough to name its cell of this unit."""
        return calendar.has_cells(unit) and GRAINS[unit].fineness <= self.grain.fineness


def publication(anchor: Anchor) -> Origin:
    minute = None if anchor.day_only else anchor.minute % calendar.DAY
    return Origin(anchor.day, Granularity.DAY, f"publication on {day_words(anchor.day)}", minute)


def entry(publication: Origin, minute: int) -> Origin:
    """An entry of a live report told at this minute of the day, which is the last one up to publication."""
    late = publication.minute is not None and minute > publication.minute
    day = publication.day - late
    clock = civil.minute_text(minute)[-len("14:05") :]
    return Origin(day, Granularity.DAY, f"its entry at {clock} on {day_words(day)}", minute)


def told(cell: Cell) -> Origin:
    """The date told last; a cell coarser than a day counts from its first day."""
    known = Granularity.DAY if cell.grain.finer_than_day else cell.grain
    words = day_words(cell.first_day) if known is Granularity.DAY else cell.value
    moment = cell.start if cell.grain is Granularity.MINUTE else None
    return Origin(cell.first_day, known, f"{words}, told before it", moment=moment)


_EVENING, _MORNING = 18 * 60, 6 * 60


def told_by_clock(cell: Cell, minute: int) -> Origin:
    """The day of this minute of day, told after a time: 1 a.m. after 11 p.m. or "Friday night" is the next day's, and
    11 p.m. after a midnight is the day's that this ends."""
    if cell.value.endswith("T24:00") and minute >= _EVENING:
        return told(calendar.holding(Unit.DAY, cell.first_day - 1))
    past_midnight = cell.grain.finer_than_day and cell.start % calendar.DAY >= _EVENING and minute < _MORNING
    return _night_after(cell) if past_midnight else told(cell)


def _night_after(cell: Cell) -> Origin:
    day = cell.first_day + 1
    return Origin(day, Granularity.DAY, f"{day_words(day)}, after the night told before it")


def told_end(cell: Cell) -> Origin:
    """The same, counted from the cell's last day."""
    return replace(told(cell), day=cell.last_day)


def day_words(day: int) -> str:
    """`Tuesday 2021-12-21`."""
    return f"{weekday_name(day % 7)} {civil.day_text(day * calendar.DAY)}"


def weekday_name(weekday: int) -> str:
    return _WEEKDAYS[weekday]
