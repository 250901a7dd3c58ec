from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import civil


@given(st.dates())
def test_day_numbers_agree_with_the_standard_library(day: date) -> None:
    assert civil.day_number(day.year, day.month, day.day) == day.toordinal() - 1


@given(st.integers(civil.day_number(-9999, 1, 1), civil.day_number(9999, 12, 31)))
def test_day_numbers_go_there_and_back(number: int) -> None:
    assert civil.day_number(*civil.date_of(number)) == number


@pytest.mark.parametrize("text", ["2021-12-21", "-0322-05-01", "0000-02-29", "2021-12-21T14:05"])
def test_text_goes_there_and_back(text: str) -> None:
    write = civil.minute_text if "T" in text else civil.day_text
    assert write(civil.minutes(text)) == text


@pytest.mark.parametrize("text", ["2021-02-29", "2021-13-01", "yesterday", "2021-12", "2021-12-21T24:00"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  the message is int()'s own for some
        civil.minutes(text)
