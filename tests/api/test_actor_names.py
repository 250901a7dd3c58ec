"""Names that people give to actors, and actors that may be one."""

from typing import Any

import httpx

from tests.api.conftest import ARTICLE


def actor(client: httpx.Client, name: str) -> dict[str, Any]:  # whatever JSON holds
    (found,) = client.get("/v1/actors", params={"q": name}).json()["items"]
    return dict(found)


def found_by(client: httpx.Client, name: str) -> list[str]:
    answer = client.get("/v1/timeline", params={"actor": name}).json()
    return [one["name"] for one in answer["actors"]]


def test_an_actor_is_found_by_a_name_that_was_given_to_it_until_it_is_taken_back(client: httpx.Client) -> None:
    client.post("/v1/articles", json=ARTICLE)
    norway = actor(client, "norway")
    aliases = f"/v1/actors/{norway['id']}/aliases"
    assert found_by(client, "the Fjord Realm") == []
    given = client.post(aliases, params={"alias": "The Fjord Realm"})
    assert given.status_code == 201
    assert given.json()["aliases"] == sorted([*norway["aliases"], "fjord realm"])
    assert client.post(aliases, params={"alias": "fjord realm"}).status_code == 200
    assert found_by(client, "the Fjord Realm") == ["Norway"]
    assert actor(client, "fjord")["id"] == norway["id"]
    assert client.delete(aliases, params={"alias": "Fjord Realm"}).json() == norway
    assert found_by(client, "the Fjord Realm") == []


def test_a_name_that_articles_use_can_not_be_taken_back(client: httpx.Client) -> None:
    client.post("/v1/articles", json=ARTICLE)
    aliases = f"/v1/actors/{actor(client, 'norway')['id']}/aliases"
    assert client.post(aliases, params={"alias": "Norway"}).status_code == 200
    refused = client.delete(aliases, params={"alias": "Norway"})
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/not-possible")
    assert client.delete(aliases, params={"alias": "Atlantis"}).status_code == 404
    assert client.post("/v1/actors/nobody/aliases", params={"alias": "Norway"}).status_code == 404
    for nothing in ("–", "The", "of the", "%ff"):
        assert client.post(f"{aliases}?alias={nothing}").status_code == 400
    assert found_by(client, "Norway") == ["Norway"]


def test_a_name_may_be_given_to_several_and_follows_a_merge(client: httpx.Client) -> None:
    client.post("/v1/articles", json=ARTICLE)
    norway, denmark = actor(client, "norway"), actor(client, "denmark")
    for one in (norway, denmark):
        assert client.post(f"/v1/actors/{one['id']}/aliases", params={"alias": "the Twins"}).status_code == 201
    assert found_by(client, "the Twins") == ["Denmark", "Norway"]
    assert client.post(f"/v1/actors/{denmark['id']}:merge", params={"into": norway["id"]}).status_code == 200
    assert found_by(client, "the Twins") == ["Norway"]


def test_a_name_given_to_an_actor_is_one_of_whatever_it_is_merged_into(client: httpx.Client) -> None:
    client.post("/v1/articles", json=ARTICLE)
    norway, denmark = actor(client, "norway"), actor(client, "denmark")
    by_root, by_leaf = (f"/v1/actors/{one['id']}/aliases" for one in (norway, denmark))
    assert client.post(f"/v1/actors/{denmark['id']}:merge", params={"into": norway["id"]}).status_code == 200
    assert client.post(by_leaf, params={"alias": "the Belt Realm"}).status_code == 201
    assert client.post(by_root, params={"alias": "the Belt Realm"}).status_code == 200
    assert client.post(by_root, params={"alias": "Denmark"}).status_code == 200
    assert client.delete(by_root, params={"alias": "Denmark"}).status_code == 409
    assert "belt realm" not in client.delete(by_root, params={"alias": "the Belt Realm"}).json()["aliases"]
    assert client.delete(by_leaf, params={"alias": "the Belt Realm"}).status_code == 404


def test_near_names_are_suggested_once_with_how_near_they_are(client: httpx.Client) -> None:
    for number, name in enumerate(("Gregor Havelka", "Greggor Havelka", "Anna Havelka", "Gregor Tomasek")):
        text = f"{name} resigned on Tuesday. {name} had led the harbour board of Aarhus since 2019."
        posted = {"text": text, "published_at": f"2024-03-1{number}T10:00:00Z"}
        assert client.post("/v1/articles", json=posted).status_code == 201
    page = client.get("/v1/actors/suggestions").json()
    (found,) = page["items"]
    assert (found["actor"]["name"], found["other"]["name"], found["score"]) == (
        "Greggor Havelka",
        "Gregor Havelka",
        0.857,
    )
    assert page["next_cursor"] is None
    assert client.post(f"/v1/actors/{found['actor']['id']}:merge", params={"into": found["other"]["id"]}).is_success
    assert client.get("/v1/actors/suggestions").json()["items"] == []
