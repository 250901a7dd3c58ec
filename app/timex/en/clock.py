"""Times of day and parts of days: 8:30 a.m. ET Thursday, noon, Friday night, this morning, overnight."""

from app.timex.meaning import Clock, Date, DayPart, Mod, Part, PartOfDay, Stepped
from app.timex.rule import Example, Rule, Words
from app.timex.unit import Unit

_NOONS = {"noon": 12, "high noon": 12, "midday": 12, "midnight": 24}
_PARTS = {"night": DayPart.NIGHT, "evening": DayPart.EVENING}
_PAST = frozenset(["after", "past"])  # midnight begins the day after one of these, and ends it elsewhere
_MODS = {"early": Mod.START, "earlier": Mod.START, "late": Mod.END, "later": Mod.END}


def _clock(words: Words, on: object = None) -> Clock:
    return Clock(words.hour % 12 + words.ampm, words.minute or 0, words.zone, on)  # type: ignore[arg-type]  # a meaning


_TIME = r"{hour}(?:[:.]{minute})? ?{ampm}(?:,? \(?{zone}\)?)?"
_TIME_24 = r"{hour_of_day}:{minute}(?: ?hrs| hours)?(?:,? \(?{zone}\)?)?"
_SKIP = r"(?: \(\d{3,4} ?(?:gmt|utc)\))?(?:,| on| of|) "

# `{day}` here is any phrase that names a day (grammar.py calls it `date`).
PLAIN = (
    Rule(
        "clock/past-midnight",
        r"midnight(?:,? {zone})?",
        lambda w: Clock(0, 0, w.zone, None),
        (
            Example(
                "The raid began shortly after [midnight].",
                "2021-12-21T00:00",
                "2021-12-21T00:00/2021-12-21T00:01",
                bound="after",
            ),
        ),
        behind=_PAST,
    ),
    Rule(
        "clock/time",
        _TIME,
        _clock,
        (
            Example(
                "The quake struck at [8:30 a.m. ET], officials said.",
                "2021-12-21T08:30",
                "2021-12-21T08:30/2021-12-21T08:31",
            ),
            Example("They left at [10 p.m.] by bus.", "2021-12-20T22:00", "2021-12-20T22:00/2021-12-20T22:01"),
            Example("They left at [10 a.m.] by bus.", "2021-12-21T10:00", "2021-12-21T10:00/2021-12-21T10:01"),
        ),
    ),
    Rule(
        "clock/noon",
        r"(?P<word>high noon|noon|midday|midnight)(?:,? {zone})?",
        lambda w: Clock(_NOONS[w.word.lower()], 0, w.zone, None),
        (
            Example("Shops shut at [noon].", "2021-12-21T12:00", "2021-12-21T12:00/2021-12-21T12:01"),
            Example("The ban will end at [midnight].", "2021-12-21T24:00", "2021-12-22T00:00/2021-12-22T00:01"),
            Example("The ban ended at [midnight].", "2021-12-20T24:00", "2021-12-21T00:00/2021-12-21T00:01"),
        ),
    ),
    Rule(
        "clock/oclock",
        r"{hour} o'clock(?: (?P<half>in the (?:morning|afternoon|evening)|at night))?",
        lambda w: Clock(w.hour % 12 + (12 if w.half and "morning" not in w.half.lower() else 0), 0, None, None),
        (
            Example(
                "Guards came at [six o'clock in the morning].", "2021-12-21T06:00", "2021-12-21T06:00/2021-12-21T06:01"
            ),
        ),
    ),
    Rule(
        "clock/zoned",
        r"{hour_of_day}(?::{minute}|(?P<plain>[0-5]\d))(?: hrs| hours)?,? \(?{zone}\)?",
        lambda w: Clock(w.hour_of_day, int(w.minute if w.minute is not None else w.plain), w.zone, None),
        (Example("It lifted off at [1430 GMT] in fog.", "2021-12-21T14:30", "2021-12-21T14:30/2021-12-21T14:31"),),
    ),
    Rule(
        "clock/military",
        r"(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d) (?:hours|hrs)(?:,? {zone})?",
        lambda w: Clock(int(w.h), int(w.m), w.zone, None),
        (Example("Shells fell at [2130 hours] on the port.", "2021-12-20T21:30", "2021-12-20T21:30/2021-12-20T21:31"),),
    ),
    Rule(
        "clock/at",
        r"{hour_of_day}:{minute}",
        lambda w: Clock(w.hour_of_day, w.minute, None, None),
        (Example("It lifted off at [11:30] in fog.", "2021-12-21T11:30", "2021-12-21T11:30/2021-12-21T11:31"),),
        behind=frozenset(["at", "by", "until", "around", "about", "before", "after"]),
    ),
)

