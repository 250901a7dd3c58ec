import pytest
from fastapi import Request

from app.api import timeline
from app.api.negotiation import preferred
from app.api.route import QueryRoute

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


@pytest.mark.parametrize(
    ("path", "query", "accept", "is_long"),
    [
        ("/v1/timeline", "actor=Norway", "*/*", False),
        ("/v1/timeline", "", "application/json, text/csv;q=0.5", False),
        ("/v1/timeline/histogram", "", "*/*", True),
        ("/v1/timeline", "q=harbour", "*/*", True),
        ("/v1/timeline", "", "text/csv", True),
        ("/v1/timeline.csv", "", "*/*", True),
    ],
)
def test_what_may_take_long_takes_no_thread_from_pages(path: str, query: str, accept: str, is_long: bool) -> None:
    request = Request({"type": "http", "query_string": query.encode(), "headers": [(b"accept", accept.encode())]})
    (route,) = [one for one in timeline.router.routes if isinstance(one, QueryRoute) and one.path == path]
    assert route.takes_long(request) is is_long
