"""What counts from the date told last: three days later, the following week, that year, the 6th."""

from app.timex.meaning import About, DayOfMonth, Inside, Month, MonthDay, PartOfDay, Season, Shifted, Stepped, Told
from app.timex.rule import Example, Rule, decoy
from app.timex.unit import Unit

_YEARS = {"that": 0, "the same": 0, "the following": 1, "the next": 1, "the previous": -1, "the preceding": -1}
# Units and how many of their cells a year has.
_A_YEAR_BACK = {"month": (Unit.MONTH, -12), "week": (Unit.WEEK, -52)}

RULES = (
    Rule(
        "story/later",
        r"{count} {units} (?:later|afterwards|thereafter)",
        lambda w: Shifted(w.count, w.units, forward=True, told=True),
        (
            Example(
                "He fell ill on March 3, 2014, and died [three days later].", "2014-03-06", "2014-03-06/2014-03-07"
            ),
            Example("War broke out in 1914; [four years later] it was over.", "1918", "1918-01-01/1919-01-01"),
            Example(
                "It lifted off at 9:12 a.m. and was in orbit [19 minutes later].",
                "2021-12-21T09:31",
                "2021-12-21T09:31/2021-12-21T09:32",
            ),
            Example(
                "It left at 8 a.m. on Dec. 3 and sank [three hours later].",
                "2021-12-03T11",
                "2021-12-03T11:00/2021-12-03T12:00",
            ),
        ),
    ),
    Rule(
        "story/later-approximate",
        r"{approx} {count} {units} (?:later|afterwards|thereafter)",
        lambda w: About(w.approx, Shifted(w.count, w.units, forward=True, told=True)),
        (
            Example(
                "It left at 8 a.m. on Dec. 3 and sank [about an hour later].",
                "2021-12-03T09",
                "2021-12-03T09:00/2021-12-03T10:00",
                mod="APPROX",
            ),
            Example("They left; [about two days later] it burned.", "FUTURE_REF"),
        ),
    ),
    Rule(
        "story/earlier",
        r"{count} {units} (?:earlier|previously|beforehand)",
        lambda w: Shifted(w.count, w.units, forward=False, told=True),
        (
            Example(
                "The pact of June 2, 2014, undid one signed [two months earlier].", "2014-04", "2014-04-01/2014-05-01"
            ),
        ),
    ),
    Rule(
        "story/fortnight",
        r"(?:a|one) fortnight (?P<way>earlier|later|afterwards|beforehand)",
        lambda w: Shifted(2, Unit.WEEK, forward=w.way.lower() in ("later", "afterwards"), told=True),
        (
            Example(
                "The line opened on 28 September 2020, and trials began [a fortnight earlier].",
                "2020-W38",
                "2020-09-14/2020-09-21",
            ),
        ),
    ),
    Rule(
        "story/next-unit",
        r"the (?:following|next|ensuing|subsequent) {unit}",
        lambda w: Told(w.unit, 1, firmly=True),
        (
            Example("It sank on March 3, 2014; divers came [the next day].", "2014-03-04", "2014-03-04/2014-03-05"),
            Example("They wed in 1999 and split [the following year].", "2000", "2000-01-01/2001-01-01"),
        ),
    ),
    Rule(
        "story/previous-unit",
        r"the (?:previous|preceding|prior) {unit}",
        lambda w: Told(w.unit, -1, firmly=True),
        (Example("Sales rose in 2014, unlike [the previous year].", "2013", "2013-01-01/2014-01-01"),),
    ),
    Rule(
        "story/unit-beside",
        r"the {unit} (?P<side>before|after)",
        lambda w: Told(w.unit, -1 if w.side.lower() == "before" else 1, firmly=True),
        (
            Example("Sales fell in March 2014 after rising [the month before].", "2014-02", "2014-02-01/2014-03-01"),
            Example("It sank on March 3, 2014; [the day after], divers came.", "2014-03-04", "2014-03-04/2014-03-05"),
        ),
    ),
    Rule(
        "story/unit-beside-clause",
        r"«the {unit} (?P<side>before|after)» (?:and|but|or|when|while|in|at|was|were|had)",
        lambda w: Told(w.unit, -1 if w.side.lower() == "before" else 1, firmly=True),
        (Example("He won in 1999, lost [the year before] and quit.", "1998", "1998-01-01/1999-01-01"),),
    ),
    decoy(
        "decoy/unit-beside-event",
        r"the {unit} (?:before|after) [a-z0-9'$]+",
        Example("The week before the vote was calm."),
        Example("The day after elections nobody came."),
    ),
    Rule(
        "story/same-unit",
        r"(?:that|the same|that same|that very) {unit}",
        lambda w: Told(w.unit, 0, firmly=True),
        (
            Example("He won in 1999 and quit [the same year].", "1999", "1999-01-01/2000-01-01"),
            Example("On March 3, 2014, it rained; [that day] the dam burst.", "2014-03-03", "2014-03-03/2014-03-04"),
        ),
    ),
    Rule(
        "story/that-season",
        r"(?:that|the same|later that|early that|late that) (?:{season}|{month})",
        lambda w: Inside(
            Season(w.season, None) if w.month is None else Month(w.month, None), Told(Unit.YEAR, 0, firmly=True)
        ),
        (
            Example("It burned in May 1999 and [that autumn] was rebuilt.", "1999-FA", "1999-09-01/1999-12-01"),
            Example("He won in 1999; [that June] he quit.", "1999-06", "1999-06-01/1999-07-01"),
        ),
    ),
    Rule(
        "story/month-of-that-year",
        r"{month}(?: of)? (?P<which>that|the same|the following|the next|the previous|the preceding) year",
        lambda w: Inside(Month(w.month, None), Told(Unit.YEAR, _YEARS[w.which.lower()], firmly=True)),
        (Example("He won in 1999 and quit in [June of the following year].", "2000-06", "2000-06-01/2000-07-01"),),
    ),
    Rule(
        "story/day-of-stepped-month",
        r"(?:the )?{day} of (?:{step}|(?P<view>the)) month",
        lambda w: Inside(
            DayOfMonth(w.day), Told(Unit.MONTH, 0, firmly=False) if w.step is None else Stepped(Unit.MONTH, w.step)
        ),
        (
            Example("The rent is due on [the 15th of next month].", "2022-01-15", "2022-01-15/2022-01-16"),
            Example("They were paid on [the first of the month].", "2021-12-01", "2021-12-01/2021-12-02"),
        ),
    ),
    Rule(
        "story/day-of-that-year",
        r"{month} {day},?(?: of)? (?P<which>that|the same|the following|the next|the previous|the preceding) year",
        lambda w: Inside(MonthDay(w.month, w.day, None), Told(Unit.YEAR, _YEARS[w.which.lower()], firmly=True)),
        (Example("He won in 1999 and quit on [June 3 of that year].", "1999-06-03", "1999-06-03/1999-06-04"),),
    ),
    Rule(
        "story/season-of-that-year",
        r"(?:the )?{season} of (?P<which>that|the same|the following|the next|the previous|the preceding) year",
        lambda w: Inside(Season(w.season, None), Told(Unit.YEAR, _YEARS[w.which.lower()], firmly=True)),
        (Example("He won in 1999 and quit in [the spring of that year].", "1999-SP", "1999-03-01/1999-06-01"),),
    ),
    Rule(
        "story/same-month-last-year",
        r"the same (?P<what>month|week|day|time|period|point|stage) (?:of )?(?:last year|a year (?:ago|earlier"
        r"|before)|the (?:previous|prior)"
        r" year|the year before)",
        lambda w: (
            Told(*_A_YEAR_BACK[w.what.lower()], firmly=True)
            if w.what.lower() in _A_YEAR_BACK
            else Stepped(Unit.YEAR, -1)
        ),
        (
            Example(
                "Output in May 2019 was below that of [the same month a year earlier].",
                "2018-05",
                "2018-05-01/2018-06-01",
            ),
            Example("It sold more than at [the same time last year].", "2020", "2020-01-01/2021-01-01"),
        ),
    ),
    Rule(
        "story/next-month",
        r"the (?P<way>following|previous|preceding) {month}",
        lambda w: Month(w.month, -1 if w.way.lower() != "following" else 1, told=True),
        (
            Example("He was jailed in 2018 and freed [the following March].", "2019-03", "2019-03-01/2019-04-01"),
            Example("He fell ill in May 2018 and died [the following June].", "2018-06", "2018-06-01/2018-07-01"),
        ),
    ),
    Rule(
        "story/next-season",
        r"the (?P<way>following|previous|preceding) {season}",
        lambda w: Season(w.season, -1 if w.way.lower() != "following" else 1, told=True),
        (Example("It closed in 2018 and reopened [the following spring].", "2019-SP", "2019-03-01/2019-06-01"),),
    ),
    Rule(
        "story/later-in-unit",
        r"(?:later|earlier|early|late) that {unit}",
        lambda w: Told(w.unit, 0, firmly=True),
        (Example("He won in May 1999 and quit [later that year].", "1999", "1999-01-01/2000-01-01"),),
    ),
    Rule(
        "story/in-the-day",
        r"(?:later|earlier) in the day",
        lambda _: Told(Unit.DAY, 0, firmly=False),
        (
            Example("He is to speak [later in the day].", "2021-12-21", "2021-12-21/2021-12-22"),
            Example("She was held on Dec. 3 and freed [later in the day].", "2021-12-03", "2021-12-03/2021-12-04"),
        ),
    ),
    Rule(
        "story/day-part",
        r"(?:that|the same|that same) {daypart}",
        lambda w: PartOfDay(w.daypart, Told(Unit.DAY, 0, firmly=True)),
        (
            Example(
                "Guests came on March 3, 2014, and left [that evening].",
                "2014-03-03TEV",
                "2014-03-03T18:00/2014-03-04T00:00",
            ),
        ),
    ),
    Rule(
        "story/next-day-part",
        r"the (?:next|following) {daypart}",
        lambda w: PartOfDay(w.daypart, Told(Unit.DAY, 1, firmly=True)),
        (
            Example(
                "They danced on March 3, 2014, and left [the next morning].",
                "2014-03-04TMO",
                "2014-03-04T06:00/2014-03-04T12:00",
            ),
        ),
    ),
    Rule(
        "story/day-of-month",
        r"the (?P<n>[12]?\d(?:st|nd|rd|th)|3[01](?:st|th))",
        lambda w: DayOfMonth(int(w.n[:-2])),
        (Example("They landed on March 3, 2014, and left on [the 6th].", "2014-03-06", "2014-03-06/2014-03-07"),),
        behind=frozenset(["on", "until", "by"]),
    ),
)
