"""What a text has told so far, and which meanings count from that instead of from publication."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from app.domain import civil
from app.domain.interval import Granularity
from app.timex import origin
from app.timex.aside import Aside
from app.timex.calendar import Cell
from app.timex.dependence import counts_in_days, is_year_before, needs_told, of_year, unknown
from app.timex.meaning import (
    About,
    Around,
    Beside,
    Clock,
    Date,
    DayOfMonth,
    Inside,
    LastDay,
    Meaning,
    Month,
    Nth,
    Part,
    PartOfDay,
    QuarterInView,
    Range,
    Season,
    Shifted,
    Stepped,
    Stepping,
    Told,
    Weekday,
    Window,
)
from app.timex.origin import Origin
from app.timex.unit import Unit

_A_YEAR = 366
_YEARS_TOLD = 5
_LONG_PAST = 4  # years: reviews of business name the last few
_SAME_REPORT = 1000  # characters: so far on "a year earlier" is still that of the report
_SAME_SCENE = 600  # characters: so far on "the next day" is still that after a day told before a year
_SAME_PASSAGE = 200  # characters: a time of day belongs to a day told at most so far back


@dataclass(slots=True)
class Story:
    """The date told last and where, and the quarter told last. `narrates`: the text tells of the past by its dates.

    `day` is the day told last, which "the next morning" counts from, but for one told aside in a sentence before.
    `opening` is the year that the sentence opens with ("In 2019, …"): months and days in it are of that year. So are
    those of what has its year in its `name` ("the 2019 fair opens in June"), as long as it takes place in them.
    """

    publication: Origin
    narrates: bool
    told: Cell | None = None
    told_at: int = -1
    aside: Aside = Aside.NO
    day: Cell | None = None
    day_at: int = -1
    scene: Cell | None = None
    year: Cell | None = None
    opening: Cell | None = None
    opened: int = 0
    named: bool = False
    quarter: Cell | None = None
    quarter_at: int = 0

    def tell(self, meaning: Meaning, cell: Cell, at: int, aside: Aside) -> None:
        """Take note of a date told. A story reports on the latest completed quarter that it names."""
        self.told, self.told_at = cell, at
        if cell.grain.fineness >= Granularity.DAY.fineness:
            self.day, self.day_at, self.aside = cell, at, aside
            self.scene = cell if aside is Aside.NO else self.scene
        if cell.grain.fineness >= Granularity.YEAR.fineness and cell.first_day <= self.publication.day:
            self.year = cell
        if cell.grain is not Granularity.QUARTER:
            return
        completed = 0 < self.publication.day - cell.last_day < _A_YEAR
        if completed and (self.quarter is None or cell.start >= self.quarter.start):
            self.quarter_at = at
            self.quarter = self.quarter if isinstance(meaning, QuarterInView) and self.quarter else cell

    def go_on(self) -> None:
        """Take note that the sentence of the day told last has ended."""
        if self.aside is not Aside.NO and self.scene is not None:
            self.day = self.scene if self.aside is Aside.YES else None
            self.aside = Aside.NO

    def forget(self, publication: Origin) -> None:
        """Begin anew, counting from here."""
        self.publication, self.told, self.day, self.scene, self.aside = publication, None, None, None, Aside.NO

    def open(self, year: Cell, at: int, *, named: bool) -> None:
        """Take note of a year that its sentence opens with, or that is part of a name, and ends at this character."""
        self.opening, self.opened, self.named = year, at, named

    def view(self, meaning: Meaning, at: int, *, ahead: bool) -> tuple[Meaning, Origin]:
        """The meaning as this story has it, and what it counts from.

        "A year earlier" in a story that reports on a quarter is that quarter a year before. Where the text narrates, a
        month without a year is of the year told, unless it is still `ahead`.
        """
        if isinstance(meaning, QuarterInView):
            return meaning, origin.told(self.quarter) if self.quarter else self.publication
        if is_year_before(meaning) and self.quarter is not None and at - self.quarter_at < _SAME_REPORT:
            return QuarterInView(-4, None), origin.told(self.quarter)
        year = self.opening or (self.year if self.narrates and not ahead else None)
        if year is not None and (placed := of_year(meaning, year)) is not None:
            return placed, origin.told(year)
        told = self._day_told(at) if counts_in_days(meaning) else self.told
        if told is not None and self._counts_from_told(meaning, at):
            return meaning, self._told_before(meaning, told)
        return (meaning, self.publication) if not needs_told(meaning) else (unknown(meaning), self.publication)

    def _day_told(self, at: int) -> Cell | None:
        """The day told last; a month or year told since then keeps nobody from going on the next day, if it is near."""
        if self.told is not None and self.told.grain in {Granularity.WEEK, Granularity.WEEKEND}:
            return self.told
        is_near = self.told_at == self.day_at or at - self.day_at < _SAME_SCENE
        return self.day if is_near else None

    def _told_before(self, meaning: Meaning, cell: Cell) -> Origin:
        """The date told last; "the following March" comes after the end of a year, and 1 a.m. after 11 p.m."""
        if isinstance(meaning, Clock) and meaning.on is None:
            return origin.told_by_clock(cell, meaning.hour * 60)
        follows = isinstance(meaning, Month | Season) and (meaning.step or 0) > 0
        return (
            origin.told_end(cell) if follows and cell.grain.fineness <= Granularity.YEAR.fineness else origin.told(cell)
        )

    def _counts_from_told(self, meaning: Meaning, at: int) -> bool:
        match meaning:
            case Shifted():
                return meaning.told
            case Told():
                return meaning.firmly or self.narrates or (meaning.unit is Unit.DAY and self._day_is_near(at))
            case Weekday() | Month() | Season():
                return meaning.told
            case DayOfMonth():
                return True
            case PartOfDay() | Clock():
                return self._day_is_near(at) if meaning.on is None else self._counts_from_told(meaning.on, at)
            case Part() | About() | LastDay() | Around() | Beside() | Stepping():
                return self._counts_from_told(meaning.of, at)
            case Inside() | Nth():
                return self._counts_from_told(meaning.outer, at)
            case Range():
                return self._counts_from_told(meaning.first, at)
            case _:
                return False

    def _day_is_near(self, at: int) -> bool:
        """Publication's own day is left to publication, which knows what time of it has come."""
        told = self.day
        if told is None or at - self.day_at >= _SAME_PASSAGE:
            return False
        return told.first_day != self.publication.day or told.grain.finer_than_day


def narrates(meanings: Sequence[Meaning], publication: Origin) -> bool:
    """Whether a text tells of the past by its years rather than of the day's news.

    It names at least `_YEARS_TOLD` years, most of them long past, and hardly anything that counts from publication.
    """
    present = civil.date_of(publication.day)[0]
    years = [year for meaning in meanings if (year := _year(meaning)) is not None and year <= present]
    if len(years) < _YEARS_TOLD or present - median(years) < _LONG_PAST:
        return False
    deictic = sum(1 for meaning in meanings if isinstance(meaning, Stepped | Weekday | Window))
    return deictic * 5 <= len(years)


def _year(meaning: Meaning) -> int | None:
    match meaning:
        case Date():
            return meaning.year
        case Inside():
            return _year(meaning.outer)
        case Part() | About():
            return _year(meaning.of)
        case _:
            return None
