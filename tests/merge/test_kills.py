"""Workers that are killed while they store and merge leave what an undisturbed one leaves, to the byte."""

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from app.storage import write
from app.storage.engine.database import Database
from app.storage.engine.dump import dump
from app.storage.stories import unmerged
from tests.merge.harbour import ARTICLES
from tests.storage.tellings import NOW

_TREE = Path(__file__).parents[2]
# Rounds in which workers are killed; an article that was claimed five times in vain would be given up.
_KILLS = 3


@contextmanager
def _working(url: str, number: int, beside: int = 1) -> Iterator[list[subprocess.Popen[str]]]:
    """Workers beside each other, once all of them are at work."""
    arguments = [sys.executable, "-m", "tests.merge.harbour", url, str(number)]
    with ExitStack() as stack:
        workers = [
            stack.enter_context(subprocess.Popen(arguments, cwd=_TREE, stdout=subprocess.PIPE, text=True))
            for _ in range(beside)
        ]
        for one in workers:
            assert one.stdout is not None
            assert one.stdout.readline() == "ready\n"
        yield workers


def _posted(url: str, articles: list[int]) -> None:
    database = Database.open(url)
    try:
        with database.write() as connection:
            for at in articles:
                write.accept(connection, ARTICLES[at], now=NOW)
    finally:
        database.close()


def _settled(url: str) -> list[str]:
    database = Database.open(url)
    try:
        with database.write() as connection:  # a dump takes a transaction
            assert unmerged.backlog(connection).tellings == 0
            return list(dump(connection))
    finally:
        database.close()


@pytest.fixture
def undisturbed(tmp_path: Path, sqlite_template: Path) -> list[str]:
    """What one worker leaves that takes the articles in their order, in an embedded database."""
    calm = f"sqlite:///{tmp_path / 'calm.db'}"
    shutil.copy(sqlite_template, tmp_path / "calm.db")
    _posted(calm, list(range(len(ARTICLES))))
    with _working(calm, 0) as (worker,):
        assert worker.wait(60) == 0
    return _settled(calm)


def test_killed_and_concurrent_workers_leave_what_one_leaves(engine: str, url: str, undisturbed: list[str]) -> None:
    chance = random.Random(20)
    order = list(range(len(ARTICLES)))
    chance.shuffle(order)
    _posted(url, order)
    beside = 3 if engine == "postgresql" else 1
    for number in range(_KILLS):
        with _working(url, number, beside) as workers:
            time.sleep(chance.uniform(0.02, 0.15))
            for one in workers:
                one.kill()
    with _working(url, _KILLS, beside) as workers:
        assert [one.wait(120) for one in workers] == [0] * beside
    assert _settled(url) == undisturbed
