"""Quarters and halves of years, as companies report them: the third quarter, the year-ago period, fiscal 1988."""

from app.timex.meaning import About, Date, Duration, Inside, Meaning, Mod, Nth, Quarter, QuarterInView, Stepped, Told
from app.timex.rule import Example, Rule, Words
from app.timex.unit import Unit

_FISCAL = r"(?:the )?(?P<fiscal>fiscal[ -])?"

_ENDED = {"year": Unit.YEAR, "month": Unit.MONTH, "week": Unit.WEEK}
_MONTHS = {"three": 3, "six": 6, "nine": 9}
RULES = (
    Rule(
        "quarter/bare",
        _FISCAL + r"{ordinal}[ -](?P<fiscal_after>fiscal[ -])?quarters?",
        lambda w: _fiscal(w, Quarter(w.ordinal, None)),
        (
            Example("Profit rose in [the third quarter], it said.", "2021-Q3", "2021-07-01/2021-10-01"),
            Example("[First-quarter] sales were flat.", "2022-Q1", "2022-01-01/2022-04-01", at="2022-04-20"),
            Example("It will cut staff in [the first quarter].", "2022-Q1", "2022-01-01/2022-04-01"),
            Example("Profit rose in [the third fiscal quarter].", "2021-Q3", "2021-07-01/2021-10-01", mod="APPROX"),
        ),
    ),
    Rule(
        "quarter/of-year",
        _FISCAL + r"{ordinal}[ -]quarter(?: of| in|,|) (?P<fiscal_after>fiscal )?{year}",
        lambda w: _fiscal(w, Inside(Quarter(w.ordinal, None), Date(w.year, None, None))),
        (
            Example("Orders fell in [the second quarter of 2019].", "2019-Q2", "2019-04-01/2019-07-01"),
            Example(
                "Orders fell in [the second quarter of fiscal 2019].", "2019-Q2", "2019-04-01/2019-07-01", mod="APPROX"
            ),
        ),
    ),
    Rule(
        "quarter/year-first",
        r"(?:the )?{year}(?:'s)? {ordinal}[ -]quarter",
        lambda w: Inside(Quarter(w.ordinal, None), Date(w.year, None, None)),
        (Example("Costs matched [the 2019 second quarter].", "2019-Q2", "2019-04-01/2019-07-01"),),
    ),
    Rule(
        "quarter/of-stepped-year",
        r"(?:the )?{ordinal}[ -]quarter(?: of)? {step} year",
        lambda w: Inside(Quarter(w.ordinal, None), Stepped(Unit.YEAR, w.step)),
        (Example("Work starts in [the second quarter of next year].", "2022-Q2", "2022-04-01/2022-07-01"),),
    ),
    Rule(
        "quarter/stepped-year-first",
        r"{step} year's {ordinal}[ -]quarter",
        lambda w: Inside(Quarter(w.ordinal, None), Stepped(Unit.YEAR, w.step)),
        (Example("Output beat [last year's fourth quarter].", "2020-Q4", "2020-10-01/2021-01-01"),),
    ),
    Rule(
        "quarter/code",
        r"(?-i:Q)(?P<q>[1-4])(?: of)?(?:,? {digits}| {yy})?",
        lambda w: _coded(int(w.q), w.digits or w.yy),
        (
            Example("Margins shrank in [Q3 2019] again.", "2019-Q3", "2019-07-01/2019-10-01"),
            Example("Bookings for [Q2] were weak.", "2021-Q2", "2021-04-01/2021-07-01"),
        ),
    ),
    Rule(
        "quarter/half-code",
        r"(?-i:H)(?P<h>[12])(?: of)? {digits}",
        lambda w: Nth(int(w.h), Unit.HALF, Date(w.digits, None, None)),
        (Example("Bookings for [H1 2019] were weak.", "2019-H1", "2019-01-01/2019-07-01"),),
    ),
    Rule(
        "quarter/in-view",
        r"the (?:latest |most recent |reported )?quarter|the (?:latest|most recent) period",
        lambda _: QuarterInView(0, None),
        (
            Example("Losses widened in [the latest quarter].", "2021-Q3", "2021-07-01/2021-10-01"),
            Example("Net fell for [the quarter], the bank said.", "2021-Q3", "2021-07-01/2021-10-01"),
        ),
    ),
    Rule(
        "quarter/year-before",
        r"(?:an? )?«(?:the |its )?(?:comparable |same |corresponding )?year-(?:ago|earlier)"
        r"(?:,? (?:third |second |first |fourth )?(?:quarter|period))?»",
        lambda _: QuarterInView(-4, None),
        (
            Example("It earned more than in [the year-ago quarter].", "2020-Q3", "2020-07-01/2020-10-01"),
            Example("Sales were up from [the year-earlier period].", "2020-Q3", "2020-07-01/2020-10-01"),
        ),
    ),
    Rule(
        "quarter/year-before-spelled",
        r"(?:the )?(?:comparable|corresponding|same) (?:quarter|period) (?:a year (?:ago|earlier)|(?:of )?(?:last"
        r"|the previous)"
        r" year)|the quarter a year (?:ago|earlier)|last year's quarter",
        lambda _: QuarterInView(-4, None),
        (Example("Sales beat [the same quarter last year].", "2020-Q3", "2020-07-01/2020-10-01"),),
    ),
    Rule(
        "quarter/period-of-year",
        r"the {digits} (?:quarter|period)",
        lambda w: QuarterInView(0, w.digits),
        (Example("Costs were below those of [the 2020 quarter].", "2020-Q3", "2020-07-01/2020-10-01"),),
    ),
    Rule(
        "quarter/half",
        r"(?:the )?{nth}[ -]half(?: of|,|) {year}",
        lambda w: Nth(w.nth, Unit.HALF, Date(w.year, None, None)),
        (Example("Trade grew in [the second half of 2019].", "2019-H2", "2019-07-01/2020-01-01"),),
    ),
    Rule(
        "quarter/half-stepped",
        r"(?:the )?{nth}[ -]half of (?:{step} year|(?P<view>the year))",
        lambda w: Nth(w.nth, Unit.HALF, _year(w.step)),
        (Example("It will list in [the first half of next year].", "2022-H1", "2022-01-01/2022-07-01"),),
    ),
    Rule(
        "quarter/fiscal-year",
        r"(?:fiscal|the fiscal year) (?:year )?{digits}|FY ?{short=digits}",
        lambda w: About(Mod.APPROX, Date(w.digits or w.short, None, None), FISCAL_YEAR),
        (Example("It lost money in [fiscal 2019] too.", "2019", "2019-01-01/2020-01-01", mod="APPROX"),),
    ),
    Rule(
        "quarter/months-of-year",
        r"(?:the )?(?:year-earlier |latest )?(?:(?P<first>first )|past |latest )?(?P<n>three|six|nine) months",
        lambda w: Duration(_MONTHS[w.n.lower()], Unit.MONTH, None, opens=w.first is not None),
        (Example("Over [the first nine months], net rose 4%.", "P9M"),),
    ),
    Rule(
        "quarter/year-ended",
        r"«the (?:fiscal )?(?P<what>year|month|week)» end(?:ed|ing)",
        lambda w: Duration(1, _ENDED[w.what.lower()], None),
        (
            Example("For [the year] ended in the spring it broke even.", "P1Y"),
            Example("Stocks rose in [the week] ended in gloom.", "P1W"),
        ),
    ),
)


# Companies and states begin their years when they like; a fiscal year is told as the calendar one of its number.
FISCAL_YEAR = "taken as the calendar's; a fiscal year may begin in another month"


def _fiscal(words: Words, meaning: Meaning) -> Meaning:
    return About(Mod.APPROX, meaning, FISCAL_YEAR) if words.fiscal or words.fiscal_after else meaning


def _coded(quarter: int, year: int | None) -> Quarter | Inside:
    bare = Quarter(quarter, None)
    return bare if year is None else Inside(bare, Date(year, None, None))


def _year(step: int | None) -> Stepped | Told:
    return Told(Unit.YEAR, 0, firmly=False) if step is None else Stepped(Unit.YEAR, step)
