"""Times of day: which day they are of."""

import pytest

from tests.timex.reading import dated, read, told


def test_a_time_after_midnight_is_that_of_the_next_day() -> None:
    assert (
        told("The ball began at 11 p.m. Saturday and police came at 1 a.m. to end it.")[1]
        == "1 a.m. = 2021-12-19T01:00"
    )
    assert told("Fire broke out on Friday night. By 3 a.m. it was out.")[1] == "3 a.m. = 2021-12-18T03:00"
    assert told("Fire broke out on Friday morning. By 5 a.m. it was out.")[1] == "5 a.m. = 2021-12-17T05:00"
    assert dated("The curfew is from 10 p.m. to 7 a.m. here.")[0] == (
        "10 p.m. to 7 a.m. = 2021-12-21T22:00/2021-12-22T07:01 throughout"
    )


def test_what_happened_at_an_hour_yet_to_come_happened_the_day_before() -> None:
    assert told("Thieves struck at 9 p.m. in Graz.") == ["9 p.m. = 2021-12-20T21:00"]
    assert told("Thieves struck at 9 p.m. in Graz.", "2021-12-21") == ["9 p.m. = 2021-12-21T21:00"]
    assert told("The band will play at 9 p.m. in Graz.") == ["9 p.m. = 2021-12-21T21:00"]


def test_midnight_says_which_end_of_the_day_it_is() -> None:
    (one,) = read("The ban ends at midnight Friday.")
    assert one.expression.explanation.startswith("midnight Friday: the end of the day, the first Friday from")
    (two,) = read("The ban ended just after midnight Friday.")
    assert two.expression.explanation.startswith("midnight Friday: the start of the day, the most recent Friday up to")


def test_shortly_before_or_after_a_time_is_within_the_hour() -> None:
    assert dated("He was shot minutes after noon on Friday.") == ["noon on Friday = 2021-12-17T12:00/2021-12-17T13:00"]
    assert dated("The talks ended just before 3 p.m. on Friday.") == [
        "3 p.m. on Friday = 2021-12-17T14:00/2021-12-17T15:00"
    ]
    assert dated("She was seen shortly after 9 a.m. in the old town on Friday.")[0] == (
        "9 a.m. = 2021-12-17T09:00/2021-12-17T10:00"
    )


def test_shortly_after_a_day_stays_open() -> None:
    assert dated("He left shortly after Friday.") == ["Friday = after 2021-12-17/2021-12-18"]


def test_an_hour_later_counts_from_the_time_told() -> None:
    assert told("It left at 8 p.m. and sank about an hour later.") == [
        "8 p.m. = 2021-12-20T20:00",
        "about an hour later = 2021-12-20T21",
    ]
    (one, _) = read("It left at 8 p.m. and sank about an hour later.")
    assert "told before it" not in one.expression.explanation


def test_an_entry_of_a_live_report_counts_from_publication() -> None:
    text = "14:05 The rail line opens again on Saturday.\n\n13:10 The mayor will speak at 3pm."
    assert told(text)[-1] == "3pm = 2021-12-21T15:00"
    assert told("The rail line opens again on Saturday. The mayor will speak at 3pm.")[-1] == "3pm = 2021-12-25T15:00"


@pytest.mark.parametrize(
    ("text", "clocks"),
    [
        ("It struck at 4:52 a.m. local time (2052 GMT Sunday).", ["2021-12-20T04:52", "2021-12-19T20:52"]),
        ("It struck at 4:52 a.m. on Monday (2052 GMT).", ["2021-12-20T04:52", "2021-12-19T20:52"]),
        ("They left at 8:30 p.m. ET on Monday (0130 GMT).", ["2021-12-20T20:30", "2021-12-21T01:30"]),
        ("They left at 10.30pm on Monday (2130 GMT).", ["2021-12-20T22:30", "2021-12-20T21:30"]),
        ("It sank off Auckland at 9 a.m. on Monday (2000 GMT).", ["2021-12-20T09:00", "2021-12-19T20:00"]),
        ("It sank off Honolulu at 8 p.m. on Monday (0600 GMT).", ["2021-12-20T20:00", "2021-12-21T06:00"]),
        ("It struck at 4:52 a.m. Monday (2052 GMT Sunday).", ["2021-12-20T04:52", "2021-12-19T20:52"]),
    ],
)
def test_a_moment_told_by_two_clocks_has_the_day_of_each(text: str, clocks: list[str]) -> None:
    values = [one.expression.value for one in read(text)]
    assert [value for value in values if "T" in value] == clocks


def test_a_day_told_of_something_else_is_not_that_of_the_hour() -> None:
    assert told("It was shut at 9 p.m. and the mayor said it will open on Friday.")[0] == "9 p.m. = 2021-12-20T21:00"
    assert told("The line opened at 7 a.m. after a storm on Sunday.")[0] == "7 a.m. = 2021-12-21T07:00"
    assert told("The line opened at 7 a.m. in the old town on Sunday.")[0] == "7 a.m. = 2021-12-19T07:00"


def test_this_evening_told_in_the_small_hours_is_the_evening_before() -> None:
    assert told("Shells hit the port this evening.", at="2021-12-21T00:20") == ["this evening = 2021-12-20TEV"]
    assert told("Shells hit the port this evening.", at="2021-12-21T17:50") == ["this evening = 2021-12-21TEV"]
    assert told("She will speak this evening.", at="2021-12-21T00:20") == ["this evening = 2021-12-21TEV"]
    assert told("Shells hit the port this morning.", at="2021-12-21T04:20") == ["this morning = 2021-12-21TMO"]
