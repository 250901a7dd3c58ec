"""What a found shape means: its named groups and the anchor's day become a calendar cell. Knows no pattern."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.domain import civil
from app.domain.article import Anchor
from app.domain.expression import TimexType
from app.domain.interval import Granularity
from app.timex.calendar import Cell
from app.timex.languages import cells
from app.timex.languages.vocabulary import Vocabulary

WrittenDate = Callable[[], tuple[int, int, int] | None]
"""Year, month and day (1 where only a month is written) that dateparser reads in the whole span, or None."""

# A day of the month without its month is this many days from publication at most.
_DAYS_AROUND = 16
# Far enough for a 29 February, and for a weekday to come round to its date.
_YEARS_AROUND = 4
_HOURS = {"MO": (6, 12), "AF": (12, 18), "EV": (18, 24), "NI": (18, 24), "OV": (0, 6)}
_TIMEX_PARTS = {"OV": "NI"}
_PART_NAMES = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "OV": "night before dawn"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")


@dataclass(frozen=True, slots=True)
class Found:
    """A shape found in the text: its rule, the groups that took part, whether words about it look ahead."""

    rule: str
    groups: Mapping[str, str]
    words: Vocabulary
    ahead: bool
    written: WrittenDate

    def number(self, group: str) -> int:
        told = self.groups[group]
        return self.words.tables.day_words.get(told) or figure(told, self.words.tables.numbers)

    @property
    def step(self) -> int:
        return -1 if "last" in self.groups else 1 if "next" in self.groups else 0

    @property
    def month(self) -> int:
        name = self.groups["month"].rstrip(".")
        return self.words.months.get(name) or self.number("month")

    @property
    def weekday(self) -> int | None:
        name = self.groups.get("weekday", "").rstrip(".")
        return self.words.weekdays[name] if name else None


@dataclass(frozen=True, slots=True)
class Reading:
    """Civil minutes [start, end), with the granularity, TIMEX3 type and value, and the reason in words."""

    start: int
    end: int
    granularity: Granularity
    type: TimexType
    value: str
    reason: str


def figure(text: str, numbers: Mapping[str, int]) -> int:
    """A number in figures of any script, or in words of the table; 0, which is no day, month or year, for others."""
    figures = text.translate(_DIGITS)
    return numbers[text] if text in numbers else int(figures) if figures.isdecimal() else 0


def reading(found: Found, anchor: Anchor) -> Reading | None:
    """What the shape means, counted from the anchor; None where it names no date that exists."""
    if found.rule.startswith("counted") and found.words.units[found.groups["unit"]] in _SHORT_UNITS:
        return _moment(found, anchor)
    if "month" in found.groups and not 1 <= found.month <= 12:
        return None
    told = _CELLS[found.rule](found, anchor.day)
    if told is None:
        return None
    cell, reason = told
    code = _part(found)
    if code is None:
        return _whole(cell, reason)
    return part_of_day(cell.first_day, code, reason) if cell.grain is Granularity.DAY else None


def _whole(cell: Cell, reason: str) -> Reading:
    return Reading(cell.start, cell.end, cell.grain, TimexType.DATE, cell.value, reason)


def part_of_day(day: int, code: str, reason: str) -> Reading:
    """Morning, afternoon, evening or night of a day."""
    midnight, (first, last) = day * civil.MINUTES_A_DAY, _HOURS[code]
    value = f"{civil.day_text(midnight)}T{_TIMEX_PARTS.get(code, code)}"
    start, end = midnight + first * 60, midnight + last * 60
    return Reading(start, end, Granularity.PART_OF_DAY, TimexType.TIME, value, f"{_PART_NAMES[code]}, {reason}")


def at_clock(day: int, hour: int, minute: int, reason: str) -> Reading:
    """One minute of a day."""
    start = day * civil.MINUTES_A_DAY + hour * 60 + minute
    return Reading(start, start + 1, Granularity.MINUTE, TimexType.TIME, civil.minute_text(start), reason)


def _part(found: Found) -> str | None:
    own, groups = found.words.tables, found.groups
    if "part" in groups:
        return own.parts[groups["part"]]
    if "part_before" in groups:
        return own.parts_before[groups["part_before"]]
    return own.part_phrases[groups["phrase"]][1] if found.rule == "phrase/part" else None


_SHORT_UNITS = {Granularity.HOUR: 60, Granularity.MINUTE: 1}
Told = tuple[Cell, str] | None


def _moment(found: Found, anchor: Anchor) -> Reading | None:
    """Hours and minutes from the time of publication; nothing where only its day is known."""
    if anchor.day_only:
        return None
    unit = found.words.units[found.groups["unit"]]
    minute = anchor.minute + _sign(found) * found.number("n") * _SHORT_UNITS[unit]
    size = _SHORT_UNITS[unit]
    start = minute - minute % size
    value = civil.minute_text(start)[: len("2021-12-21T14") if unit is Granularity.HOUR else None]
    return Reading(start, start + size, unit, TimexType.TIME, value, f"counted from publication at {anchor.text}")


def _sign(found: Found) -> int:
    return -1 if found.rule.endswith("ago") else 1


def _told(cell: Cell | None, reason: str) -> Told:
    return (cell, reason) if cell else None


def _written(found: Found, _: int) -> Told:
    """dateparser's reading where it keeps the year and month that the words name; else, as for names of months that it
    doesn't know, our own."""
    year, month = found.number("year"), found.month
    parsed = found.written()
    if parsed and parsed[:2] == (year, month):
        return _told(cells.date(*parsed), "the date as written")
    return _told(cells.date(year, month, found.number("day")), "the date as written")


