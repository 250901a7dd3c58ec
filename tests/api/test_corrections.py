"""PUT, DELETE and :retry."""

from typing import Any

import pytest
from httpx import Client, Response

from tests.api.conftest import ARTICLE

TEXT = "Norway and Denmark signed a pact on Tuesday. Sweden met France in May 2023."


@pytest.fixture
def stored(client: Client) -> Response:
    return client.post("/v1/articles", json={**ARTICLE, "title": None, "text": TEXT})


def put(client: Client, stored: Response, if_match: str | None, **fields: Any) -> Response:  # any field
    headers = {} if if_match is None else {"If-Match": if_match}
    posted = {**ARTICLE, "title": None, "text": TEXT, **fields}
    return client.put(stored.headers["location"], json=posted, headers=headers)


def days(client: Client) -> set[str]:
    return {event["edtf"] for event in client.get("/v1/timeline").json()["items"]}


def test_a_corrected_publication_moves_what_counts_from_it(client: Client, stored: Response) -> None:
    assert days(client) == {"2024-03-12", "2023-05"}
    answer = put(client, stored, stored.headers["etag"], published_at="2024-03-21T17:20:00+01:00")
    body = answer.json()
    assert (answer.status_code, body["revision"], body["id"]) == (200, 2, stored.json()["id"])
    moved = {(one["before"]["edtf"], one["after"]["edtf"]) for one in body["difference"]["moved"]}
    assert (moved, body["difference"]["added"], body["difference"]["removed"]) == (
        {("2024-03-12", "2024-03-19")},
        [],
        [],
    )
    assert days(client) == {"2024-03-19", "2023-05"}
    assert client.get(stored.headers["location"]).headers["etag"] == answer.headers["etag"]


def test_a_correction_tells_what_came_and_went(client: Client, stored: Response) -> None:
    body = put(client, stored, "*", text="Peru sued Chile in June 2022. Sweden met France in May 2023.").json()
    changed = body["difference"]
    assert {one["time"]["edtf"] for one in changed["added"]} == {"2022-06"}
    assert {one["time"]["edtf"] for one in changed["removed"]} == {"2024-03-12"}
    assert changed["moved"] == []


def test_the_same_article_again_changes_nothing(client: Client, stored: Response) -> None:
    body = put(client, stored, stored.headers["etag"]).json()
    assert (body["revision"], body["difference"]) == (1, {"added": [], "removed": [], "moved": []})


def test_a_correction_must_know_what_it_corrects(client: Client, stored: Response) -> None:
    assert put(client, stored, None).status_code == 428
    assert put(client, stored, '"7.00"').status_code == 412
    assert put(client, stored, '"unknown"').status_code == 412
    assert put(client, stored, '"1.00", "2.00"').status_code == 400
    assert client.put("/v1/articles/none", json=ARTICLE, headers={"If-Match": "*"}).status_code == 404
    assert put(client, stored, "*", text="").status_code == 422


def test_a_retracted_article_is_gone_until_it_is_revived(client: Client, stored: Response) -> None:
    where = stored.headers["location"]
    assert client.delete(where).status_code == 428
    assert client.delete(where, headers={"If-Match": '"9.00"'}).status_code == 412
    assert client.delete(where, headers={"If-Match": stored.headers["etag"]}).status_code == 204
    assert client.get(where).status_code == 410
    for tag in ("*", stored.headers["etag"], '"9.00"'):
        assert client.delete(where, headers={"If-Match": tag}).status_code == 410
    assert days(client) == set()
    again = client.post("/v1/articles", json={**ARTICLE, "title": None, "text": TEXT})
    assert (again.status_code, again.json()["type"]) == (409, "/problems/retracted")
    assert put(client, stored, "*").status_code == 200
    assert days(client) == {"2024-03-12", "2023-05"}


def test_what_has_not_failed_is_not_tried_again(client: Client, stored: Response) -> None:
    answer = client.post(f"{stored.headers['location']}:retry")
    assert (answer.status_code, answer.json()) == (202, {"id": stored.json()["id"], "state": "done"})
    assert client.post("/v1/articles/none:retry").status_code == 404
