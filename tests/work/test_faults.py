"""kill -9, again and again: what was answered is there afterwards, once, as if nothing had happened."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.forkserver import _forkserver
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.settings import Settings
from app.storage.engine import migrate
from app.storage.engine.database import Database
from app.storage.engine.dump import dump
from tests.api.conftest import Start, served

ROOT = Path(__file__).parents[2]
COUNTRIES = ("Norway", "Denmark", "Sweden", "Peru", "Chile", "Kenya", "Japan", "France", "Spain", "Ghana")


def articles(count: int) -> list[dict[str, Any]]:
    """Distinct articles, each with events of its own."""
    return [
        {
            "title": None,
            "text": f"{COUNTRIES[number % 10]} met {COUNTRIES[number % 7]} on Tuesday. Talks number {number} could"
            f" begin next month. {COUNTRIES[number % 3]} signed a pact on {number % 28 + 1} March 2023.",
            "published_at": f"2024-03-{number % 28 + 1:02}T10:00:00Z",
        }
        for number in range(count)
    ]


def dumped(url: str) -> list[str]:
    database = Database.open(url)
    with database.write() as connection:
        lines = list(dump(connection))
    database.close()
    return lines


def settled(client: httpx.Client, count: int) -> None:
    """Wait until all are extracted."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        pending = client.get("/v1/articles", params={"state": "pending", "limit": 1}).json()["items"]
        if not pending:
            break
        time.sleep(0.2)
    listed, url = 0, "/v1/articles?limit=200&state=done"
    while url:
        page = client.get(url)
        listed, url = listed + len(page.json()["items"]), page.links["next"]["url"] if "next" in page.links else ""
    assert listed == count


@contextmanager
def process(url: str) -> Iterator[tuple[subprocess.Popen[bytes], httpx.Client]]:
    """`dateline serve` as a process of its own, which may be killed."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"DATELINE_DATABASE": url, "DATELINE_EXAMPLES": "false", "DATELINE_WORKERS": "1"}
    command = [sys.executable, "-m", "app", "serve", "--port", str(port)]
    service = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        try:
            wait_for(client, service)
            yield service, client
        finally:
            service.kill()
            service.wait()


def wait_for(client: httpx.Client, service: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert service.poll() is None, "the service ended"
        try:
            if client.get("/healthz").status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    pytest.fail("the service did not answer")


def test_what_was_answered_before_a_kill_is_there_afterwards_once(url: str, start: Start) -> None:
    posted = articles(40)
    answered: dict[str, int] = {}
    with process(url) as (service, client), ThreadPoolExecutor(4) as threads:

        def post(number: int) -> None:
            try:
                answer = client.post("/v1/articles", json=posted[number], headers={"Prefer": "respond-async"})
            except httpx.TransportError:
                return
            if answer.status_code in (200, 201, 202):
                answered[answer.json()["id"]] = number
            if len(answered) == 25:
                service.send_signal(signal.SIGKILL)

        list(threads.map(post, range(40)))
    assert 25 <= len(answered) < 40
    after = start()
    assert {after.get(f"/v1/articles/{article}").status_code for article in answered} == {200}
    again = {after.post("/v1/articles", json=article).json()["id"] for article in posted}
    assert set(answered) <= again
    settled(after, 40)


def test_workers_killed_at_random_leave_no_trace(start: Start, url: str, tmp_path: Path) -> None:
    posted = articles(30)
    client = start(workers=2)
    for article in posted:
        assert client.post("/v1/articles", json=article, headers={"Prefer": "respond-async"}).status_code == 202
    chance = random.Random(7)
    for _ in range(20):
        time.sleep(chance.uniform(0.02, 0.2))
        for worker in chance.sample(sorted(forked()), k=min(1, len(forked()))):
            with suppress(ProcessLookupError):  # ended since it was listed
                os.kill(worker, signal.SIGKILL)
    settled(client, 30)
    disturbed = dumped(url)
    reference = undisturbed(posted, tmp_path)
    assert [line for line in disturbed if line not in reference] == [], "only after the kills"
    assert disturbed == reference


def undisturbed(posted: list[dict[str, Any]], folder: Path) -> list[str]:

    url = f"sqlite:///{folder / 'undisturbed.db'}"
    migrate.upgrade(url)
    with served(Settings(database=url, workers=1, examples=False)) as client:
        for article in posted:
            client.post("/v1/articles", json=article)
        settled(client, len(posted))
    return dumped(url)


def forked() -> set[int]:
    """Processes that our forkserver has forked: the workers of the service in this process."""

    parent = _forkserver._forkserver_pid  # type: ignore[attr-defined]  # there is no other way to it
    return {int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit() and _parent(entry) == parent}


def _parent(entry: Path) -> int | None:
    try:
        return int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, ValueError):
        return None


def test_sigterm_lets_answers_end_and_leaves_within_ten_seconds(url: str) -> None:
    with process(url) as (service, client), ThreadPoolExecutor(1) as thread:
        waiting = thread.submit(client.post, "/v1/articles", json=articles(1)[0])
        time.sleep(0.3)
        began = time.monotonic()
        service.send_signal(signal.SIGTERM)
        assert waiting.result().status_code in (201, 202)
        assert service.wait(15) == 0
        assert time.monotonic() - began < 10


def test_a_second_service_on_the_same_file_is_refused(url: str, engine: str) -> None:
    if engine != "sqlite":
        return
    with process(url):
        command = [sys.executable, "-m", "app", "serve", "--port", "1"]
        environment = os.environ | {"DATELINE_DATABASE": url}
        second = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert second.returncode == 1
    assert second.stderr.startswith("dateline: ")
    assert len(second.stderr.splitlines()) == 1
