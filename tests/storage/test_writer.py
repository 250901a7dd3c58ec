"""The writer: one refusal never takes others along, nothing is told before it is committed, one server to a file."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from app.domain.errors import Conflicting, StorageUnavailable
from app.storage import write
from app.storage.articles import queue
from app.storage.engine.database import Database
from app.storage.engine.lock import FileLock, refuse_network
from app.storage.engine.writer import GroupWriter, open_writer
from app.storage.write import Accepted
from tests.storage.tellings import NOW, article


def test_a_refused_unit_leaves_its_neighbours_alone(database: Database) -> None:
    def accepting(number: int, url: str) -> Callable[[Connection], Accepted]:
        return lambda connection: write.accept(connection, article(f"Text {number}.", url=url), now=NOW)

    writer = open_writer(database)
    first = writer.submit(
        lambda connection: write.accept(connection, article("Text 0.", url="https://a.example/"), now=NOW)
    )
    assert first.result(10).new
    gate = threading.Event()
    held = writer.submit(lambda _: gate.wait(10))
    futures = [
        writer.submit(accepting(number, f"https://{'a' if number % 2 else 'b' + str(number)}.example/"))
        for number in range(1, 9)
    ]
    gate.set()
    assert held.result(10)
    refused = [type(future.exception(10)) for future in futures]
    assert refused == [Conflicting, type(None)] * 4
    with database.read() as connection:
        assert queue.pending(connection) == 5
    writer.close()


def test_a_result_is_told_only_when_others_can_read_it(database: Database) -> None:
    writer = open_writer(database)
    for number in range(10):
        taken = writer.submit(lambda found, n=number: write.accept(found, article(f"Text {n}."), now=NOW)).result(10)  # type: ignore[misc]  # binds each number
        with database.read() as connection:
            assert taken.new
            assert queue.pending(connection) == number + 1
    writer.close()


def test_a_closed_writer_has_committed_all_and_takes_no_more(database: Database) -> None:
    writer = open_writer(database)
    futures = [
        writer.submit(lambda found, n=number: write.accept(found, article(f"Text {n}."), now=NOW))  # type: ignore[misc]  # binds each number
        for number in range(30)
    ]
    assert writer.alive
    writer.close()
    writer.close()
    assert not writer.alive
    assert all(future.done() and future.result().new for future in futures)
    with pytest.raises(StorageUnavailable):
        writer.submit(queue.pending)


def test_a_broken_unit_fails_alone_and_the_writer_lives_on(database: Database) -> None:
    def broken(connection: Connection) -> None:
        connection.execute(text("INSERT INTO actors VALUES ('x', 'X', 'person')"))
        raise ZeroDivisionError

    writer = open_writer(database)
    with pytest.raises(ZeroDivisionError):
        writer.submit(broken).result(10)
    assert writer.submit(lambda found: found.execute(text("SELECT count(*) FROM actors")).scalar()).result(10) == 0
    writer.close()


@pytest.fixture
def file_database(tmp_path: Path, sqlite_template: Path) -> Iterator[Database]:
    path = tmp_path / "dateline.db"
    path.write_bytes(sqlite_template.read_bytes())
    with closing(Database.open(f"sqlite:///{path}")) as database:
        yield database


def test_a_second_server_on_the_same_file_is_refused(file_database: Database, tmp_path: Path) -> None:
    writer = GroupWriter(file_database)
    again = Database.open(f"sqlite:///{tmp_path}/../{tmp_path.name}/dateline.db")
    with closing(again), pytest.raises(StorageUnavailable, match=f"process {os.getpid()}"):
        GroupWriter(again)
    program = (
        "import sys; from app.storage.engine.database import Database\n"
        "from app.storage.engine.writer import open_writer\n"
        "open_writer(Database.open(sys.argv[1]))"
    )
    command = [sys.executable, "-c", program, str(file_database.url)]
    other = subprocess.run(command, capture_output=True, text=True, check=False)
    assert other.returncode == 1
    assert "already serves" in other.stderr
    writer.close()
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_the_lock_of_a_server_that_was_killed_is_free(file_database: Database) -> None:
    program = (
        "import sys, time; from app.storage.engine.database import Database\n"
        "from app.storage.engine.writer import open_writer\n"
        "writer = open_writer(Database.open(sys.argv[1])); print('up', flush=True); time.sleep(60)"
    )
    server = subprocess.Popen([sys.executable, "-c", program, str(file_database.url)], stdout=subprocess.PIPE)
    assert server.stdout is not None
    assert server.stdout.readline() == b"up\n"
    with pytest.raises(StorageUnavailable, match=f"process {server.pid}"):
        GroupWriter(file_database)
    server.kill()
    server.wait()
    server.stdout.close()
    GroupWriter(file_database).close()


def test_tools_write_beside_the_server(file_database: Database) -> None:
    writer = GroupWriter(file_database)
    with closing(Database.open(str(file_database.url))) as tool, tool.write() as connection:
        write.accept(connection, article(), now=NOW)
    assert writer.submit(queue.pending).result(10) == 1
    writer.close()


@pytest.mark.parametrize(
    ("kind", "refused"), [("nfs4", True), ("fuse.sshfs", True), ("ext4", False), ("overlay", False), ("tmpfs", False)]
)
def test_a_network_file_system_is_refused(tmp_path: Path, kind: str, refused: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/a / ext4 rw 0 0\nserver:/x /news\\040data {kind} rw 0 0\n/dev/b /other nfs rw 0 0\n")
    database = Path("/news data/deep/dateline.db")
    if refused:
        with pytest.raises(StorageUnavailable, match=f"network file system \\({kind}\\)"):
            refuse_network(database, mounts)
    else:
        refuse_network(database, mounts)
    refuse_network(Path("/news/dateline.db"), mounts)


def test_a_lock_is_let_go(tmp_path: Path) -> None:
    lock = FileLock.take(tmp_path / "dateline.db")
    lock.release()
    FileLock.take(tmp_path / "dateline.db").release()
