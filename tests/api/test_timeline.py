"""What a timeline can be asked, and what is refused."""

import csv
import io
import json

import pytest
from httpx import Client

from app.render.formats import FORMATS
from tests.api.conftest import ARTICLE, Start

PROBLEM = "application/problem+json"
TOLD = (
    "Norway and Denmark signed a pact on 4 March 2024. Sweden met France on 6 March 2024. Peru sued Chile in May 2023."
)


# What each query leaves of the three.
LEFT = {
    "": ["2023-05", "2024-03-04", "2024-03-06"],
    "sort=-start": ["2024-03-06", "2024-03-04", "2023-05"],
    "actor=Norway": ["2024-03-04"],
    "actor=norway&actor=Peru": ["2023-05", "2024-03-04"],
    "actor=Norway&actor=Peru&actor_mode=all": [],
    "from=2024": ["2024-03-04", "2024-03-06"],
    "to=2023": ["2023-05"],
    "from=2023-05-31&to=2024-03-04": ["2023-05", "2024-03-04"],
    "from=2023-05-31&to=2024-03-04&date_mode=within": ["2024-03-04"],
    "granularity=month": ["2023-05"],
    "factuality=negated": [],
    "published_to=2024-03-13": [],
    "published_from=2024-03-14": ["2023-05", "2024-03-04", "2024-03-06"],
    "source=The+Example+Courier": ["2023-05", "2024-03-04", "2024-03-06"],
    "source=Another": [],
    "q=pact": ["2024-03-04"],
    "basis=publication": [],
    "basis=any": ["2023-05", "2024-03-04", "2024-03-06"],
}


@pytest.fixture
def told(client: Client) -> Client:
    """A service that knows three events."""
    assert client.post("/v1/articles", json={**ARTICLE, "title": None, "text": TOLD}).status_code == 201
    return client


def dates(client: Client, query: str) -> list[str]:
    answer = client.get(f"/v1/timeline?{query}")
    assert answer.status_code == 200, answer.text
    return list(dict.fromkeys(event["edtf"] for event in answer.json()["items"]))


def test_filters_leave_what_they_name(told: Client) -> None:
    assert {query: dates(told, query) for query in LEFT} == LEFT


def test_an_unknown_actor_is_no_error_and_is_named(told: Client) -> None:
    page = told.get("/v1/timeline?actor=Atlantis").json()
    assert (page["items"], page["unresolved_actors"], page["actors"]) == ([], ["Atlantis"], [])


def test_pages_follow_each_other_without_gap_or_repeat(told: Client) -> None:
    whole = [event["id"] for event in told.get("/v1/timeline").json()["items"]]
    found, url = [], "/v1/timeline?limit=1"
    while url:
        page = told.get(url)
        found += [event["id"] for event in page.json()["items"]]
        url = page.links["next"]["url"] if "next" in page.links else ""
    assert found == whole
    assert len(whole) >= 3


def test_a_cursor_of_other_filters_is_refused(told: Client) -> None:
    cursor = told.get("/v1/timeline?limit=1").json()["next_cursor"]
    answer = told.get("/v1/timeline", params={"limit": 1, "cursor": cursor, "from": "2024"})
    assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (400, "cursor")


def test_every_format_is_had_by_suffix_and_by_accept(told: Client) -> None:
    for one in FORMATS:
        by_suffix = told.get(f"/v1/timeline.{one.suffix}?actor=Norway")
        by_accept = told.get("/v1/timeline?actor=Norway", headers={"accept": one.media_type})
        types = {answer.headers["content-type"].partition(";")[0] for answer in (by_suffix, by_accept)}
        assert (by_suffix.status_code, by_accept.status_code, types) == (200, 200, {one.media_type})
        assert int(by_suffix.headers["content-length"]) == len(by_suffix.content) > 100
        assert f'filename="dateline-timeline.{one.suffix}"' in by_suffix.headers["content-disposition"]


