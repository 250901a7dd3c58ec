"""`dateline worker`: extracts what others accepted, beside them, and gives back what it holds when it is stopped."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.api.inputs import ArticleIn
from app.settings import Settings
from app.storage import write
from app.storage.articles import queue
from app.storage.engine.database import Database
from app.storage.tables import jobs
from tests.api.conftest import served
from tests.storage.tellings import NOW
from tests.work.test_faults import ROOT, articles, dumped, settled, undisturbed


@pytest.fixture
def engine() -> str:
    return "postgresql"


@contextmanager
def worker(url: str) -> Iterator[subprocess.Popen[bytes]]:
    environment = os.environ | {"DATELINE_DATABASE": url, "DATELINE_WORKERS": "1"}
    command = [sys.executable, "-m", "app", "worker"]
    running = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    try:
        yield running
    finally:
        running.kill()
        running.wait()


def accepted(database: Database, count: int) -> None:
    posted = [ArticleIn.of_value(one).article() for one in articles(count)]
    with database.write() as connection:
        assert all(isinstance(one, write.Accepted) for one in write.accept_many(connection, posted, now=NOW))


def pending(database: Database) -> int:
    with database.read() as connection:
        return queue.pending(connection)


def await_pending(database: Database, most: int) -> None:
    until = time.monotonic() + 120
    while pending(database) > most:
        assert time.monotonic() < until, "the worker did not get on"
        time.sleep(0.1)


@pytest.mark.postgres
def test_a_worker_by_itself_extracts_what_waits_and_leaves_the_rest_when_it_is_stopped(database: Database) -> None:
    url = database.url.render_as_string(hide_password=False)
    accepted(database, 30)
    with worker(url) as running:
        await_pending(database, 25)
        running.send_signal(signal.SIGTERM)
        assert running.wait(20) == 0
    with database.read() as connection:
        held = connection.execute(select(func.count()).select_from(jobs).where(jobs.c.owner.is_not(None))).scalar()
    assert held == 0, "what it held was given back"
    with worker(url):
        await_pending(database, 0)


@pytest.mark.postgres
def test_a_worker_beside_a_server_leaves_what_the_server_alone_would(url: str, tmp_path: Path) -> None:
    posted = articles(30)
    with worker(url), served(Settings(database=url, workers=1, examples=False)) as client:
        for article in posted:
            assert client.post("/v1/articles", json=article, headers={"Prefer": "respond-async"}).status_code == 202
        settled(client, len(posted))
    assert dumped(url) == undisturbed(posted, tmp_path)
