"""One story from many articles over HTTP: merged at once, corrected by a person, its history and its changes."""

import httpx
import pytest

from tests.api.conftest import ARTICLE

OTHER = {
    "title": "Denmark and Norway agree on fish",
    "text": "Denmark and Norway signed the fishing pact on Tuesday.",
    "published_at": "2024-03-15T09:00:00+01:00",
    "timezone": "Europe/Oslo",
    "url": "https://example.org/fish",
    "source": "The Other Courier",
}


def merged(client: httpx.Client) -> dict[str, object]:
    for article in (ARTICLE, OTHER):
        assert client.post("/v1/articles", json=article).status_code == 201
    items = client.get("/v1/timeline", params={"actor": "Norway", "factuality": "asserted"}).json()["items"]
    (event,) = [one for one in items if one["trigger"] == "sign"]
    found: dict[str, object] = event
    return found


def test_two_articles_are_one_event_when_the_second_post_is_answered(client: httpx.Client) -> None:
    event = merged(client)
    assert (event["edtf"], event["article_count"]) == ("2024-03-12", 2)
    ids = [evidence["id"] for evidence in client.get(f"/v1/events/{event['id']}").json()["mentions"]]
    moved = client.get(f"/v1/events/{max(ids)}")
    assert (moved.status_code, moved.headers["location"]) == (301, f"/v1/events/{min(ids)}")
    then = client.get(f"/v1/events/{max(ids)}", params={"as_of": "2024-03-14"})
    assert then.headers["location"] == f"/v1/events/{min(ids)}?as_of=2024-03-14"


def test_a_person_gives_an_event_another_time(client: httpx.Client) -> None:
    event = merged(client)
    body = {"start": "2024-03-11", "end": "2024-03-11", "note": "The minutes are dated Monday."}
    patched = client.patch(f"/v1/events/{event['id']}", json=body).json()
    assert (patched["id"], patched["edtf"]) == (event["id"], "2024-03-11")
    said = patched["override"]
    assert (said["by"], said["note"]) == ("this machine", body["note"])
    (shown,) = client.get("/v1/timeline", params={"from": "2024-03-11", "to": "2024-03-11"}).json()["items"]
    assert shown["override"] == said
    given = client.get(f"/v1/events/{event['id']}/history").json()["items"]
    assert [(one["edtf"], one["note"]) for one in given] == [
        ("2024-03-12", None),
        ("2024-03-12", None),
        ("2024-03-11", "The minutes are dated Monday."),
    ]
    changes = client.get("/v1/changes").json()
    mine = [one["kind"] for one in changes["items"] if one["event_id"] == event["id"]]
    assert mine[-1] == "changed"
    assert client.get("/v1/changes", params={"after": changes["next_after"]}).json()["items"] == []
    back = client.delete(f"/v1/events/{event['id']}/override")
    assert (back.status_code, back.json()["edtf"], back.json()["override"]) == (200, "2024-03-12", None)
    (word,) = [one for one in client.get(f"/v1/events/{event['id']}/history").json()["items"] if one["note"]]
    assert (word["withdrawn_by"], word["in_force"]) == ("this machine", False)
    assert client.delete(f"/v1/events/{event['id']}/override").status_code == 404


def test_a_minute_that_a_person_gives_is_one_where_the_article_was_written(client: httpx.Client) -> None:
    event = merged(client)
    body = {"start": "2024-03-12T14:00", "end": "2024-03-12T14:29", "note": "The clerk noted the hour."}
    patched = client.patch(f"/v1/events/{event['id']}", json=body).json()
    assert (patched["interval"], patched["zone"], patched["granularity"]) == (
        {"start": "2024-03-12T14:00", "end": "2024-03-12T14:30"},
        "Europe/Oslo",
        "minute",
    )
    body = {"start": "2024-03-12", "end": "2024-03-12", "note": "The day is all that is sure."}
    assert client.patch(f"/v1/events/{event['id']}", json=body).json()["zone"] is None


