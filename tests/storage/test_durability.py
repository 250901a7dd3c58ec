"""Keys, kept answers, copies under load, and the dump that tells whether two databases hold the same."""

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, text

from app.domain.errors import KeyInFlight, KeyReused, NotFound
from app.storage import access, write
from app.storage.access import Scope
from app.storage.articles import idempotency, queue
from app.storage.articles.idempotency import KEPT, LOST, Answer
from app.storage.engine import migrate
from app.storage.engine.backup import backup
from app.storage.engine.database import Database
from app.storage.engine.dump import dump
from app.storage.engine.writer import open_writer
from app.storage.tables import articles, jobs
from tests.postgresql import binaries
from tests.storage.tellings import LEASE, NOW, actor, article, identities, mention, reading, tell, when

SECRET = "dl_" + "s" * 43
BOTH = frozenset({Scope.READ, Scope.WRITE})


def test_a_key_is_found_by_its_secret_until_it_is_revoked(database: Database) -> None:
    with database.write() as connection:
        assert not access.has_keys(connection)
        made = access.create_key(connection, SECRET, name="newsroom", scopes=BOTH, now=NOW)
        assert access.create_key(connection, SECRET, name="again", scopes=frozenset(Scope), now=NOW) == made
        assert access.key_of(connection, SECRET) == made
        assert access.key_of(connection, SECRET + "x") is None
        assert access.has_keys(connection)
        access.revoke_key(connection, made.id, NOW)
        assert access.key_of(connection, SECRET) is None
        assert not access.has_keys(connection)
        assert [(key.name, key.scopes, key.revoked_at) for key in access.keys(connection)] == [("newsroom", BOTH, NOW)]
        for unknown in (made.id, "nobody"):
            with pytest.raises(NotFound):
                access.revoke_key(connection, unknown, NOW)


def test_a_secret_is_nowhere_in_the_database(database: Database) -> None:
    with database.write() as connection:
        access.create_key(connection, SECRET, name="newsroom", scopes=BOTH, now=NOW)
        assert SECRET not in repr(connection.execute(text("SELECT * FROM api_keys")).all())
        assert not any("api_keys" in line or "newsroom" in line for line in dump(connection))


def test_an_answer_is_given_again_to_the_same_request_alone(database: Database) -> None:
    answer = Answer(201, {"Location": "/v1/articles/a"}, '{"id": "a"}')
    with database.write() as connection:
        assert idempotency.begin(connection, "k", "request", now=NOW) is None
        with pytest.raises(KeyInFlight):
            idempotency.begin(connection, "k", "request", now=NOW)
        with pytest.raises(KeyReused):
            idempotency.begin(connection, "k", "another request", now=NOW)
        idempotency.finish(connection, "k", answer)
        assert idempotency.begin(connection, "k", "request", now=NOW + KEPT) == answer
        with pytest.raises(KeyReused):
            idempotency.begin(connection, "k", "another request", now=NOW)
        assert idempotency.begin(connection, "k2", "request", now=NOW) is None


def test_an_answer_is_kept_for_a_day(database: Database) -> None:
    later = NOW + KEPT + timedelta(seconds=1)
    with database.write() as connection:
        idempotency.begin(connection, "k", "request", now=NOW)
        idempotency.finish(connection, "k", Answer(200, {}, ""))
        assert idempotency.begin(connection, "k", "another request", now=later) is None
        idempotency.begin(connection, "old", "request", now=NOW)
        assert idempotency.expire(connection, later) == 1


def test_a_request_that_was_lost_or_let_go_is_made_again(database: Database) -> None:
    with database.write() as connection:
        idempotency.begin(connection, "k", "request", now=NOW)
        assert idempotency.begin(connection, "k", "request", now=NOW + LOST + timedelta(seconds=1)) is None
        with pytest.raises(KeyInFlight):
            idempotency.begin(connection, "k", "request", now=NOW + LOST + timedelta(seconds=2))
        idempotency.abandon(connection, "k")
        assert idempotency.begin(connection, "k", "request", now=NOW) is None


def test_of_many_requests_at_once_one_is_first(database: Database) -> None:
    writer = open_writer(database)
    futures = [writer.submit(lambda found: idempotency.begin(found, "k", "r", now=NOW)) for _ in range(20)]
    outcomes = [type(future.exception(20)) for future in futures]
    writer.close()
    assert sorted(outcome.__name__ for outcome in outcomes) == ["KeyInFlight"] * 19 + ["NoneType"]


