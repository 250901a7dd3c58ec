"""`dateline migrate`, `backup`, `doctor`, `config`, `openapi`: for those who run the service."""

import platform
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import orjson
import typer
from pydantic import SecretStr

from app import main
from app.domain.errors import AppError
from app.settings import PREFIX, Settings, settings
from app.storage.engine import backup as copy
from app.storage.engine import migrate as migration
from app.storage.engine.database import Database, database_url
from app.work import model
from app.work.extraction import PROBE
from app.work.pool import ExtractionPool

commands = typer.Typer()


@commands.command()
def migrate() -> None:
    """Bring the database's schema up to date."""
    migration.upgrade(settings().database)
    typer.echo(f"the database is at revision {migration.head()}")


@commands.command()
def openapi() -> None:
    """Print the OpenAPI document."""
    typer.echo(orjson.dumps(main.http(Settings()).openapi(), option=orjson.OPT_INDENT_2).decode())


@commands.command()
def config(
    *, show: Annotated[bool, typer.Option("--show/--check", help="Print them, or only check them.")] = True
) -> None:
    """Print every setting as it is in force and what it is for, secrets hidden."""
    chosen = settings()
    for name, field in Settings.model_fields.items() if show else ():
        typer.echo(f"{PREFIX}{name.upper()}={_shown(getattr(chosen, name))}  # {field.description}")


@commands.command()
def backup(file: Annotated[Path, typer.Argument(help="A new file; SQLite's own format, or pg_dump's.")]) -> None:
    """Write a consistent copy of the database, while it is in use or not."""
    with _database() as database:
        try:
            copy.backup(database, file)
        except FileExistsError as error:
            raise Refused(str(error)) from error
    typer.echo(f"{file} is a copy of the database")


@commands.command()
def doctor() -> None:
    """Check what the service needs, one line each; exit code 1 where something is missing."""
    chosen, ill = settings(), 0
    for name, check in _CHECKS:
        try:
            typer.echo(f"ok       {name}: {check(chosen)}")
        except (AppError, OSError, ValueError) as error:
            ill += 1
            typer.echo(f"MISSING  {name}: {error}")
    if ill:
        raise typer.Exit(1)


def _checked_python(_: Settings) -> str:
    return f"{platform.python_implementation()} {platform.python_version()} on {platform.platform()}"


def _checked_model(chosen: Settings) -> str:
    model.require(chosen.model)
    return chosen.model


def _checked_database(chosen: Settings) -> str:
    with _database() as database, database.read() as connection:
        if not migration.migrated(connection):
            raise Refused("its schema is another version's: run `dateline migrate`")
    return f"{_shown(chosen.database)} at revision {migration.head()}"


def _checked_extraction(chosen: Settings) -> str:
    pool = ExtractionPool(model=chosen.model, workers=1)
    try:
        found = pool.submit(PROBE).result(timeout=_PATIENCE_SECONDS).reading.extraction
    finally:
        pool.close()
    return f"a worker read {len(found.mentions)} event(s) with extractor {found.extractor_version}"


_PATIENCE_SECONDS = 60
_CHECKS = (
    ("python", _checked_python),
    ("model", _checked_model),
    ("database", _checked_database),
    ("extraction", _checked_extraction),
)


class Refused(AppError):
    """What was asked for can't be done so."""


@contextmanager
def _database() -> Iterator[Database]:
    database = Database.open(settings().database)
    try:
        yield database
    finally:
        database.close()


def _shown(value: object) -> str:
    if isinstance(value, SecretStr):
        return "…"
    text = str(value)
    return database_url(text).render_as_string(hide_password=True) if "://" in text else text
