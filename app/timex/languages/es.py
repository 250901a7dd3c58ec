"""Spanish: words beside those that dateparser ships."""

from app.domain.interval import Bound, Granularity
from app.timex.languages.words import Around, Tables

G = Granularity

TABLES = Tables(
    code="es",
    article="el|la|los|las",
    last=Around("pasado|pasada", "pasado|pasada"),
    this=Around("este|esta|presente", "en curso"),
    last_weekday="último",
    every="cada|todos los",
    habitual="los",
    narrative=Around("siguiente", "siguiente|anterior|posterior"),
    next=Around("próximo|próxima", "que viene|próximo|próxima|entrante"),
    units={
        G.YEAR: "años|año",
        G.MONTH: "meses|mes",
        G.WEEK: "semanas|semana",
        G.WEEKEND: "fin de semana",
        G.DAY: "días|día",
        G.HOUR: "horas|hora",
        G.MINUTE: "minutos|minuto",
    },
    ago=("hace {n} {unit}", "{n} {unit} atrás"),
    ahead=("dentro de {n} {unit}", "de aquí a {n} {unit}"),
    numbers={
        "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9,
        "diez": 10, "once": 11, "doce": 12, "quince": 15, "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50,
    },  # fmt: skip
    bounds={
        Bound.NOT_AFTER: "a más tardar|como muy tarde",
        Bound.NOT_BEFORE: "a partir de|a partir del",
        Bound.SINCE: "desde",
        Bound.UNTIL: "hasta",
        Bound.BEFORE: "antes de|antes del",
        Bound.AFTER: "después de|después del|tras",
    },
    future=r"\p{L}{2,}(?:rá|rán)|va a|van a|previst[oa]s?|prevén?|planean?",
    past="dijo|dijeron|anunció|anunciaron|declaró|afirmó|informó|confirmó|fue|fueron",
    year_before="en|desde|de|del|hasta|año|entre|y|hacia|desde el año|en el año",
    phrases={"antier": (G.DAY, -2), "antes de ayer": (G.DAY, -2), "pasado mañana": (G.DAY, 2)},
    of="de|del",
    ordinal=r"º|\.º|ro|°",
    day_before="día",
    quantities="euros|dólares|pesos|personas|millones|metros|kilómetros|casas|viviendas|empleos|muertos|heridos",
    decades=(
        r"(?:los )?(?:años|década de los|decenio de) (?P<decade>[0-9]{2}|1[0-9]{2}0|20[0-9]0)",
        r"(?:la )?década de (?P<decade>1[0-9]{2}0|20[0-9]0)",
        r"(?:los )?años (?P<tens>veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)",
    ),
    tens={
        "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80,
        "noventa": 90,
    },  # fmt: skip
    parts={
        "por la mañana": "MO", "por la tarde": "AF", "por la noche": "EV", "de madrugada": "OV", "en la noche": "EV",
    },  # fmt: skip
    part_phrases={
        "esta mañana": (0, "MO"), "esta tarde": (0, "AF"), "esta noche": (0, "EV"), "anoche": (-1, "EV"),
        "esta madrugada": (0, "OV"),
    },  # fmt: skip
    clock="a las?|a eso de las?",
    numeric=(r"{d}/{m}/{y}", r"{d}-{m}-{y}", r"{d}\.{m}\.{y}"),
    decoys=(
        "hoy en día|hoy por hoy",
        r"(?:la|de|una|cada|otra|toda la|misma) mañana",
        r"(?:avenida|calle|plaza|estadio|estación|barrio|hospital|parque) (?:del? )?[0-9]{1,2} de \p{L}+",
    ),
)
