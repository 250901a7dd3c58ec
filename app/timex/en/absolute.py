"""Dates written out: 21 December 2021, Dec. 21, 2021, 2021-12-21, December 2021, 2021."""

from app.timex.meaning import Date, Slashed
from app.timex.rule import Example, Rule

# What may stand before a written-out date without adding to it.
_NAMED = r"(?:{anyweekday},? (?:the )?)?"

_PIVOT = 30  # two digits below are of this century

DAYS = (
    Rule(
        "absolute/month-day-year",
        _NAMED + r"{month} {day}(?:,? {year}|, {far_year})",
        lambda w: Date(w.year or w.far_year, w.month, w.day),
        (
            Example("The pact was signed on [March 3, 2014].", "2014-03-03", "2014-03-03/2014-03-04"),
            Example("It opened on [Sunday, Feb. 1st 1998], to rain.", "1998-02-01", "1998-02-01/1998-02-02"),
            Example("The loan falls due on [May 5, 2150], it says.", "2150-05-05", "2150-05-05/2150-05-06"),
        ),
    ),
    Rule(
        "absolute/day-month-year",
        r"(?:{anyweekday},? )?(?:the )?{day}(?: of)? {month},? {year=any_year}",
        lambda w: Date(w.year, w.month, w.day),
        (
            Example("The treaty of [3 March 2014] still holds.", "2014-03-03", "2014-03-03/2014-03-04"),
            Example("He died on [the 21st of December, 1890].", "1890-12-21", "1890-12-21/1890-12-22"),
            Example("The loan falls due on [31 December 2150].", "2150-12-31", "2150-12-31/2151-01-01"),
        ),
    ),
    Rule(
        "absolute/iso-day",
        r"(?P<y>[12]\d\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])",
        lambda w: Date(int(w.y), int(w.m), int(w.d)),
        (Example("The log ends at [2014-03-03] without a word.", "2014-03-03", "2014-03-03/2014-03-04"),),
    ),
    Rule(
        "absolute/slashed-iso",
        r"(?P<y>[12]\d\d\d)/(?P<m>0[1-9]|1[0-2])/(?P<d>0[1-9]|[12]\d|3[01])",
        lambda w: Date(int(w.y), int(w.m), int(w.d)),
        (Example("The log ends at [2014/03/08] without a word.", "2014-03-08", "2014-03-08/2014-03-09"),),
    ),
    Rule(
        "absolute/dotted-european",
        r"(?P<d>0?[1-9]|[12]\d|3[01])\.(?P<m>0?[1-9]|1[0-2])\.{digits=any_digits}",
        lambda w: Date(w.digits, int(w.m), int(w.d)),
        (Example("The stamp reads [8.3.2014] in red.", "2014-03-08", "2014-03-08/2014-03-09"),),
    ),
    Rule(
        "absolute/slashed",
        r"(?P<first>0?[1-9]|[12]\d|3[01])/(?P<second>0?[1-9]|[12]\d|3[01])/(?:{digits=any_digits}|{yy})",
        lambda w: Slashed(int(w.first), int(w.second), w.digits or w.yy),
        (
            Example("The stamp reads [28/03/2014] in red.", "2014-03-28", "2014-03-28/2014-03-29"),
            Example("The form was stamped [3/14/2019] by a clerk.", "2019-03-14", "2019-03-14/2019-03-15"),
            Example("Filed [03/28/14] by fax.", "2014-03-28", "2014-03-28/2014-03-29"),
            Example("Filed [05/05/14] by fax.", "2014-05-05", "2014-05-05/2014-05-06"),
            Example("The form was stamped [3/4/2019] by a clerk.", "2019-03-04", "2019-03-04/2019-03-05"),
            Example("Filed after that of 28/3/2019, on [4/2/2019].", "2019-02-04", "2019-02-04/2019-02-05"),
        ),
    ),
)

MONTHS = (
    Rule(
        "absolute/month-year",
        r"{month}(?:,| of|) {year=any_year}",
        lambda w: Date(w.year, w.month, None),
        (
            Example("The mine closed in [March 2014].", "2014-03", "2014-03-01/2014-04-01"),
            Example("The plant shut in [Dec. 1987] for good.", "1987-12", "1987-12-01/1988-01-01"),
        ),
    ),
)

SHORT_YEARS = (
    Rule(
        "absolute/short-year",
        r"'(?P<yy>\d\d)",
        lambda w: Date(2000 + int(w.yy) if int(w.yy) < _PIVOT else 1900 + int(w.yy), None, None),
        (Example("He was first elected in ['08] by a hair.", "2008", "2008-01-01/2009-01-01"),),
        behind=frozenset(["in", "of", "since", "by", "until", "from"]),
    ),
)

YEARS = (
    Rule(
        "absolute/year",
        r"(?:the year )?{year}",
        lambda w: Date(w.year, None, None),
        (
            Example("The mine closed in [2014].", "2014", "2014-01-01/2015-01-01"),
            Example("The [1987] accord bound both.", "1987", "1987-01-01/1988-01-01"),
            Example("Sales doubled in [nineteen ninety-six], he said.", "1996", "1996-01-01/1997-01-01"),
        ),
    ),
    Rule(
        "absolute/named-far-year",
        r"the year {far_year}",
        lambda w: Date(w.far_year, None, None),
        (Example("She wrote of [the year 2440] and its towers.", "2440", "2440-01-01/2441-01-01"),),
    ),
)

# Beside anything else such a number counts things.
FAR_YEARS = (
    Rule(
        "absolute/far-year",
        r"{far_year}",
        lambda w: Date(w.far_year, None, None),
        (Example("The ice could be gone by [2150].", "2150", "2150-01-01/2151-01-01", bound="not_after"),),
        behind=frozenset(["by", "until", "before", "after", "since", "in"]),
    ),
)
