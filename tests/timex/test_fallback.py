"""Time expressions in nine languages: what is read, what is left alone, and at what cost."""

import gc
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from app.domain import civil
from app.domain.article import Anchor
from app.domain.expression import Dating
from app.domain.interval import Bound, Extent
from app.domain.span import Field
from app.timex import fallback
from tests.timex.languages_examples import EXAMPLES, NO_DATES

PUBLISHED = Anchor(civil.minutes("2024-03-13T10:30"), day_only=False, zone="Europe/Madrid")


def read(text: str, language: str, anchor: Anchor = PUBLISHED) -> tuple[Dating, ...]:
    return fallback.scanned(text, field=Field.TEXT, anchor=anchor, language=language, most=10_000).datings


def told(text: str, language: str) -> list[tuple[str, str, str]]:
    """(span, value, interval) of each expression."""
    found = (dating.expression for dating in read(text, language))
    return [(one.text, one.value, f"{one.interval.start}/{one.interval.end}") for one in found if one.interval]


@pytest.mark.parametrize(
    ("language", "marked", "value", "interval"),
    [(language, *example) for language, examples in EXAMPLES.items() for example in examples],
)
def test_a_phrase_in_a_sentence_is_its_cell(language: str, marked: str, value: str, interval: str) -> None:
    phrase = marked[marked.index("[") + 1 : marked.index("]")]
    text = marked.replace("[", "").replace("]", "")
    assert told(text, language) == [(phrase, value, interval)]
    [dating] = read(text, language)
    assert text[dating.expression.start : dating.expression.end] == phrase


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in NO_DATES.items() for text in texts]
)
def test_what_only_looks_like_a_date_is_left_alone(language: str, text: str) -> None:
    assert told(text, language) == []


def one(text: str, language: str, anchor: Anchor = PUBLISHED) -> Dating:
    [dating] = read(text, language, anchor)
    return dating


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("es", "Gobierna desde 2019 en la ciudad.", Bound.SINCE),
        ("es", "Habrá obras hasta el 30 de junio.", Bound.UNTIL),
        ("fr", "La règle vaut à partir du 1er juin.", Bound.NOT_BEFORE),
        ("fr", "Elle vit ici depuis l'année 2015.", Bound.SINCE),
        ("de", "Das Amt bleibt bis zum 30. Juni zu.", Bound.UNTIL),
        ("de", "Seit Anfang 2022 steigen die Mieten.", Bound.SINCE),
        ("it", "Il bando va chiuso entro il 30 giugno.", Bound.NOT_AFTER),
        ("pt", "A obra parou antes de 2015 e não voltou.", Bound.BEFORE),
        ("nl", "De regel geldt vanaf 1 juli voor iedereen.", Bound.NOT_BEFORE),
        ("ru", "Дорога закрыта до 30 июня включительно.", Bound.UNTIL),
        ("ar", "تراجعت البطالة منذ عام 2019 كثيرا.", Bound.SINCE),
        ("zh", "自2019年失业率一直下降。", Bound.SINCE),
        ("zh", "必须在6月30日之前完成。", Bound.BEFORE),
        ("it", "La scuola riapre il 9 settembre.", None),
    ],
)
def test_the_words_before_tell_the_bound(language: str, text: str, bound: Bound | None) -> None:
    dating = one(text, language)
    assert dating.bound is bound
    fills = bound in (Bound.SINCE, Bound.UNTIL)
    assert dating.extent is (Extent.THROUGHOUT if fills else Extent.WITHIN)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("es", "Viajará el viernes a Lima.", "2024-03-15"),
        ("es", "Viajó el viernes a Lima.", "2024-03-08"),
        ("es", "La ministra, que viajará a Lima, dijo el viernes que no.", "2024-03-08"),
        ("es", "Anunció el viernes que viajará a Lima.", "2024-03-08"),
        ("de", "Am Freitag wird der Rat abstimmen.", "2024-03-15"),
        ("de", "Am Freitag hat der Rat abgestimmt.", "2024-03-08"),
        ("fr", "Le texte sera examiné vendredi par les élus.", "2024-03-15"),
        ("it", "La corte deciderà venerdì sul ricorso.", "2024-03-15"),
        ("pt", "O grupo se reunirá na sexta-feira em Recife.", "2024-03-15"),
        ("nl", "Vrijdag zal de raad stemmen.", "2024-03-15"),
        ("ru", "В пятницу состоится голосование.", "2024-03-15"),
        ("ar", "ومن المقرر أن تصوت اللجنة الجمعة على النص.", "2024-03-15"),
        ("zh", "委员会将于周五投票。", "2024-03-15"),
        ("it", "Si sono incontrati mercoledì in municipio.", "2024-03-13"),
    ],
)
def test_a_bare_weekday_is_the_latest_unless_words_look_ahead(language: str, text: str, day: str) -> None:
    assert one(text, language).expression.value == day


