"""POST an article, read its timeline: the main job, over HTTP, on both engines."""

from typing import Any

from httpx import Client, Response

from tests.api.conftest import ARTICLE, Start

PROBLEM = "application/problem+json"


def post(client: Client, headers: dict[str, str] | None = None, **fields: Any) -> Response:  # any field
    return client.post("/v1/articles", json={**ARTICLE, **fields}, headers=headers)


def test_an_article_is_answered_with_what_it_tells_and_stands_on_the_timeline(client: Client) -> None:
    answer = post(client)
    body = answer.json()
    assert (answer.status_code, body["state"], body["revision"]) == (201, "done", 1)
    assert answer.headers["location"] == f"/v1/articles/{body['id']}"
    assert [(one["text"], one["edtf"]) for one in body["time_expressions"]] == [
        ("Tuesday", "2024-03-12"),
        ("next month", "2024-04"),
    ]
    timeline = client.get("/v1/timeline", params={"actor": "Norway", "from": "2024-03", "to": "2024-03"}).json()
    assert {(event["edtf"], event["factuality"]) for event in timeline["items"]} == {("2024-03-12", "asserted")}
    assert {actor["name"] for actor in timeline["actors"]} == {"Norway"}


def test_the_same_article_again_is_known_and_answered_alike(client: Client) -> None:
    first, second = post(client), post(client)
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.content == second.content


def test_an_article_is_read_back_with_what_was_posted(client: Client) -> None:
    stored = post(client, url="https://news.example/harbour", published_at="2024-03-14")
    answer = client.get(stored.headers["location"])
    assert answer.headers["etag"] == stored.headers["etag"]
    body = answer.json()
    posted = body.pop("article")
    assert body == stored.json()
    assert posted["published_at"] == "2024-03-14"
    first = body["time_expressions"][0]
    assert posted[first["field"]][first["start"] : first["end"]] == first["text"]
    again = client.put(stored.headers["location"], json=posted, headers={"If-Match": "*"})
    assert (again.json()["revision"], again.json()["difference"]) == (1, {"added": [], "removed": [], "moved": []})


def test_an_article_is_kept_when_the_client_does_not_wait(client: Client) -> None:
    answer = post(client, {"Prefer": "respond-async"})
    assert (answer.status_code, answer.json()["state"]) == (202, "pending")
    assert answer.headers["preference-applied"] == "respond-async"
    assert "retry-after" in answer.headers
    waited = post(client, {"Prefer": "foo, wait=60"})
    assert (waited.status_code, waited.headers["preference-applied"]) == (200, "wait=60")
    assert waited.json()["id"] == answer.json()["id"]


def test_articles_pending_at_the_start_are_picked_up(start: Start) -> None:
    stopped = start(workers=1)
    ids = [
        post(
            stopped, {"Prefer": "respond-async"}, text=f"France and Spain met on day {number}, a Monday.", url=None
        ).json()
        for number in range(12)
    ]
    client = start()
    states = {
        post(client, text=f"France and Spain met on day {number}, a Monday.", url=None).json()["state"]
        for number in range(12)
    }
    assert states == {"done"}
    assert len({one["id"] for one in ids}) == 12


def test_a_known_url_with_another_text_is_a_conflict_that_names_the_article(client: Client) -> None:
    known = post(client).json()["id"]
    answer = post(client, text="Something else happened on Monday.")
    assert (answer.status_code, answer.headers["content-type"]) == (409, PROBLEM)
    assert known in answer.json()["detail"]
    assert answer.headers["location"] == f"/v1/articles/{known}"


def test_extract_answers_as_posting_does_and_stores_nothing(client: Client) -> None:
    found = client.post("/v1/extract", json=ARTICLE)
    assert found.status_code == 200
    assert client.get("/v1/articles").json()["items"] == []
    stored = post(client).json()
    assert {**found.json(), "id": stored["id"], "state": "done", "revision": 1} == stored


def test_articles_are_listed_latest_first_by_state_and_publication(client: Client) -> None:
    for day in (10, 11, 12):
        post(
            client,
            text=f"Ministers met on Monday, {day}.",
            url=None,
            published_at=f"2024-03-{day}T10:00:00Z",
            title=None,
        )
    page = client.get("/v1/articles", params={"limit": 2, "state": "done"})
    assert [one["published_at"][:10] for one in page.json()["items"]] == ["2024-03-12", "2024-03-11"]
    after = client.get(page.links["next"]["url"])
    assert [one["published_at"][:10] for one in after.json()["items"]] == ["2024-03-10"]
    assert after.json()["next_cursor"] is None
    within = client.get("/v1/articles", params={"published_from": "2024-03-11", "published_to": "2024-03-11"})
    assert len(within.json()["items"]) == 1
