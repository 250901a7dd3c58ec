"""Words that look like time expressions and are none."""

from app.timex.meaning import Date, Month, MonthDay
from app.timex.rule import Example, Rule, decoy

_TITLES = (
    r"mr|mrs|ms|miss|dr|sir|lord|lady|dame|president|minister|secretary|sen|rep|gov|judge"
    r"|theresa|elaine|brian|james|cyril"
)

# Where one of these stands before them, words that are mostly something else are a date after all.
_BEFORE_A_DATE = frozenset(["in", "since", "until", "by", "before", "after", "during", "from", "late", "early", "last"])
_MAY_AND = r"«(?-i:May)» (?:i|we|he|she|they|it|you|god|the|this|all|not|be|also|have|peace|his|her)"
_THINGS = (
    r"(?:people|men|women|troops|soldiers|votes|shares|points|dollars|euros|pounds|yen|jobs|workers|km"
    r"|kilometers|kilometres|miles|meters|metres|feet|tons|tonnes|homes|houses|seats|cases|deaths|students|employees"
    r"|barrels|guests|fans|copies|volunteers|passengers|residents|refugees|migrants|patients|firms|companies|species"
    r"|words|hectares|acres|delegates|officers|protesters|prisoners|civilians|members|rounds|times|years)"
)
_COUNTED = rf"«{{digits}}» {_THINGS}"

