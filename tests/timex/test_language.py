"""Which language a text is taken for, and what an answer says of it."""

import pytest

from app.domain.extraction import NoticeCode
from app.timex import language


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("en", "The council voted to close the old swimming pool after a long debate."),
        ("es", "El ayuntamiento votó ayer el cierre de la vieja piscina tras un largo debate."),
        ("fr", "Le conseil a voté la fermeture de la vieille piscine après un long débat."),
        ("de", "Der Stadtrat stimmte nach langer Debatte für die Schließung des alten Schwimmbads."),
        ("it", "Il consiglio ha votato la chiusura della vecchia piscina dopo un lungo dibattito."),
        ("pt", "A câmara votou o encerramento da velha piscina depois de um longo debate."),
        ("nl", "De gemeenteraad stemde na een lang debat voor de sluiting van het oude zwembad."),
        ("ru", "Городской совет после долгих споров проголосовал за закрытие старого бассейна."),
        ("ar", "صوت المجلس البلدي بعد نقاش طويل لصالح إغلاق المسبح القديم."),
        ("zh", "市议会经过长时间辩论后投票决定关闭旧游泳池。"),
        ("zh", "市議會經過長時間辯論後投票決定關閉舊游泳池。"),
        ("sv", "Kommunfullmäktige röstade efter en lång debatt för att stänga den gamla simhallen."),
        ("uk", "Міська рада після довгих суперечок проголосувала за закриття старого басейну."),
        ("ca", "L'ajuntament va votar ahir el tancament de la vella piscina després d'un llarg debat."),
        ("ja", "市議会は長い議論の末、古いプールの閉鎖を決めました。"),
        ("fa", "شورای شهر پس از بحثی طولانی به تعطیلی استخر قدیمی رأی داد."),
    ],
)
def test_a_sentence_is_told_from_its_neighbours(expected: str, text: str) -> None:
    assert language.detected(text) == expected


@pytest.mark.parametrize("text", ["", "2021 – 12:30", "Trump", "Oil prices", "President resigns", "NATO, EU"])
def test_too_little_text_counts_as_english(text: str) -> None:
    assert language.detected(text) == "en"


def test_a_few_words_go_to_the_likeliest_language_we_read() -> None:
    assert language.detected("De premier trad dinsdag af.") == "nl"
    assert language.detected("总统周二辞职") == "zh"


def test_only_the_first_page_is_looked_at() -> None:
    page = "Der Stadtrat stimmte nach langer Debatte für die Schließung des alten Schwimmbads. " * 60
    assert language.detected(page + "The council voted. " * 10_000) == "de"


def test_the_language_given_wins() -> None:
    text = "Der Stadtrat stimmte nach langer Debatte für die Schließung des alten Schwimmbads."
    assert language.spoken("pt-BR", text) == "pt"
    assert language.spoken("zh_TW", text) == "zh"
    assert language.spoken("EN", text) == "en"
    assert language.spoken(None, text) == "de"


def test_an_answer_says_what_is_not_read() -> None:
    assert language.notice("en") is None
    times_only, unsupported = language.notice("fr"), language.notice("sv")
    assert times_only is not None
    assert times_only.code is NoticeCode.LANGUAGE_TIMES_ONLY
    assert "'fr'" in times_only.detail
    assert unsupported is not None
    assert unsupported.code is NoticeCode.LANGUAGE_UNSUPPORTED
    assert "'sv'" in unsupported.detail
    assert "ar, de, en, es, fr, it, nl, pt, ru, zh" in unsupported.detail


def test_ten_languages_are_read() -> None:
    assert sorted(language.SUPPORTED) == ["ar", "de", "en", "es", "fr", "it", "nl", "pt", "ru", "zh"]
