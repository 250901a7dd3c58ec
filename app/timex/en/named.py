"""Holidays and named days: Thanksgiving, Easter Monday, last Ramadan, 9/11."""

from app.timex.meaning import Around, Date, Holiday, Inside, Stepped
from app.timex.rule import Example, Rule, Table
from app.timex.unit import Unit

# What news calls them, and the key in the holiday table. "Easter" with a weekday's name is its own entry.
_NAMES = {
    "new year's eve": "new year's eve",
    "new year's day": "new year",
    "new year's": "new year",
    "new year": "new year",
    "epiphany": "epiphany",
    "martin luther king jr. day": "martin luther king day",
    "martin luther king day": "martin luther king day",
    "mlk day": "martin luther king day",
    "groundhog day": "groundhog day",
    "valentine's day": "valentine's day",
    "presidents' day": "presidents' day",
    "presidents day": "presidents' day",
    "president's day": "presidents' day",
    "international women's day": "international women's day",
    "st. patrick's day": "st patrick's day",
    "april fools' day": "april fools' day",
    "april fool's day": "april fools' day",
    "earth day": "earth day",
    "anzac day": "anzac day",
    "may day": "may day",
    "victory day": "victory day",
    "mother's day": "mother's day",
    "memorial day": "memorial day",
    "father's day": "father's day",
    "juneteenth": "juneteenth",
    "canada day": "canada day",
    "fourth of july": "independence day",
    "the fourth of july": "independence day",
    "bastille day": "bastille day",
    "labor day": "labor day",
    "columbus day": "columbus day",
    "halloween": "halloween",
    "all saints' day": "all saints' day",
    "guy fawkes night": "guy fawkes night",
    "bonfire night": "guy fawkes night",
    "armistice day": "armistice day",
    "remembrance day": "armistice day",
    "veterans day": "veterans day",
    "veterans' day": "veterans day",
    "election day": "election day",
    "thanksgiving day": "thanksgiving",
    "thanksgiving": "thanksgiving",
    "black friday": "black friday",
    "cyber monday": "cyber monday",
    "christmas eve": "christmas eve",
    "christmas day": "christmas",
    "christmas": "christmas",
    "boxing day": "boxing day",
    "shrove tuesday": "shrove tuesday",
    "mardi gras": "shrove tuesday",
    "ash wednesday": "ash wednesday",
    "lent": "lent",
    "palm sunday": "palm sunday",
    "holy week": "holy week",
    "maundy thursday": "maundy thursday",
    "good friday": "good friday",
    "holy saturday": "holy saturday",
    "easter sunday": "easter",
    "easter": "easter",
    "easter monday": "easter monday",
    "easter weekend": "easter weekend",
    "ascension day": "ascension day",
    "pentecost": "pentecost",
    "whit monday": "whit monday",
    "orthodox easter": "orthodox easter",
    "orthodox christmas": "orthodox christmas",
    "lunar new year": "lunar new year",
    "chinese new year": "lunar new year",
    "mid-autumn festival": "mid-autumn festival",
    "diwali": "diwali",
    "holi": "holi",
    "passover": "passover",
    "rosh hashanah": "rosh hashanah",
    "yom kippur": "yom kippur",
    "hanukkah": "hanukkah",
    "purim": "purim",
    "sukkot": "sukkot",
    "ramadan": "ramadan",
    "eid al-fitr": "eid al-fitr",
    "eid al-adha": "eid al-adha",
    "ashura": "ashura",
    "mawlid": "mawlid",
}
NAMES = frozenset(_NAMES.values())
# Capitals tell the feast from the word ("lent a hand").
_PATTERN = "|".join(sorted(_NAMES, key=len, reverse=True)).replace(".", r"\.?").replace("|lent|", "|(?-i:Lent)|")
_PATTERN = _PATTERN.replace("|holi|", "|(?-i:Holi)|").replace("|new year|", "|(?-i:the New Year)|")
HOLIDAYS = Table(_PATTERN, lambda name: _NAMES[_plain(name)])

# "In the new year" is the year, "since the new year" its first day.
NEW_YEARS = (
    Rule(
        "holiday/year-of-new-year",
        r"the new (?:calendar )?year",
        lambda _: Around(Unit.YEAR, Holiday("new year", None)),
        (
            Example("The bank will cut jobs in [the new year].", "2022", "2022-01-01/2023-01-01"),
            Example("The bank cut jobs in [the New Year].", "2021", "2021-01-01/2022-01-01", at="2021-02-10"),
            Example("She will quit in [the new year].", "2022", "2022-01-01/2023-01-01", at="2022-01-05"),
        ),
        behind=frozenset(["in", "into", "during", "of", "for"]),
    ),
)

# More than its day, and told of the month.
_SEASON = r"christmas(?: and new year)?(?: (?:shopping|sales|selling|holiday|trading|travel))? (?:season|period|rush)"

