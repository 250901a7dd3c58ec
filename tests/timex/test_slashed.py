"""03/04/2024: the order of day and month is seen in the text, else in the article's zone, else left open."""

import pytest

from app.domain import civil
from app.domain.article import Anchor
from app.domain.span import Field
from app.timex.read import datings


def read(text: str, zone: str | None) -> list[tuple[str | None, str]]:
    anchor = Anchor(civil.minutes("2025-05-14T10:00"), day_only=False, zone=zone)
    found = datings(text, field=Field.TEXT, anchor=anchor, language="en")
    return [(one.expression.edtf, one.expression.explanation) for one in found]


@pytest.mark.parametrize(
    ("zone", "edtf"),
    [
        ("America/Chicago", "2024-03-04"),
        ("America/Indiana/Knox", "2024-03-04"),
        ("Europe/London", "2024-04-03"),
        ("Asia/Kolkata", "2024-04-03"),
        ("America/Toronto", "2024-03-04/2024-04-03"),
        ("-05:00", "2024-03-04/2024-04-03"),
        (None, "2024-03-04/2024-04-03"),
    ],
)
def test_the_zone_shows_the_order_where_the_text_does_not(zone: str | None, edtf: str) -> None:
    assert read("The pact was signed on 03/04/2024.", zone)[0][0] == edtf


def test_the_text_shows_the_order_before_the_zone() -> None:
    found = read("The pact of 03/04/2024 undid one of 25/03/2024.", "America/Chicago")
    assert [edtf for edtf, _ in found] == ["2024-04-03", "2024-03-25"]
    assert found[0][1] == "03/04/2024: the date as written, in the order of the text's other dates"


def test_dates_that_gainsay_each_other_show_none() -> None:
    found = read("Due 12/31/24 here, 31/12/24 there, paid 1/2/24.", "Europe/London")
    assert [edtf for edtf, _ in found] == ["2024-12-31", "2024-12-31", "2024-01-02/2024-02-01"]


def test_both_readings_are_told_where_the_order_is_open() -> None:
    (found,) = read("The pact was signed on 03/04/2024 at 5 p.m.", None)
    assert found[0] == "2024-03-04/2024-04-03"
    assert "2024-03-04 or 2024-04-03" in found[1]


@pytest.mark.parametrize(
    ("numbers", "granularity"),
    [("03/04/2024", "month"), ("07/06/2024", "month"), ("01/03/2024", "quarter"), ("01/12/2024", "year")],
)
def test_an_open_date_is_as_coarse_as_both_readings_together(numbers: str, granularity: str) -> None:
    anchor = Anchor(civil.minutes("2025-05-14T10:00"), day_only=False, zone=None)
    (found,) = datings(f"The pact was signed on {numbers}.", field=Field.TEXT, anchor=anchor, language="en")
    assert found.expression.granularity == granularity


def test_a_day_that_both_orders_name_is_that_day() -> None:
    assert read("The pact was signed on 04/04/2024.", None)[0][0] == "2024-04-04"


def test_numbers_that_no_calendar_has_are_no_date() -> None:
    assert read("It was file 13/13/2024 and 31/02/2024.", None) == []