@pytest.fixture
def _pg_dump(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = binaries()
    if folder is not None:
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def restored(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[Path], Database]]:
    opened: list[Database] = []

    def restore(copy: Path) -> Database:
        if engine == "sqlite":
            opened.append(Database.open(f"sqlite:///{copy}"))
        else:
            empty = request.getfixturevalue("empty_url")
            address = Database.open(empty).url.set(drivername="postgresql").render_as_string(hide_password=False)
            subprocess.run(["pg_restore", "--no-owner", "-d", address, str(copy)], check=True, capture_output=True)
            opened.append(Database.open(empty))
        return opened[0]

    yield restore
    for one in opened:
        one.close()


@pytest.mark.usefixtures("_pg_dump")
def test_a_copy_made_under_load_is_one_state_of_the_whole(
    database: Database, restored: Callable[[Path], Database], tmp_path: Path
) -> None:
    writer = open_writer(database)
    stop = threading.Event()

    def load() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            writer.submit(
                lambda found, n=number: tell(found, article(f"Text {n}."), mention(when(), actor("Port of Lisbon")))  # type: ignore[misc]  # binds each number
            ).result(10)

    loader = threading.Thread(target=load)
    loader.start()
    try:
        for _ in range(2):
            writer.submit(lambda found: write.accept(found, article("Before the copy."), now=NOW)).result(10)
        backup(database, tmp_path / "copy")
    finally:
        stop.set()
        loader.join()
        writer.close()
    with restored(tmp_path / "copy").read() as connection:
        assert migrate.migrated(connection)
        assert queue.pending(connection) == 1
        counts = [
            connection.execute(text(statement)).scalar()
            for statement in (
                "SELECT count(*) FROM mentions",
                "SELECT count(*) FROM events",
                "SELECT count(*) FROM event_actors",
                "SELECT count(*) - 1 FROM articles",
            )
        ]
        assert len(set(counts)) == 1
    with pytest.raises(FileExistsError):
        backup(database, tmp_path / "copy")
    assert not list(tmp_path.glob("*.partial"))


def test_a_copy_of_a_file_is_sound(tmp_path: Path, sqlite_template: Path) -> None:
    with closing(Database.open(f"sqlite:///{sqlite_template}")) as database:
        backup(database, tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def told(connection: Connection, *, order: int, owner: str) -> None:
    """The same three articles, accepted and stored in another order, by another worker, at another time."""
    now = NOW + timedelta(hours=order)
    for number in sorted(range(3), key=lambda number: (number * order) % 3):
        write.accept(connection, article(f"Text {number}.", url=f"https://news.example/{number}"), now=now)
    jobs = queue.claim(connection, owner=owner, limit=10, lease=LEASE, now=now)
    for job in jobs[::-1] if order > 1 else jobs:
        read_out = reading(mention(when(), actor("Port of Lisbon")), mention(when(None), at=40), of=job.article)
        assert write.store(connection, job, read_out, identities(read_out), now=now)


def test_databases_that_hold_the_same_have_the_same_dump(
    database: Database, tmp_path: Path, sqlite_template: Path
) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(sqlite_template.read_bytes())
    other = Database.open(f"sqlite:///{path}")
    with database.write() as one, other.write() as two:
        told(one, order=1, owner="one")
        told(two, order=2, owner="two")
        assert list(dump(one)) == list(dump(two))
        tell(two, article("One more."), mention())
        assert list(dump(one)) != list(dump(two))
    other.close()


_ACCEPTING = """
import os, sys
from app.storage import write
from app.storage.engine.database import Database
from app.storage.engine.writer import open_writer
from tests.storage.tellings import NOW, article
database = Database.open(sys.argv[1])
writer = open_writer(database)
def told(future):
    os.write(1, f"{future.result().id}\\n".encode())
for number in range(100_000):
    told_of = article(f"Text {number}.", url=f"https://news.example/{number}")
    future = writer.submit(lambda found, one=told_of: write.accept(found, one, now=NOW))
    future.add_done_callback(told)
    if number % 40 == 0:
        future.result()
"""


@pytest.mark.parametrize("lines", [1, 70, 200])
def test_what_was_acknowledged_is_there_after_a_kill(url: str, lines: int) -> None:
    server = subprocess.Popen([sys.executable, "-c", _ACCEPTING, url], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    acknowledged = [server.stdout.readline().strip() for _ in range(lines)]
    server.kill()
    acknowledged += [line.strip() for line in server.stdout if line.endswith("\n")]
    server.wait()
    server.stdout.close()
    database = Database.open(url)
    with database.read() as connection:
        known = [set(connection.execute(select(column)).scalars()) for column in (articles.c.id, jobs.c.article_id)]
    database.close()
    assert len(acknowledged) >= lines
    assert set(acknowledged) <= known[0] == known[1]
