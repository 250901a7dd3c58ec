"""The database away or full under load: 503, then on as before. Who hangs up leaves nothing half-stored."""

import json
import resource
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import psycopg
import pytest

from app.settings import Settings
from app.storage.engine import migrate
from tests.api.conftest import served
from tests.postgresql import PostgreSQL
from tests.storage.test_failure import server
from tests.work.test_faults import articles, process, settled

__all__ = ["server"]

ASYNC = {"Prefer": "respond-async"}
JSON = "application/json"
NDJSON = {"Content-Type": "application/x-ndjson"}


class Posting:
    """Posts articles one after the other and keeps what was answered."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client
        self.kept: set[str] = set()
        self.statuses: list[int] = []

    def post(self, article: dict[str, object]) -> int:
        answer = self._client.post("/v1/articles", json=article, headers=ASYNC)
        self.statuses.append(answer.status_code)
        if answer.is_success:
            self.kept.add(answer.json()["id"])
        else:
            assert answer.json()["type"] == "/problems/storage-unavailable"
            assert int(answer.headers["retry-after"]) > 0
        return answer.status_code

    def until(self, wanted: int, posts: Iterator[dict[str, object]]) -> None:
        until = time.monotonic() + 60
        while self.post(next(posts)) != wanted:
            assert time.monotonic() < until, f"never {wanted}: {self.statuses[-20:]}"
            time.sleep(0.05)


@pytest.mark.postgres
def test_a_server_that_is_stopped_under_load_is_missed_and_found_again(server: PostgreSQL) -> None:
    migrate.upgrade(server.url("postgres"))
    settings = Settings(database=server.url("postgres"), workers=1, examples=False)
    with served(settings) as client, ThreadPoolExecutor(4) as threads:
        posting = Posting(client)
        list(threads.map(posting.post, articles(20)))
        assert set(posting.statuses) == {202}
        server.stop("immediate")
        meanwhile = Posting(client)
        list(threads.map(meanwhile.post, articles(30)[20:]))
        assert set(meanwhile.statuses) == {503}
        assert client.get("/v1/timeline").status_code == 503
        assert (client.get("/healthz").status_code, client.get("/readyz").status_code) == (200, 503)
        server.start()
        posting.until(202, iter(articles(100)[30:]))
        list(threads.map(posting.post, articles(30)))
        assert all(client.get(f"/v1/articles/{article}").status_code == 200 for article in posting.kept)
        settled(client, len(posting.kept))


# What the server says when it can't make a table's file longer.
_FULL = """
CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
CREATE TRIGGER full_disk BEFORE INSERT ON articles EXECUTE FUNCTION full_disk();
CREATE TRIGGER full_disk BEFORE INSERT ON extractions EXECUTE FUNCTION full_disk();
"""


@pytest.mark.postgres
def test_a_server_whose_disk_is_full_refuses_what_comes_and_takes_it_once_there_is_room(server: PostgreSQL) -> None:
    migrate.upgrade(server.url("postgres"))
    settings = Settings(database=server.url("postgres"), workers=1, examples=False)
    owner = psycopg.connect(server.url("postgres").replace("+psycopg", ""), autocommit=True)
    with served(settings) as client, ThreadPoolExecutor(4) as threads, owner:
        posting = Posting(client)
        list(threads.map(posting.post, articles(20)))
        assert set(posting.statuses) == {202}
        owner.execute(_FULL)
        meanwhile = Posting(client)
        list(threads.map(meanwhile.post, articles(30)[20:]))
        assert set(meanwhile.statuses) == {503}
        assert client.get("/v1/timeline").status_code == 200
        owner.execute("DROP FUNCTION full_disk CASCADE")
        posting.until(202, iter(articles(100)[30:]))
        list(threads.map(posting.post, articles(30)))
        assert all(client.get(f"/v1/articles/{article}").status_code == 200 for article in posting.kept)
        settled(client, len(posting.kept))


def padded(text: str) -> Iterator[dict[str, object]]:
    """Articles as large as they come, each another."""
    for number in range(10_000):
        yield {"text": f"{text} {number}. " + "x" * 100_000, "published_at": "2024-03-14", "language": "fr"}


def test_a_disk_that_is_full_refuses_what_comes_and_takes_it_once_there_is_room(tmp_path: Path) -> None:
    path = tmp_path / "dateline.db"
    migrate.upgrade(f"sqlite:///{path}")
    with process(f"sqlite:///{path}") as (service, client):
        posting, posts = Posting(client), padded("Sommet du lundi")
        for _ in range(3):
            assert posting.post(next(posts)) == 202
        unlimited = resource.prlimit(service.pid, resource.RLIMIT_FSIZE)
        # What is written lies in the log beside the file; its size is what a full disk would leave it.
        room = path.with_name("dateline.db-wal").stat().st_size + 50_000
        resource.prlimit(service.pid, resource.RLIMIT_FSIZE, (room, unlimited[1]))
        posting.until(503, posts)
        assert client.get("/v1/articles").status_code == 200
        bulk = client.post("/v1/articles:bulk", content=b'{"text": "x' + b"y" * 100_000 + b'"}', headers=NDJSON)
        assert bulk.status_code in (200, 503)
        resource.prlimit(service.pid, resource.RLIMIT_FSIZE, unlimited)
        posting.until(202, posts)
        assert all(client.get(f"/v1/articles/{article}").status_code == 200 for article in posting.kept)
        settled(client, len(posting.kept))


def test_who_hangs_up_in_the_middle_of_a_post_leaves_nothing_half_stored(url: str) -> None:
    lines = [f'{{"text": "Report {n} is out.", "published_at": "2024-03-14"}}\n' for n in range(400)]
    with served(Settings(database=url, workers=1, examples=False)) as client:
        single = '{"text": "Norway met Denmark on Monday.", "published_at": "2024-03-14"}'
        hang_up(client, f"POST /v1/articles HTTP/1.1\r\nContent-Type: {JSON}", single, sent=len(single) // 2)
        head = f"POST /v1/articles:bulk HTTP/1.1\r\nContent-Type: {NDJSON['Content-Type']}"
        hang_up(client, head, "".join(lines), sent=len("".join(lines[:300])) + 20)
        again = client.post("/v1/articles:bulk", content="".join(lines), headers=NDJSON)
        statuses = [json.loads(line)["status"] for line in again.text.splitlines()]
        assert set(statuses) <= {200, 202}
        assert statuses == sorted(statuses), "what was committed are whole groups from the first line on"
        assert client.post("/v1/articles", content=single, headers={"Content-Type": JSON}).status_code == 201
        settled(client, 401)


def hang_up(client: httpx.Client, head: str, body: str, *, sent: int) -> None:
    """Sends so much of a body that is announced whole, and goes."""
    announced = f"{head}\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n"
    with socket.create_connection((client.base_url.host, client.base_url.port or 80)) as connection:
        connection.sendall((announced + body[:sent]).encode())
        time.sleep(0.2)