DAYS = (
    Rule(
        "holiday/bare",
        r"{holiday}",
        lambda w: Holiday(w.holiday, None),
        (
            Example("They were wed on [Thanksgiving Day].", "2021-11-25", "2021-11-25/2021-11-26"),
            Example("They parade on [the Fourth of July].", "2021-07-04", "2021-07-04/2021-07-05", at="2021-08-21"),
            Example("Lamps burn for [Hanukkah].", "2022-12-19/2022-12-26", "2022-12-19/2022-12-27", at="2022-12-01"),
            Example("Shops shut on [Christmas Eve].", "2021-12-24", "2021-12-24/2021-12-25"),
            Example("Clashes marked [Easter Monday].", "2021-04-05", "2021-04-05/2021-04-06", at="2021-04-12"),
            Example("[Lunar New Year] brings crowds.", "2022-02-01", "2022-02-01/2022-02-02"),
            Example("Raids eased during [Ramadan].", "2021-04-13/2021-05-12", "2021-04-13/2021-05-13", at="2021-05-20"),
        ),
    ),
    Rule(
        "holiday/season",
        rf"(?:the )?{_SEASON}",
        lambda _: Around(Unit.MONTH, Holiday("christmas", None)),
        (
            Example("Sales rose over [the Christmas season].", "2020-12", "2020-12-01/2021-01-01", at="2021-02-10"),
            Example("Shops will hire for [the Christmas rush].", "2021-12", "2021-12-01/2022-01-01", at="2021-10-04"),
            Example(
                "Sales fell in [the Christmas and New Year period].",
                "2020-12",
                "2020-12-01/2021-01-01",
                at="2021-01-18",
            ),
        ),
    ),
    Rule(
        "holiday/season-stepped",
        rf"{{step}} {_SEASON}",
        lambda w: Around(Unit.MONTH, Holiday("christmas", w.step)),
        (Example("Sales rose [last Christmas shopping season].", "2020-12", "2020-12-01/2021-01-01"),),
    ),
    Rule(
        "holiday/season-of-year",
        rf"(?:the )?(?:{{year}} {_SEASON}|{_SEASON} of {{year_last=year}})",
        lambda w: Date(w.year or w.year_last, 12, None),
        (Example("Sales rose in [the 2018 Christmas season].", "2018-12", "2018-12-01/2019-01-01"),),
    ),
    Rule(
        "holiday/stepped",
        r"{step} {holiday}",
        lambda w: Holiday(w.holiday, w.step),
        (Example("He vanished [last Christmas].", "2020-12-25", "2020-12-25/2020-12-26"),),
    ),
    Rule(
        "holiday/first-day-of-new-year",
        r"the new year",
        lambda _: Holiday("new year", None),
        (Example("Talks will resume after [the new year].", "2022-01-01", "2022-01-01/2022-01-02", bound="after"),),
        behind=frozenset(["since", "before", "after", "by", "until", "at"]),
    ),
    Rule(
        "holiday/rung-in",
        r"(?:r[iau]ng|ringing|see|saw|seeing|usher(?:ed|ing)?|bring|brought|bringing) in «(?:the )?new year»",
        lambda _: Holiday("new year", None),
        (
            Example(
                "Crowds rang in [the new year] with kisses.", "2022-01-01", "2022-01-01/2022-01-02", at="2022-01-03"
            ),
        ),
    ),
    Rule(
        "holiday/of-year",
        r"{holiday}(?: of| in|,)? {year}|{year_first=year} {holiday_last=holiday}",
        lambda w: Inside(Holiday(w.holiday or w.holiday_last, None), Date(w.year or w.year_first, None, None)),
        (Example("It opened on [Easter Monday 1916] in Dublin.", "1916-04-24", "1916-04-24/1916-04-25"),),
    ),
    Rule(
        "holiday/of-stepped-year",
        r"{holiday}(?: of)? {step} year",
        lambda w: Inside(Holiday(w.holiday, None), Stepped(Unit.YEAR, w.step)),
        (Example("It shut on [Labor Day last year].", "2020-09-07", "2020-09-07/2020-09-08"),),
    ),
    Rule(
        "holiday/nine-eleven",
        r"9/11",
        lambda _: Date(2001, 9, 11),
        (Example("Security changed after [9/11] everywhere.", "2001-09-11", "2001-09-11/2001-09-12", bound="after"),),
    ),
    Rule(
        "holiday/september-eleventh",
        r"(?:the )?«(?:sept(?:ember|\.)? 11|11 sept(?:ember)?)» "
        r"(?:terrorist |terror )?(?:attack|hijack)(?:s|ers|ings?)?",
        lambda _: Date(2001, 9, 11),
        (Example("He was jailed over the [Sept. 11] attacks.", "2001-09-11", "2001-09-11/2001-09-12"),),
    ),
    Rule(
        "holiday/d-day",
        r"d-day",
        lambda _: Date(1944, 6, 6),
        (Example("Veterans of [D-Day] wept.", "1944-06-06", "1944-06-06/1944-06-07"),),
    ),
)


def _plain(name: str) -> str:
    text = name.lower()
    text = "new year" if text == "the new year" else text
    return text if text in _NAMES else next(known for known in _NAMES if known.replace(".", "") == text)
