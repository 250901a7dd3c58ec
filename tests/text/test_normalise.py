"""Clean text stays as long as posted text, so that every offset holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.normalise import clean


@pytest.mark.parametrize(
    ("posted", "plain"),
    [
        ("The ferry sank\u00a0on Monday.", "The ferry sank on Monday."),
        ("one\r\ntwo\rthree", "one \ntwo\nthree"),
        ("the mayor’s ‘plan’", "the mayor's 'plan'"),
        ("“Yes,” he said", "“Yes,” he said"),
        ("co\u00adoperate\u200b now", "co-operate  now"),
    ],
)
def test_odd_characters_become_plain_ones(posted: str, plain: str) -> None:
    assert clean(posted) == plain


@given(st.text())
def test_length_is_kept(posted: str) -> None:
    assert len(clean(posted)) == len(posted)