def _figures(found: Found, _: int) -> Told:
    cell = cells.date(found.number("year"), found.number("month"), found.number("day"))
    return _told(cell, "the date as written, in the order of day and month that the language uses")


def _month_of_year(found: Found, _: int) -> Told:
    return _told(cells.month(found.number("year"), found.month), "the month as written")


def _stepped_year(found: Found, today: int) -> tuple[int, str]:
    year = civil.date_of(today)[0] + found.step
    return year, f"in {year}, counted from publication on {_text(today)}"


def _month_day_of_stepped_year(found: Found, today: int) -> Told:
    year, reason = _stepped_year(found, today)
    return _told(cells.date(year, found.month, found.number("day")), reason)


def _month_of_stepped_year(found: Found, today: int) -> Told:
    year, reason = _stepped_year(found, today)
    return _told(cells.month(year, found.month), reason)


def _month_day(found: Found, today: int) -> Told:
    """The nearest such day; a weekday told with it must be its own."""
    this_year = civil.date_of(today)[0]
    years = range(this_year - _YEARS_AROUND, this_year + _YEARS_AROUND + 1)
    days = (cells.date(year, found.month, found.number("day")) for year in years)
    fitting = [cell for cell in days if cell and found.weekday in (None, cells.weekday(cell.first_day))]
    nearest = min(fitting, key=lambda cell: (abs(cell.first_day - today), cell.first_day), default=None)
    return _told(nearest, f"no year is told: the one nearest to publication on {_text(today)}")


def _month_day_stepped(found: Found, today: int) -> Told:
    """The latest such day before publication, or the first after."""
    this_year = civil.date_of(today)[0]
    years = range(this_year - _YEARS_AROUND, this_year + _YEARS_AROUND + 1)
    days = [cell for year in years if (cell := cells.date(year, found.month, found.number("day")))]
    if found.step < 0:
        before = [cell for cell in days if cell.first_day < today]
        return _told(before[-1] if before else None, f"the latest before publication on {_text(today)}")
    after = [cell for cell in days if cell.first_day > today]
    return _told(after[0] if after else None, f"the first after publication on {_text(today)}")


def _season(found: Found, _: int) -> Told:
    number = found.words.tables.seasons[found.groups["season"]]
    return _told(cells.season(found.number("year"), number), "the season as written, in the north")


