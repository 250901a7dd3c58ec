"""`dateline migrate`, `doctor`, `config`, `openapi`: for those who run the service."""

from typing import Annotated

import orjson
import typer
from pydantic import SecretStr

from app import main
from app.settings import PREFIX, Settings, settings
from app.storage import migrate as migration
from app.storage.database import database_url

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


def _shown(value: object) -> str:
    if isinstance(value, SecretStr):
        return "…"
    text = str(value)
    return database_url(text).render_as_string(hide_password=True) if "://" in text else text
