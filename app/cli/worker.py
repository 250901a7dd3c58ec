"""`dateline worker`: extracts what others accept, from a PostgreSQL database, on any machine."""

import signal
from threading import Event

import typer

from app import main
from app.cli.logs import configure
from app.domain.errors import AppError
from app.settings import settings
from app.storage.engine.database import database_url

commands = typer.Typer()


class NeedsServer(AppError):
    """A worker beside the service needs a database that several processes may write to."""


@commands.command()
def worker() -> None:
    """Extract articles that wait in the database, until stopped."""
    chosen = settings()
    if database_url(chosen.database).get_backend_name() == "sqlite":
        raise NeedsServer(
            "SQLite has one writing process, which is `dateline serve`; set DATELINE_DATABASE to a PostgreSQL URL, or"
            " give `serve` more processes with DATELINE_WORKERS"
        )
    configure()
    stopped = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    with main.working(chosen) as parts:
        parts.dispatcher.start()
        stopped.wait()
        parts.dispatcher.stop(grace=main.DRAIN_SECONDS)
