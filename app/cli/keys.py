"""`dateline keys create | list | revoke`: short transactions beside a service that runs."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from app import main
from app.settings import settings
from app.storage import access
from app.storage.access import Scope
from app.storage.engine.database import Database

commands = typer.Typer(name="keys", help="API keys.", no_args_is_help=True)
_BYTES = 32
_PREFIX = "dl_"


@commands.command()
def create(
    *,
    name: Annotated[str, typer.Option(help="What it is for, to tell it from others.")] = "unnamed",
    scope: Annotated[list[Scope], typer.Option(help="What it may do; may be repeated.")] = [Scope.READ, Scope.WRITE],  # noqa: B006  typer reads it
) -> None:
    """Make a key and print it: this once, since only its hash is kept."""
    secret = _PREFIX + secrets.token_urlsafe(_BYTES)
    with _opened() as database, database.write() as connection:
        key = access.create_key(connection, secret, name=name, scopes=frozenset(scope), now=main.now())
    typer.echo(f"key {key.id} for {', '.join(sorted(scope))}; keep it, it is not shown again:", err=True)
    typer.echo(secret)


@commands.command(name="list")
def listed() -> None:
    """Print every key there ever was, never its secret."""
    with _opened() as database, database.read() as connection:
        for key in access.keys(connection):
            ended = f"revoked {key.revoked_at:%Y-%m-%d}" if key.revoked_at else "in force"
            typer.echo(f"{key.id}  {','.join(sorted(key.scopes)):<17}  {key.created_at:%Y-%m-%d}  {ended}  {key.name}")


@commands.command()
def revoke(id: Annotated[str, typer.Argument(help="The key's id, as `list` prints it.")]) -> None:
    """End a key; a running service knows within seconds."""
    with _opened() as database, database.write() as connection:
        access.revoke_key(connection, id, main.now())
    typer.echo(f"key {id} is revoked")


@contextmanager
def _opened() -> Iterator[Database]:
    database = Database.open(settings().database)
    try:
        yield database
    finally:
        database.close()
