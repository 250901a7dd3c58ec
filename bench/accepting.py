"""B7: articles accepted by eight clients through the one writer, against one row a commit by the driver."""

import sqlite3
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

from app.domain.article import Article
from app.storage import migrate, write
from app.storage.database import Database
from app.storage.writer import open_writer

_NOW = datetime(2031, 5, 6, tzinfo=UTC)
_CLIENTS = 8
_ARTICLES = 400
_ROUNDS = 5
_TEXT = "The companies met on Tuesday and agreed on little. " * 100


def accepting(folder: Path) -> tuple[float, float]:
    """Articles a second: ours, and the raw driver's rows a second, both synced at each commit."""
    with tempfile.TemporaryDirectory(dir=folder) as room:
        ours, raw = [], []
        for number in range(_ROUNDS):
            ours.append(_ours(Path(room) / f"ours-{number}.db"))
            raw.append(_raw(Path(room) / f"raw-{number}.db"))
    return median(ours), median(raw)


def _ours(path: Path) -> float:
    migrate.upgrade(f"sqlite:///{path}")
    database = Database.open(f"sqlite:///{path}")
    writer = open_writer(database)

    def client(number: int) -> None:
        for index in range(_ARTICLES // _CLIENTS):
            article = Article(f"Title {number} {index}", _TEXT, _NOW, "UTC", url=f"https://n.example/{number}/{index}")
            writer.submit(lambda connection, posted=article: write.accept(connection, posted, now=_NOW)).result()

    began = perf_counter()
    with ThreadPoolExecutor(_CLIENTS) as clients:
        list(clients.map(client, range(_CLIENTS)))
    rate = _ARTICLES / (perf_counter() - began)
    writer.close()
    database.close()
    return rate


def _raw(path: Path) -> float:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in (
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",
        "CREATE TABLE articles (id TEXT, text TEXT)",
    ):
        connection.execute(statement)
    began = perf_counter()
    for number in range(_ARTICLES):
        connection.execute("INSERT INTO articles VALUES (?, ?)", (str(number), _TEXT))
    rate = _ARTICLES / (perf_counter() - began)
    connection.close()
    return rate
