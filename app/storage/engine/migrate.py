"""Bringing a database's schema up to date, and telling whether it is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from app.storage.engine.database import Database
from app.storage.engine.failure import storage_errors

# Beside the package `app`, in the repository as where it is installed.
_SCRIPTS = Path(__file__).resolve().parents[3] / "migrations"
# Several processes may start at once: on PostgreSQL one migrates and the others wait. Any number of our own will do.
_LOCK = 0x646174656C696E65 >> 1


def upgrade(url: str, revision: str = "head") -> None:
    """Migrates the database at this URL up to a revision, by default the newest."""
    _run(url, lambda config: command.upgrade(config, revision))


def downgrade(url: str, revision: str) -> None:
    """Migrates the database down to a revision (`-1`: the one before)."""
    _run(url, lambda config: command.downgrade(config, revision))


def migrated(connection: Connection) -> bool:
    """Whether the schema is the one this program was written for."""
    with storage_errors():
        return MigrationContext.configure(connection).get_current_revision() == head()


@cache
def head() -> str | None:
    """The newest revision there is a migration for."""
    return ScriptDirectory(str(_SCRIPTS)).get_current_head()


def _run(url: str, migrate: Callable[[Config], None]) -> None:
    database = Database.open(url)
    try:
        with storage_errors(), _exclusive(database.writes) as connection:
            config = Config()
            config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
            config.attributes["connection"] = connection
            migrate(config)
    finally:
        database.close()


@contextmanager
def _exclusive(engine: Engine) -> Iterator[Connection]:
    """One transaction that no other migration runs beside. SQLite's BEGIN IMMEDIATE is that already."""
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        yield connection