def test_a_file_that_was_cut_says_so(start: Start) -> None:
    client = start(export_max=2)
    client.post("/v1/articles", json={**ARTICLE, "title": None, "text": TOLD})
    answer = client.get("/v1/timeline.csv")
    assert answer.headers["dateline-truncated"] == "2"
    assert "first-2" in answer.headers["content-disposition"]
    assert len(list(csv.DictReader(io.StringIO(answer.text)))) == 2
    assert "dateline-truncated" not in client.get("/v1/timeline.csv?actor=Peru").headers


def test_a_format_that_nobody_writes_is_not_acceptable(told: Client) -> None:
    answer = told.get("/v1/timeline", headers={"accept": "image/png"})
    assert (answer.status_code, answer.headers["content-type"]) == (406, PROBLEM)
    assert "text/csv" in answer.json()["detail"]


def test_a_reader_who_has_it_gets_304(told: Client) -> None:
    first = told.get("/v1/timeline")
    again = told.get("/v1/timeline", headers={"if-none-match": f'W/"x", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    told.post("/v1/articles", json={**ARTICLE, "url": None, "text": "Brazil met Chile on 2 March 2024."})
    assert told.get("/v1/timeline", headers={"if-none-match": first.headers["etag"]}).status_code == 200


def test_an_event_and_its_actors_are_found_by_id(told: Client) -> None:
    (first, *_) = told.get("/v1/timeline?actor=Peru").json()["items"]
    assert told.get(f"/v1/events/{first['id']}").json() == first
    peru = next(actor for actor in first["actors"] if actor["name"] == "Peru")
    assert told.get(f"/v1/actors/{peru['id']}").json()["aliases"][0].startswith("peru")
    assert told.get("/v1/actors?q=per").json()["items"][0]["id"] == peru["id"]
    assert dates(told, f"actor={peru['id']}") == ["2023-05"]


def test_head_answers_as_get_without_a_body(told: Client) -> None:
    answer = told.head("/v1/timeline")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["etag"] == told.get("/v1/timeline").headers["etag"]


def test_ndjson_lines_are_the_events_of_the_page(told: Client) -> None:
    lines = [json.loads(line) for line in told.get("/v1/timeline.ndjson").text.splitlines()]
    assert lines == told.get("/v1/timeline").json()["items"]


def test_a_person_is_found_by_every_name_that_an_article_uses(client: Client) -> None:
    text = "Prime Minister Marit Halvorsen met union leaders on 4 March 2024. Halvorsen resigned on 6 March 2024."
    assert client.post("/v1/articles", json={**ARTICLE, "title": None, "text": text}).status_code == 201
    assert dates(client, "actor=Halvorsen") == dates(client, "actor=Marit+Halvorsen") == ["2024-03-04", "2024-03-06"]
    page = client.get("/v1/timeline?actor=halvorsen").json()
    assert [actor["name"] for actor in page["actors"]] == ["Marit Halvorsen"]


def test_a_histogram_spreads_a_month_over_its_days(told: Client) -> None:
    by_month = told.get("/v1/timeline/histogram?actor=Peru&bucket=month").json()
    assert [(one["interval"]["start"], one["count"]) for one in by_month["buckets"]] == [("2023-05-01", 1)]
    by_day = told.get("/v1/timeline/histogram?actor=Peru&bucket=day&from=2023-05-01&to=2023-05-10").json()
    assert len(by_day["buckets"]) == 10
    assert all(abs(one["mass"] - 1 / 31) < 0.001 for one in by_day["buckets"])
    refused = told.get("/v1/timeline/histogram?bucket=hour")
    assert (refused.status_code, refused.json()["errors"][0]["parameter"]) == (400, "bucket")


def test_a_basis_that_is_none_is_refused_once_with_all_that_there_are(refusing: Client) -> None:
    refused = refusing.get("/v1/timeline?basis=foo")
    assert refused.status_code == 400
    (error,) = refused.json()["errors"]
    assert error["parameter"] == "basis"
    assert "'expression', 'narrative', 'publication' or 'any'" in error["detail"]
