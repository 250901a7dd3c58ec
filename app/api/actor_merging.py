"""Actors merged and parted, named and not: what they take part in is found at once, and merged anew soon after."""

from typing import Annotated

import orjson
from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from app.actors.names import is_nameless, normal_form
from app.api import answers
from app.api.actors import ActorId
from app.api.documented import COMMON, problems
from app.api.problems import bad_parameter
from app.api.service import Serving
from app.domain.event import ActorSummary
from app.storage import read
from app.storage.actors.naming import give_alias, take_alias_back
from app.storage.stories.actor_merging import merge_actor, unmerge_actor

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


Alias = Annotated[str, Query(min_length=1, max_length=200, description="A name, in whatever case and spelling.")]


@router.post(
    "/v1/actors/{id}/aliases",
    status_code=201,
    response_model=ActorSummary,
    responses=problems(404) | {200: {"model": ActorSummary, "description": "It was found by this name already."}},
)
async def give_name(id: ActorId, serving: Serving, *, alias: Alias) -> Response:
    """Say that an actor is called so: whoever asks for the name finds the actor, at once."""
    name = _found_by(alias)
    new = await serving.ingest.written(lambda connection, now: give_alias(connection, id, name, now))
    found = await run_in_threadpool(_actor, serving, id)
    return Response(orjson.dumps(found), 201 if new else 200, media_type=answers.JSON)


@router.delete("/v1/actors/{id}/aliases", response_model=ActorSummary, responses=problems(404, 409))
async def take_name_back(request: Request, id: ActorId, serving: Serving, *, alias: Alias) -> Response:
    """Take it back. What articles call an actor stays."""
    name = _found_by(alias)
    await serving.ingest.written(lambda connection, _: take_alias_back(connection, id, name))
    return answers.read(request, await run_in_threadpool(_actor, serving, id))


def _found_by(alias: str) -> str:
    """The normal form that names are found by."""
    name = normal_form(alias)
    if is_nameless(name):
        raise bad_parameter("alias", f"{alias!r} names nobody: give a word or number that the actor is called by")
    return name


def _actor(serving: Serving, actor_id: str) -> ActorSummary:
    with serving.database.read() as connection:
        return read.actor(connection, actor_id)
