"""What a text has told so far, and which meanings count from that instead of from publication."""

from dataclasses import dataclass

from app.domain.interval import Granularity
from app.timex import origin
from app.timex.calendar import Cell
from app.timex.meaning import (
    About,
    Around,
    Beside,
    Clock,
    DayOfMonth,
    Inside,
    LastDay,
    Meaning,
    Nth,
    Part,
    PartOfDay,
    QuarterInView,
    Range,
    Shifted,
    Told,
    Weekday,
)
from app.timex.origin import Origin
from app.timex.unit import Unit

_A_YEAR = 366
_SAME_PASSAGE = 200  # characters: a time of day belongs to a day told at most so far back


@dataclass(slots=True)
class Story:
    """The date told last and where, and the quarter told last. `narrates`: the text tells of the past by its dates."""

    publication: Origin
    narrates: bool
    told: Cell | None = None
    told_at: int = 0
    quarter: Cell | None = None

    def tell(self, meaning: Meaning, cell: Cell, at: int) -> None:
        """Take note of a date told. A story reports on the latest completed quarter that it names."""
        self.told, self.told_at = cell, at
        if cell.grain is not Granularity.QUARTER or isinstance(meaning, QuarterInView):
            return
        completed = 0 < self.publication.day - cell.last_day < _A_YEAR
        if completed and (self.quarter is None or cell.start > self.quarter.start):
            self.quarter = cell

    def view(self, meaning: Meaning, at: int) -> tuple[Meaning, Origin]:
        """The meaning as this story has it, and what it counts from.

        "A year earlier" in a story that reports on a quarter is that quarter a year before.
        """
        if isinstance(meaning, QuarterInView) or _is_year_before(meaning):
            seen = self.quarter
            if seen is not None:
                return meaning if isinstance(meaning, QuarterInView) else QuarterInView(-4, None), origin.told(seen)
            return meaning, self.publication
        if self.told is None or not self._counts_from_told(meaning, at):
            return meaning, self.publication
        return meaning, origin.told(self.told)

    def _counts_from_told(self, meaning: Meaning, at: int) -> bool:
        match meaning:
            case Shifted():
                return meaning.told
            case Told():
                return meaning.firmly or self.narrates
            case Weekday():
                return meaning.told
            case DayOfMonth():
                return True
            case PartOfDay() | Clock():
                return self._day_is_near(at) if meaning.on is None else self._counts_from_told(meaning.on, at)
            case Part() | About() | LastDay() | Around() | Beside():
                return self._counts_from_told(meaning.of, at)
            case Inside() | Nth():
                return self._counts_from_told(meaning.outer, at)
            case Range():
                return self._counts_from_told(meaning.first, at)
            case _:
                return False

    def _day_is_near(self, at: int) -> bool:
        told = self.told
        return (
            told is not None and told.grain.fineness >= Granularity.DAY.fineness and at - self.told_at < _SAME_PASSAGE
        )


def _is_year_before(meaning: Meaning) -> bool:
    return isinstance(meaning, Shifted) and meaning.unit is Unit.YEAR and meaning.count == 1 and not meaning.forward
