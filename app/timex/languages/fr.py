"""French: words beside those that dateparser ships."""

from app.domain.interval import Bound, Granularity
from app.timex.languages.words import Around, Tables

G = Granularity

TABLES = Tables(
    code="fr",
    article="le|la|les|l'|l’",
    last=Around("", "dernier|dernière|passé|passée"),
    this=Around("ce|cet|cette", ""),
    every="chaque|tous les",
    habitual="le|les",
    narrative=Around("", "suivante?|précédente?|d'après|d’après"),
    next=Around("", "prochain|prochaine"),
    units={
        G.YEAR: "années|année|ans|an",
        G.MONTH: "mois",
        G.WEEK: "semaines|semaine",
        G.WEEKEND: "week-end|weekend",
        G.DAY: "jours|jour",
        G.HOUR: "heures|heure",
        G.MINUTE: "minutes|minute",
    },
    ago=("il y a {n} {unit}", "voici {n} {unit}", "voilà {n} {unit}"),
    ahead=("dans {n} {unit}", "d'ici {n} {unit}", "d’ici {n} {unit}"),
    numbers={
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
        "dix": 10, "onze": 11, "douze": 12, "quinze": 15, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50,
    },  # fmt: skip
    bounds={
        Bound.NOT_AFTER: "au plus tard|au plus tard en|d'ici|d’ici|d'ici à|d’ici à",
        Bound.NOT_BEFORE: "à partir de|à partir du|à compter de|à compter du",
        Bound.SINCE: "depuis",
        Bound.UNTIL: "jusqu'en|jusqu’en|jusqu'à|jusqu’à|jusqu'au|jusqu’au",
        Bound.BEFORE: "avant",
        Bound.AFTER: "après",
    },
    future=r"sera|seront|aura|auront|va|vont|devrait|devraient|doit|doivent|prévue?s?|\p{L}{3,}(?:eront|iront)",
    past="a dit|ont dit|a annoncé|ont annoncé|a déclaré|a affirmé|a indiqué|a été|ont été",
    year_before="en|depuis|de|d'|d’|avant|après|jusqu'en|jusqu’en|année|l'année|l’année|an|fin|début|entre|et",
    phrases={
        "avant hier": (G.DAY, -2), "aujourd’hui": (G.DAY, 0), "après demain": (G.DAY, 2),
    },  # fmt: skip
    of="de|d'|d’",
    ordinal="er",
    quantities="euros|dollars|personnes|millions|mètres|kilomètres|logements|emplois|morts|blessés",
    decades=(
        r"(?:les )?années(?: |-)(?P<decade>[0-9]{2}|1[0-9]{2}0|20[0-9]0)",
        r"(?:les )?années (?P<tens>vingt|trente|quarante|cinquante|soixante|soixante-dix|quatre-vingts?|quatre-vingt-dix)",
    ),
    tens={
        "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "soixante-dix": 70,
        "quatre-vingt": 80, "quatre-vingts": 80, "quatre-vingt-dix": 90,
    },  # fmt: skip
    parts={"matin": "MO", "après-midi": "AF", "soir": "EV", "au matin": "MO", "au soir": "EV"},
    part_phrases={"ce matin": (0, "MO"), "cet après-midi": (0, "AF"), "ce soir": (0, "EV"), "hier soir": (-1, "EV")},
    clock="à|vers",
    numeric=(r"{d}/{m}/{y}", r"{d}-{m}-{y}", r"{d}\.{m}\.{y}"),
    decoys=(
        r"(?:rue|place|boulevard|avenue|quai|pont|station|square) du [0-9]{1,2}(?:er)?(?: |-)\p{L}+(?:(?: |-)[0-9]{4})?",
        r"planète mars|dieu mars|champs?(?: |-)de(?: |-)mars",
    ),
)
