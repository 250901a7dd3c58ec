"""For those who run the service: is it up, can it work, and how does it do."""

from dataclasses import dataclass

import orjson
from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from app.api import answers
from app.api.documented import COMMON
from app.api.service import Service, Serving
from app.domain.errors import StorageUnavailable
from app.storage import read
from app.storage.articles import queue
from app.storage.stories import unmerged
from app.work import metrics

router = APIRouter(tags=["operation"])
guarded = APIRouter(tags=["operation"], responses=COMMON)


@dataclass(frozen=True, slots=True)
class Health:
    status: str


@dataclass(frozen=True, slots=True)
class Ready:
    """`ready` when all the others are so; `stopping` is true from the first SIGTERM."""

    ready: bool
    migrated: bool
    writer: bool
    extracted: bool
    stopping: bool


@router.get("/healthz", response_model=Health)
async def healthz(request: Request) -> Response:
    """Whether the process answers at all."""
    return answers.read(request, Health("ok"))


@router.get("/readyz", response_model=Ready, responses={503: {"model": Ready, "description": "Not now."}})
async def readyz(serving: Serving) -> Response:
    """Whether the database is migrated, the writer runs, and a worker has extracted a probe."""
    migrated = await run_in_threadpool(_migrated, serving)
    writer = serving.writer.alive and serving.dispatcher.alive
    readiness = serving.readiness
    ready = migrated and writer and readiness.extracted and not readiness.stopping
    found = Ready(ready, migrated, writer, readiness.extracted, readiness.stopping)
    return Response(orjson.dumps(found), 200 if ready else 503, media_type=answers.JSON)


def _migrated(serving: Service) -> bool:
    try:
        with serving.database.read() as connection:
            return read.migrated(connection)
    except StorageUnavailable:
        return False


@guarded.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}})
def prometheus(serving: Serving) -> Response:
    """Metrics in Prometheus' text format."""
    with serving.database.read() as connection:
        metrics.PENDING.set(queue.pending(connection))
        oldest = queue.oldest(connection)
        dirty = unmerged.backlog(connection)
    now = serving.clock()
    metrics.LAG.set((now - oldest).total_seconds() if oldest else 0)
    metrics.MERGE_WAITING.set(dirty.tellings)
    metrics.MERGE_BLOCKS.set(dirty.blocks)
    metrics.MERGE_LAG.set((now - dirty.since).total_seconds() if dirty.since else 0)
    return Response(generate_latest(metrics.REGISTRY), media_type=CONTENT_TYPE_LATEST)
