"""What counts from publication: today, next month, three weeks ago, earlier this year, the past two years."""

from app.timex.en.quarter import FISCAL_YEAR
from app.timex.meaning import (
    About,
    Ahead,
    Around,
    Beside,
    Date,
    Inside,
    Meaning,
    Mod,
    Ref,
    Shifted,
    SoFar,
    Stepped,
    Told,
    Vague,
    Weekend,
    Window,
)
from app.timex.rule import Example, Rule
from app.timex.unit import Unit

DAYS = (
    Rule(
        "relative/today",
        r"today",
        lambda _: Stepped(Unit.DAY, 0),
        (Example("The court ruled [today] that he may stay.", "2021-12-21", "2021-12-21/2021-12-22"),),
    ),
    Rule(
        "relative/yesterday",
        r"yesterday",
        lambda _: Stepped(Unit.DAY, -1),
        (Example("Shares fell [yesterday] in Oslo.", "2021-12-20", "2021-12-20/2021-12-21"),),
    ),
    Rule(
        "relative/tomorrow",
        r"tomorrow",
        lambda _: Stepped(Unit.DAY, 1),
        (Example("She will fly home [tomorrow].", "2021-12-22", "2021-12-22/2021-12-23"),),
    ),
    Rule(
        "relative/before-yesterday",
        r"the day before yesterday",
        lambda _: Stepped(Unit.DAY, -2),
        (Example("The boat sank [the day before yesterday].", "2021-12-19", "2021-12-19/2021-12-20"),),
    ),
    Rule(
        "relative/after-tomorrow",
        r"the day after tomorrow",
        lambda _: Stepped(Unit.DAY, 2),
        (Example("They vote [the day after tomorrow].", "2021-12-23", "2021-12-23/2021-12-24"),),
    ),
)

_UNITS = {unit.word: unit for unit in Unit}
_TO_THE_DAY = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)
_LIMITS = {
    "at least": Mod.EQUAL_OR_MORE,
    "more than": Mod.MORE_THAN,
    "less than": Mod.LESS_THAN,
    "almost": Mod.LESS_THAN,
    "nearly": Mod.LESS_THAN,
}
_FISCAL = {"latest": -1, "last": -1, "previous": -1, "next": 1}

CELLS = (
    Rule(
        "relative/stepped",
        r"{step} {span}",
        lambda w: Stepped(w.span, w.step),
        (
            Example("The summit is due [next month].", "2022-01", "2022-01-01/2022-02-01"),
            Example("Exports sank [last week].", "2021-W50", "2021-12-13/2021-12-20"),
            Example("Nobody has won [this year].", "2021", "2021-01-01/2022-01-01"),
            Example("Polls close [this weekend].", "2021-W51-WE", "2021-12-25/2021-12-27"),
        ),
    ),
)

WEEKENDS = (
    Rule(
        "relative/weekend",
        r"the weekend",
        lambda _: Weekend(),
        (
            Example("Snow fell over [the weekend].", "2021-W50-WE", "2021-12-18/2021-12-20"),
            Example("Snow will fall over [the weekend].", "2021-W51-WE", "2021-12-25/2021-12-27"),
        ),
    ),
)

