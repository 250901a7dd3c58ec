"""Texts made to hurt: read or refused within their budget, and those posted beside them don't notice."""

import time

import httpx
import pytest

from tests.api.conftest import ARTICLE

DATES = [f"{number % 28 + 1} March {1990 + number % 40}" for number in range(10_000)]
HOSTILE = {
    "digits": "1 " * 499_000,
    "one number": "1234567890" * 99_000,
    "one word": "a" * 990_000,
    "brackets": "(" * 490_000 + ")" * 490_000,
    "quotes": '"\u201c' * 240_000,
    "combining": "e\u0301" * 300_000,
    "letters": "a\n" * 490_000,
    "hyphens": "a-" * 490_000,
    "dates": ", ".join(DATES),
    "dated sentences": " ".join(f"Norway met Denmark on {date}." for date in DATES),
}
_PATIENCE = 600.0


@pytest.fixture
def engine() -> str:
    return "sqlite"


def test_a_text_made_to_hurt_ends_within_its_budget_and_hurts_no_other(client: httpx.Client) -> None:
    posted = {}
    for name, text in HOSTILE.items():
        article = {"text": text, "published_at": "2024-03-14", "language": "en"}
        answer = client.post("/v1/articles", json=article, headers={"Prefer": "respond-async"})
        assert answer.status_code == 202, name
        posted[name] = answer.json()["id"]
    assert client.post("/v1/articles", json=ARTICLE, headers={"Prefer": "wait=50"}).status_code in (201, 202)
    until = time.monotonic() + _PATIENCE
    ends = {name: ended(client, article, until) for name, article in posted.items()}
    assert all(end in ("done", "failed: OverBudget") for end in ends.values()), ends
    assert client.post("/v1/articles", json=ARTICLE, headers={"Prefer": "wait=50"}).status_code == 200
    assert client.get("/readyz").status_code == 200


def ended(client: httpx.Client, article: str, until: float) -> str:
    """The state an article comes to, with the sort of error."""
    while time.monotonic() < until:
        found = client.get(f"/v1/articles/{article}").json()
        if found["state"] != "pending":
            return f"failed: {found['error'].split(':')[0]}" if found["state"] == "failed" else str(found["state"])
        time.sleep(0.2)
    return "pending"
