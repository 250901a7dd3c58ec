"""Actors merged and parted: what they take part in is merged anew soon after."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from app.api import answers
from app.api.actors import ActorId
from app.api.documented import COMMON, problems
from app.api.service import Serving
from app.domain.event import ActorSummary
from app.storage import read
from app.storage.actor_merging import merge_actor, unmerge_actor

router = APIRouter(responses=COMMON, tags=["actors"])


@router.post("/v1/actors/{id}:merge", response_model=ActorSummary, responses=problems(404, 409))
async def merge(
    request: Request,
    id: ActorId,
    serving: Serving,
    *,
    into: Annotated[str, Query(min_length=1, max_length=200, description="The id of the actor that it is.")],
) -> Response:
    """Say that two actors are one: the answer is the one it was merged into."""
    await serving.ingest.written(lambda connection, now: merge_actor(connection, id, into, now))
    return answers.read(request, await run_in_threadpool(_actor, serving, into))


@router.post("/v1/actors/{id}:unmerge", response_model=ActorSummary, responses=problems(404, 409))
async def unmerge(request: Request, id: ActorId, serving: Serving) -> Response:
    """Take it back."""
    await serving.ingest.written(lambda connection, now: unmerge_actor(connection, id, now))
    return answers.read(request, await run_in_threadpool(_actor, serving, id))


def _actor(serving: Serving, actor_id: str) -> ActorSummary:
    with serving.database.read() as connection:
        return read.actor(connection, actor_id)
