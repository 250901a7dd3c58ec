"""Sets of times: daily, every Tuesday, each July, twice a week, every other month."""

from app.timex.meaning import Often
from app.timex.rule import Example, Rule, Words
from app.timex.unit import duration

_ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "XXXX-XX-XXTNI",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "annually": "P1Y",
    "yearly": "P1Y",
}

RULES = (
    Rule(
        "set/adverb",
        rf"(?P<word>{'|'.join(_ADVERBS)})",
        lambda w: Often(_ADVERBS[w.word.lower()]),
        (Example("The list is updated [daily] by clerks.", "P1D"),),
    ),
    Rule(
        "set/every-unit",
        r"(?:every|each) (?:single )?{unit}|once (?:every|a|an|per) {once=unit}",
        lambda w: Often(duration(1, w.unit or w.once)),
        (Example("He prays for rain [every day].", "P1D"),),
    ),
    Rule(
        "set/every-count",
        r"every {number} {units}|every (?P<other>other|second) {unit}",
        lambda w: Often(duration(2 if w.other else w.number, w.unit or w.units)),
        (
            Example("They meet [every other week].", "P2W"),
            Example("It erupts [every 10 years].", "P10Y"),
        ),
    ),
    Rule(
        "set/every-weekday",
        r"(?:every|each) {fullweekday}(?: {daypart})?|{plural=fullweekday}s(?: {parts=daypart}s)?"
        r"|{night=fullweekday} {night_parts=daypart}s",
        lambda w: Often(_weekday(w)),
        (
            Example("The market opens [every Friday].", "XXXX-WXX-5"),
            Example("They rehearse on [Tuesdays].", "XXXX-WXX-2"),
            Example("It airs on [Sunday nights].", "XXXX-WXX-7TNI"),
        ),
    ),
    Rule(
        "set/every-other-weekday",
        r"every (?:other|second) {fullweekday}",
        lambda w: Often(f"XXXX-WXX-{w.fullweekday + 1}"),
        (Example("The band plays [every other Tuesday].", "XXXX-WXX-2"),),
    ),
    Rule(
        "set/weekends",
        r"(?:every )?weekends|every weekend",
        lambda _: Often("XXXX-WXX-WE"),
        (Example("The bar opens on [weekends].", "XXXX-WXX-WE"),),
    ),
    Rule(
        "set/every-month",
        r"(?:every|each) {month}",
        lambda w: Often(f"XXXX-{w.month:02d}"),
        (Example("Storks return [each March].", "XXXX-03"),),
    ),
    Rule(
        "set/every-season",
        r"(?:every|each) {season}",
        lambda w: Often(f"XXXX-{('SP', 'SU', 'FA', 'WI')[w.season]}"),
        (Example("The river floods [every spring].", "XXXX-SP"),),
    ),
    Rule(
        "set/rate",
        r"an? {unit}",
        lambda w: Often(duration(1, w.unit)),
        (Example("She calls home twice [a week] from the ship.", "P1W"),),
        behind=frozenset(
            [
                "time",
                "times",
                "once",
                "twice",
                "million",
                "billion",
                "thousand",
                "dollars",
                "barrels",
                "people",
                "tons",
                "tonnes",
                "shares",
                "percent",
            ]
        ),
    ),
)


def _weekday(words: Words) -> str:
    day = next(day for day in (words.fullweekday, words.plural, words.night) if day is not None)
    part = words.daypart or words.parts or words.night_parts
    return f"XXXX-WXX-{day + 1}{'T' + part.value[0] if part else ''}"