RULES = (
    Rule(
        "relative/before-last",
        r"the {unit} before last|{unit_next=unit} after next|the {unit_next_the=unit} after next",
        lambda w: Stepped(w.unit or w.unit_next or w.unit_next_the, -2 if w.unit else 2),
        (
            Example("It closed [the month before last].", "2021-10", "2021-10-01/2021-11-01"),
            Example("They vote [the week after next].", "2022-W01", "2022-01-03/2022-01-10"),
        ),
    ),
    Rule(
        "relative/fortnight-ago",
        r"a fortnight ago|two weeks ago",
        lambda _: Shifted(2, Unit.WEEK, forward=False, told=False),
        (Example("The pier burned [a fortnight ago].", "2021-W49", "2021-12-06/2021-12-13"),),
    ),
    Rule(
        "relative/in-ahead",
        r"{number} {units}",
        lambda w: Ahead(w.number, w.units),
        (
            Example("The lease will end in [two years].", "2023", "2023-01-01/2024-01-01"),
            Example("He wrote the book in [two years].", "P2Y"),
        ),
        behind=frozenset(["in"]),
    ),
    Rule(
        "relative/fortnight-ahead",
        r"a fortnight",
        lambda _: Ahead(2, Unit.WEEK),
        (Example("The two will meet in [a fortnight].", "2022-W01", "2022-01-03/2022-01-10"),),
        behind=frozenset(["in"]),
    ),
    Rule(
        "relative/fortnight-window",
        r"the (?P<way>past|last|next|coming) fortnight",
        lambda w: Window(2, Unit.WEEK, forward=w.way.lower() in ("next", "coming")),
        (Example("It rained for [the past fortnight].", "P2W", "2021-12-07/2021-12-22"),),
    ),
    Rule(
        "relative/window-of-one",
        r"the (?:past|last) {span}",
        lambda w: Window(1, w.span, forward=False),
        (Example("Rents doubled over [the past year].", "P1Y", "2020-12-21/2021-12-22"),),
    ),
    Rule(
        "relative/window-of-one-ahead",
        r"the (?:next|coming) {span}",
        lambda w: Window(1, w.span, forward=True),
        (Example("Costs will fall over [the next year].", "P1Y", "2021-12-21/2022-12-22"),),
        behind=frozenset(["over", "within", "during", "throughout"]),
    ),
    Rule(
        "relative/approximate-window",
        r"(?P<least>at least|more than|less than|almost|nearly) the (?:past|last|previous) {count} {units}",
        lambda w: About(_LIMITS[w.least.lower()], Window(w.count, w.units, forward=False)),
        (Example("It ran for [at least the past two years].", "P2Y", "2019-12-21/2021-12-22", mod="EQUAL_OR_MORE"),),
    ),
    Rule(
        "relative/in-view",
        r"the (?:entire |whole |full |current )?(?P<word>year|month|week|decade|century)",
        lambda w: Told(_UNITS[w.word.lower()], 0, firmly=False),
        (Example("It was the worst storm of [the year].", "2021", "2021-01-01/2022-01-01"),),
        behind=frozenset(["of", "in", "for", "during", "throughout", "over"]),
    ),
    Rule(
        "relative/fiscal-year",
        r"(?:the )?(?P<step_word>current|latest|last|this|next|previous)? ?fiscal year",
        lambda w: About(Mod.APPROX, Stepped(Unit.YEAR, _FISCAL.get((w.step_word or "this").lower(), 0)), FISCAL_YEAR),
        (Example("It lost money in [the latest fiscal year].", "2020", "2020-01-01/2021-01-01", mod="APPROX"),),
    ),
    Rule(
        "relative/units-ago",
        r"(?:many |some |long )?(?:years|months|weeks|days|decades|centuries|generations) ago",
        lambda _: Vague(Ref.PAST),
        (Example("The well dried up [years ago].", "PAST_REF"),),
    ),
    Rule(
        "relative/ago",
        r"{count} (?:(?:or so|more) )?{units} (?:or so )?(?:ago|back)",
        lambda w: Shifted(w.count, w.units, forward=False, told=False),
        (
            Example("The mine closed [three years ago].", "2018", "2018-01-01/2019-01-01"),
            Example("The raid came [10 days ago].", "2021-12-11", "2021-12-11/2021-12-12"),
            Example("It shut [two months ago] for repairs.", "2021-10", "2021-10-01/2021-11-01"),
            Example("He left [a week ago].", "2021-W50", "2021-12-13/2021-12-20"),
            Example("The ban fell [several years ago].", "PAST_REF"),
        ),
    ),
    Rule(
        "relative/ago-to-the-day",
        r"{count} {units} ago (?:today|to the day|this (?P<whole>week|month))",
        lambda w: _to_the_day(w.count, w.units, w.whole),
        (
            Example("The dam gave way [40 years ago today].", "1981-12-21", "1981-12-21/1981-12-22"),
            Example("They wed [ten years ago this month].", "2011-12", "2011-12-01/2012-01-01"),
            Example("The ban fell [several years ago today].", "PAST_REF"),
        ),
    ),
    Rule(
        "relative/this-day-in",
        r"this (?:very )?day in {year}",
        lambda w: Inside(Stepped(Unit.DAY, 0), Date(w.year, None, None)),
        (Example("On [this day in 1906] the shop opened.", "1906-12-21", "1906-12-21/1906-12-22"),),
    ),
    Rule(
        "relative/year-ago",
        r"year ago",
        lambda _: Shifted(1, Unit.YEAR, forward=False, told=False),
        (Example("Sales fell below [year ago] levels.", "2020", "2020-01-01/2021-01-01"),),
    ),
    Rule(
        "relative/approximate-ago",
        r"{approx} {count} {units} ago",
        lambda w: About(w.approx, Shifted(w.count, w.units, forward=False, told=False)),
        (Example("It closed [almost three years ago].", "2018", "2018-01-01/2019-01-01", mod="LESS_THAN"),),
    ),
    Rule(
        "relative/from-now",
        r"{count} {units} (?:from now|hence|from today)|in {count_on=number} {units_on=units}(?:'s? time)",
        lambda w: Shifted(w.count or w.count_on, w.units or w.units_on, forward=True, told=False),
        (
            Example("The lease ends [two years from now].", "2023", "2023-01-01/2024-01-01"),
            Example("It will be gone [in three weeks' time], they say.", "2022-W02", "2022-01-10/2022-01-17"),
        ),
    ),
    Rule(
        "relative/earlier-in",
        r"(?:earlier|early on) (?:in )?(?:this|the current) {span}",
        lambda w: SoFar(Stepped(w.span, 0), later=False),
        (
            Example("The leaders met [earlier this month].", "2021-12", "2021-12-01/2021-12-22", mod="START"),
            Example("It folded [earlier this year].", "2021", "2021-01-01/2021-12-22", mod="START"),
        ),
    ),
    Rule(
        "relative/later-in",
        r"later (?:in )?(?:this|the current) {span}",
        lambda w: SoFar(Stepped(w.span, 0), later=True),
        (Example("They vote [later this month].", "2021-12", "2021-12-21/2022-01-01", mod="END"),),
    ),
    Rule(
        "relative/past-window",
        r"(?:the|these)? ?(?:past|last|previous|preceding) {count} {units}",
        lambda w: Window(w.count, w.units, forward=False),
        (
            Example("Prices doubled over [the past two years].", "P2Y", "2019-12-21/2021-12-22"),
            Example("Rain fell for [the last three days].", "P3D", "2021-12-18/2021-12-22"),
        ),
    ),
    Rule(
        "relative/next-window",
        r"(?:the)? ?(?:next|coming|following) {count} {units}",
        lambda w: Window(w.count, w.units, forward=True),
        (Example("Troops will leave over [the next two months].", "P2M", "2021-12-21/2022-02-22"),),
    ),
)


def _to_the_day(count: float | None, unit: Unit, whole: str | None) -> Meaning:
    """So many whole units before publication's day; none where the number or the unit names no day."""
    if count is None or count % 1 or unit not in _TO_THE_DAY:
        return Vague(Ref.PAST)
    day = Beside(unit, -int(count), Stepped(Unit.DAY, 0))
    return day if whole is None else Around(_UNITS[whole.lower()], day)
