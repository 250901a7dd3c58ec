"""English word classes: the words, and what each stands for. A table's pattern may read more than its words."""

from collections.abc import Callable, Mapping
from typing import Any

from app.timex.meaning import DayPart, Mod
from app.timex.rule import Table
from app.timex.unit import Unit


def _words(values: Mapping[str, Any], pattern: str | None = None, strip: str = "") -> Table:
    """A table of words that stand for themselves; longest first, so that none hides another."""
    alternatives = pattern or "|".join(sorted(values, key=len, reverse=True)).replace(".", r"\.?")
    return Table(alternatives, lambda word: values[_plain(word, strip)])


def _plain(word: str, strip: str = "") -> str:
    return word.lower().replace(".", "").replace("-", " ").strip(strip)


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
# "May" and "March" are verbs in lower case; abbreviations are words or names then.
_MONTH_PATTERN = (
    r"january|february|april|june|july|august|september|october|november|december|(?-i:March|MARCH|May|MAY)"
    r"|(?-i:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\.?"
)
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday weds wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
_WEEKDAY_PATTERN = r"monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_WEEKDAY_SHORT = r"(?-i:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\.?"  # only before a date: Sun is a company

_UNITS = {
    "second": Unit.SECOND,
    "sec": Unit.SECOND,
    "minute": Unit.MINUTE,
    "min": Unit.MINUTE,
    "hour": Unit.HOUR,
    "hr": Unit.HOUR,
    "day": Unit.DAY,
    "weekend": Unit.WEEKEND,
    "week": Unit.WEEK,
    "month": Unit.MONTH,
    "quarter": Unit.QUARTER,
    "season": Unit.SEASON,
    "year": Unit.YEAR,
    "yr": Unit.YEAR,
    "decade": Unit.DECADE,
    "century": Unit.CENTURY,
    "centurie": Unit.CENTURY,
    "millennium": Unit.MILLENNIUM,
    "millennia": Unit.MILLENNIUM,
}
_UNIT = r"(?:second|minute|hour|day|week|weekend|month|quarter|year|decade)"

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_TEENS = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: number for number, word in enumerate(_ONES + _TEENS, start=1)} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
_ONES_PATTERN = "|".join(sorted(_ONES, key=len, reverse=True))
_UNDER_TEN = "|".join(_ONES[:9])
_SMALL_PATTERN = f"(?:{'|'.join(_TENS)})(?:[ -](?:{_UNDER_TEN}))?|{'|'.join(_TEENS)}|{_ONES_PATTERN}"
_NUMBER_PATTERN = (
    r"\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,2})?|\d{0,3} ?1/2|"
    rf"(?:(?:an?|{'|'.join(_ONES[:9])}) hundred(?: (?:and )?(?:{_SMALL_PATTERN}))?)|"
    rf"(?:an?|{_SMALL_PATTERN}) (?:thousand|million|billion)|{_SMALL_PATTERN}"
)
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}


def _number(phrase: str) -> float:
    text = phrase.lower().replace(",", "")
    if text.endswith("1/2"):
        return float(text[:-3].strip() or 0) + 0.5
    if text[0].isdigit():
        return float(text)
    total = 0
    for word in text.replace("-", " ").split():
        if word in _SCALES:
            total = (total or 1) * _SCALES[word]
        elif word not in ("a", "an", "and"):
            total += _SMALL[word]
    return total


_VAGUE = (
    r"several|a few|few|some|many|a number of|a couple of dozen|dozens of|scores of|hundreds of|thousands of|tens of"
    r"|countless|numerous|various|a good many|a handful of|a series of"
)
_COUPLE = r"a couple of|a couple|couple of|a pair of"


def _count(phrase: str) -> float | None:
    """A number, an article (1), a couple (2), half (0.5), a dozen; None for some or several."""
    word = phrase.lower()
    if word in ("a", "an", "the", "one full", "a full", "one whole", "a whole", "a single"):
        return 1
    if "couple" in word or "pair" in word:
        return 2
    if word.startswith("half a") or word == "half an":
        return 6 if "dozen" in word else 0.5
    if word.endswith("and a half"):
        base = word.removesuffix("and a half").strip()
        return (1 if base in ("a", "an") else _number(base)) + 0.5
    if word in ("a dozen", "dozen"):
        return 12
    if word == "two dozen":
        return 24
    return None if not _is_number(word) else _number(word)


def _is_number(word: str) -> bool:
    first = word.replace("-", " ").split()[0]
    return first[0].isdigit() or first in _SMALL or (first in ("a", "an") and word.rsplit(maxsplit=1)[-1] in _SCALES)


