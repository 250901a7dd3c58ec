"""Decades, centuries, and years before Christ."""

from app.timex.meaning import Cells, Date, Mod, Part, Ref, Vague
from app.timex.rule import Example, Rule
from app.timex.unit import Unit

_DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}

CELLS = (
    Rule(
        "era/hundreds",
        r"(?:the )?(?P<c>1[0-9])00'?s",
        lambda w: Cells(Unit.CENTURY, int(w.c)),
        (Example("Settlers came in [the 1800s] by boat.", "18", "1800-01-01/1900-01-01"),),
    ),
    Rule(
        "era/decade",
        r"(?:the )?(?P<d>(?:1[0-9]|20)\d)0'?s",
        lambda w: Cells(Unit.DECADE, int(w.d)),
        (
            Example("Unrest marked [the 1990s].", "199", "1990-01-01/2000-01-01"),
            Example("It was a [1960s] tower block.", "196", "1960-01-01/1970-01-01"),
        ),
    ),
    Rule(
        "era/short-decade",
        r"the '(?P<d>[1-9])0s",
        lambda w: Cells(Unit.DECADE, _century(int(w.d))),
        (Example("Prices soared in [the '80s] and sank again.", "198", "1980-01-01/1990-01-01"),),
    ),
    Rule(
        "era/bare-short-decade",
        r"'(?P<d>[1-9])0s",
        lambda w: Cells(Unit.DECADE, _century(int(w.d))),
        (Example("It was a typical ['60s] villa.", "196", "1960-01-01/1970-01-01"),),
    ),
    Rule(
        "era/named-decade",
        rf"the (?P<d>{'|'.join(_DECADES)})",
        lambda w: Cells(Unit.DECADE, 190 + _DECADES[w.d.lower()]),
        (Example("The club thrived in [the seventies].", "197", "1970-01-01/1980-01-01"),),
    ),
    Rule(
        "era/century",
        r"(?:the )?{ordinal}[ -]centur(?:y|ies)(?: (?:a\.?d\.?|c\.?e))?",
        lambda w: Cells(Unit.CENTURY, w.ordinal - 1),
        (
            Example("The fort dates from [the 19th century].", "18", "1800-01-01/1900-01-01"),
            Example("It is a [twelfth-century] chapel.", "11", "1100-01-01/1200-01-01"),
        ),
    ),
)

RULES = (
    Rule(
        "era/turn-of-numbered-century",
        r"(?:the )?(?:turn|start|beginning|dawn) of the {ordinal} century",
        lambda w: Part(Mod.START, Cells(Unit.CENTURY, w.ordinal - 1)),
        (Example("It rose at [the turn of the 20th century].", "19", "1900-01-01/1933-01-01", mod="START"),),
    ),
    Rule(
        "era/turn-of-century",
        r"the turn of the (?:century|millennium)",
        lambda _: Vague(Ref.PAST),
        (Example("It was built around [the turn of the century].", "PAST_REF"),),
    ),
    Rule(
        "era/century-before-christ",
        r"(?:the )?{ordinal}[ -]century b\.?c(?:\.?e)?",
        lambda w: Cells(Unit.CENTURY, -w.ordinal),
        (Example("The temple dates from [the 5th century BC].", "-0499/-0400", "-0499-01-01/-0399-01-01"),),
    ),
    Rule(
        "era/year-before-christ",
        r"(?P<y>\d{1,4}) b\.?c(?:\.?e)?",
        lambda w: Date(1 - int(w.y), None, None),
        (Example("Alexander died in [323 BC] at Babylon.", "-0322", "-0322-01-01/-0321-01-01"),),
    ),
    Rule(
        "era/day-before-christ",
        r"(?:{day} {month}|{month_first=month} {day_last=day},?) (?P<y>\d{1,4}) b\.?c(?:\.?e)?",
        lambda w: Date(1 - int(w.y), w.month or w.month_first, w.day or w.day_last),
        (Example("Caesar fell on [15 March 44 BC] in Rome.", "-0043-03-15", "-0043-03-15/-0043-03-16"),),
    ),
    Rule(
        "era/year-of-our-lord",
        r"a\.?d\.? (?P<y>\d{1,4})|(?P<z>\d{1,4}) (?-i:A\.?D|C\.?E)",
        lambda w: Date(int(w.y or w.z), None, None),
        (Example("Rome burned in [AD 64] under Nero.", "0064", "0064-01-01/0065-01-01"),),
    ),
)


def _century(decade: int) -> int:
    """The '20s and '10s of this century are told without an apostrophe as a rule; the others are the last one's."""
    return 190 + decade if decade >= 3 else 200 + decade
