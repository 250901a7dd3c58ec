"""`dateline serve` and `dateline worker`."""

import ipaddress
import socket
from typing import Annotated

import typer
import uvicorn

from app import main
from app.cli.logs import configure
from app.domain.errors import AppError
from app.settings import Settings, settings
from app.storage import migrate
from app.storage.access import has_keys
from app.storage.database import Database, database_url
from app.storage.writer import open_writer
from app.work import model

commands = typer.Typer()

# uvicorn gives open answers this long to end after SIGTERM.
_GRACEFUL_SECONDS = 5


class NotAlone(AppError):
    """The service would be open to others and has no key to tell them apart."""


class MigrationNeeded(AppError):
    """The database's schema is another version's."""


class AddressTaken(AppError):
    """The address can't be listened on."""


@commands.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; DATELINE_HOST otherwise.")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Port; DATELINE_PORT otherwise.")] = None,
) -> None:
    """Bring an embedded database up to date, load the examples into a new one, and serve until stopped."""
    given = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    chosen = settings().model_copy(update=given)
    model.require(chosen.model)
    if database_url(chosen.database).get_backend_name() == "sqlite":
        migrate.upgrade(chosen.database)
    require_alone(chosen)
    listener = bound(chosen.host, chosen.port)
    configure()
    config = uvicorn.Config(
        main.create_app(chosen),
        host=chosen.host,
        port=chosen.port,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACEFUL_SECONDS,
    )
    Server(config).run([listener])


class Server(uvicorn.Server):
    """uvicorn, which says what to open once it listens."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            typer.echo(welcome(f"http://{_shown(self.config.host)}:{self.config.port}"))


def welcome(address: str) -> str:
    """What to open, and two lines to try."""
    return f"""
  Dateline serves on {address}

  Open   {address}/        timelines of what is stored
         {address}/docs    the HTTP interface

  Post an article:
    curl -s {address}/v1/articles -H 'content-type: application/json' \\
      -d '{{"published_at": "2024-03-14T17:20:00+01:00", "text": "Norway and Denmark signed a pact on Tuesday."}}'

  Read a timeline:
    curl -s '{address}/v1/timeline?actor=Norway&from=2024-03&to=2024-04'

  Stop with Ctrl-C.
"""


def require_alone(chosen: Settings) -> None:
    """Raises NotAlone where others could reach a service without keys, MigrationNeeded where it has no tables.

    And StorageUnavailable where another server holds the file: said here in a line, later it would be a traceback.
    """
    database = Database.open(chosen.database)
    try:
        with database.read() as connection:
            if not migrate.migrated(connection):
                raise MigrationNeeded("the database's schema is not this version's: run `dateline migrate`")
            keyed = has_keys(connection)
        if database.dialect == "sqlite":
            open_writer(database).close()
    finally:
        database.close()
    if not (keyed or chosen.bootstrap_key or is_loopback(chosen.host)):
        raise NotAlone(
            f"refusing to listen on {chosen.host!r} without an API key: make one with `dateline keys create`, set"
            " DATELINE_BOOTSTRAP_KEY, or listen on 127.0.0.1"
        )


def bound(host: str, port: int) -> socket.socket:
    """A socket of this address that doesn't listen yet. Raises AddressTaken."""
    listener: socket.socket | None = None
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        if listener:
            listener.close()
        raise AddressTaken(
            f"can't listen on port {port} of {host!r} ({error.strerror}): choose another, as in `make run PORT=8001`"
            " or `dateline serve --port 8001`"
        ) from error
    return listener


def is_loopback(host: str) -> bool:
    """Whether an address is reached from this machine alone. Names other than localhost are not looked up."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
