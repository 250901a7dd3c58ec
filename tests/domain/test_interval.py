import pytest

from app.domain import edtf
from app.domain.interval import Bound, Granularity, Interval, Reach, reach

JANUARY = Interval("2022-01-01", "2022-02-01")


@pytest.mark.parametrize(
    ("bound", "label", "expected"),
    [
        (None, "2022-01", (True, True)),
        (Bound.SINCE, "2022-01/..", (True, False)),
        (Bound.NOT_BEFORE, "2022-01/..", (True, False)),
        (Bound.AFTER, "2022-02-01/..", (True, False)),
        (Bound.UNTIL, "../2022-01", (False, True)),
        (Bound.NOT_AFTER, "../2022-01", (False, True)),
        (Bound.BEFORE, "../2021-12-31", (False, True)),
    ],
)
def test_a_bound_opens_the_reach_and_shows_in_the_label(
    bound: Bound | None, label: str, expected: tuple[bool, bool]
) -> None:
    found = reach(JANUARY, bound)
    assert edtf.label(JANUARY, Granularity.MONTH, bound) == label
    assert (found.start is not None, found.end is not None) == expected


@pytest.mark.parametrize(
    ("start", "end", "granularity", "label"),
    [
        ("2021-12-21", "2021-12-22", Granularity.DAY, "2021-12-21"),
        ("2021-12-01", "2021-12-22", Granularity.MONTH, "2021-12-01/2021-12-21"),
        ("2021-01-01", "2022-01-01", Granularity.YEAR, "2021"),
        ("-0322-01-01", "-0321-01-01", Granularity.YEAR, "-0322"),
        ("1980-01-01", "1990-01-01", Granularity.DECADE, "198X"),
        ("1800-01-01", "1900-01-01", Granularity.CENTURY, "18XX"),
        ("2021-07-01", "2021-10-01", Granularity.QUARTER, "2021-35"),
        ("2021-12-01", "2022-03-01", Granularity.SEASON, "2021-24"),
        ("2021-12-20", "2021-12-27", Granularity.WEEK, "2021-12-20/2021-12-26"),
        ("2021-12-21T08:30", "2021-12-21T08:31", Granularity.MINUTE, "2021-12-21T08:30"),
        ("2021-12-21T18:00", "2021-12-22T00:00", Granularity.PART_OF_DAY, "2021-12-21T18:00/2021-12-22T00:00"),
    ],
)
def test_labels_are_edtf(start: str, end: str, granularity: Granularity, label: str) -> None:
    assert edtf.label(Interval(start, end), granularity, None) == label


def test_reaches_that_only_touch_do_not_meet() -> None:
    assert not Reach(0, 10).meets(Reach(10, 20))
    assert Reach(None, 11).meets(Reach(10, None))


def test_an_empty_interval_is_refused() -> None:
    with pytest.raises(ValueError, match="must end after it starts"):
        Interval.of_minutes(5, 5, Granularity.DAY)