@pytest.mark.parametrize(
    ("language", "marked", "value", "mod", "interval"),
    [
        ("es", "Cierra a [finales de mayo].", "2024-05", "END", "2024-05-21/2024-06-01"),
        ("fr", "Il part [début avril].", "2024-04", "START", "2024-04-01/2024-04-11"),
        ("de", "Es war [Mitte 2022].", "2022", "MID", "2022-05-01/2022-09-01"),
        ("it", "Apre a [metà giugno].", "2024-06", "MID", "2024-06-11/2024-06-21"),
        ("pt", "Saiu no [fim de 2023].", "2023", "END", "2023-09-01/2024-01-01"),
        ("nl", "Het komt [eind april].", "2024-04", "END", "2024-04-21/2024-05-01"),
        ("ru", "Это было в [начале 2022 года].", "2022", "START", "2022-01-01/2022-05-01"),
        ("ar", "حدث ذلك في [منتصف أبريل] هناك.", "2024-04", "MID", "2024-04-11/2024-04-21"),
        ("zh", "计划[四月底]完成。", "2024-04", "END", "2024-04-21/2024-05-01"),
        ("es", "Creció en [el tercer trimestre de 2023].", "2023-Q3", None, "2023-07-01/2023-10-01"),
        ("zh", "[2023年第二季度]增长。", "2023-Q2", None, "2023-04-01/2023-07-01"),
        ("fr", "Elle est née [l'été 2021].", "2021-SU", None, "2021-06-01/2021-09-01"),
        ("de", "Es schneite im [letzten Winter].", "2023-WI", None, "2023-12-01/2024-03-01"),
        ("it", "Chiuse il [20 settembre scorso].", "2023-09-20", None, "2023-09-20/2023-09-21"),
        ("nl", "Zij komt [dinsdag volgende week].", "2024-03-19", None, "2024-03-19/2024-03-20"),
        ("ar", "وقع الهجوم في [السابع من أكتوبر] فجرا.", "2023-10-07", None, "2023-10-07/2023-10-08"),
        ("ru", "Их [летом 2021 года] не было.", "2021-SU", None, "2021-06-01/2021-09-01"),
        ("pt", "Foi preso na [sexta-feira (8)] cedo.", "2024-03-08", None, "2024-03-08/2024-03-09"),
    ],
)
def test_no_claim_is_wider_than_its_words(
    *, language: str, marked: str, value: str, mod: str | None, interval: str
) -> None:
    expression = one(marked.replace("[", "").replace("]", ""), language).expression
    assert expression.text == marked[marked.index("[") + 1 : marked.index("]")]
    assert expression.interval
    told = f"{expression.interval.start}/{expression.interval.end}"
    assert (expression.value, expression.mod, told) == (value, mod, interval)


@pytest.mark.parametrize("language", sorted(fallback.LANGUAGES))
def test_dateparser_and_our_arithmetic_agree_on_written_dates(language: str) -> None:
    """Each month as dateparser ships it, in its own order of day and month."""
    words = fallback._grammar(language).words
    names = {number: name for name, number in words.months.items() if name in fallback._shipped(language).months}
    for number, name in sorted(names.items()):
        text = {"zh": f"2023年{number}月9日", "ar": f"9 {name} 2023"}.get(language, f"9 {name} 2023")
        assert fallback._parsed(language, text, PUBLISHED.day) == (2023, number, 9)


def test_hours_are_counted_only_from_a_known_hour() -> None:
    expression = one("El tren descarriló hace 3 horas.", "es").expression
    assert (expression.value, expression.zone) == ("2024-03-13T07", "Europe/Madrid")
    day_only = Anchor(PUBLISHED.minute, day_only=True, zone=None)
    assert read("El tren descarriló hace 3 horas.", "es", day_only) == ()


