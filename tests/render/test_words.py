import pytest

from app.domain.interval import Bound, Extent, Granularity
from app.render.words import when
from tests.render.example import event


@pytest.mark.parametrize(
    ("start", "end", "granularity", "words"),
    [
        ("2024-04-01", "2024-05-01", Granularity.MONTH, "April 2024"),
        ("2024-04-11", "2024-05-01", Granularity.MONTH, "11 April 2024 to 30 April 2024"),
        ("2024-04-08", "2024-04-15", Granularity.WEEK, "the week of 8 April 2024"),
        ("2024-04-13", "2024-04-15", Granularity.WEEKEND, "the weekend of 13 April 2024"),
        ("2024-04-13", "2024-04-14", Granularity.DAY, "13 April 2024"),
        ("2024-01-01", "2025-01-01", Granularity.YEAR, "2024"),
        ("2024-07-01", "2024-10-01", Granularity.QUARTER, "quarter 3 of 2024"),
        ("2024-07-01", "2025-01-01", Granularity.HALF, "the second half of 2024"),
        ("2024-12-01", "2025-03-01", Granularity.SEASON, "winter 2024"),
        ("1970-01-01", "1980-01-01", Granularity.DECADE, "the 1970s"),
        ("1800-01-01", "1900-01-01", Granularity.CENTURY, "the 19th century"),
        ("2000-01-01", "2100-01-01", Granularity.CENTURY, "the 21st century"),
        ("-0322-01-01", "-0321-01-01", Granularity.YEAR, "323 BC"),
        ("2024-04-13T08:30", "2024-04-13T08:31", Granularity.MINUTE, "13 April 2024, 08:30"),
        ("2024-04-13T18:00", "2024-04-14T00:00", Granularity.PART_OF_DAY, "13 April 2024, 18:00 to 24:00"),
    ],
)
def test_words_claim_what_the_interval_does(start: str, end: str, granularity: Granularity, words: str) -> None:
    assert when(event(start, end, granularity=granularity)) == words


@pytest.mark.parametrize(
    ("bound", "words"),
    [
        (Bound.SINCE, "since April 2024"),
        (Bound.UNTIL, "until April 2024"),
        (Bound.BEFORE, "before April 2024"),
        (Bound.AFTER, "after April 2024"),
        (Bound.NOT_BEFORE, "April 2024 or later"),
        (Bound.NOT_AFTER, "by April 2024"),
    ],
)
def test_a_bound_is_said(bound: Bound, words: str) -> None:
    assert when(event(bound=bound)) == words


def test_what_fills_its_time_says_so() -> None:
    assert when(event(extent=Extent.THROUGHOUT)) == "throughout April 2024"
