"""Puts the service together from settings: database, writer, workers, HTTP. The clock is read here, not below."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog
from anyio import CapacityLimiter
from fastapi import FastAPI
from starlette.types import ASGIApp

from app.api.access import Access
from app.api.application import application
from app.api.service import Readiness, Service
from app.api.wrappers import Edge
from app.settings import Settings
from app.storage.access import Scope, create_key
from app.storage.articles import queue
from app.storage.engine.database import Database
from app.storage.engine.writer import Writer, open_writer
from app.work import examples, metrics, model
from app.work.dispatch import Dispatcher
from app.work.extraction import PROBE
from app.work.ingest import Ingest
from app.work.merger import Merger
from app.work.pool import ExtractionPool

# Of the ten seconds between SIGTERM and the end, what is left after the answers under way.
DRAIN_SECONDS = 4.0
_PROBE_AGAIN_SECONDS = 1.0
# Two to four give the most pages a second: a third more than sixteen.
_PAGES_AT_ONCE = 3
# Fifty looks a second: the hundredth that is latest is known after a few.
_LOOK_SECONDS = 0.02

log = structlog.get_logger("dateline.main")


def now() -> datetime:
    """The one look at the clock."""
    return datetime.now(UTC)  # noqa: TID251  this is the edge


def create_app(settings: Settings, readiness: Readiness | None = None) -> ASGIApp:
    """The service as an ASGI application; its parts start and end with its lifespan.

    Whoever hands in a `readiness` may tell it that the end is near.
    """
    inner = http(settings, readiness or Readiness())
    return Edge(inner, local_only=lambda: inner.state.service.access.local_only)


def http(settings: Settings, readiness: Readiness | None = None) -> FastAPI:
    """The FastAPI application within, which knows the document."""
    return application(
        lambda: opened(settings, readiness or Readiness()),
        frame_ancestors=settings.frame_ancestors,
        cors_origins=[origin.strip() for origin in settings.cors_origins.split(",") if origin.strip()],
    )


@dataclass(frozen=True, slots=True)
class Parts:
    """What accepts, extracts and stores; the dispatcher is not started."""

    database: Database
    writer: Writer
    pool: ExtractionPool
    dispatcher: Dispatcher


@contextmanager
def working(settings: Settings) -> Iterator[Parts]:
    """The parts, ended in the order in which they need each other. Raises AppError where one can't start."""
    model.require(settings.model)
    with ExitStack() as parts:
        database = Database.open(settings.database)
        parts.callback(database.close)
        writer = open_writer(database)
        parts.callback(writer.close)
        pool = ExtractionPool(model=settings.model, workers=settings.workers)
        parts.callback(pool.close)
        merger = Merger(database, writer, clock=now)
        parts.callback(merger.stop)
        merger.start()
        yield Parts(database, writer, pool, Dispatcher(writer, pool, clock=now))


@asynccontextmanager
async def opened(settings: Settings, readiness: Readiness) -> AsyncIterator[Service]:
    """The service over its parts, started and, at the end, drained."""
    with working(settings) as parts:
        _make_bootstrap_key(settings, parts.writer)
        service = _service(settings, parts, readiness)
        if parts.database.file is not None:
            parts.writer.submit(queue.take_back).result()
        parts.dispatcher.start()
        watching = [asyncio.create_task(_probe(parts.pool, readiness)), asyncio.create_task(_watch_loop())]
        try:
            if settings.examples and await asyncio.to_thread(examples.wanted, parts.database):
                await examples.load(service.ingest)
            yield service
        finally:
            readiness.stopping = True
            for task in watching:
                task.cancel()
            await asyncio.to_thread(parts.dispatcher.stop, grace=DRAIN_SECONDS)


def _service(settings: Settings, parts: Parts, readiness: Readiness) -> Service:
    access = Access(parts.database, settings.public_read, settings.rate_limit)
    access.look()
    ingest = Ingest(
        database=parts.database,
        writer=parts.writer,
        dispatcher=parts.dispatcher,
        pool=parts.pool,
        clock=now,
        pending_max=settings.pending_max,
        stopping=lambda: readiness.stopping,
    )
    # Threads that read from the embedded database take turns in Python: more of them only take longer over it.
    pages = CapacityLimiter(_PAGES_AT_ONCE) if parts.database.dialect == "sqlite" else None
    export_max = settings.export_max
    return Service(parts.database, parts.writer, parts.dispatcher, ingest, access, now, export_max, readiness, pages)


def _make_bootstrap_key(settings: Settings, writer: Writer) -> None:
    if settings.bootstrap_key:
        secret, scopes = settings.bootstrap_key.get_secret_value(), frozenset(Scope)
        writer.submit(
            lambda connection: create_key(connection, secret, name="bootstrap", scopes=scopes, now=now())
        ).result()


async def _probe(pool: ExtractionPool, readiness: Readiness) -> None:
    """Have a worker extract until one can: a busy machine is late, and must not stay unready for ever."""
    while not readiness.extracted:
        try:
            await asyncio.wrap_future(pool.submit(PROBE))
            readiness.extracted = True
        except Exception as error:  # whatever extraction raised
            log.warning("no worker can extract yet", reason=str(error))
            await asyncio.sleep(_PROBE_AGAIN_SECONDS)


async def _watch_loop() -> None:
    """Note how late the event loop wakes, again and again."""
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + _LOOK_SECONDS
        await asyncio.sleep(_LOOK_SECONDS)
        metrics.LOOP_LAG.observe(max(0.0, loop.time() - due))
