"""Thirds of cells and places in them: early next year, mid-November, the end of 2021, the first week of May."""

from app.timex.meaning import (
    Around,
    Beside,
    Date,
    LastDay,
    Meaning,
    Mod,
    Nth,
    Part,
    SoFar,
    Stepped,
    Stepping,
    Told,
    Weekday,
)
from app.timex.rule import Example, Rule
from app.timex.unit import Unit

_UNITS = {unit.word: unit for unit in Unit}
_WEEKS = {"a": 1, "two": 2, "three": 3}

# `{cell}` is any phrase that names a calendar cell (grammar.py).
RULES = (
    Rule(
        "part/third",
        r"(?:the )?{part}[ -]{cell}|{part_of=part} the {cell_of=cell}",
        lambda w: Part(w.part or w.part_of, w.cell or w.cell_of),
        (
            Example("The law lapses [early next year].", "2022", "2022-01-01/2022-05-01", mod="START"),
            Example("It hit in [late November].", "2021-11", "2021-11-21/2021-12-01", mod="END"),
            Example("The bank will cut jobs [early in the new year].", "2022", "2022-01-01/2022-05-01", mod="START"),
            Example("They met in [mid-November].", "2021-11", "2021-11-11/2021-11-21", mod="MID"),
            Example(
                "Debt ballooned by [the end of 2019].", "2019", "2019-09-01/2020-01-01", mod="END", bound="not_after"
            ),
            Example("Strikes spread in [the early 1980s].", "198", "1980-01-01/1983-01-01", mod="START"),
            Example("It fell apart in [the late '80s].", "198", "1987-01-01/1990-01-01", mod="END"),
        ),
    ),
    Rule(
        "part/half",
        r"(?:the )?(?P<which>first|second|latter|last) half of {cell}",
        lambda w: Part(Mod.START if w.which.lower() == "first" else Mod.END, w.cell, half=True),
        (Example("Wars filled [the second half of the 18th century].", "17", "1750-01-01/1800-01-01", mod="END"),),
    ),
    Rule(
        "part/third-in-view",
        r"{part} the (?:current )?{span}|(?:later|late) in the {late=span}",
        lambda w: Part(w.part or Mod.END, Told(w.span or w.late, 0, firmly=False)),
        (
            Example(
                "Rates will rise by [the end of the year].",
                "2021",
                "2021-09-01/2022-01-01",
                mod="END",
                bound="not_after",
            ),
        ),
    ),
    Rule(
        "part/earlier-in-view",
        r"(?:earlier|early) in the {span}",
        lambda w: SoFar(Stepped(w.span, 0), later=False),
        (Example("It had split its stock [earlier in the year].", "2021", "2021-01-01/2021-12-22", mod="START"),),
    ),
    Rule(
        "part/year-end-of",
        r"year-end {year}",
        lambda w: LastDay(Date(w.year, None, None)),
        (Example("Debt stood at three billion at [year-end 2019].", "2019-12-31", "2019-12-31/2020-01-01"),),
    ),
    Rule(
        "part/end-hyphen",
        r"(?P<which>end|start)-{cell}",
        lambda w: Part(Mod.END if w.which.lower() == "end" else Mod.START, w.cell),
        (Example("Stocks fell to five tons at [end-November].", "2021-11", "2021-11-21/2021-12-01", mod="END"),),
    ),
    Rule(
        "part/since-year-end",
        r"(?:the )?year-end",
        lambda _: LastDay(Stepped(Unit.YEAR, -1)),
        (Example("The index is up 4% since [year-end].", "2020-12-31", "2020-12-31/2021-01-01", bound="since"),),
        behind=frozenset(["since"]),
    ),
    Rule(
        "part/year-end",
        r"(?:the )?year-end",
        lambda _: LastDay(Stepped(Unit.YEAR, 0)),
        (
            Example(
                "It hopes to close the deal by [year-end].", "2021-12-31", "2021-12-31/2022-01-01", bound="not_after"
            ),
        ),
    ),
    Rule(
        "part/years-end",
        r"(?:the )?year(?:'s)? end",
        lambda _: Part(Mod.END, Stepped(Unit.YEAR, 0)),
        (Example("Talks should end around [year's end].", "2021", "2021-09-01/2022-01-01", mod="END"),),
    ),
    Rule(
        "part/week-of",
        r"the (?P<what>week|weekend) of {date}",
        lambda w: Around(Unit.WEEKEND if w.what.lower() == "weekend" else Unit.WEEK, w.date),
        (Example("A hearing was set for [the week of March 6, 2017].", "2017-W10", "2017-03-06/2017-03-13"),),
    ),
    Rule(
        "part/weekday-beside",
        r"the {weekday} (?P<side>before|after|following) {date}",
        lambda w: Stepping(Weekday(w.weekday, -1 if w.side.lower() == "before" else 1), w.date),
        (Example("They left [the Monday after Christmas].", "2021-12-27", "2021-12-27/2021-12-28"),),
    ),
    Rule(
        "part/weekday-of-cell",
        r"(?:one|an?) {weekday} (?:(?:morning|afternoon|evening|night) )?in {cell}",
        lambda w: w.cell,
        (
            Example("The ferry sank [one Sunday in 1987].", "1987", "1987-01-01/1988-01-01"),
            Example("He rang on [a Friday evening in May 2014].", "2014-05", "2014-05-01/2014-06-01"),
        ),
    ),
    Rule(
        "part/day-beside",
        r"(?:the )?day (?P<side>before|after) {date}",
        lambda w: Beside(Unit.DAY, -1 if w.side.lower() == "before" else 1, w.date),
        (Example("They left [the day after Christmas].", "2021-12-26", "2021-12-26/2021-12-27"),),
    ),
    Rule(
        "part/counted-beside",
        r"(?:{number}|an?) (?P<unit_word>day|week|month|year)s? (?P<side>before|after) {date}",
        lambda w: _beside(w.number or 1, w.unit_word.lower(), w.side.lower(), w.date),
        (
            Example("It rained [ten days after Christmas].", "2022-01-04", "2022-01-04/2022-01-05"),
            Example("It shut [two weeks before Christmas].", "2021-W49", "2021-12-06/2021-12-13", at="2021-12-23"),
            Example("It rose [a month after March 3, 2014].", "2014-04", "2014-04-01/2014-05-01"),
            Example("He quit [a day after Monday]'s vote.", "2021-12-21", "2021-12-21/2021-12-22"),
        ),
    ),
    Rule(
        "part/week-from",
        r"(?P<count_word>a|two|three) weeks? from (?:next )?{date}",
        lambda w: Beside(Unit.WEEK, _WEEKS[w.count_word.lower()], w.date),
        (Example("The vote comes [a week from tomorrow].", "2021-12-29", "2021-12-29/2021-12-30"),),
    ),
    Rule(
        "part/nth",
        r"(?:the )?{nth} {unit} (?:of|in) {cell}",
        lambda w: Nth(w.nth, w.unit, w.cell),
        (
            Example("It ran in [the first week of May].", "2021-W18", "2021-05-03/2021-05-10"),
            Example("Snow fell on [the last day of March 2018].", "2018-03-31", "2018-03-31/2018-04-01"),
            Example("They met on [the last weekend of March 2022].", "2022-W12-WE", "2022-03-26/2022-03-28"),
        ),
    ),
    Rule(
        "part/nth-weekday",
        r"(?:the )?{nth} {weekday} (?:of|in) {cell}",
        lambda w: Nth(w.nth, Unit.DAY, w.cell, w.weekday),
        (Example("They vote on [the first Monday of March 2018].", "2018-03-05", "2018-03-05/2018-03-06"),),
    ),
)


def _beside(count: float, unit_word: str, side: str, of: Meaning) -> Around | Beside:
    """So many days off is a day, so many weeks, months or years off a cell of theirs, as with those counted back."""
    unit = _UNITS[unit_word]
    beside = Beside(unit, round(count) if side == "after" else -round(count), of)
    return beside if unit is Unit.DAY else Around(unit, beside)
