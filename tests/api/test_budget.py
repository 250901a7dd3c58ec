"""Articles that take longer than their budget."""

import time

import pytest

from app.work import pool
from tests.api.conftest import Start

_FAILS_WITHIN_SECONDS = 60


def test_an_article_past_its_budget_is_tried_once_more_and_then_failed(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = start()
    monkeypatch.setattr(pool, "budget", lambda article: 0.000_1)
    article = {"text": "The ferry sank on Monday off the coast of Norway. " * 3_000, "published_at": "2024-03-14"}
    accepted = client.post("/v1/articles", json=article, headers={"prefer": "respond-async"})
    assert accepted.status_code == 202
    until = time.monotonic() + _FAILS_WITHIN_SECONDS
    found = accepted.json()
    while found["state"] == "pending" and time.monotonic() < until:
        time.sleep(0.1)
        found = client.get(f"/v1/articles/{accepted.json()['id']}").json()
    assert (found["state"], found["error"].split(":")[0]) == ("failed", "OverBudget")
    assert client.get("/v1/articles", params={"state": "failed"}).json()["items"][0]["id"] == found["id"]
