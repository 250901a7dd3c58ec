"""Portuguese: words beside those that dateparser ships."""

from app.domain.interval import Bound, Granularity
from app.timex.languages.words import Around, Tables

G = Granularity

TABLES = Tables(
    code="pt",
    article="o|a|os|as",
    last=Around("passado|passada", "passado|passada"),
    this=Around("este|esta|neste|nesta|deste|desta", "em curso|corrente"),
    last_weekday="último|última",
    every="cada|toda|todo|todas as|todos os",
    habitual="os|as",
    narrative=Around("", "seguinte|anterior"),
    next=Around("próximo|próxima", "que vem|próximo|próxima"),
    units={
        G.YEAR: "anos|ano",
        G.MONTH: "meses|mês",
        G.WEEK: "semanas|semana",
        G.WEEKEND: "fim de semana|fim-de-semana",
        G.DAY: "dias|dia",
        G.HOUR: "horas|hora",
        G.MINUTE: "minutos|minuto",
    },
    ago=("há {n} {unit}", "{n} {unit} atrás"),
    ahead=("daqui a {n} {unit}", "dentro de {n} {unit}"),
    numbers={
        "um": 1, "uma": 1, "dois": 2, "duas": 2, "três": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7, "oito": 8,
        "nove": 9, "dez": 10, "onze": 11, "doze": 12, "quinze": 15, "vinte": 20, "trinta": 30, "quarenta": 40,
        "cinquenta": 50,
    },  # fmt: skip
    bounds={
        Bound.NOT_AFTER: "o mais tardar em|até o fim de|no máximo até",
        Bound.NOT_BEFORE: "a partir de|a partir do|a partir da",
        Bound.SINCE: "desde|desde o|desde a",
        Bound.UNTIL: "até|até ao|até à|até o|até a",
        Bound.BEFORE: "antes de|antes do|antes da",
        Bound.AFTER: "depois de|depois do|depois da|após|após o|após a",
    },
    future=r"\p{L}{2,}(?:rá|rão)|vai|vão|previst[oa]s?|deve|devem",
    past="disse|disseram|anunciou|anunciaram|declarou|afirmou|informou|foi|foram",
    year_before="em|desde|de|do ano|no ano|ano|até|entre|e|final de|início de",
    phrases={"depois de amanhã": (G.DAY, 2), "antes de ontem": (G.DAY, -2)},
    ambiguous=frozenset({"segunda", "terça", "terca", "quarta", "quinta", "sexta", "set", "out", "mar"}),
    weekdays={
        "segunda feira": 0, "terça feira": 1, "quarta feira": 2, "quinta feira": 3, "sexta feira": 4,
    },  # fmt: skip
    of="de|do",
    ordinal="º|°|o",
    day_before="dia",
    quantities="euros|reais|dólares|pessoas|milhões|metros|quilómetros|quilômetros|casas|empregos|mortos|feridos",
    decades=(
        r"(?:os )?anos (?P<decade>[0-9]{2}|1[0-9]{2}0|20[0-9]0)",
        r"(?:a )?década de (?P<decade>[0-9]{2}|1[0-9]{2}0|20[0-9]0)",
        r"(?:os )?anos (?P<tens>vinte|trinta|quarenta|cinquenta|sessenta|setenta|oitenta|noventa)",
    ),
    tens={
        "vinte": 20, "trinta": 30, "quarenta": 40, "cinquenta": 50, "sessenta": 60, "setenta": 70, "oitenta": 80,
        "noventa": 90,
    },  # fmt: skip
    parts={
        "de manhã": "MO", "pela manhã": "MO", "à tarde": "AF", "à noite": "EV", "de madrugada": "OV",
    },  # fmt: skip
    part_phrases={
        "esta manhã": (0, "MO"), "esta tarde": (0, "AF"), "esta noite": (0, "EV"), "ontem à noite": (-1, "EV"),
        "hoje de manhã": (0, "MO"),
    },  # fmt: skip
    clock="às|à|pelas|por volta das",
    numeric=(r"{d}/{m}/{y}", r"{d}-{m}-{y}", r"{d}\.{m}\.{y}"),
    decoys=(
        "hoje em dia",
        r"rio de janeiro",
        r"(?:avenida|rua|praça|estádio|ponte|av\.) (?:d[eo] )?[0-9]{1,2} de \p{L}+(?: de [0-9]{4})?",
    ),
)
