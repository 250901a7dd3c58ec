"""Articles that an older extractor read: shown what would change, and read anew with ids and persons' dates kept."""

import time
from typing import Any

import pytest
from httpx import Client, Response
from sqlalchemy import update
from typer.testing import CliRunner

from app.cli import commands
from app.extract.version import EXTRACTOR_VERSION
from app.storage.engine.database import Database
from app.storage.tables import extractions, mentions
from tests.api.conftest import ARTICLE

PATH = "/v1/articles:reextract"


@pytest.fixture
def stored(client: Client) -> Response:
    return client.post("/v1/articles", json=ARTICLE)


@pytest.fixture
def old(stored: Response, url: str) -> Response:
    """The article as if an older extractor had read it, and dated the signing otherwise."""
    database = Database.open(url)
    try:
        with database.write() as connection:
            connection.execute(update(extractions).values(extractor_version="2020.1"))
            (told,) = (one for one in stored.json()["mentions"] if one["trigger"]["lemma"] == "sign")
            wrong = {"edtf": "2024-03-11", "interval_start": 0, "interval_end": 1440}
            at = told["trigger"]["start"]
            connection.execute(update(mentions).where(mentions.c.trigger_start == at).values(**wrong))
    finally:
        database.close()
    return stored


def events(client: Client) -> dict[str, str]:
    return {one["id"]: one["edtf"] for one in client.get("/v1/timeline").json()["items"]}


def version(client: Client, stored: Response, *, within: float = 60) -> str:
    """That of the article's extraction, once it has one."""
    until = time.monotonic() + within
    while (found := client.get(stored.headers["location"]).json())["state"] == "pending":
        assert time.monotonic() < until
        time.sleep(0.05)
    told: str = found["extractor_version"]
    return told


def test_what_is_up_to_date_is_left_alone(client: Client, stored: Response) -> None:
    assert client.get(PATH).json() == {"items": [], "looked_at": 0, "next_after": None}
    assert client.post(PATH).json() == {"extractor_version": EXTRACTOR_VERSION, "queued": 0, "left": 0}
    assert version(client, stored) == EXTRACTOR_VERSION
    assert client.get(PATH, params={"after": stored.json()["id"]}).json()["looked_at"] == 0
    refused = client.get(PATH, params={"after": "zzz"})
    assert (refused.status_code, [one["parameter"] for one in refused.json()["errors"]]) == (400, ["after"])


def test_what_would_change_is_shown_and_nothing_stored(client: Client, old: Response) -> None:
    page = client.get(PATH).json()
    (item,) = page["items"]
    moved: list[dict[str, Any]] = item["difference"]["moved"]
    assert (item["id"], item["extractor_version"], page["looked_at"]) == (old.json()["id"], "2020.1", 1)
    assert [(one["trigger"]["text"], one["before"]["edtf"], one["after"]["edtf"]) for one in moved] == [
        ("signed", "2024-03-11", "2024-03-12")
    ]
    assert version(client, old) == "2020.1"


def test_articles_are_read_anew_with_ids_and_persons_dates_kept(client: Client, old: Response) -> None:
    before = events(client)
    (signing,) = (one for one, edtf in before.items() if edtf == "2024-03-12")
    word = {"start": "2024-03-13", "end": "2024-03-13", "note": "the protocol says so"}
    assert client.patch(f"/v1/events/{signing}", json=word).status_code == 200
    assert client.post(PATH).json() == {"extractor_version": EXTRACTOR_VERSION, "queued": 1, "left": 0}
    assert version(client, old) == EXTRACTOR_VERSION
    assert events(client) == before | {signing: "2024-03-13"}
    assert client.get(old.headers["location"]).json()["revision"] == 1


def test_only_those_published_since_then(client: Client, old: Response) -> None:
    assert client.post(PATH, params={"since": "2024-04"}).json()["queued"] == 0
    assert client.get(PATH, params={"since": "2024-04"}).json()["looked_at"] == 0
    assert client.post(PATH, params={"since": "2024-03-14"}).json()["queued"] == 1
    assert client.post(PATH, params={"since": "soon"}).status_code == 400
    assert version(client, old) == EXTRACTOR_VERSION


def test_the_command_shows_and_queues(client: Client, old: Response) -> None:
    asked = ["reextract", "--server", str(client.base_url)]
    shown = CliRunner().invoke(commands, [*asked, "--diff"]).output
    assert "~ signed: 2024-03-11 → 2024-03-12" in shown
    assert "1 of 1 articles would change" in shown
    assert (
        f"1 articles queued to be read by extractor {EXTRACTOR_VERSION}" in CliRunner().invoke(commands, asked).output
    )
    assert version(client, old) == EXTRACTOR_VERSION
