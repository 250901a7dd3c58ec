"""`dateline serve`."""

import ipaddress
import socket
from typing import Annotated

import typer
import uvicorn

from app import main
from app.api.service import Readiness
from app.cli.logs import configure
from app.cli.server import Server, welcome
from app.domain.errors import AppError
from app.settings import Settings, settings
from app.storage.access import has_keys
from app.storage.engine import migrate
from app.storage.engine.database import Database, database_url
from app.storage.engine.writer import open_writer
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
    require_free(chosen)
    if database_url(chosen.database).get_backend_name() == "sqlite":
        migrate.upgrade(chosen.database)
    keyed = require_keys(chosen)
    listener = bound(chosen.host, chosen.port)
    configure()
    readiness = Readiness()
    config = uvicorn.Config(
        main.create_app(chosen, readiness),
        host=chosen.host,
        port=chosen.port,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACEFUL_SECONDS,
    )
    server = Server(config, draining=lambda: _drain(readiness), welcome=welcome(chosen.host, chosen.port, keyed=keyed))
    server.run([listener])
    if not server.started:
        raise typer.Exit(1)


def _drain(readiness: Readiness) -> None:
    readiness.stopping = True


def require_free(chosen: Settings) -> None:
    """Raises StorageUnavailable where another server holds the file: said here in a line, later it is a traceback."""
    database = Database.open(chosen.database)
    try:
        if database.file is not None:
            open_writer(database).close()
    finally:
        database.close()


def require_keys(chosen: Settings) -> bool:
    """Whether there are keys. Raises NotAlone where others could reach a service without any, and MigrationNeeded."""
    database = Database.open(chosen.database)
    try:
        with database.read() as connection:
            if not migrate.migrated(connection):
                raise MigrationNeeded("the database's schema is not this version's: run `dateline migrate`")
            keyed = has_keys(connection) or chosen.bootstrap_key is not None
    finally:
        database.close()
    if not (keyed or is_loopback(chosen.host)):
        raise NotAlone(
            f"refusing to listen on {chosen.host!r} without an API key: make one with `dateline keys create`, set"
            " DATELINE_BOOTSTRAP_KEY, or listen on 127.0.0.1"
        )
    return keyed


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
