"""What handlers work with, built by main and handed in; and how they get hold of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from anyio import CapacityLimiter
from fastapi import Depends, Request

from app.api.access import Access
from app.storage.engine.database import Database
from app.storage.engine.writer import Writer
from app.work.dispatch import Dispatcher
from app.work.ingest import Ingest


@dataclass(slots=True)
class Readiness:
    """Whether a worker has extracted, and whether we are on our way out."""

    extracted: bool = False
    stopping: bool = False


@dataclass(frozen=True, slots=True)
class Service:
    """The parts behind HTTP. `clock` gives aware UTC; `pages` bounds how many are read at once, None leaves it."""

    database: Database
    writer: Writer
    dispatcher: Dispatcher
    ingest: Ingest
    access: Access
    clock: Callable[[], datetime]
    export_max: int
    readiness: Readiness
    pages: CapacityLimiter | None


async def _service(request: Request) -> Service:
    """`async`, though it awaits nothing: a thread would be fetched for it at every request."""
    service: Service = request.app.state.service
    return service


Serving = Annotated[Service, Depends(_service)]
