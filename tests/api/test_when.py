import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.api import when
from app.domain import civil


def shown(text: str) -> str:
    unit = when.unit(text)
    return f"{civil.minute_text(unit.start)}/{civil.minute_text(unit.end)}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021", "2021-01-01T00:00/2022-01-01T00:00"),
        ("2021-12", "2021-12-01T00:00/2022-01-01T00:00"),
        ("2024-02", "2024-02-01T00:00/2024-03-01T00:00"),
        ("2021-12-21", "2021-12-21T00:00/2021-12-22T00:00"),
        ("2021-12-21T14:05", "2021-12-21T14:05/2021-12-21T14:06"),
        ("-0322", "-0322-01-01T00:00/-0321-01-01T00:00"),
        ("0000-12", "0000-12-01T00:00/0001-01-01T00:00"),
    ],
)
def test_a_written_unit_is_the_whole_of_it(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "21",
        "2021-1",
        "2021-00",
        "2021-13",
        "2021-02-30",
        "2021-12-21T24:00",
        "2021-12-21 14:05",
        "+2021",
        "now",
        "-0000",
    ],
)
def test_what_is_no_date_is_refused_with_what_would_be(text: str) -> None:
    with pytest.raises(ValueError, match="write a year, month, day or minute"):
        when.unit(text)


@given(st.dates())
def test_every_day_is_its_own_unit(day: object) -> None:
    assert when.unit(str(day)).end - when.unit(str(day)).start == civil.MINUTES_A_DAY
