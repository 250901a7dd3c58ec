"""Months and days of months without a year, and seasons."""

from app.timex.meaning import Date, Inside, Month, MonthDay, Season, Shifted, Stepped
from app.timex.rule import Example, Rule, decoy
from app.timex.unit import Unit

_BEFORE_A_MONTH = "in of since by until from last next this early late during and to through before after"
_NAMES = {"April": 4, "May": 5, "June": 6, "August": 8}

DAYS = (
    Rule(
        "month-day/ended",
        r"{month} {day}",
        lambda w: MonthDay(w.month, w.day, -1),
        (Example("For the year ended [Jan. 31] it lost money.", "2021-01-31", "2021-01-31/2021-02-01"),),
        behind=frozenset(["ended"]),
    ),
    Rule(
        "month-day/bare",
        r"(?:(?:(?:this|last|next|this coming|this past) )?{anyweekday},? (?:the )?)?{month} {day}",
        lambda w: MonthDay(w.month, w.day, None, w.anyweekday),
        (
            Example("The bill died on [Dec. 3] in committee.", "2021-12-03", "2021-12-03/2021-12-04"),
            Example("The ban starts [January 4].", "2022-01-04", "2022-01-04/2022-01-05"),
            Example("They fled on [Friday, Nov. 5].", "2021-11-05", "2021-11-05/2021-11-06"),
            Example("Clocks go back on [Sunday, Nov. 6].", "2022-11-06", "2022-11-06/2022-11-07"),
        ),
    ),
    Rule(
        "month-day/day-first",
        r"(?:{anyweekday},? )?(?:the )?{day}(?: of)? {month}",
        lambda w: MonthDay(w.month, w.day, None, w.anyweekday),
        (
            Example("Polls open on [5 January].", "2022-01-05", "2022-01-05/2022-01-06"),
            Example("It sank on [the 3rd of December].", "2021-12-03", "2021-12-03/2021-12-04"),
        ),
    ),
    Rule(
        "month-day/stepped",
        r"{step} {month} {day}",
        lambda w: MonthDay(w.month, w.day, w.step),
        (Example("He was freed [last Dec. 23] after a swap.", "2020-12-23", "2020-12-23/2020-12-24"),),
    ),
    Rule(
        "month-day/stepped-year",
        r"(?:{month} {day}|(?:the )?{day_first=day}(?: of)? {month_last=month}),?(?: of)? {step} year",
        lambda w: Inside(MonthDay(w.month or w.month_last, w.day or w.day_first, None), Stepped(Unit.YEAR, w.step)),
        (
            Example("The levy took effect on [March 3 last year].", "2020-03-03", "2020-03-03/2020-03-04"),
            Example("He will face a court on [5 January next year].", "2022-01-05", "2022-01-05/2022-01-06"),
        ),
    ),
    Rule(
        "month-day/in-stepped-year",
        r"{step} year,? on (?:{month} {day}|(?:the )?{day_first=day}(?: of)? {month_last=month})",
        lambda w: Inside(MonthDay(w.month or w.month_last, w.day or w.day_first, None), Stepped(Unit.YEAR, w.step)),
        (Example("It was closed [last year, on January 19].", "2020-01-19", "2020-01-19/2020-01-20"),),
    ),
)

# Months that are first names too: a capital after them makes a name, unless a word before them asks for a month.
BEFORE_NAMES = (
    Rule(
        "month/before-name",
        r"«(?P<m>(?-i:April|June|May|August))» (?-i:[A-Z][a-z]+)",
        lambda w: Month(_NAMES[w.m], None),
        (Example("In [June] Germany struck.", "2021-06", "2021-06-01/2021-07-01"),),
        behind=frozenset(_BEFORE_A_MONTH.split()),
    ),
    decoy(
        "decoy/first-name",
        r"(?-i:April|June|May|August) (?-i:[A-Z][a-z]+)",
        Example("His aunt, June Harper, wrote it."),
        Example("April Smith sang."),
    ),
)

MONTHS = (
    Rule(
        "month/bare",
        r"{month}",
        lambda w: Month(w.month, None),
        (
            Example("The merger closed in [October].", "2021-10", "2021-10-01/2021-11-01"),
            Example("The trial will open in [March].", "2022-03", "2022-03-01/2022-04-01"),
        ),
    ),
    Rule(
        "month/stepped",
        r"{step} {month}",
        lambda w: Month(w.month, w.step),
        (
            Example("The dam burst [last December].", "2020-12", "2020-12-01/2021-01-01"),
            Example("Work begins [next May].", "2022-05", "2022-05-01/2022-06-01"),
        ),
    ),
    Rule(
        "month/stepped-year",
        r"{month},?(?: of)? {step} year",
        lambda w: Inside(Month(w.month, None), Stepped(Unit.YEAR, w.step)),
        (Example("Prices peaked in [June last year].", "2020-06", "2020-06-01/2020-07-01"),),
    ),
)

YEARS_AGO = (
    Rule(
        "month/years-ago",
        r"{month} {count} years ago|{count_first=count} years ago in {month_last=month}",
        lambda w: Inside(
            Month(w.month or w.month_last, None),
            Shifted(w.count or w.count_first, Unit.YEAR, forward=False, told=False),
        ),
        (
            Example("The mine closed in [March two years ago].", "2019-03", "2019-03-01/2019-04-01"),
            Example("The mine closed [two years ago in March].", "2019-03", "2019-03-01/2019-04-01"),
        ),
    ),
)

SEASONS = (
    Rule(
        "season/bare",
        r"the {plain_season}",
        lambda w: Season(w.plain_season, None),
        (Example("Wells ran dry over [the summer].", "2021-SU", "2021-06-01/2021-09-01"),),
    ),
    Rule(
        "season/the-fall",
        r"the (?-i:fall)",
        lambda _: Season(2, None),
        (Example("Leaves turn in [the fall].", "2021-FA", "2021-09-01/2021-12-01"),),
        behind=frozenset(["in", "by", "since", "until", "during", "over", "through", "throughout", "for"]),
    ),
    Rule(
        "season/in",
        r"(?:early |late |mid-)?{lowseason}",
        lambda w: Season(w.lowseason, None),
        (Example("Planting will begin in [spring].", "2022-SP", "2022-03-01/2022-06-01"),),
        behind=frozenset(["in", "by", "since", "until", "during"]),
    ),
    Rule(
        "season/stepped",
        r"{step} {season}",
        lambda w: Season(w.season, w.step),
        (
            Example("The drought broke [last fall].", "2020-FA", "2020-09-01/2020-12-01", at="2021-03-10"),
            Example("The bridge opens [next summer].", "2022-SU", "2022-06-01/2022-09-01"),
        ),
    ),
    Rule(
        "season/of-year",
        r"(?:the )?{season}(?: of|,)? {year}",
        lambda w: Inside(Season(w.season, None), Date(w.year, None, None)),
        (Example("Fighting eased in [the summer of 1994].", "1994-SU", "1994-06-01/1994-09-01"),),
    ),
    Rule(
        "season/of-short-year",
        r"(?:the )?{season} of '{yy}",
        lambda w: Inside(Season(w.season, None), Date(w.yy, None, None)),
        (Example("He left home in [the summer of '69].", "1969-SU", "1969-06-01/1969-09-01"),),
    ),
    Rule(
        "season/of-stepped-year",
        r"(?:the )?{season}(?: of)? {step} year",
        lambda w: Inside(Season(w.season, None), Stepped(Unit.YEAR, w.step)),
        (Example("They met in [the spring of last year].", "2020-SP", "2020-03-01/2020-06-01"),),
    ),
)
