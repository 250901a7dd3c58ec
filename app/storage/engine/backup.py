"""A consistent copy of a database while it is in use."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from app.domain.errors import StorageUnavailable
from app.storage.engine.database import Database


def backup(database: Database, target: Path) -> None:
    """Writes the copy; a file that is there already is a FileExistsError, and a copy that fails leaves none.

    SQLite: a database file, used by putting it in place. PostgreSQL: an archive for pg_restore, made by pg_dump, which
    must be on PATH. Raises StorageUnavailable, saying why.
    """
    if target.exists():
        raise FileExistsError(f"{str(target)!r} exists; name a new file")
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    try:
        if database.file is not None:
            _copy(database.file, partial)
        else:
            _dump(database, partial)
        _settle(partial)
        partial.rename(target)
    finally:
        partial.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    """By SQLite's online backup, all pages in one step: in WAL mode that reads one state and stops no writer."""
    try:
        with (
            closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as live,
            closing(sqlite3.connect(target)) as copy,
        ):
            live.backup(copy, pages=-1)
            (verdict,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.OperationalError as error:
        raise StorageUnavailable(f"{str(source)!r} can't be copied: {error}") from error
    if verdict != "ok":
        raise StorageUnavailable(f"the copy of {str(source)!r} is not sound: {verdict}")


def _dump(database: Database, target: Path) -> None:
    program = shutil.which("pg_dump")
    if program is None:
        raise StorageUnavailable("pg_dump is not on PATH; on Debian: apt-get install postgresql-client")
    address = database.url.set(drivername="postgresql", password=None)
    command = [program, "--format=custom", f"--file={target}", f"--dbname={address.render_as_string()}"]
    environment = os.environ | ({"PGPASSWORD": str(database.url.password)} if database.url.password else {})
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - no shell
    if done.returncode:
        raise StorageUnavailable(f"pg_dump failed: {done.stderr.strip()}")


def _settle(path: Path) -> None:
    """Waits until the copy is on the disk and not only on its way."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
