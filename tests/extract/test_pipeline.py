"""The whole way through: what becomes an event, who takes part, what is warned of."""

from datetime import date, datetime

import pytest

from app.domain.article import Article
from app.domain.extraction import Notice, NoticeCode
from app.extract.pipeline import Extractor
from app.extract.sentence.triggers import Candidate, candidates
from app.text.annotation import AnnotatedSentence
from app.timex.read import MOST
from tests.extract.telling import actors, mention, reading


def _warnings(extractor: Extractor, article: Article) -> set[str]:
    return {notice.code.value for notice in extractor.read(article).extraction.warnings}


def test_roles_follow_the_parse(extractor: Extractor) -> None:
    found = mention(extractor, "Sweden was attacked by Norway on Monday, Maria Lopez said.", "attacked")
    assert (actors(found, "agent"), actors(found, "patient")) == ({"Norway"}, {"Sweden"})
    assert actors(found, "source") == {"Maria Lopez"}
    assert found.attribution is not None
    assert found.attribution.text == "Maria Lopez"


def test_the_one_who_holds_a_summit_is_its_agent(extractor: Extractor) -> None:
    found = mention(extractor, "Maria Lopez held a summit with Ahmed Khan in March.", "summit")
    assert (actors(found, "agent"), actors(found, "participant")) == ({"Maria Lopez"}, {"Ahmed Khan"})


def test_captions_and_repeated_titles_tell_no_events(extractor: Extractor) -> None:
    title = "Norway attacks Sweden"
    body = "Norway attacked Sweden on Monday, officials in Oslo said."
    caption = (
        "Soldiers, left, near Oslo\nSoldiers of Denmark crossed into Finland on Monday.\nJo Marsh/AFP/Getty Images"
    )
    extraction = reading(extractor, f"{title}\n\n{title}\n\n{body}\n\n{caption}\n\nSource link").extraction
    assert {found.trigger.text for found in extraction.mentions} <= {"attacked", "said"}


def test_a_title_tells_what_the_body_does_not(extractor: Extractor) -> None:
    found = reading(extractor, "It was raining all day in the streets.", "Norway attacks Sweden").extraction.mentions
    assert [(each.trigger.text, each.trigger.field.value) for each in found] == [("attacks", "title")]


def test_two_tellings_are_one_happening(extractor: Extractor) -> None:
    text = "Norway invaded Sweden on Monday.\n\nThe invasion of Sweden by Norway on Monday surprised Denmark."
    read = reading(extractor, text)
    groups = [{read.extraction.mentions[at].trigger.text for at in group} for group in read.happenings]
    assert {"invaded", "invasion"} in groups


def test_one_summit_with_two_dates_is_a_conflict(extractor: Extractor) -> None:
    text = (
        "Maria Lopez held a summit with Ahmed Khan in March.\n\nOther things were said too.\n\n"
        "At the summit in January, Maria Lopez warned Ahmed Khan."
    )
    read = reading(extractor, text)
    (conflict,) = read.conflicts
    triggers = [
        read.extraction.mentions[read.happenings[at][0]].trigger.text for at in (conflict.first, conflict.second)
    ]
    assert triggers == ["summit", "summit"]
    assert "2024-03 and 2024-01" in conflict.reason


def test_each_dated_mention_is_in_one_happening(extractor: Extractor) -> None:
    text = "Norway invaded Sweden on Monday. If Norway invades Denmark, Finland will respond. Maria Lopez left Oslo."
    read = reading(extractor, text)
    dated = [at for at, each in enumerate(read.extraction.mentions) if each.time.interval is not None]
    assert sorted(at for group in read.happenings for at in group) == dated


def test_offsets_point_into_the_posted_text(extractor: Extractor) -> None:
    text = "Maria\u00a0Lopez met Ahmed Khan on\u00a0Monday.\r\n\r\nThey’ll meet again in June."
    for found in reading(extractor, text).extraction.mentions:
        assert text[found.trigger.start : found.trigger.end] == found.trigger.text


