"""Dutch: words beside those that dateparser ships."""

from app.domain.interval import Bound, Granularity
from app.timex.languages.words import Around, Tables

G = Granularity

TABLES = Tables(
    code="nl",
    article="de|het",
    last=Around("vorige?|verleden", "jongstleden"),
    this=Around("dit|deze|huidige", ""),
    last_weekday="afgelopen|voorbije",
    every="elke|iedere|alle",
    narrative=Around("daaropvolgende", "daarop|daarna|ervoor"),
    next=Around("volgende?|komende?|aanstaande", "aanstaande"),
    units={
        G.YEAR: "jaren|jaar",
        G.MONTH: "maanden|maand",
        G.WEEK: "weken|week",
        G.WEEKEND: "weekeinde|weekend",
        G.DAY: "dagen|dag",
        G.HOUR: "uren|uur",
        G.MINUTE: "minuten|minuut",
    },
    ago=("{n} {unit} geleden",),
    ahead=("over {n} {unit}",),
    numbers={
        "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
        "tien": 10, "elf": 11, "twaalf": 12, "vijftien": 15, "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50,
    },  # fmt: skip
    bounds={
        Bound.NOT_AFTER: "uiterlijk|uiterlijk op|uiterlijk in|niet later dan",
        Bound.NOT_BEFORE: "vanaf|op zijn vroegst|op zijn vroegst in",
        Bound.SINCE: "sinds|sedert",
        Bound.UNTIL: "tot|tot en met|t/m|tot in",
        Bound.BEFORE: "vóór|voor",
        Bound.AFTER: "na",
    },
    future="zal|zullen|gaat|gaan|wil|willen|gepland",
    past="zei|zeiden|meldde|meldden|verklaarde|werd|werden|heeft|hebben|liet|was",
    year_before="in|sinds|tot|van|uit|vóór|voor|na|vanaf|begin|eind|medio|jaar|tussen|en",
    phrases={"afgelopen week": (G.WEEK, -1), "afgelopen weekend": (G.WEEKEND, -1)},
    of="van",
    ordinal="e",
    quantities="euro|dollar|mensen|personen|miljoen|meter|kilometer|woningen|banen",
    decades=(
        r"(?:de )?jaren '?(?P<decade>[0-9]{2}|1[0-9]{2}0|20[0-9]0)",
        r"(?:de )?jaren ’(?P<decade>[0-9]{2})",
        r"(?:de )?jaren (?P<tens>twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)",
    ),
    tens={
        "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
        "negentig": 90,
    },  # fmt: skip
    parts={"ochtend": "MO", "morgen": "MO", "middag": "AF", "avond": "EV", "nacht": "NI"},
    part_phrases={
        "vanochtend": (0, "MO"), "vanmorgen": (0, "MO"), "vanmiddag": (0, "AF"), "vanavond": (0, "EV"),
    },  # fmt: skip
    attached=True,
    clock="om|rond",
    numeric=(r"{d}-{m}-{y}", r"{d}/{m}/{y}", r"{d}\.{m}\.{y}"),
    decoys=(
        r"(?:de|iedere|elke|een|goede|goeie|der|die) morgen",
        r"(?:straat|plein|laan) (?:van )?[0-9]{1,2} \p{L}+",
        r"na mei",
    ),
)