def test_days_that_do_not_exist_are_left_out() -> None:
    assert told("Lo fijaron para el 31/02/2024 en el pliego.", "es") == []
    assert told("Es war der 30.02.2024 gemeint.", "de") == []
    assert told("定于2024年13月1日。", "zh") == []
    assert told("十二三月一十日见。", "zh") == []


def test_the_order_of_figures_is_the_language_s() -> None:
    assert told("Reunión el 03/04/2024 en Lugo.", "es") == [("03/04/2024", "2024-04-03", "2024-04-03/2024-04-04")]
    assert told("会议2024/03/04召开。", "zh") == [("2024/03/04", "2024-03-04", "2024-03-04/2024-03-05")]
    assert told("Reunión el 2024-03-04 en Lugo.", "es") == [("2024-03-04", "2024-03-04", "2024-03-04/2024-03-05")]
    assert told("Quedaron 3/4 del pastel y 12.5 kilos.", "es") == []


def test_an_explanation_says_what_was_counted_from() -> None:
    expression = one("Cerró el martes.", "es").expression
    assert expression.explanation == "el martes: Tuesday, the most recent one up to publication on 2024-03-13"
    assert expression.rule == "languages/weekday"


def test_a_blank_line_parts_phrases() -> None:
    assert told("Reunión el 6 de\n\nenero de 2021", "es") == [("enero de 2021", "2021-01", "2021-01-01/2021-02-01")]


def test_other_languages_have_no_dates() -> None:
    assert read("Han kom i tisdags.", "sv") == ()


def test_nothing_ends_past_the_last_year() -> None:
    late = Anchor(civil.minutes("9999-12-30T10:00"), day_only=False, zone="UTC")
    assert read("Volverá dentro de 20 años.", "es", late) == ()
    assert read("Volverá el mes que viene.", "es", late) == ()
    early = Anchor(civil.minutes("0001-01-02T10:00"), day_only=False, zone="UTC")
    assert read("Ocurrió hace 20 años, la semana pasada.", "es", early) == ()


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        *[("es", unit) for unit in ("1 ", "martes ", "el ", "6 de enero de 2021 ", "hace ", "9" * 60 + " ", "\n")],
        *[("de", unit) for unit in ("1. ", "Dienstagabend", "am Dienstag ", "vor ")],
        *[("zh", unit) for unit in ("1月", "周", "一", "下上", "2021年1月6日")],
        *[("ar", unit) for unit in ("و", "6 يناير ", "١")],
        *[("ru", unit) for unit in ("1 мая ", "в ")],
    ],
)
def test_time_grows_with_the_text_and_no_faster(language: str, unit: str) -> None:
    """Four times the text in less than twelve times the time, which a quadratic reading would miss by far."""

    def seconds(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        started = time.process_time()
        read(text, language)
        return time.process_time() - started

    seconds(1_000)
    assert seconds(20_000) < 12 * max(seconds(5_000), 0.005)


def test_dateparser_never_sees_more_than_a_candidate_and_not_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def parsed(language: str, span: str, base: int) -> tuple[int, int, int] | None:
        seen.append(span)
        return None

    monkeypatch.setattr(fallback, "_parsed", parsed)
    dates = [f"{day} de enero de {year}" for year in range(1900, 2020) for day in range(1, 29)]
    assert len(read("; ".join(dates), "es")) == len(dates)
    assert max(map(len, seen)) <= 64
    assert len(set(seen)) == 300


def test_threads_read_as_one_does() -> None:
    texts = [(language, re_joined(examples)) for language, examples in EXAMPLES.items()] * 4
    alone = [read(text, language) for language, text in texts]
    fallback._parsed.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda pair: read(pair[1], pair[0]), texts))
    assert together == alone


def re_joined(examples: tuple[tuple[str, str, str], ...]) -> str:
    return " ".join(marked.replace("[", "").replace("]", "") for marked, _, _ in examples)


def test_memory_does_not_grow_with_publication_days() -> None:
    """dateparser keeps settings by value; base dates must not stay behind."""
    for day in range(100):
        read("Murió el 6 de enero de 2021.", "es", Anchor(PUBLISHED.minute + day * 1440, day_only=False, zone=None))
    gc.collect()
    before = len(gc.get_objects())
    for day in range(100, 500):
        read("Murió el 6 de enero de 2021.", "es", Anchor(PUBLISHED.minute + day * 1440, day_only=False, zone=None))
    fallback._parsed.cache_clear()
    gc.collect()
    assert len(gc.get_objects()) - before < 800