def test_a_broken_sentence_loses_only_itself(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking(sentence: AnnotatedSentence, dated: frozenset[int]) -> tuple[Candidate, ...]:
        if "Denmark" in sentence.sentence.text:
            raise RuntimeError("broken")
        return candidates(sentence, dated)

    monkeypatch.setattr("app.extract.mentions.candidates", breaking)
    extraction = reading(extractor, "Norway invaded Sweden on Monday. Denmark invaded Finland on Monday.").extraction
    assert [found.trigger.text for found in extraction.mentions] == ["invaded"]
    (notice,) = [each for each in extraction.warnings if each.code == "sentence_skipped"]
    assert "Denmark" not in notice.detail


def test_what_is_unsure_about_publication_is_said(extractor: Extractor) -> None:
    text = "Norway invaded Sweden on Monday."
    assert _warnings(extractor, Article(None, text, date(2024, 5, 15), None)) == {"day_only_publication"}
    offset = datetime.fromisoformat("2024-05-15T09:00:00+01:00")
    assert _warnings(extractor, Article(None, text, offset, None)) == {"zone_from_offset"}
    assert _warnings(extractor, Article(None, text, offset, "Europe/London")) == set()


@pytest.mark.parametrize(("language", "code"), [("de", "language_times_only"), ("xx", "language_unsupported")])
def test_outside_english_no_events_are_told(extractor: Extractor, language: str, code: str) -> None:
    article = Article(None, "Norwegen griff am Montag an.", date(2024, 5, 15), None, language=language)
    assert code in _warnings(extractor, article)
    assert extractor.read(article).extraction.mentions == ()


@pytest.mark.parametrize("text", ["", " \n ", ".", "\u0000" * 5, "a" * 5_000, "(" * 3_000, "On Monday. " * 400])
def test_odd_texts_are_read(extractor: Extractor, text: str) -> None:
    extraction = reading(extractor, text).extraction
    assert "sentence_skipped" not in {notice.code.value for notice in extraction.warnings}


@pytest.mark.parametrize("letterless", ["(", "1 ", "!? ", "\u201c"])
def test_a_megabyte_without_letters_costs_nothing_and_its_neighbours_are_read(
    extractor: Extractor, letterless: str
) -> None:
    endless = (letterless * 1_000_000)[:999_000]
    extraction = reading(extractor, f"Sweden left on Monday.\n\n{endless}\n\nDenmark left on Friday.").extraction
    assert [each.sentence.text for each in extraction.mentions] == ["Sweden left on Monday.", "Denmark left on Friday."]


def _triggers(extractor: Extractor, text: str) -> list[str]:
    return [each.trigger.text for each in reading(extractor, text).extraction.mentions]


def test_a_thing_that_only_sounds_like_a_happening_is_none(extractor: Extractor) -> None:
    assert _triggers(extractor, "The probe was launched by Norway in April 2019.") == ["launched"]


def test_a_sentence_whose_verb_was_read_as_a_noun_still_tells(extractor: Extractor) -> None:
    assert _triggers(extractor, "Merkel returns to Oslo on Friday.") == ["returns"]


def test_the_first_time_since_a_year_is_not_of_that_year(extractor: Extractor) -> None:
    found = mention(extractor, "Norway beat Sweden on Monday to reach a final for the first time since 1987.", "reach")
    assert not (found.time.edtf or "").startswith("1987")


def test_a_field_with_more_dates_than_are_read_says_so(extractor: Extractor) -> None:
    article = Article(None, "heute " * (MOST + 1), date(2024, 5, 15), None, language="de")
    extraction = extractor.read(article).extraction
    assert len(extraction.time_expressions) == MOST
    assert [one.pointer for one in extraction.warnings if one.code is NoticeCode.CANDIDATES_CAPPED] == ["/text"]


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("The lease ends on 31 June 2026.", "en", ["31 June 2026"]),
        ("The shop shut on February 30 and on 29 February 2023.", "en", ["February 30", "29 February 2023"]),
        ("It ended on 29 February.", "en", []),
        ("Die Frist endete am 31. Juni 2026.", "de", ["31. Juni 2026"]),
    ],
)
def test_a_day_that_no_calendar_has_is_warned_of(
    extractor: Extractor, text: str, language: str, days: list[str]
) -> None:
    warnings = extractor.read(Article(None, text, date(2026, 5, 15), None, language=language)).extraction.warnings
    spans = [one.detail.split("characters ")[1].split(":")[0].split(" to ") for one in _coded(warnings, "no_such_day")]
    assert [text[int(start) : int(end)] for start, end in spans] == days


def test_a_minute_that_clocks_skip_or_show_twice_is_warned_of(extractor: Extractor) -> None:
    skipped = "The train left at 2:30 a.m. on 29 March 2026 and was back at 9 a.m."
    doubled = "The train left at 2:30 a.m. on 25 October 2026."
    found = [
        [one.detail.split(", ", 1)[1] for one in _coded(_warned(extractor, text), "clocks_change")]
        for text in (skipped, doubled)
    ]
    assert found == [
        ["2026-03-29T02:30, never comes in Europe/Berlin, where clocks change"],
        ["2026-10-25T02:30, comes twice in Europe/Berlin, where clocks change"],
    ]


def _warned(extractor: Extractor, text: str) -> tuple[Notice, ...]:
    published = datetime.fromisoformat("2026-11-02T12:00:00+01:00")
    return extractor.read(Article(None, text, published, "Europe/Berlin")).extraction.warnings


def _coded(warnings: tuple[Notice, ...], code: str) -> list[Notice]:
    return [one for one in warnings if one.code.value == code]
