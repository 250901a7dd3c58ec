"""Lengths of time told by their end or beginning."""

import pytest

from tests.timex.reading import dated, read, told


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Profit rose in the three months ended December 31.", "2020-10-01/2021-01-01"),
        ("In the year ended June 30 it lost money.", "2020-07-01/2021-07-01"),
        ("Exports fell in the nine months to September.", "2021-01-01/2021-10-01"),
        ("Exports fell in nine months to September.", "2021-01-01/2021-10-01"),
        ("Profit for the 12 months ended March 2021 fell.", "2020-04-01/2021-04-01"),
        ("Profit for the three months through September rose.", "2021-07-01/2021-10-01"),
        ("Claims rose in the week ending December 11.", "2021-12-05/2021-12-12"),
        ("For the quarter ended July 31 it lost money.", "2021-05-01/2021-08-01"),
        ("In the first nine months of 2014, sales rose.", "2014-01-01/2014-10-01"),
        ("In the 24 hours to 8 a.m. Monday, it rained.", "2021-12-19T08:00/2021-12-20T08:00"),
    ],
)
def test_an_event_is_dated_by_the_period_told_by_its_end_or_beginning(text: str, period: str) -> None:
    assert {one.partition(" = ")[2] for one in dated(text)} == {f"{period} throughout"}


def test_both_expressions_of_a_period_keep_their_values() -> None:
    assert told("Sales fell in the year to March.") == ["the year = P1Y", "March = 2021-03"]
    assert told("For the quarter ended July 31 it lost money.") == ["the quarter = 2021-Q2", "July 31 = 2021-07-31"]


def test_a_period_is_told_whole_and_explained() -> None:
    whole = read("Exports fell in the nine months to September 30.")[0].dates_by
    assert (whole.text, whole.value) == ("the nine months to September 30", "P9M/2021-09-30")
    assert whole.explanation == (
        "the nine months to September 30: the 9 months up to the end of 2021-09-30; "
        "the September 30 nearest to publication on Tuesday 2021-12-21"
    )


def test_a_length_beside_a_date_is_no_period() -> None:
    assert dated("He gave them two years to March.") == ["March = 2021-03-01/2021-04-01"]
    assert dated("It took two hours to Monday.") == ["Monday = 2021-12-20/2021-12-21"]
    assert dated("He left after three months of 2014.") == ["2014 = 2014-01-01/2015-01-01"]


def test_a_week_is_told_by_the_day_it_begins_with() -> None:
    whole = "the week beginning January 3 = 2022-01-03/2022-01-10"
    assert dated("The king will visit in the week beginning January 3.") == [whole, whole]
