"""Puts the service together from settings: database, writer, workers, HTTP. The clock is read here, not below."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import Future
from contextlib import ExitStack, asynccontextmanager
from datetime import UTC, datetime

import structlog
from fastapi import FastAPI
from starlette.types import ASGIApp

from app.api.access import Access
from app.api.application import application
from app.api.service import Readiness, Service
from app.api.wrappers import Edge
from app.domain.article import Article
from app.settings import Settings
from app.storage.access import Scope, create_key
from app.storage.database import Database
from app.storage.writer import open_writer
from app.work import examples, model
from app.work.dispatch import Dispatcher
from app.work.extraction import Extracted
from app.work.ingest import Ingest
from app.work.pool import ExtractionPool

# Of the ten seconds between SIGTERM and the end, what is left after the answers under way.
_DRAIN_SECONDS = 4.0
_PROBE = Article(None, "Ministers met on Monday.", datetime(2024, 3, 14, 12, tzinfo=UTC), "UTC")

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
        pool.submit(_PROBE).add_done_callback(lambda done: _probed(done, service.readiness))
        try:
            if settings.examples and await asyncio.to_thread(examples.wanted, database):
                await examples.load(ingest)
            yield service
        finally:
            service.readiness.stopping = True
            await asyncio.to_thread(dispatcher.stop, grace=_DRAIN_SECONDS)


def _probed(done: "Future[Extracted]", readiness: Readiness) -> None:
    if error := done.exception():
        log.error("no worker can extract", reason=str(error))
    readiness.extracted = error is None
