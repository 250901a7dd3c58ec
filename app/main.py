"""Puts the service together from settings: database, writer, workers, HTTP. The clock is read here, not below."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from datetime import UTC, datetime

import structlog
from fastapi import FastAPI
from starlette.types import ASGIApp

from app.api.access import Access
from app.api.application import application
from app.api.service import Readiness, Service
from app.api.wrappers import Edge
from app.settings import Settings
from app.storage.access import Scope, create_key
from app.storage.database import Database
from app.storage.writer import open_writer
from app.work import examples, model
from app.work.dispatch import Dispatcher
from app.work.extraction import PROBE
from app.work.ingest import Ingest
from app.work.pool import ExtractionPool

# Of the ten seconds between SIGTERM and the end, what is left after the answers under way.
_DRAIN_SECONDS = 4.0
_PROBE_AGAIN_SECONDS = 1.0

log = structlog.get_logger("dateline.main")


def now() -> datetime:
    """The one look at the clock."""
    return datetime.now(UTC)  # noqa: TID251  this is the edge


def create_app(settings: Settings) -> ASGIApp:
    """The service as an ASGI application; its parts start and end with its lifespan."""
    inner = http(settings)
    return Edge(inner, local_only=lambda: inner.state.service.access.local_only)


def http(settings: Settings) -> FastAPI:
    """The FastAPI application within, which knows the document."""
    return application(
        lambda: opened(settings),
        frame_ancestors=settings.frame_ancestors,
        cors_origins=[origin.strip() for origin in settings.cors_origins.split(",") if origin.strip()],
    )


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Service]:
    """All parts, started; ended in the order in which they need each other. Raises AppError where one can't start."""
    model.require(settings.model)
    with ExitStack() as parts:
        database = Database.open(settings.database)
        parts.callback(database.close)
        writer = open_writer(database)
        parts.callback(writer.close)
        pool = ExtractionPool(model=settings.model, workers=settings.workers)
        parts.callback(pool.close)
        dispatcher = Dispatcher(writer, pool, clock=now)
        ingest = Ingest(
            database=database,
            writer=writer,
            dispatcher=dispatcher,
            pool=pool,
            clock=now,
            pending_max=settings.pending_max,
        )
        if settings.bootstrap_key:
            secret = settings.bootstrap_key.get_secret_value()
            writer.submit(
                lambda connection: create_key(connection, secret, name="bootstrap", scopes=frozenset(Scope), now=now())
            ).result()
        access = Access(database, settings.public_read, settings.rate_limit)
        access.look()
        service = Service(database, writer, dispatcher, ingest, now, access, settings.export_max)
        dispatcher.start()
        probing = asyncio.create_task(_probe(pool, service.readiness))
        try:
            if settings.examples and await asyncio.to_thread(examples.wanted, database):
                await examples.load(ingest)
            yield service
        finally:
            service.readiness.stopping = True
            probing.cancel()
            await asyncio.to_thread(dispatcher.stop, grace=_DRAIN_SECONDS)


async def _probe(pool: ExtractionPool, readiness: Readiness) -> None:
    """Have a worker extract until one can: a busy machine is late, and must not stay unready for ever."""
    while not readiness.extracted:
        try:
            await asyncio.wrap_future(pool.submit(PROBE))
            readiness.extracted = True
        except Exception as error:  # whatever extraction raised
            log.warning("no worker can extract yet", reason=str(error))
            await asyncio.sleep(_PROBE_AGAIN_SECONDS)
