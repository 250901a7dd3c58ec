"""Ranges written as one: Dec. 3-5, March 3 and 4, 2014-15, May-June 2014."""

from app.timex.meaning import Date, Inside, Month, MonthDay, Nothing, Range, Season
from app.timex.rule import Example, Rule

_LINK = r"(?: ?- ?| to | through | and | or |, )"
_TO = r"(?: ?- ?| to | through )"

_LONGEST_WRITTEN = 150
_LONGEST = 30  # years that a range with a short second year spans at most

RULES = (
    Rule(
        "range/days-of-month-year",
        r"{month} {day}" + _LINK + r"{last=day},? {year=any_year}",
        lambda w: Range(Date(w.year, w.month, w.day), Date(w.year, w.month, w.last)),
        (Example("The fair ran [May 3-5, 2014], in Lyon.", "2014-05-03/2014-05-05", "2014-05-03/2014-05-06"),),
    ),
    Rule(
        "range/days-of-month",
        r"{month} {day}" + _LINK + r"{last=day}",
        lambda w: Range(MonthDay(w.month, w.day, None), MonthDay(w.month, w.last, None)),
        (
            Example("The fair ran [Dec. 3-5] in Lyon.", "2021-12-03/2021-12-05", "2021-12-03/2021-12-06"),
            Example("Leaders meet [January 4 and 5] in Bonn.", "2022-01-04/2022-01-05", "2022-01-04/2022-01-06"),
        ),
    ),
    Rule(
        "range/days-first-year",
        r"{day}" + _LINK + r"{last=day}(?: of)? {month},? {year=any_year}",
        lambda w: Range(Date(w.year, w.month, w.day), Date(w.year, w.month, w.last)),
        (Example("The siege of [3-5 May 2014] failed.", "2014-05-03/2014-05-05", "2014-05-03/2014-05-06"),),
    ),
    Rule(
        "range/days-first",
        r"{day}(?: ?- ?| to | and ){last=day}(?: of)? {month}",
        lambda w: Range(MonthDay(w.month, w.day, None), MonthDay(w.month, w.last, None)),
        (Example("The fair ran [3-5 December] in Lyon.", "2021-12-03/2021-12-05", "2021-12-03/2021-12-06"),),
    ),
    Rule(
        "range/months-of-year",
        r"{month}" + _TO + r"{last=month}(?: of|,)? {year}",
        lambda w: Range(Date(w.year, w.month, None), Date(w.year, w.last, None)),
        (Example("Output fell in [May-June 2014].", "2014-05/2014-06", "2014-05-01/2014-07-01"),),
    ),
    Rule(
        "range/months",
        r"{month}-{last=month}",
        lambda w: Range(Month(w.month, None), Month(w.last, None)),
        (Example("Output fell in [October-November].", "2021-10/2021-11", "2021-10-01/2021-12-01"),),
    ),
    Rule(
        "range/short-years",
        r"{digits}[-/](?P<yy>\d\d)",
        lambda w: _short_years(w.digits, int(w.yy)),
        (
            Example("They were at war in [2014-15].", "2014/2015", "2014-01-01/2016-01-01"),
            Example("The file is dated [2014-03] on its spine.", "2014-03", "2014-03-01/2014-04-01"),
        ),
    ),
    Rule(
        "range/winter-of-years",
        r"(?:the )?winter(?: of)? {digits}[-/]\d\d(?:\d\d)?|(?:the )?{digits_first=digits}[-/]\d\d(?:\d\d)? winter",
        lambda w: Inside(Season(3, None), Date(w.digits or w.digits_first, None, None)),
        (Example("Wolves came in [the winter of 2009-10].", "2009-WI", "2009-12-01/2010-03-01"),),
    ),
    Rule(
        "range/slashed-month",
        r"(?P<m>0?[1-9]|1[0-2])/{digits}",
        lambda w: Date(w.digits, int(w.m), None),
        (Example("Best before [12/2014], it says.", "2014-12", "2014-12-01/2015-01-01", bound="before"),),
    ),
    Rule(
        "range/years",
        r"{digits} ?- ?{last=digits}",
        lambda w: _years(w.digits, w.last),
        (Example("The dictator's rule ([1974-1981]) was harsh.", "1974/1981", "1974-01-01/1982-01-01"),),
    ),
)


def _years(first: int, last: int) -> Range | Nothing:
    """Four digits twice are years if they are near each other; weights and prices are not."""
    near = 0 < last - first <= _LONGEST_WRITTEN
    return Range(Date(first, None, None), Date(last, None, None)) if near else Nothing()


def _short_years(first: int, short: int) -> Range | Date | Nothing:
    """2014-15 is two years, 1999-02 four; 2014-03 is a month."""
    last = first - first % 100 + short
    last = last if last > first else last + 100
    if last - first <= _LONGEST:
        return Range(Date(first, None, None), Date(last, None, None))
    return Date(first, short, None) if 1 <= short <= 12 else Nothing()
