"""Italian: words beside those that dateparser ships."""

from app.domain.interval import Bound, Granularity
from app.timex.languages.words import Around, Tables

G = Granularity

TABLES = Tables(
    code="it",
    article="il|lo|la|l'|l’|gli|le|i",
    last=Around("scorso|scorsa|passato|passata", "scorso|scorsa|passato|passata"),
    this=Around("questo|questa|quest'|quest’", "in corso|corrente"),
    last_weekday="ultimo|ultima",
    every="ogni|tutti i|tutte le",
    habitual="il|i|la|le|di|al",
    narrative=Around("", "successivo|successiva|seguente|precedente"),
    next=Around("prossimo|prossima", "prossimo|prossima|entrante"),
    units={
        G.YEAR: "anni|anno",
        G.MONTH: "mesi|mese",
        G.WEEK: "settimane|settimana",
        G.WEEKEND: "fine settimana|weekend|week-end",
        G.DAY: "giorni|giorno",
        G.HOUR: "ore|ora",
        G.MINUTE: "minuti|minuto",
    },
    ago=("{n} {unit} fa", "{n} {unit} or sono"),
    ahead=("tra {n} {unit}", "fra {n} {unit}"),
    numbers={
        "un": 1, "una": 1, "un'": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8,
        "nove": 9, "dieci": 10, "undici": 11, "dodici": 12, "quindici": 15, "venti": 20, "trenta": 30,
        "quaranta": 40, "cinquanta": 50,
    },  # fmt: skip
    bounds={
        Bound.NOT_AFTER: "entro|entro il|entro la|non oltre|non oltre il",
        Bound.NOT_BEFORE: "a partire da|a partire dal|a partire dalla|a decorrere dal",
        Bound.SINCE: "da|dal|dalla|dallo|dall'|dall’|sin dal|fin dal",
        Bound.UNTIL: "fino a|fino al|fino alla|sino al|fino ad",
        Bound.BEFORE: "prima di|prima del|prima della",
        Bound.AFTER: "dopo|dopo il|dopo la",
    },
    future=r"\p{L}{2,}(?:erà|irà|arà|rà|anno previsto|eranno|iranno)|previst[oaie]|in programma",
    past="ha detto|hanno detto|ha annunciato|ha dichiarato|ha affermato|è stato|è stata|sono stati",
    year_before="nel|dal|del|al|dell'anno|dell’anno|nell'anno|nell’anno|anno|fino al|entro il|il|tra il|e il",
    phrases={
        "l'altro ieri": (G.DAY, -2), "l’altro ieri": (G.DAY, -2), "ieri l'altro": (G.DAY, -2),
        "dopodomani": (G.DAY, 2), "dopo domani": (G.DAY, 2),
    },  # fmt: skip
    of="di|del|dell'|dell’",
    ordinal="º|°",
    quantities="euro|dollari|persone|milioni|metri|chilometri|case|posti|morti|feriti",
    decades=(
        r"(?:gli )?anni (?P<decade>'?[0-9]{2}|’[0-9]{2}|1[0-9]{2}0|20[0-9]0)",
        r"(?:gli )?anni (?P<tens>venti|trenta|quaranta|cinquanta|sessanta|settanta|ottanta|novanta)",
    ),
    tens={
        "venti": 20, "trenta": 30, "quaranta": 40, "cinquanta": 50, "sessanta": 60, "settanta": 70, "ottanta": 80,
        "novanta": 90,
    },  # fmt: skip
    parts={"mattina": "MO", "pomeriggio": "AF", "sera": "EV", "notte": "NI"},
    part_phrases={
        "stamattina": (0, "MO"), "stamani": (0, "MO"), "questa mattina": (0, "MO"), "stasera": (0, "EV"),
        "questa sera": (0, "EV"), "questo pomeriggio": (0, "AF"),
    },  # fmt: skip
    clock="alle|alle ore|ore|verso le",
    numeric=(r"{d}/{m}/{y}", r"{d}-{m}-{y}", r"{d}\.{m}\.{y}"),
    decoys=(
        "al giorno d'oggi|al giorno d’oggi",
        r"(?:via|viale|piazza|piazzale|corso|stazione|largo|ponte) [0-9]{1,2}º? \p{L}+",
        r"(?:del|il|un) domani",
    ),
)