def _season_stepped(found: Found, today: int) -> Told:
    """The latest such season wholly before the anchor's, the first after it, or the one that year."""
    number, now = found.words.tables.seasons[found.groups["season"]], cells.season_around(today)
    if found.step < 0:
        row = now - ((now - number - 1) % 4 + 1)
    elif found.step > 0:
        row = now + (number - now - 1) % 4 + 1
    else:
        row = civil.date_of(today)[0] * 4 + number
    which = ("the latest before that of", "in the year of", "the first after that of")[found.step + 1]
    return _told(cells.season(row // 4, row % 4), f"{which} publication on {_text(today)}, in the north")


def _quarter(found: Found, _: int) -> Told:
    number = found.words.tables.quarters[found.groups["quarter"]]
    return _told(cells.quarter(found.number("year"), number), "the quarter as written")


def _weekday(found: Found, today: int) -> Told:
    weekday = _known(found)
    back = (cells.weekday(today) - weekday) % 7
    ahead = found.ahead and back > 0
    day = today - back + (7 if ahead else 0)
    which = "the next one after" if ahead else "the most recent one up to"
    why = ", because words about it look ahead" if ahead else ""
    return _told(cells.day(day), f"{_WEEKDAYS[weekday]}, {which} publication on {_text(today)}{why}")


def _known(found: Found) -> int:
    weekday = found.weekday
    if weekday is None:
        raise ValueError(f"a weekday shape without a weekday: {found.rule!r}")
    return weekday


def _weekday_stepped(found: Found, today: int) -> Told:
    weekday, own = _known(found), cells.weekday(today)
    if found.words.tables.week_weekdays or found.rule == "weekday/of-week" or not found.step:
        day = today - own + 7 * found.step + weekday
        which = ("of the week before that of", "in the week of", "of the week after that of")[found.step + 1]
    elif found.step < 0:
        day, which = today - ((own - weekday - 1) % 7 + 1), "the latest before"
    else:
        day, which = today + ((weekday - own - 1) % 7 + 1), "the first after"
    return _told(cells.day(day), f"{_WEEKDAYS[weekday]}, {which} publication on {_text(today)}")


def _weekday_numbered(found: Found, today: int) -> Told:
    """That day of the month near publication; where it has another weekday the number is no day."""
    number = found.number("day_in_brackets" if "day_in_brackets" in found.groups else "day")
    return _told(_nearest_day(number, today, _known(found)), f"the nearest to publication on {_text(today)}")


def _day_of_month(found: Found, today: int) -> Told:
    cell = _nearest_day(found.number("day"), today, None)
    return _told(cell, f"the day of the month nearest to publication on {_text(today)}")


def _nearest_day(number: int, today: int, weekday: int | None) -> Cell | None:
    year, month, _ = civil.date_of(today)
    found = []
    for step in (-1, 0, 1):
        carried = month + step - 1
        cell = cells.date(year + carried // 12, carried % 12 + 1, number)
        fits = cell and weekday in (None, cells.weekday(cell.first_day))
        if cell and fits and abs(cell.first_day - today) <= _DAYS_AROUND:
            found.append(cell)
    return min(found, key=lambda cell: (abs(cell.first_day - today), cell.first_day), default=None)


def _day_of_stepped_month(found: Found, today: int) -> Told:
    year, month, _ = civil.date_of(today)
    carried = month + found.step - 1
    cell = cells.date(year + carried // 12, carried % 12 + 1, found.number("day"))
    return _told(cell, f"the month counted from publication on {_text(today)}")


def _unit_stepped(found: Found, today: int) -> Told:
    unit = found.words.units[found.groups["unit"]]
    return _told(cells.stepped(unit, today, found.step), _relative(unit, found.step, today))


def _month_stepped(found: Found, today: int) -> Told:
    year, month, _ = civil.date_of(today)
    ahead = (found.month - month - 1) % 12 + 1
    behind = (month - found.month - 1) % 12 + 1
    steps = ahead if found.step > 0 else -behind if found.step < 0 else found.month - month
    which = ("the latest before", "in the year of", "the first after")[found.step + 1]
    return _told(cells.month(year, month + steps), f"{which} publication on {_text(today)}")


def _counted(found: Found, today: int) -> Told:
    unit = found.words.units[found.groups["unit"]]
    steps = _sign(found) * found.number("n")
    return _told(cells.stepped(unit, today, steps), _relative(unit, steps, today))


def _phrase(found: Found, today: int) -> Told:
    unit, steps = found.words.phrases[found.groups["phrase"]]
    return _told(cells.stepped(unit, today, steps), _relative(unit, steps, today))


def _part_phrase(found: Found, today: int) -> Told:
    days, _ = found.words.tables.part_phrases[found.groups["phrase"]]
    return _told(cells.day(today + days), _relative(Granularity.DAY, days, today))


def _relative(unit: Granularity, steps: int, today: int) -> str:
    if not steps:
        return f"the {unit} of publication on {_text(today)}"
    many = f"{abs(steps)} {unit}s" if abs(steps) > 1 else f"1 {unit}"
    return f"{many} {'before' if steps < 0 else 'after'} that of publication on {_text(today)}"


def _decade(found: Found, today: int) -> Told:
    """Two figures or a word: the latest such decade wholly before the anchor's own."""
    if "tens" in found.groups:
        number = found.words.tables.tens[found.groups["tens"]]
    else:
        number = int(found.groups["decade"].strip("'’"))
    if number % 10:
        return None
    if number >= 100:
        return _told(cells.decade(number), "the decade as written")
    this_decade = civil.date_of(today)[0] // 10 * 10
    latest = this_decade - (this_decade - number - 1) % 100 - 1
    return _told(cells.decade(latest), f"the latest such decade before that of publication on {_text(today)}")


def _month(found: Found, today: int) -> Told:
    year, month, _ = civil.date_of(today)
    steps = (found.month - month + 6) % 12 - 6
    return _told(cells.month(year, month + steps), f"no year is told: nearest to publication on {_text(today)}")


def _year(found: Found, _: int) -> Told:
    return _told(cells.year(found.number("year")), "the year as written")


def _text(day: int) -> str:
    return civil.day_text(day * civil.MINUTES_A_DAY)


_CELLS: Mapping[str, Callable[[Found, int], Told]] = {
    "date/written": _written,
    "date/figures": _figures,
    "date/month": _month_of_year,
    "month-day/of-year": _month_day_of_stepped_year,
    "month/of-year": _month_of_stepped_year,
    "month-day": _month_day,
    "month-day/stepped": _month_day_stepped,
    "season": _season,
    "season/stepped": _season_stepped,
    "quarter": _quarter,
    "weekday/stepped": _weekday_stepped,
    "weekday/of-week": _weekday_stepped,
    "weekday/numbered": _weekday_numbered,
    "weekday": _weekday,
    "day-of-month": _day_of_month,
    "day/of-month": _day_of_stepped_month,
    "unit/stepped": _unit_stepped,
    "month/stepped": _month_stepped,
    "counted/ago": _counted,
    "counted/ahead": _counted,
    "phrase": _phrase,
    "phrase/part": _part_phrase,
    "decade": _decade,
    "month": _month,
    "year": _year,
}