RULES = (
    Rule(
        "clock/iso-time",
        r"{digits}-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?:t| "
        r"){hour_of_day}:{minute}(?::\d\d(?:\.\d+)?)?(?P<z>z|[+-]\d\d:?\d\d)?",
        lambda w: Clock(w.hour_of_day, w.minute, w.z, Date(w.digits, int(w.m), int(w.d))),
        (
            Example(
                "Logged at [2014-03-08T14:05:09Z] by radar.", "2014-03-08T14:05", "2014-03-08T14:05/2014-03-08T14:06"
            ),
        ),
    ),
    Rule(
        "clock/time-date",
        _TIME + _SKIP + r"{date}",
        lambda w: _clock(w, on=w.date),
        (
            Example(
                "It struck at [8:30 a.m. ET Thursday] off Java.",
                "2021-12-16T08:30",
                "2021-12-16T08:30/2021-12-16T08:31",
            ),
            Example("They fled at [10 p.m. on Monday].", "2021-12-20T22:00", "2021-12-20T22:00/2021-12-20T22:01"),
        ),
    ),
    Rule(
        "clock/date-time",
        r"{date}(?:,| at|, at|) " + _TIME,
        lambda w: _clock(w, on=w.date),
        (
            Example(
                "Polls opened [Monday at 8 a.m.] in the rain.", "2021-12-20T08:00", "2021-12-20T08:00/2021-12-20T08:01"
            ),
        ),
    ),
    Rule(
        "clock/date-time-24",
        r"{date}(?:,| at|, at) " + _TIME_24,
        lambda w: Clock(w.hour_of_day, w.minute, w.zone, w.date),
        (
            Example(
                "Polls opened [Monday at 20:15] in the rain.", "2021-12-20T20:15", "2021-12-20T20:15/2021-12-20T20:16"
            ),
        ),
    ),
    Rule(
        "clock/past-midnight-date",
        r"midnight(?:,? {zone})?" + _SKIP + r"{date}",
        lambda w: Clock(0, 0, w.zone, w.date),
        (
            Example(
                "The raid began shortly after [midnight on Sunday].",
                "2021-12-19T00:00",
                "2021-12-19T00:00/2021-12-19T00:01",
                bound="after",
            ),
        ),
        behind=_PAST,
    ),
    Rule(
        "clock/noon-date",
        r"(?P<word>noon|midday|midnight)(?:,? {zone})?" + _SKIP + r"{date}",
        lambda w: Clock(_NOONS[w.word.lower()], 0, w.zone, w.date),
        (
            Example("The truce began at [noon Monday].", "2021-12-20T12:00", "2021-12-20T12:00/2021-12-20T12:01"),
            Example("The ban ends at [midnight Friday].", "2021-12-24T24:00", "2021-12-25T00:00/2021-12-25T00:01"),
        ),
    ),
    Rule(
        "clock/date-noon",
        r"{date}(?:,| at|, at|) (?P<word>noon|midday|midnight)",
        lambda w: Clock(_NOONS[w.word.lower()], 0, None, w.date),
        (Example("The truce began [Monday at noon].", "2021-12-20T12:00", "2021-12-20T12:00/2021-12-20T12:01"),),
    ),
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
