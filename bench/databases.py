"""Databases to measure on: corpora that are built once and kept, and fresh ones that are dropped afterwards."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from time import perf_counter

from sqlalchemy import create_engine, text

from app.storage.engine import migrate
from app.storage.engine.database import Database, database_url
from app.storage.events.event_json import write_waiting
from bench.corpus import build

_WRITTEN = 2_000
_numbers = count()


@dataclass(frozen=True, slots=True)
class Databases:
    """SQLite files in a folder, or databases of a PostgreSQL server where there is a `url`."""

    folder: Path
    url: str | None

    def corpus(self, events: int) -> str:
        """The URL of a corpus of so many events, built where it isn't there yet, under today's schema."""
        if self.url is None:
            path = self.folder / f"corpus-{events}.db"
            if not path.exists():
                building = path.with_suffix(".building")
                building.unlink(missing_ok=True)
                _build(f"sqlite:///{building}", events)
                building.rename(path)
            return _brought_up(f"sqlite:///{path}")
        name = f"dateline_bench_{events}"
        known = self._administer("SELECT 1 FROM pg_database WHERE datname = :name", name=name)
        if not known:
            self._administer(f"CREATE DATABASE {name}_building")
            _build(self._named(f"{name}_building"), events)
            self._administer(f"ALTER DATABASE {name}_building RENAME TO {name}")
        return _brought_up(self._named(name))

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """The URL of a migrated, empty database, gone at the end of the block."""
        if self.url is None:
            with tempfile.TemporaryDirectory(dir=self.folder) as folder:
                url = f"sqlite:///{folder}/dateline.db"
                migrate.upgrade(url)
                yield url
            return
        name = f"dateline_bench_fresh_{next(_numbers)}"
        self._administer(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        self._administer(f"CREATE DATABASE {name}")
        migrate.upgrade(self._named(name))
        yield self._named(name)
        self._administer(f"DROP DATABASE {name} WITH (FORCE)")

    def _named(self, name: str) -> str:
        return database_url(self.url or "").set(database=name).render_as_string(hide_password=False)

    def _administer(self, statement: str, **values: str) -> object:
        """The first value the statement gives, if it gives rows."""
        server = create_engine(database_url(self.url or ""), isolation_level="AUTOCOMMIT")
        with server.connect() as connection:
            done = connection.execute(text(statement), values)
            found = done.scalar() if done.returns_rows else None
        server.dispose()
        return found


def _brought_up(url: str) -> str:
    """The corpus at this URL under today's schema, each event's JSON written, as the service would have done by now."""
    migrate.upgrade(url)
    database = Database.open(url)
    left = _WRITTEN
    while left:
        with database.write() as connection:
            left = write_waiting(connection, _WRITTEN)
    database.close()
    return url


def _build(url: str, events: int) -> None:
    began = perf_counter()
    build(url, events)
    print(f"built {events} events in {perf_counter() - began:.0f} s")
