"""Times of day: 8:30 a.m. ET Thursday, noon, midnight Friday."""

from app.timex.meaning import Clock, Date, Weekday
from app.timex.rule import Example, Rule, Words

_NOONS = {"noon": 12, "high noon": 12, "midday": 12, "midnight": 24}
_PAST = frozenset(["after", "past"])  # midnight begins the day after one of these, and ends it elsewhere
_AT = frozenset(["at", "by", "until", "around", "about", "before", "after"])


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
                "2021-12-21T00:00/2021-12-21T01:00",
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
        behind=_AT,
    ),
)

RULES = (
    Rule(
        "clock/iso-time",
        r"{digits=any_digits}-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?:t| "
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
        "clock/time-part-of-date",
        r"{hour}(?:[:.]{minute})?(?: on)? {weekday} (?P<half>morning|afternoon|evening)",
        lambda w: Clock(
            w.hour % 12 + (0 if w.half.lower() == "morning" else 12), w.minute or 0, None, Weekday(w.weekday, None)
        ),
        (Example("It took off at [9:15 Monday morning].", "2021-12-20T09:15", "2021-12-20T09:15/2021-12-20T09:16"),),
        behind=_AT,
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
                "2021-12-19T00:00/2021-12-19T01:00",
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
)