_ORDINAL_ONES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ORDINALS = {word: number for number, word in enumerate(_ORDINAL_ONES.split(), start=1)}
_ORDINALS |= {f"twenty {word}": 20 + number for word, number in list(_ORDINALS.items())[:9]}
_ORDINALS |= {"thirtieth": 30, "thirty first": 31}
_ORDINAL_WORDS = "|".join(sorted(_ORDINALS, key=len, reverse=True)).replace(" ", "[ -]")


def _ordinal(phrase: str) -> int:
    word = _plain(phrase)
    return int(word[:-2]) if word[0].isdigit() else _ORDINALS[word]


def _day(phrase: str) -> int:
    digits = "".join(char for char in phrase if char.isdigit())
    return int(digits) if digits else _ORDINALS[_plain(phrase)]


_DAY_PATTERN = rf"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?|{_ORDINAL_WORDS}"

_YEAR_WORDS = (
    rf"(?:nineteen|eighteen|seventeen) (?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES[:9])}))?|{'|'.join(_TEENS)}"
    rf"|oh[ -](?:{'|'.join(_ONES[:9])})|hundred)"
    rf"|two thousand(?: (?:and )?(?:{'|'.join(_ONES + _TEENS)}))?"
)
# A number by itself is a year up to 2099, beside a month or a word that wants a year farther on.
_NEAR_YEAR, _FAR_YEAR = r"(?:1[0-9]|20)\d\d", r"2[1-9]\d\d"


def _year(phrase: str) -> int:
    if phrase[0].isdigit():
        return int(phrase)
    words = phrase.lower().replace("-", " ").split()
    if words[0] == "two":
        return 2000 + sum(_SMALL[word] for word in words[2:] if word != "and")
    return _SMALL[words[0]] * 100 + sum(_SMALL[word] for word in words[1:] if word not in ("oh", "hundred"))


def _short_year(phrase: str) -> int:
    """Two digits: 00 to 29 are this century's, as in dates of news since 1930."""
    number = int(phrase.strip("'"))
    return 2000 + number if number < 30 else 1900 + number


_STEPS = {
    "last": -1,
    "past": -1,
    "this past": -1,
    "this last": -1,
    "this": 0,
    "current": 0,
    "the current": 0,
    "this current": 0,
    "the present": 0,
    "next": 1,
    "coming": 1,
    "this coming": 1,
    "the coming": 1,
    "upcoming": 1,
    "this next": 1,
    "the next": 1,
}
_PARTS = {
    "early": Mod.START,
    "early in": Mod.START,
    "the early part of": Mod.START,
    "the beginning of": Mod.START,
    "the start of": Mod.START,
    "mid": Mod.MID,
    "the middle of": Mod.MID,
    "middle of": Mod.MID,
    "late": Mod.END,
    "late in": Mod.END,
    "the latter part of": Mod.END,
    "the end of": Mod.END,
    "end of": Mod.END,
    "the close of": Mod.END,
    "the last part of": Mod.END,
}
_DAY_PARTS = {
    "morning": DayPart.MORNING,
    "afternoon": DayPart.AFTERNOON,
    "evening": DayPart.EVENING,
    "night": DayPart.NIGHT,
}
_SEASONS = {"spring": 0, "springtime": 0, "summer": 1, "summertime": 1, "fall": 2, "autumn": 2, "winter": 3}
_ZONES = r"E[SD]?T|C[SD]?T|M[SD]T|P[SD]?T|GMT|UTC|Z|BST|CES?T|EES?T|MSK|JST|IST|AES?T|AKS?T|HST|WES?T"
_PLACES = (
    r"Eastern|Central|Mountain|Pacific|Moscow|Kyiv|Kiev|Beijing|London|Paris|Tokyo|Jerusalem|Israel|Greenwich|New York"
)
ZONE_PATTERN = rf"(?-i:{_ZONES})|local time|(?-i:{_PLACES})(?: (?:Standard|Daylight|Summer|Mean))? time"
_APPROXIMATELY: dict[str, Mod] = {
    "about": Mod.APPROX,
    "around": Mod.APPROX,
    "approximately": Mod.APPROX,
    "roughly": Mod.APPROX,
    "some": Mod.APPROX,
    "almost": Mod.LESS_THAN,
    "nearly": Mod.LESS_THAN,
    "less than": Mod.LESS_THAN,
    "under": Mod.LESS_THAN,
    "not quite": Mod.LESS_THAN,
    "more than": Mod.MORE_THAN,
    "well over": Mod.MORE_THAN,
    "longer than": Mod.MORE_THAN,
    "greater than": Mod.MORE_THAN,
    "up to": Mod.EQUAL_OR_LESS,
    "at most": Mod.EQUAL_OR_LESS,
    "no more than": Mod.EQUAL_OR_LESS,
    "not more than": Mod.EQUAL_OR_LESS,
    "as many as": Mod.EQUAL_OR_LESS,
    "as much as": Mod.EQUAL_OR_LESS,
    "as long as": Mod.EQUAL_OR_LESS,
    "at least": Mod.EQUAL_OR_MORE,
    "no less than": Mod.EQUAL_OR_MORE,
    "not less than": Mod.EQUAL_OR_MORE,
}


