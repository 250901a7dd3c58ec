import pytest

from app.api.negotiation import preferred

OFFERED = ("application/json", "text/csv", "text/calendar")


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "application/json"),
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV; charset=utf-8", "text/csv"),
        ("text/*", "text/csv"),
        ("text/*;q=0.5, text/calendar", "text/calendar"),
        ("text/html, application/xhtml+xml, */*;q=0.8", "application/json"),
        ("application/json;q=0, */*", "text/csv"),
        ("image/png", None),
        ("text/csv;q=0", None),
        ("text/csv;q=much", None),
    ],
)
def test_the_format_is_what_accept_weighs_most(accept: str | None, expected: str | None) -> None:
    assert preferred(accept, OFFERED) == expected
