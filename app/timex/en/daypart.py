"""Parts of days: Friday night, this morning, the early hours of Monday, overnight, late on Tuesday."""

from app.timex.meaning import DayPart, Mod, MonthDay, Part, PartOfDay, Range, Stepped
from app.timex.rule import Example, Rule
from app.timex.unit import Unit

_PARTS = {"night": DayPart.NIGHT, "evening": DayPart.EVENING}
_MODS = {"early": Mod.START, "earlier": Mod.START, "late": Mod.END, "later": Mod.END}

RULES = (
    Rule(
        "clock/date-part",
        r"{date} (?:in the )?{daypart}",
        lambda w: PartOfDay(w.daypart, w.date),
        (
            Example("Clashes began [Friday night] in Bari.", "2021-12-17TNI", "2021-12-17T18:00/2021-12-18T00:00"),
            Example(
                "Planes left [tomorrow morning], a memo says.", "2021-12-22TMO", "2021-12-22T06:00/2021-12-22T12:00"
            ),
        ),
    ),
    Rule(
        "clock/part-of-date",
        r"(?:the )?{daypart} of {date}",
        lambda w: PartOfDay(w.daypart, w.date),
        (Example("He died on [the night of March 3, 2014].", "2014-03-03TNI", "2014-03-03T18:00/2014-03-04T00:00"),),
    ),
    Rule(
        "clock/small-hours",
        r"(?:the )?(?:early|small|wee|predawn|pre-dawn) (?:morning )?hours (?:of |on )?{date}(?: morning)?",
        lambda w: PartOfDay(DayPart.SMALL_HOURS, w.date),
        (
            Example("He died in [the early hours of Monday].", "2021-12-20TMO", "2021-12-20T00:00/2021-12-20T06:00"),
            Example(
                "It fell in [the small hours of Sunday morning].", "2021-12-19TMO", "2021-12-19T00:00/2021-12-19T06:00"
            ),
        ),
    ),
    Rule(
        "clock/third-of-part",
        r"{part} (?:on )?{date} {daypart}",
        lambda w: _third(w.part, PartOfDay(w.daypart, w.date)),
        (
            Example(
                "Fire broke out [early Friday morning].",
                "2021-12-17TMO",
                "2021-12-17T00:00/2021-12-17T09:00",
                mod="START",
            ),
            Example(
                "Fire broke out [late on Friday night].",
                "2021-12-17TNI",
                "2021-12-17T18:00/2021-12-18T00:00",
                mod="END",
            ),
        ),
    ),
    Rule(
        "clock/early-date",
        r"{part} (?:on )?{date}",
        lambda w: Part(w.part, w.date),
        (
            Example("Rebels struck [late Monday].", "2021-12-20", "2021-12-20/2021-12-21", mod="END"),
            Example("Polls open [early tomorrow].", "2021-12-22", "2021-12-22/2021-12-23", mod="START"),
        ),
    ),
    Rule(
        "clock/this-part",
        r"(?P<when>early |late |earlier |later )?this {daypart}",
        lambda w: _modified(w.when, PartOfDay(w.daypart, Stepped(Unit.DAY, 0))),
        (
            Example("Crowds gathered [this morning].", "2021-12-21TMO", "2021-12-21T06:00/2021-12-21T12:00"),
            Example(
                "It struck [earlier this morning].", "2021-12-21TMO", "2021-12-21T06:00/2021-12-21T12:00", mod="START"
            ),
            Example(
                "It struck [early this morning].", "2021-12-21TMO", "2021-12-21T00:00/2021-12-21T09:00", mod="START"
            ),
            Example(
                "They meet [later this afternoon].", "2021-12-21TAF", "2021-12-21T12:00/2021-12-21T18:00", mod="END"
            ),
        ),
    ),
    Rule(
        "clock/tonight",
        r"tonight",
        lambda _: PartOfDay(DayPart.NIGHT, Stepped(Unit.DAY, 0)),
        (Example("The band plays [tonight].", "2021-12-21TNI", "2021-12-21T18:00/2021-12-22T00:00"),),
    ),
    Rule(
        "clock/last-night",
        r"(?P<when>early |late )?last (?P<word>night|evening)",
        lambda w: _modified(w.when, PartOfDay(_PARTS[w.word.lower()], Stepped(Unit.DAY, -1))),
        (Example("Police raided a bar [last night].", "2021-12-20TNI", "2021-12-20T18:00/2021-12-21T00:00"),),
    ),
    Rule(
        "clock/overnight-into",
        r"overnight into {date}",
        lambda w: PartOfDay(DayPart.OVERNIGHT, w.date),
        (Example("Drones came [overnight into Friday].", "2021-12-17TNI", "2021-12-17T00:00/2021-12-17T06:00"),),
    ),
    Rule(
        "clock/night-between",
        r"(?:(?:the )?night(?: of| from| between)?|overnight(?: on| from| between)?) {date} (?:to|into|and) "
        r"{last=date}",
        lambda w: Range(PartOfDay(DayPart.NIGHT, w.date), PartOfDay(DayPart.OVERNIGHT, w.last)),
        (
            Example(
                "The mill burned [overnight from Monday to Tuesday].",
                "2021-12-20TNI/2021-12-21TNI",
                "2021-12-20T18:00/2021-12-21T06:00",
            ),
            Example(
                "The mill burned on [the night of Friday to Saturday].",
                "2021-12-17TNI/2021-12-18TNI",
                "2021-12-17T18:00/2021-12-18T06:00",
            ),
            Example(
                "The road will shut [overnight Thursday into Friday].",
                "2021-12-23TNI/2021-12-24TNI",
                "2021-12-23T18:00/2021-12-24T06:00",
            ),
        ),
    ),
    Rule(
        "clock/night-between-days",
        r"(?:the )?night(?: of| from| between)? {day}(?: ?- ?| ?/ ?| to | into | and ){last=day}(?: of)? {month}"
        r"|(?:the )?night(?: of| from| between)? {month_first=month} {day_first=day}(?: ?- ?| ?/ ?| to | into | and )"
        r"{day_last=day}",
        lambda w: _between(w.month or w.month_first, w.day or w.day_first, w.last or w.day_last),
        (
            Example(
                "The mill burned in [the night of 3-4 December].",
                "2021-12-03TNI/2021-12-04TNI",
                "2021-12-03T18:00/2021-12-04T06:00",
            ),
            Example(
                "The mill burned on [the night of Dec. 3 to 4].",
                "2021-12-03TNI/2021-12-04TNI",
                "2021-12-03T18:00/2021-12-04T06:00",
            ),
        ),
    ),
    Rule(
        "clock/overnight-date",
        r"overnight (?:on )?{date}",
        lambda w: PartOfDay(DayPart.NIGHT, w.date),
        (Example("Drones came [overnight on Friday].", "2021-12-17TNI", "2021-12-17T18:00/2021-12-18T00:00"),),
    ),
    Rule(
        "clock/overnight",
        r"overnight",
        lambda _: PartOfDay(DayPart.OVERNIGHT, Stepped(Unit.DAY, 0)),
        (Example("Drones hit the port [overnight].", "2021-12-21TNI", "2021-12-21T00:00/2021-12-21T06:00"),),
    ),
)


def _between(month: int, first: int, last: int) -> Range:
    evening, morning = (MonthDay(month, day, None) for day in (first, last))
    return Range(PartOfDay(DayPart.NIGHT, evening), PartOfDay(DayPart.OVERNIGHT, morning))


def _modified(when: str | None, of: PartOfDay) -> PartOfDay | Part:
    """Earlier this morning is the morning; early this morning may be before mornings begin."""
    if when is None:
        return of
    word = when.strip().lower()
    return _third(_MODS[word], of) if word == "early" else Part(_MODS[word], of)


def _third(mod: Mod, of: PartOfDay) -> Part:
    """A part of a part of the day stays that part; but early in the morning may be 3 a.m."""
    early = mod is Mod.START and of.part is DayPart.MORNING
    return Part(mod, PartOfDay(DayPart.EARLY_MORNING, of.on) if early else of)
