"""Labels claim no more than interval, granularity and bound do."""

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

_SAY = """async ([interval, granularity, special]) => {
  const [start, end] = interval.split("/");
  const { say, when } = await import("/static/labels.js");
  const plain = { bound: null, extent: "within", basis: "expression", zone: null };
  return say(when({ ...plain, interval: { start, end }, granularity, ...special }));
}"""

CASES = [
    ("2022-01-01/2022-02-01", "month", {}, "January 2022"),
    ("2022-01-01/2022-02-01", "month", {"bound": "not_before"}, "not before January 2022"),
    ("2022-01-01/2022-02-01", "month", {"extent": "throughout"}, "throughout January 2022"),
    ("2022-01-01/2022-04-01", "month", {}, "some time in January–March 2022"),
    ("2021-12-01/2021-12-11", "month", {}, "early December 2021 (1–10)"),
    ("2021-12-21/2022-01-01", "month", {}, "late December 2021 (21–31)"),
    ("2021-12-01/2021-12-22", "month", {}, "some time in 1–21 December 2021"),
    ("2021-12-20/2021-12-27", "week", {}, "some time in the week of 20–26 December 2021"),
    ("2021-12-27/2022-01-03", "week", {"bound": "since"}, "since the week of 27 December 2021 – 2 January 2022"),
    ("2021-12-25/2021-12-27", "weekend", {}, "some time in the weekend of 25–26 December 2021"),
    ("2021-12-21/2021-12-22", "day", {}, "Tuesday 21 December 2021"),
    ("2021-12-21/2021-12-22", "day", {"bound": "before"}, "before Tuesday 21 December 2021"),
    ("2021-12-21/2021-12-22", "day", {"basis": "publication"}, "reported on Tuesday 21 December 2021"),
    ("2021-12-21/2021-12-24", "day", {}, "some time in 21–23 December 2021"),
    ("2021-12-21/2021-12-24", "day", {"extent": "throughout"}, "throughout 21–23 December 2021"),
    ("2021-12-21T06:00/2021-12-21T12:00", "part_of_day", {}, "the morning of Tuesday 21 December 2021"),
    ("2021-12-21T08:30/2021-12-21T08:31", "minute", {"zone": "America/New_York"},
     "Tuesday 21 December 2021, 08:30 (New York time)"),
    ("2021-12-21T08:30/2021-12-21T08:31", "minute", {"zone": "ET"}, "Tuesday 21 December 2021, 08:30 (ET)"),
    ("2021-12-21T08:00/2021-12-21T09:00", "hour", {"zone": "-05:00"},
     "Tuesday 21 December 2021, 08:00–09:00 (UTC−05:00)"),
    ("2021-01-01/2022-01-01", "year", {}, "2021"),
    ("2021-09-01/2022-01-01", "year", {}, "late 2021 (September–December)"),
    ("2014-01-01/2016-01-01", "year", {"extent": "throughout"}, "throughout 2014–2015"),
    ("2021-07-01/2021-10-01", "quarter", {}, "the third quarter of 2021"),
    ("2021-07-01/2022-01-01", "half", {"bound": "not_after"}, "no later than the second half of 2021"),
    ("2021-12-01/2022-03-01", "season", {}, "winter 2021–22 (December–February)"),
    ("1980-01-01/1990-01-01", "decade", {}, "the 1980s"),
    ("1980-01-01/1983-01-01", "decade", {}, "the early 1980s (1980–1982)"),
    ("1800-01-01/1900-01-01", "century", {}, "the 19th century (1800–1899)"),
    ("-0322-01-01/-0321-01-01", "year", {}, "323 BC"),
    ("0000-01-01/0001-01-01", "year", {}, "1 BC"),
]  # fmt: skip


@pytest.mark.parametrize(("interval", "granularity", "special", "label"), CASES)
def test_label(labels: Page, *, interval: str, granularity: str, special: dict[str, str], label: str) -> None:
    assert labels.evaluate(_SAY, [interval, granularity, special]) == label


@pytest.mark.parametrize(
    ("text", "whole"), [("2021", True), ("2021-12", True), ("2021-12-21", True), ("2021-13", False), ("21.12.", False)]
)
def test_date_field_takes_what_queries_take(labels: Page, text: str, *, whole: bool) -> None:
    ask = "async (text) => (await import('/static/filters.js')).isDate(text)"
    assert labels.evaluate(ask, text) is whole


def test_pieces_count_code_points(labels: Page) -> None:
    cut = """async () => (await import("/static/dom.js")).pieces("a\\u{1F6A2}bcd", [{ name: "x", start: 2, end: 4 }])
      .map(({ text, names }) => text + names)"""
    assert labels.evaluate(cut) == ["a\U0001f6a2", "bcx", "d"]


@pytest.mark.parametrize(
    ("address", "safe"),
    [("https://a.example/b", True), ("javascript:alert(1)", False), ("data:text/html,x", False), ("/b", False)],
)
def test_only_web_addresses_become_links(labels: Page, address: str, *, safe: bool) -> None:
    ask = "async (text) => (await import('/static/dom.js')).webAddress(text) !== null"
    assert labels.evaluate(ask, address) is safe


NAMES = [
    ("The bank laid down red lines.", "laid", "Bank · laid down"),
    ("The bank broke its promise on Monday.", "broke", "Bank · broke its promise"),
    ("The bank has held the outer harbour since 1987.", "held", "Bank · held the outer harbour"),
    ("The bank lifted the long list of very strict export limits.", "lifted", "Bank · lifted the long list"),
    ("The bank signed an unusually far-reaching memorandum.", "signed", "Bank · signed"),
    ("The bank met on the quay.", "met", "Bank · met"),
    ("It is late, said the bank.", "said", "Bank · said"),
    ("The bank rose up to a point.", "rose", "Bank · rose"),
    ("The bank reprovisionalised everything.", "reprovisionalised", "Bank · reprovisionalised"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "trigger", "shown"), NAMES)
def test_an_event_is_called_by_the_words_of_its_sentence(
    labels: Page, *, sentence: str, trigger: str, shown: str
) -> None:
    ask = """async ([text, word]) => {
      const start = 7 + text.indexOf(word);
      const mention = { sentence: { text, field: "text", start: 7, end: 7 + text.length }, expression: null,
        trigger: { text: word, lemma: "x", field: "text", start, end: start + word.length } };
      const actors = [{ name: "Bank", role: "agent" }];
      return (await import("/static/labels.js")).name({ actors, trigger: "x", mentions: [mention] });
    }"""
    assert labels.evaluate(ask, [sentence, trigger]) == shown
