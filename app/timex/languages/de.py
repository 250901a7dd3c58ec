"""German: words beside those that dateparser ships."""

from app.domain.interval import Bound, Granularity
from app.timex.languages.words import Around, Tables

G = Granularity

TABLES = Tables(
    code="de",
    article="der|die|das|dem|den|des",
    last=Around(r"(?:letzt|vergangen|vorig|verflossen)e[nrsm]?", ""),
    this=Around(r"diese[nrsm]?|laufende[nrsm]?", ""),
    every="jede[nrs]?|alle",
    narrative=Around(r"(?:darauf|nach)?folgende[nrsm]?|darauf|tags darauf", "darauf"),
    next=Around(r"(?:nächst|kommend)e[nrsm]?", ""),
    units={
        G.YEAR: "jahres|jahren|jahre|jahrs|jahr",
        G.MONTH: "monats|monaten|monate|monat",
        G.WEEK: "wochen|woche",
        G.WEEKEND: "wochenendes|wochenende",
        G.DAY: "tagen|tages|tage|tag",
        G.HOUR: "stunden|stunde",
        G.MINUTE: "minuten|minute",
    },
    ago=("vor {n} {unit}",),
    ahead=("in {n} {unit}",),
    numbers={
        "ein": 1, "eine": 1, "einem": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6,
        "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "fünfzehn": 15, "zwanzig": 20,
        "dreißig": 30, "vierzig": 40, "fünfzig": 50,
    },  # fmt: skip
    bounds={
        Bound.NOT_AFTER: "bis spätestens|spätestens|spätestens am|spätestens im",
        Bound.NOT_BEFORE: "ab|frühestens|frühestens am|frühestens im",
        Bound.SINCE: "seit|seit dem",
        Bound.UNTIL: "bis|bis zum|bis zur",
        Bound.BEFORE: "vor|vor dem|vor der",
        Bound.AFTER: "nach|nach dem",
    },
    future="wird|werden|soll|sollen|will|wollen|geplant|plant|planen",
    past="sagte|sagten|teilte|erklärte|kündigte|wurde|wurden|hatte|hatten",
    year_before="im jahre?|in den jahren|jahre?|seit|bis|ab|anfang|ende|mitte|sommer|winter|herbst|frühjahr|frühling",
    phrases={"vorvorgestern": (G.DAY, -3)},
    months={"feber": 2, "jänner": 1},
    weekdays={"sonnabend": 6},
    ambiguous=frozenset({"august", "mai", "april", "juni"}),
    month_before="im|seit|ab|bis|bis zum|anfang|mitte|ende|für|nach|vor|in|vom|zum",
    capitals=True,
    ordinal=r"\.",
    quantities="euro|dollar|menschen|personen|millionen|meter|kilometer",
    decades=(
        r"(?:den |die |der )?(?P<decade>1[0-9]{2}0|20[0-9]0|[2-9]0)er(?:(?: |-)jahren?)?",
        r"(?:den |die |der )?(?P<tens>zwanziger|dreißiger|vierziger|fünfziger|sechziger|siebziger|achtziger|neunziger)"
        r"(?: |-)?jahren?",
    ),
    tens={
        "zwanziger": 20, "dreißiger": 30, "vierziger": 40, "fünfziger": 50, "sechziger": 60, "siebziger": 70,
        "achtziger": 80, "neunziger": 90,
    },  # fmt: skip
    parts={
        "morgen": "MO", "früh": "MO", "vormittag": "MO", "nachmittag": "AF", "abend": "EV", "nacht": "NI",
    },  # fmt: skip
    attached=True,
    clock="um|gegen|ab",
    numeric=(r"{d}\.{m}\.{y}", r"{d}\. ?{m}\. ?{y}", r"{d}/{m}/{y}"),
    decoys=(
        r"(?:am|jeden|guten|der|den|diesem|eines|jedem|zum|von|bis in den|seit dem) morgen",
        "von heute auf morgen",
        r"(?:heiligen?|heiligem|heiliger) abend",
        r"(?:straße|platz|allee|brücke|stadion) des [0-9]{1,2}\. \p{L}+(?: [0-9]{4})?",
    ),
)
