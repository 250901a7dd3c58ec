"""Lengths of time: two days, a two-day visit, half an hour, more than four hours, weeks."""

from app.timex.meaning import Duration, Mod, Ref, Vague
from app.timex.rule import Example, Rule
from app.timex.unit import Unit

_UNITS = {unit.word: unit for unit in Unit}
_PLURALS = {f"{unit.word}s": unit for unit in Unit} | {"centuries": Unit.CENTURY}
# "For over three years" is more than three, "evolved over three years" is three.
_LENGTHS = "for in of after took takes take lasted last lasts spent just within by waited"
_BEFORE_A_LENGTH = frozenset(_LENGTHS.split())
RULES = (
    Rule(
        "duration/count",
        r"(?:another |an additional |an extra |the |these |those )?{count} (?:more |full |whole |long |additional "
        r"|straight "
        r"|consecutive |extra |trading |calendar |solid )?{units}",
        lambda w: Duration(w.count, w.units, None),
        (
            Example("The siege lasted [three weeks].", "P3W"),
            Example("He waited [half an hour] in line.", "PT30M"),
            Example("They spent [a few days] in Lodz.", "PXD"),
            Example("The drive takes [twenty-five minutes].", "PT25M"),
        ),
    ),
    Rule(
        "duration/approximate",
        r"{approx} (?:the )?{count} (?:more |full |whole |trading )?{units}",
        lambda w: Duration(w.count, w.units, w.approx),
        (
            Example("Talks ran for [more than four hours].", "PT4H", mod="MORE_THAN"),
            Example("It can take [up to 180 days] to heal.", "P180D", mod="EQUAL_OR_LESS"),
            Example("He ruled for [nearly forty years].", "P40Y", mod="LESS_THAN"),
        ),
    ),
    Rule(
        "duration/over",
        r"over (?:the )?{count} {units}",
        lambda w: Duration(w.count, w.units, Mod.MORE_THAN),
        (Example("He lived there for [over three years].", "P3Y", mod="MORE_THAN"),),
        behind=_BEFORE_A_LENGTH,
    ),
    Rule(
        "duration/throughout",
        r"over «(?:the )?{count} {units}»",
        lambda w: Duration(w.count, w.units, None),
        (Example("The town grew over [several years].", "PXY"),),
    ),
    Rule(
        "duration/or-so",
        r"{count} {units} or (?:so|two)|{count_or=count} or so {units_or=units}",
        lambda w: Duration(w.count or w.count_or, w.units or w.units_or, Mod.APPROX),
        (Example("It took [a week or so] to dry.", "P1W", mod="APPROX"),),
    ),
    Rule(
        "duration/between",
        r"{count}(?: to | or | ?- ?){number} {units}",
        lambda w: Duration(w.count, w.units, Mod.APPROX),
        (Example("It thaws within [two to three weeks].", "P2W", mod="APPROX"),),
    ),
    Rule(
        "duration/at-least",
        r"{count} (?:or more {units}|{units_more=units} or more)",
        lambda w: Duration(w.count, w.units or w.units_more, Mod.EQUAL_OR_MORE),
        (Example("He faces [five years or more] in jail.", "P5Y", mod="EQUAL_OR_MORE"),),
    ),
    Rule(
        "duration/adjective",
        r"{number}[ -]{unit}(?:-long)?|(?P<vague>several|multi)-?{vague_unit=unit}",
        lambda w: Duration(w.number, w.unit or w.vague_unit, None),
        (
            Example("She is on a [two-day] visit to Riga.", "P2D"),
            Example("The [10-year] plan failed.", "P10Y"),
        ),
    ),
    Rule(
        "duration/long",
        r"(?:an? )?«{unit}-long»",
        lambda w: Duration(1, w.unit, None),
        (Example("It was a [day-long] hearing.", "P1D"),),
    ),
    Rule(
        "duration/and-a-half",
        r"{count} (?P<unit_word>year|month|week|day|hour|minute)s? and a half",
        lambda w: Duration((w.count or 0) + 0.5, _UNITS[w.unit_word.lower()], None),
        (Example("The show ran [an hour and a half].", "PT1H30M"),),
    ),
    Rule(
        "duration/plural",
        r"(?:the )?(?P<unit_word>years|months|weeks|days|hours|decades|centuries)",
        lambda w: Duration(None, _PLURALS[w.unit_word.lower()], None),
        (Example("They had argued for [weeks].", "PXW"),),
        behind=frozenset(
            ["for", "in", "within", "after", "over", "took", "takes", "take", "of", "many", "last", "lasted", "spent"]
        ),
    ),
    Rule(
        "duration/fortnight",
        r"(?:a|another|the) fortnight",
        lambda _: Duration(2, Unit.WEEK, None),
        (Example("The strike lasted [a fortnight].", "P2W"),),
    ),
    Rule(
        "duration/another",
        r"(?:another|an additional|one more|an extra) {unit}",
        lambda w: Duration(1, w.unit, None),
        (Example("He will stay [another year] in Minsk.", "P1Y"),),
    ),
    Rule(
        "duration/recent-years",
        r"recent years",
        lambda _: Vague(Ref.PAST),
        (Example("Rents have doubled in [recent years].", "PAST_REF"),),
    ),
    Rule(
        "duration/coming-units",
        r"(?:the )?(?:coming|future) {units}|the {units_ahead=units} (?:ahead|to come)",
        lambda w: Duration(None, w.units or w.units_ahead, None),
        (Example("Losses may mount in [the coming months].", "PXM"),),
    ),
    Rule(
        "duration/recent-units",
        r"recent {units}",
        lambda w: Duration(None, w.units, None),
        (Example("Prices have climbed in [recent months].", "PXM"),),
    ),
)
