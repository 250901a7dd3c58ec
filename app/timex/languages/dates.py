"""Dates that are written, and those that lack their year or month: day of the month, month, season, decade."""

from collections.abc import Callable, Mapping

from app.domain import civil
from app.timex.calendar import Cell
from app.timex.languages import cells
from app.timex.languages.found import Found, Told, day_text, told

# A day of the month without its month is this many days from publication at most.
_DAYS_AROUND = 16
# Far enough for a 29 February, and for a weekday to come round to its date.
_YEARS_AROUND = 4


def _written(found: Found, _: int) -> Told:
    """dateparser's reading where it keeps the year and month that the words name; else, as for names of months that it
    doesn't know, our own."""
    year, month = found.number("year"), found.month
    parsed = found.written()
    if parsed and parsed[:2] == (year, month):
        return told(cells.date(*parsed), "the date as written")
    return told(cells.date(year, month, found.number("day")), "the date as written")


def _figures(found: Found, _: int) -> Told:
    cell = cells.date(found.number("year"), found.number("month"), found.number("day"))
    return told(cell, "the date as written, in the order of day and month that the language uses")


def _month_of_year(found: Found, _: int) -> Told:
    return told(cells.month(found.number("year"), found.month), "the month as written")


def _stepped_year(found: Found, today: int) -> tuple[int, str]:
    year = civil.date_of(today)[0] + found.step
    return year, f"in {year}, counted from publication on {day_text(today)}"


def _month_day_of_stepped_year(found: Found, today: int) -> Told:
    year, reason = _stepped_year(found, today)
    return told(cells.date(year, found.month, found.number("day")), reason)


def _month_of_stepped_year(found: Found, today: int) -> Told:
    year, reason = _stepped_year(found, today)
    return told(cells.month(year, found.month), reason)


def _month_day(found: Found, today: int) -> Told:
    """The nearest such day; a weekday told with it must be its own."""
    this_year = civil.date_of(today)[0]
    years = range(this_year - _YEARS_AROUND, this_year + _YEARS_AROUND + 1)
    days = (cells.date(year, found.month, found.number("day")) for year in years)
    fitting = [cell for cell in days if cell and found.weekday in (None, cells.weekday(cell.first_day))]
    nearest = min(fitting, key=lambda cell: (abs(cell.first_day - today), cell.first_day), default=None)
    return told(nearest, f"no year is told: the one nearest to publication on {day_text(today)}")


def _month_day_stepped(found: Found, today: int) -> Told:
    """The latest such day before publication, or the first after."""
    this_year = civil.date_of(today)[0]
    years = range(this_year - _YEARS_AROUND, this_year + _YEARS_AROUND + 1)
    days = [cell for year in years if (cell := cells.date(year, found.month, found.number("day")))]
    if found.step < 0:
        before = [cell for cell in days if cell.first_day < today]
        return told(before[-1] if before else None, f"the latest before publication on {day_text(today)}")
    after = [cell for cell in days if cell.first_day > today]
    return told(after[0] if after else None, f"the first after publication on {day_text(today)}")


def _day_of_month(found: Found, today: int) -> Told:
    cell = nearest_day(found.number("day"), today, None)
    return told(cell, f"the day of the month nearest to publication on {day_text(today)}")


def nearest_day(number: int, today: int, weekday: int | None) -> Cell | None:
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
    return told(cell, f"the month counted from publication on {day_text(today)}")


def _month(found: Found, today: int) -> Told:
    year, month, _ = civil.date_of(today)
    steps = (found.month - month + 6) % 12 - 6
    return told(cells.month(year, month + steps), f"no year is told: nearest to publication on {day_text(today)}")


def _month_stepped(found: Found, today: int) -> Told:
    year, month, _ = civil.date_of(today)
    ahead = (found.month - month - 1) % 12 + 1
    behind = (month - found.month - 1) % 12 + 1
    steps = ahead if found.step > 0 else -behind if found.step < 0 else found.month - month
    which = ("the latest before", "in the year of", "the first after")[found.step + 1]
    return told(cells.month(year, month + steps), f"{which} publication on {day_text(today)}")


def _season(found: Found, _: int) -> Told:
    number = found.words.tables.seasons[found.groups["season"]]
    return told(cells.season(found.number("year"), number), "the season as written, in the north")


def _season_of_stepped_year(found: Found, today: int) -> Told:
    year, reason = _stepped_year(found, today)
    return told(cells.season(year, found.words.tables.seasons[found.groups["season"]]), f"{reason}, in the north")


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
    return told(cells.season(row // 4, row % 4), f"{which} publication on {day_text(today)}, in the north")


def _quarter(found: Found, _: int) -> Told:
    number = found.words.tables.quarters[found.groups["quarter"]]
    return told(cells.quarter(found.number("year"), number), "the quarter as written")


def _decade(found: Found, today: int) -> Told:
    """Two figures or a word: the latest such decade wholly before the anchor's own."""
    if "tens" in found.groups:
        number = found.words.tables.tens[found.groups["tens"]]
    else:
        number = int(found.groups["decade"].strip("'’"))
    if number % 10:
        return None
    if number >= 100:
        return told(cells.decade(number), "the decade as written")
    this_decade = civil.date_of(today)[0] // 10 * 10
    latest = this_decade - (this_decade - number - 1) % 100 - 1
    return told(cells.decade(latest), f"the latest such decade before that of publication on {day_text(today)}")


def _year(found: Found, _: int) -> Told:
    return told(cells.year(found.number("year")), "the year as written")


CELLS: Mapping[str, Callable[[Found, int], Told]] = {
    "date/written": _written,
    "date/figures": _figures,
    "date/month": _month_of_year,
    "month-day/of-year": _month_day_of_stepped_year,
    "month/of-year": _month_of_stepped_year,
    "month-day": _month_day,
    "month-day/stepped": _month_day_stepped,
    "season": _season,
    "season/of-year": _season_of_stepped_year,
    "season/stepped": _season_stepped,
    "quarter": _quarter,
    "day-of-month": _day_of_month,
    "day/of-month": _day_of_stepped_month,
    "month/stepped": _month_stepped,
    "decade": _decade,
    "month": _month,
    "year": _year,
}