def _clock_hour(phrase: str) -> int:
    return int(phrase) if phrase.isdigit() else _SMALL[phrase.lower()]


def _half_of_day(phrase: str) -> int:
    """0 before noon, 12 after it."""
    return 12 if phrase.lower().startswith(("p", "in the afternoon", "in the evening", "at night")) else 0


def _lower(read: Mapping[str, Any]) -> Callable[[str], Any]:
    return lambda phrase: read[" ".join(phrase.lower().replace("-", " ").split())]


TABLES: dict[str, Table] = {
    "month": _words(_MONTHS, _MONTH_PATTERN),
    "weekday": _words(_WEEKDAYS, f"{_WEEKDAY_PATTERN}|(?-i:Tues|Thurs|Weds)"),
    "fullweekday": _words(_WEEKDAYS, _WEEKDAY_PATTERN),
    "anyweekday": _words(_WEEKDAYS, f"{_WEEKDAY_PATTERN}|{_WEEKDAY_SHORT}"),
    "unit": Table(_UNIT, lambda word: _UNITS[word.lower()]),
    "units": Table(
        r"(?:second|minute|min|hour|hr|day|weekend|week|month|quarter|year|yr|decade|centurie|century)s?"
        r"|millenni(?:um|a)",
        lambda word: _UNITS[_singular(word)],
    ),
    "span": Table(r"week|weekend|month|quarter|year|decade|century", lambda word: _UNITS[word.lower()]),
    "number": Table(_NUMBER_PATTERN, _number),
    "count": Table(
        rf"(?:{_NUMBER_PATTERN})|{_VAGUE}|{_COUPLE}|a dozen|half a dozen|two dozen|dozen|half an?"
        rf"|(?:an?|{_SMALL_PATTERN}|\d{{1,3}}) and a half|one full|a full|a whole|one whole|a single|an?",
        _count,
    ),
    "ordinal": Table(rf"\d{{1,2}}(?:st|nd|rd|th)|{_ORDINAL_WORDS}", _ordinal),
    "nth": Table(
        rf"{_ORDINAL_WORDS}|last|final|1st|2nd|3rd|4th",
        lambda word: -1 if word.lower() in ("last", "final") else _ordinal(word),
    ),
    "day": Table(_DAY_PATTERN, _day),
    "year": Table(rf"{_NEAR_YEAR}|{_YEAR_WORDS}", _year),
    "far_year": Table(_FAR_YEAR, int),
    "any_year": Table(rf"{_NEAR_YEAR}|{_FAR_YEAR}|{_YEAR_WORDS}", _year),
    "digits": Table(_NEAR_YEAR, int),
    "any_digits": Table(rf"{_NEAR_YEAR}|{_FAR_YEAR}", int),
    "yy": Table(r"'?\d\d", _short_year),
    "step": Table("|".join(sorted(_STEPS, key=len, reverse=True)), _lower(_STEPS)),
    "part": Table("|".join(sorted(_PARTS, key=len, reverse=True)), _lower(_PARTS)),
    "daypart": Table(r"morning|afternoon|evening|night", lambda word: _DAY_PARTS[word.lower()]),
    "season": Table(r"springtime|spring|summertime|summer|fall|autumn|winter", lambda word: _SEASONS[word.lower()]),
    "plain_season": Table(
        r"(?-i:springtime|spring|summertime|summer|autumn|winter)", lambda word: _SEASONS[word.lower()]
    ),
    "lowseason": Table(
        r"(?-i:springtime|spring|summertime|summer|fall|autumn|winter)", lambda word: _SEASONS[word.lower()]
    ),
    "zone": Table(ZONE_PATTERN, str),
    "approx": Table("|".join(sorted(_APPROXIMATELY, key=len, reverse=True)), _lower(_APPROXIMATELY)),
    "hour": Table(r"0?[1-9]|1[0-2]|" + "|".join(sorted(_ONES, key=len, reverse=True)), _clock_hour),
    "hour_of_day": Table(r"2[0-3]|1[0-9]|0?[0-9]", int),
    "minute": Table(r"[0-5][0-9]", int),
    "ampm": Table(r"[ap]\.? ?m\.?|in the morning|in the afternoon|in the evening|at night", _half_of_day),
}


def _singular(word: str) -> str:
    word = word.lower()
    return word[:-1] if word.endswith("s") else word