RULES = (
    Rule(
        "month/may-before-pronoun",
        _MAY_AND,
        lambda _: Month(5, None),
        (Example("In [May] the army fired on the crowd.", "2021-05", "2021-05-01/2021-06-01"),),
        behind=_BEFORE_A_DATE,
    ),
    decoy("decoy/modal-may", _MAY_AND, Example("May God help them all.")),
    decoy(
        "decoy/named-month",
        rf"(?:{_TITLES})\.? (?-i:May|March|April|June|August)",
        Example("Theresa May resigned."),
        Example("He praised Ms. May warmly."),
    ),
    decoy(
        "decoy/march",
        r"(?:the|a|million|women's|long|protest|annual) (?-i:March) (?:on|for|of|against)",
        Example("He joined the March on Rome."),
    ),
    decoy(
        "decoy/numbered",
        r"(?:flight|no\.|number|nos\.|room|page|pages|pp?\.|route|highway|interstate|section|article|chapter"
        r"|boeing|airbus|apollo"
        r"|bus|train|unit|channel|resolution|proposition|level|version|windows|model|lot|gate|suite|apartment|box"
        r"|chapter"
        r"|bill|hr|psalm|formula|area|studio|mach|opus|catch) ?#?\d(?:[\d.,:/-]*\d)?",
        Example("He boarded Flight 1549 with a grin."),
        Example("Turn to page 1999 of the index."),
    ),
    decoy(
        "decoy/money",
        r"[$]\d[\d.,]*(?: ?(?:million|billion|trillion|thousand|bn|m|k))?(?: an? (?:share|barrel|ton))?",
        Example("It cost $1999 to mend."),
    ),
    decoy("decoy/telephone", r"\d{3}-\d{4}", Example("Call 555-2021 for more.")),
    decoy(
        "decoy/minor-planet",
        r"(?:1[89]|20)\d\d (?-i:[A-Z]{2}\d{0,3})",
        Example("The probe photographed asteroid 2011 KP36 from afar."),
    ),
    decoy("decoy/thousands", r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", Example("Some 1,990 fled.")),
    decoy("decoy/decimal", r"\d+\.\d+%?", Example("Shares rose to 1990.5 points.")),
    decoy(
        "decoy/abbreviated-name",
        r"(?-i:(?:Jan|Mar) [A-Z][a-z]+)",
        Example("Jan Nowak sang."),
    ),
    decoy(
        "decoy/of-the-year",
        r"(?:wo)?(?:man|person|player|team|game|deal|rookie|coach|song|book|word|driver|athlete|actor|parent"
        r"|teacher|car|goal)"
        r"s? of the (?:year|month|week|decade|century|day)",
        Example("She was named player of the year."),
    ),
    decoy("decoy/as-many", r"as many {units}", Example("It was the third raid in as many weeks.")),
    decoy("decoy/row-of-numbers", r"\d{1,5}(?: \d{1,5}){2,12}", Example("Bids were 1340 1341 1345 then.")),
    decoy(
        "decoy/christmas-noun",
        r"christmas (?:trees?|carols?|cards?|gifts?|presents?|shopping|part(?:y|ies)|dinners?|lights|decorations?"
        r"|songs?"
        r"|albums?|music|bonus(?:es)?|stockings?|pudding|movies?)",
        Example("They sell Christmas trees."),
    ),
    decoy(
        "decoy/every-other-adverb",
        r"(?:two|three|four|six|bi|semi|half|mid|twice)[ -](?:monthly|weekly|yearly|annual|daily)",
        Example("A two-monthly index fell."),
    ),
    decoy(
        "decoy/fall-of",
        r"the fall-?out|the (?:fall|spring|second|march) (?:of|in|from|that|back|to)",
        Example("It began with the fall of the regime."),
    ),
    decoy(
        "decoy/overnight-noun",
        r"overnight (?:call|money|rates?|repos?|loans?|funds?|trains?|delivery|bags?|guests?|stays?|success|hit"
        r"|sensation"
        r"|lending|deposits?|facility|index|parking)",
        Example("The overnight rate is four percent."),
    ),
    decoy("decoy/past-count", r"the past {count}", Example("Shares fell in the past two sessions.")),
    decoy(
        "decoy/quarter-final",
        r"(?:the )?quarter[ -]?finals?(?:ists?)?",
        Example("They won a place in the quarter-finals of the cup."),
    ),
    decoy(
        "decoy/sports-quarter",
        r"(?:the )?{ordinal}[ -]quarter (?:of the (?:game|match)|touchdown|lead|field goal|interception|deficit"
        r"|comeback)",
        Example("They trailed in the second quarter of the game."),
    ),
    decoy(
        "decoy/fraction",
        r"(?:(?:more|less) than |about |nearly |almost )?(?:an?|one|three|the) quarters? (?:of|million|century"
        r"|mile|point)",
        Example("More than a quarter of voters fled."),
    ),
    decoy(
        "decoy/round-the-clock",
        r"24 hours a day|seven days a week|7 days a week|24/7",
        Example("The grill is open 24 hours a day."),
    ),
    decoy("decoy/shows", r"(?-i:60 Minutes|48 Hours|High Noon|This Week With)", Example("He told 60 Minutes so.")),
    decoy("decoy/percent", r"\d+(?: ?%| percent| per cent)", Example("Prices rose 1990 percent.")),
    Rule(
        "absolute/year-before-counted",
        _COUNTED,
        lambda w: Date(w.digits, None, None),
        (Example("In [2010] people fled by the thousand.", "2010", "2010-01-01/2011-01-01"),),
        behind=_BEFORE_A_DATE,
    ),
    decoy("decoy/quantity", _COUNTED, Example("Some 1990 people fled.")),
    decoy("decoy/large-quantity", rf"{{far_year}} {_THINGS}", Example("It was shared by 2400 people.")),
    Rule(
        "month-day/before-quantity",
        rf"«{{month}}(?: {{day}})?»,? {{far_year}} {_THINGS}",
        lambda w: Month(w.month, None) if w.day is None else MonthDay(w.month, w.day, None),
        (Example("On [May 5], 2400 people fled.", "2021-05-05", "2021-05-05/2021-05-06", at="2021-05-20"),),
    ),
    decoy(
        "decoy/age",
        r"(?:{number}|{count})[ -](?:year|month|week|day)s?[ -]olds?|{count_of=count} years of age|aged? \d+(?: "
        r"years)?",
        Example("The 52-year-old was freed."),
        Example("Her son is six months old."),
    ),
    decoy(
        "decoy/time-as-turn",
        r"(?:the|a|for the|his|her|its|their) (?:{ordinal}|last|next|same|very first) times?",
        Example("He fell for the second time."),
    ),
    decoy("decoy/per-second", r"(?:per|a split|the|a) second", Example("It took a split second.")),
    decoy(
        "decoy/now-that",
        r"now and then|soon after|as soon as|sooner or later",
        Example("They meet now and then."),
    ),
    decoy(
        "decoy/current-noun",
        r"(?:electric|alternating|direct|ocean) currents?",
        Example("An electric current flowed."),
    ),
    decoy(
        "decoy/day-and-age",
        r"at the end of the day|day after day|day by day|year after year|day-to-day|(?:the )?quarter-to-quarter"
        r"|year-to-year|month-to-month|week-to-week|year-on-year|day in,? day out",
        Example("At the end of the day, it works."),
    ),
    decoy(
        "decoy/proper-days",
        r"(?:bloody|ruby|super bowl|super|freaky|blue|manic|giving) {weekday}"
        r"|black (?:monday|tuesday|wednesday|thursday|saturday|sunday)|(?-i:New York"
        r"|Financial|Sunday"
        r"|Los Angeles|Irish|Japan|Straits|Moscow|Seattle) (?-i:Times)|(?-i:Saturday Night Live|Sunday Times"
        r"|Sunday Telegraph|Sunday Mirror|Man Friday|Rush Hour)",
        Example("The Sunday Times ran it."),
        Example("It was the worst rout since Black Monday."),
        Example("They marched in memory of Bloody Sunday."),
    ),
    decoy(
        "decoy/spring-verb",
        r"(?:to|will|would|could|might|not) (?-i:spring|fall|second|march|may)",
        Example("It may spring back or fall."),
    ),
)