@pytest.mark.parametrize(
    ("bound", "edtf", "extent"),
    [
        ("since", "2024/..", "throughout"),
        ("not_after", "../2024", "within"),
        ("before", "../2023-12-31", "within"),
        (None, "2024", "within"),
    ],
)
def test_a_time_that_a_person_gives_may_be_open(
    client: httpx.Client, bound: str | None, edtf: str, extent: str
) -> None:
    event = merged(client)
    body = {"start": "2024", "end": "2024", "bound": bound, "note": "It is all that the clerk knows."}
    patched = client.patch(f"/v1/events/{event['id']}", json=body).json()
    assert (patched["interval"], patched["bound"], patched["edtf"], patched["extent"]) == (
        {"start": "2024-01-01", "end": "2025-01-01"},
        bound,
        edtf,
        extent,
    )
    (word,) = [one for one in client.get(f"/v1/events/{event['id']}/history").json()["items"] if one["in_force"]]
    assert (word["bound"], word["edtf"]) == (bound, edtf)


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        ({"start": "2024-03-12", "end": "2024-03-11", "note": "n"}, "/end: '2024-03-11' lies before"),
        ({"start": "2024-03-12", "end": "2024-03-12", "note": "n" * 2001}, "/note: must have at most 2,000 characters"),
        ({"start": "someday", "end": "2024-03-12", "note": "n"}, "/start: "),
        ({"start": "2024-03-12", "end": "2024-03-12"}, "/note: is needed"),
        (
            {"start": "2024-03-12", "end": "2024-03-12", "note": "n", "more": 1},
            "/more: is not a field of a correction; these are: start, end, note, bound",
        ),
        ({"start": "2024-03-12", "end": "2024-03-12", "note": "a\x00b"}, "/note: U+0000"),
        ({"start": "2024-03-12", "end": "2024-03-12", "note": "  "}, "/note: must hold more than white space"),
        ([], "the body: must be a JSON object with the fields of a correction: start, end, note, bound"),
        (
            {"start": "2024", "end": "2024", "note": "n", "bound": "around"},
            "/bound: must be 'since', 'until', 'before', 'after', 'not_before' or 'not_after'",
        ),
    ],
)
def test_a_time_that_cannot_be_is_refused(client: httpx.Client, body: object, refusal: str) -> None:
    answer = client.patch("/v1/events/none", json=body)
    assert (answer.status_code, answer.json()["title"]) == (422, "Invalid body")
    assert answer.json()["detail"].startswith(refusal)


def test_nobody_can_date_an_event_that_is_not_there(client: httpx.Client) -> None:
    body = {"start": "2024-03-12", "end": "2024-03-12", "note": "n"}
    assert client.patch("/v1/events/none", json=body).status_code == 404
    event = merged(client)
    for article in client.get("/v1/articles").json()["items"]:
        client.delete(f"/v1/articles/{article['id']}", headers={"If-Match": "*"})
    assert client.patch(f"/v1/events/{event['id']}", json=body).status_code == 410


def test_actors_are_merged_and_parted(client: httpx.Client) -> None:
    merged(client)
    ids = {one["name"]: one["id"] for one in client.get("/v1/actors").json()["items"]}
    norway, denmark = ids["Norway"], ids["Denmark"]
    assert client.post(f"/v1/actors/{norway}:merge", params={"into": norway}).status_code == 409
    assert client.post(f"/v1/actors/{norway}:merge", params={"into": "nobody"}).status_code == 404
    assert client.post(f"/v1/actors/{norway}:merge", params={"into": denmark}).json()["id"] == denmark
    assert client.post(f"/v1/actors/{denmark}:merge", params={"into": norway}).status_code == 409
    assert client.get(f"/v1/actors/{norway}").json()["id"] == denmark
    assert client.post(f"/v1/actors/{norway}:unmerge").json()["id"] == norway
    assert client.post(f"/v1/actors/{norway}:unmerge").status_code == 409
