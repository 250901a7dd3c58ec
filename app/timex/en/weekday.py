"""Days of the week: Tuesday, last Friday, Tuesday of next week, a week from Monday."""

from app.timex.meaning import Beside, Inside, Shifted, Stepped, Weekday
from app.timex.rule import Example, Rule, decoy
from app.timex.unit import Unit

RULES = (
    Rule(
        "weekday/bare",
        r"{weekday}",
        lambda w: Weekday(w.weekday, None),
        (
            Example("The envoy said [Tuesday] the talks had failed.", "2021-12-21", "2021-12-21/2021-12-22"),
            Example("Rebels shelled the town on [Friday], aides said.", "2021-12-17", "2021-12-17/2021-12-18"),
            Example("The panel is scheduled to meet on [Friday].", "2021-12-24", "2021-12-24/2021-12-25"),
            Example("[Monday]'s raid killed two.", "2021-12-20", "2021-12-20/2021-12-21"),
        ),
    ),
    Rule(
        "weekday/stepped",
        r"{step} {weekday}",
        lambda w: Weekday(w.weekday, w.step),
        (
            Example("The truce collapsed [last Monday].", "2021-12-20", "2021-12-20/2021-12-21"),
            Example("The court sits [next Tuesday].", "2021-12-28", "2021-12-28/2021-12-29"),
            Example("Voters choose [this Sunday].", "2021-12-26", "2021-12-26/2021-12-27"),
        ),
    ),
    Rule(
        "weekday/told",
        r"the (?P<way>previous|preceding|following|next) {weekday}",
        lambda w: Weekday(w.weekday, 1 if w.way.lower() in ("following", "next") else -1, told=True),
        (Example("They met on March 3, 2014, and [the following Friday].", "2014-03-07", "2014-03-07/2014-03-08"),),
    ),
    Rule(
        "weekday/week-ago",
        r"a week ago (?:on )?{weekday}",
        lambda w: Beside(Unit.WEEK, -1, Weekday(w.weekday, None)),
        (Example("It burned [a week ago Friday].", "2021-12-10", "2021-12-10/2021-12-11"),),
    ),
    Rule(
        "weekday/week-on",
        r"(?P<count_word>a week|a fortnight) on {weekday}|{day=weekday} (?P<week>week|fortnight)",
        lambda w: Beside(
            Unit.WEEK,
            2 if "fortnight" in (w.count_word or w.week).lower() else 1,
            Weekday(w.day if w.weekday is None else w.weekday, 1),
        ),
        (
            Example("The squad flies to Lisbon [a week on Thursday].", "2021-12-30", "2021-12-30/2021-12-31"),
            Example("The inquest will open on [Monday week].", "2022-01-03", "2022-01-03/2022-01-04"),
        ),
    ),
    Rule(
        "weekday/of-week",
        r"{weekday}(?:,| of|) {step} week",
        lambda w: Inside(Weekday(w.weekday, None), Stepped(Unit.WEEK, w.step)),
        (Example("The vote falls on [Tuesday of next week].", "2021-12-28", "2021-12-28/2021-12-29"),),
    ),
    Rule(
        "weekday/in-week",
        r"{step} week,? on {weekday}",
        lambda w: Inside(Weekday(w.weekday, None), Stepped(Unit.WEEK, w.step)),
        (Example("She was dismissed [last week on Tuesday].", "2021-12-14", "2021-12-14/2021-12-15"),),
    ),
    Rule(
        "weekday/weeks-ago",
        r"{count=number} weeks ago,? (?:on )?{weekday}|{weekday_first=weekday},? {count_last=number} weeks ago",
        lambda w: Inside(
            Weekday(w.weekday if w.weekday is not None else w.weekday_first, None),
            Shifted(w.count or w.count_last, Unit.WEEK, forward=False, told=False),
        ),
        (
            Example("He left [two weeks ago on Monday].", "2021-12-06", "2021-12-06/2021-12-07"),
            Example("She was last seen on [Friday, three weeks ago].", "2021-12-03", "2021-12-03/2021-12-04"),
        ),
    ),
    Rule(
        "weekday/years-ago",
        r"(?:{count=number}|an?) (?P<unit_word>month|year)s? ago (?:on |last )?{weekday}",
        lambda w: Beside(
            Unit.MONTH if w.unit_word.lower() == "month" else Unit.YEAR,
            -round(w.count or 1),
            Weekday(w.weekday, None),
        ),
        (Example("The tower fell [a year ago Saturday].", "2020-12-18", "2020-12-18/2020-12-19"),),
    ),
    decoy(
        "decoy/times-a-week",
        r"(?:once|twice|times|days|hours|nights|evenings|shifts) a week on {weekday}",
        Example("The clinic opens twice a week on Monday."),
    ),
)
