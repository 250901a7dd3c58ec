"""What a hanging or dying process costs: its own article, and no other."""

import os
import resource
import signal
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.article import Article
from app.settings import Settings
from app.work.pool import ExtractionPool, OverBudget, WorkerLost, budget
from tests.work.processes import workers_of


def article(text: str = "Ministers met on Monday.") -> Article:
    return Article(None, text, datetime(2024, 3, 14, 12, tzinfo=UTC), "UTC")


LONG = article("Ministers of Norway met ministers of Denmark on Monday. " * 3_000)


@pytest.fixture(scope="module")
def pool() -> Iterator[ExtractionPool]:
    opened = ExtractionPool(model=Settings().model, workers=1)
    yield opened
    opened.close()


def test_the_budget_grows_with_the_text_up_to_two_minutes() -> None:
    short, long = budget(article()), budget(article("x" * 100_000))
    assert 5.0 <= short < long < 120.0
    assert budget(article("x" * 10_000_000)) == 120.0


def test_a_hanging_worker_fails_its_article_within_the_budget_and_no_other(
    pool: ExtractionPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pool.submit(article()).result(60).reading.extraction.mentions
    monkeypatch.setattr("app.work.pool._BUDGET_BASE", 1.0)
    monkeypatch.setattr("app.work.pool._BUDGET_PER_CHARACTER", 0.0)
    hanging = pool.submit(LONG)
    time.sleep(0.3)
    for worker in workers_of(pool):
        os.kill(worker, signal.SIGSTOP)
    began = time.monotonic()
    with pytest.raises(OverBudget, match="longer than the article's 1 seconds"):
        hanging.result(30)
    assert time.monotonic() - began < 10
    monkeypatch.undo()
    assert pool.submit(article()).result(60).reading.extraction.mentions


def test_an_article_that_takes_more_memory_than_there_is_fails_alone(pool: ExtractionPool) -> None:
    assert pool.submit(article()).result(60).reading.extraction.mentions
    (worker,) = workers_of(pool)
    allowed = resource.prlimit(worker, resource.RLIMIT_DATA)
    resource.prlimit(worker, resource.RLIMIT_DATA, (_data(worker) + 10_000_000, allowed[1]))
    bomb, beside = pool.submit(LONG), pool.submit(article())
    with pytest.raises((WorkerLost, MemoryError)):
        bomb.result(60)
    assert beside.result(60).reading.extraction.mentions
    if worker in workers_of(pool):
        resource.prlimit(worker, resource.RLIMIT_DATA, allowed)
    assert pool.submit(article()).result(60).reading.extraction.mentions


def _data(process: int) -> int:
    """Bytes of a process that count against RLIMIT_DATA."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("VmData"))


def test_a_worker_is_replaced_after_so_many_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.work.pool._ARTICLES", 2)
    pool = ExtractionPool(model=Settings().model, workers=1)
    readings = [pool.submit(article(f"Ministers met on {day}.")) for day in ("Monday", "Tuesday", "Friday") * 2]
    seen = {worker for each in readings if each.result(60).reading.extraction.mentions for worker in workers_of(pool)}
    pool.close()
    assert len(seen) > 1


def test_a_killed_worker_loses_its_article_alone(pool: ExtractionPool) -> None:
    running, waiting = pool.submit(LONG), pool.submit(article())
    time.sleep(0.5)
    for worker in workers_of(pool):
        os.kill(worker, signal.SIGKILL)
    with pytest.raises(WorkerLost):
        running.result(60)
    assert waiting.result(60).reading.extraction.mentions
