import json
from datetime import date, datetime

import pytest

from app.api.inputs import ArticleIn, TextTooLong
from app.api.json_value import BrokenJson, Refused

ARTICLE = {"text": "Norway and Denmark signed a pact on Tuesday.", "published_at": "2024-03-14T17:20:00+01:00"}


def flaws(**fields: object) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as refused:
        ArticleIn.of_json(json.dumps({**ARTICLE, **fields}).encode())
    return [(flaw.pointer, flaw.detail) for flaw in refused.value.flaws]


@pytest.mark.parametrize(
    ("published_at", "timezone", "expected"),
    [
        ("2021-12-21T14:05:00-05:00", None, "2021-12-21T14:05:00-05:00"),
        ("2021-12-21T14:05:00-05:00", "Asia/Tokyo", "2021-12-21T14:05:00-05:00"),
        ("2021-12-21T14:05", "America/New_York", "2021-12-21T14:05:00-05:00"),
        ("2021-12-21t19:05:00.5z", None, "2021-12-21T19:05:00.500000+00:00"),
        ("2021-12-21", None, "2021-12-21"),
        ("2024-02-29", "Asia/Tokyo", "2024-02-29"),
        ("2021-11-07T01:30", "America/New_York", "2021-11-07T01:30:00-04:00"),
    ],
)
def test_publication_is_a_date_or_an_aware_moment(published_at: str, timezone: str | None, expected: str) -> None:
    posted = ArticleIn.of_value({**ARTICLE, "published_at": published_at, "timezone": timezone}).article()
    assert posted.published_at.isoformat() == expected
    assert isinstance(posted.published_at, datetime) == ("T" in expected)
    assert isinstance(posted.published_at, date)


@pytest.mark.parametrize(
    ("published_at", "timezone", "words"),
    [
        ("yesterday", None, "is not a timestamp: write RFC 3339"),
        ("20211221", None, "is not a timestamp"),
        ("2021-W51-2", None, "is not a timestamp"),
        ("2021-12-21T14", None, "is not a timestamp"),
        ("2021-02-29", None, "does not exist in the calendar"),
        ("2021-13-01T10:00:00Z", None, "does not exist in the calendar"),
        ("2021-12-21T25:00:00Z", None, "does not exist in the calendar"),
        ("2021-12-21T14:05:00+23:00", None, "no zone is +23:00 from UTC"),
        ("2021-12-21T14:05:00", None, "has no offset: add one"),
        ("2021-03-14T02:30:00", "America/New_York", "was skipped by the clocks in America/New_York"),
        ("0001-01-01T00:00:00+05:00", None, "outside the years 1 to 9999"),
        ("9999-12-31T23:00:00-05:00", None, "outside the years 1 to 9999"),
        ("9999-12-31T22:00:00Z", "Pacific/Auckland", "outside the years 1 to 9999"),
        ("9999-12-31", None, "the last day that dates can tell"),
        ("9999-12-30T23:00:00Z", "Europe/Oslo", "the last day that dates can tell"),
        ("٢٠٢١-12-21", None, "is not a timestamp"),
    ],
)
def test_a_publication_that_cannot_be_says_what_would_be_right(
    published_at: str, timezone: str | None, words: str
) -> None:
    (pointer, detail), *rest = flaws(published_at=published_at, timezone=timezone)
    assert (pointer, rest) == ("/published_at", [])
    assert words in detail


@pytest.mark.parametrize(
    ("zone", "hint"),
    [
        ("america/new_york", "did you mean 'America/New_York'?"),
        ("Europe/Olso", "did you mean 'Europe/Oslo'?"),
        ("../../etc/passwd", "write an IANA name"),
        ("", "write an IANA name"),
    ],
)
def test_an_unknown_zone_is_told_the_nearest(zone: str, hint: str) -> None:
    (pointer, detail), *rest = flaws(timezone=zone)
    assert (pointer, rest) == ("/timezone", [])
    assert hint in detail


