"""API keys, scopes, rates, Idempotency-Key."""

import secrets
from concurrent.futures import ThreadPoolExecutor

import pytest
from httpx import Client, Response

from app.domain.errors import NotFound
from app.main import now
from app.storage.access import Scope, create_key, keys, revoke_key
from app.storage.engine.database import Database
from tests.api.conftest import ARTICLE, Start

BOOTSTRAP = "a-bootstrap-key-of-more-than-32-characters"
PROBLEM = "application/problem+json"


def bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


def key(url: str, *scopes: Scope) -> str:
    database, secret = Database.open(url), secrets.token_urlsafe(32)
    with database.write() as connection:
        create_key(connection, secret, name="test", scopes=frozenset(scopes), now=now())
    database.close()
    return secret


def status(answer: Response) -> tuple[int, str]:
    return answer.status_code, answer.headers["content-type"]


def test_without_a_key_only_this_machine_is_answered(client: Client) -> None:
    assert client.get("/v1/timeline", headers={"host": "localhost:8000"}).status_code == 200
    assert client.get("/v1/timeline", headers={"host": "[::1]:8000"}).status_code == 200
    for host in ("evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", ""):
        assert status(client.get("/v1/timeline", headers={"host": host})) == (421, PROBLEM), host


def test_with_a_key_nobody_is_answered_without(start: Start, url: str) -> None:
    reader, writer = key(url, Scope.READ), key(url, Scope.WRITE)
    client = start()
    assert status(client.get("/v1/timeline")) == (401, PROBLEM)
    assert client.get("/v1/timeline").headers["www-authenticate"] == "Bearer"
    assert status(client.get("/v1/timeline", headers=bearer("x" * 43))) == (401, PROBLEM)
    assert status(client.get("/v1/timeline", headers={"Authorization": f"Basic {reader}"})) == (401, PROBLEM)
    assert client.get("/v1/timeline", headers=bearer(reader)).status_code == 200
    assert client.get("/v1/timeline", headers={**bearer(reader), "host": "news.example"}).status_code == 200
    assert status(client.post("/v1/articles", json=ARTICLE, headers=bearer(reader))) == (403, PROBLEM)
    assert status(client.get("/v1/timeline", headers=bearer(writer))) == (403, PROBLEM)
    assert client.post("/v1/articles", json=ARTICLE, headers=bearer(writer)).status_code == 201
    assert client.get("/metrics").status_code == 401
    assert client.get("/healthz").status_code == 200


def test_public_reading_opens_reading_alone(start: Start, url: str) -> None:
    key(url, Scope.WRITE)
    client = start(public_read=True)
    assert client.get("/v1/timeline.csv").status_code == 200
    assert client.post("/v1/articles", json=ARTICLE).status_code == 401
    assert client.post("/v1/extract", json=ARTICLE).status_code == 401


def test_the_bootstrap_key_may_do_everything_and_is_made_once(start: Start) -> None:
    for _ in range(2):
        client = start(bootstrap_key=BOOTSTRAP)
        assert client.get("/v1/timeline").status_code == 401
        assert client.post("/v1/articles", json=ARTICLE, headers=bearer(BOOTSTRAP)).status_code in (200, 201)


def test_a_revoked_key_opens_nothing_after_a_restart(start: Start, url: str) -> None:
    secret = key(url, Scope.READ)
    key(url, Scope.READ)
    assert start().get("/v1/timeline", headers=bearer(secret)).status_code == 200
    database = Database.open(url)
    with database.write() as connection:
        with pytest.raises(NotFound):
            revoke_key(connection, "none", now())
        revoke_key(connection, keys(connection)[0].id, now())
    database.close()
    client = start()
    answers = {client.get("/v1/timeline", headers=bearer(secret)).status_code}
    assert answers == {401}


def test_a_key_that_asks_too_often_is_told_when_to_come_back(start: Start, url: str) -> None:
    mine, other = key(url, Scope.READ), key(url, Scope.READ)
    client = start(rate_limit="3/hour")
    answers = [client.get("/v1/timeline", headers=bearer(mine)) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[0].headers["ratelimit-policy"] == '"default";q=3;w=3600'
    assert answers[0].headers["ratelimit"].startswith('"default";r=2;t=')
    assert 0 < int(answers[3].headers["retry-after"]) <= 3600
    assert client.get("/v1/timeline", headers=bearer(other)).status_code == 200


def test_a_repeat_under_an_idempotency_key_gets_the_first_answer(client: Client) -> None:
    wish = {"Idempotency-Key": "one"}
    first = client.post("/v1/articles", json=ARTICLE, headers=wish)
    again = client.post("/v1/articles", json=ARTICLE, headers=wish)
    assert (first.status_code, again.status_code, again.content) == (201, 201, first.content)
    assert again.headers["idempotent-replayed"] == "true"
    assert again.headers["location"] == first.headers["location"]
    other = client.post("/v1/articles", json={**ARTICLE, "text": "Peru sued Chile."}, headers=wish)
    assert (status(other), other.json()["type"]) == ((422, PROBLEM), "/problems/key-reused")
    assert client.post("/v1/articles", json=ARTICLE).status_code == 200


def test_a_refusal_is_not_kept_under_its_idempotency_key(client: Client) -> None:
    wish = {"Idempotency-Key": "two"}
    assert client.post("/v1/articles", json={**ARTICLE, "text": ""}, headers=wish).status_code == 422
    assert client.post("/v1/articles", json=ARTICLE, headers=wish).status_code == 201


def test_twenty_at_once_make_one_article(client: Client) -> None:
    with ThreadPoolExecutor(20) as threads:
        answers = list(threads.map(lambda _: client.post("/v1/articles", json=ARTICLE), range(20)))
    assert sorted(answer.status_code for answer in answers) == [200] * 19 + [201]
    assert len({answer.content for answer in answers}) == 1
    assert len(client.get("/v1/articles").json()["items"]) == 1