@pytest.mark.parametrize(
    ("fields", "pointer", "words"),
    [
        ({"text": ""}, "/text", "must hold more than white space"),
        ({"text": " \n\u00a0"}, "/text", "must hold more than white space"),
        ({"text": None}, "/text", "must be a text"),
        ({"text": 7}, "/text", "must be a text"),
        ({"text": "a\x00b"}, "/text", "U+0000 at offset 1 can't be stored"),
        ({"text": "a\ud800"}, "/text", "U+D800 at offset 1 can't be stored"),
        ({"title": "a\x00"}, "/title", "U+0000"),
        ({"url": "javascript:alert(1)"}, "/url", "is not a web address"),
        ({"url": "https://"}, "/url", "is not a web address"),
        ({"url": "https://exa mple.org/"}, "/url", "is not a web address"),
        ({"url": "https://[::1/"}, "/url", "is not a web address"),
        ({"language": "english"}, "/language", "write ISO 639-1"),
        ({"source": " "}, "/source", "must hold more than white space"),
        ({"body": "x"}, "/body", "is not a field of an article; these are: title, text"),
        ({"a/b~c": 1}, "/a~1b~0c", "is not a field of an article"),
        ({"published_at": 1640113500}, "/published_at", "must be a text"),
    ],
)
def test_a_field_that_cannot_be_is_pointed_to(fields: dict[str, object], pointer: str, words: str) -> None:
    found = flaws(**fields)
    assert [at for at, _ in found] == [pointer]
    assert words in found[0][1]


def test_every_flaw_is_told_at_once() -> None:
    assert [pointer for pointer, _ in flaws(text="", timezone="Mars/Olympus", extra=1)] == [
        "/text",
        "/timezone",
        "/extra",
    ]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"text": NaN}',
        b'{"text": ' + b"9" * 5_000 + b"}",
        b"\xff\xfe",
        b'{"text": "\xed\xa0\x80"}',
        b"[" * 100_000,
        b'{"a":' * 50_000,
    ],
)
def test_what_is_no_json_is_told_apart_from_what_is_no_article(body: bytes) -> None:
    with pytest.raises(BrokenJson):
        ArticleIn.of_json(body)


@pytest.mark.parametrize("body", [b"null", b"[]", b'"text"', b"1e999"])
def test_json_that_is_no_object_is_no_article(body: bytes) -> None:
    with pytest.raises(Refused, match="must be a JSON object"):
        ArticleIn.of_json(body)


def test_text_is_measured_in_bytes_of_utf8() -> None:
    assert ArticleIn.of_value({**ARTICLE, "text": "ø" * 500_000}).text
    with pytest.raises(TextTooLong, match="1,000,002 bytes"):
        ArticleIn.of_value({**ARTICLE, "text": "ø" * 500_001})


def test_a_blank_title_is_none_and_a_regional_language_is_its_language() -> None:
    article = ArticleIn.of_value({**ARTICLE, "title": " ", "language": "en-GB"}).article()
    assert (article.title, article.language) == (None, "en")


@pytest.mark.parametrize(
    ("body", "pointer", "words"),
    [
        (b'{"text": "One.", "text": "Two.", "published_at": "2024-03-14"}', "/text", "is given more than once"),
        (b'{"a/b": 1, "a/b": 2}', "/a~1b", "is given more than once"),
        (b'{"by": [{}, {"name": 1, "name": 2}]}', "/by/1/name", "is given more than once"),
        (b'{"by": {"name": 1, "name": 2}, "by": 1}', "/by", "is given more than once"),
        (b'{"\\ud800": 1}', "/\\ud800", "the name of the field holds U+D800"),
        (b'{"a\\u0000": 1}', "/a\x00", "the name of the field holds U+0000"),
    ],
)
def test_a_field_is_named_once_and_in_characters_that_can_be_stored(body: bytes, pointer: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        ArticleIn.of_json(body)
    assert [(flaw.pointer, flaw.detail) for flaw in refused.value.flaws] == [(pointer, words)]
