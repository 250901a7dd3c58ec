"""Actors: who is known, and under which names."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from app.actors.names import normal_form
from app.api import answers
from app.api.documented import COMMON, problems
from app.api.service import Serving
from app.api.timeline_params import PAGE_DEFAULT, PAGE_MOST
from app.domain.event import ActorPage, ActorSummary, SuggestionPage
from app.storage import read
from app.work.suggestions import suggestions

ActorId = Annotated[str, Path(description="The actor's id.")]
Words = Annotated[str | None, Query(min_length=1, max_length=200, description="How a word of a name or alias begins.")]
Limit = Annotated[int, Query(ge=1, le=PAGE_MOST)]
Cursor = Annotated[str | None, Query(min_length=1, max_length=1_000)]

router = APIRouter(responses=COMMON, tags=["actors"])


@router.get("/v1/actors", response_model=ActorPage)
def actors(
    request: Request, serving: Serving, *, q: Words = None, limit: Limit = PAGE_DEFAULT, cursor: Cursor = None
) -> Response:
    """Actors by name."""
    with serving.database.read() as connection:
        page = read.actors(connection, q=normal_form(q) if q else None, limit=limit, cursor=cursor)
    return answers.read(request, page, headers=answers.next_link(request, page.next_cursor))


@router.get("/v1/actors/suggestions", response_model=SuggestionPage)
def actor_suggestions(request: Request, serving: Serving, *, cursor: Cursor = None) -> Response:
    """Actors that may be one, to be merged by `:merge`. A page looks through some hundreds and may find nothing."""
    with serving.database.read() as connection:
        page = suggestions(connection, cursor)
    return answers.read(request, page, headers=answers.next_link(request, page.next_cursor))


@router.get("/v1/actors/{id}", response_model=ActorSummary, responses=problems(404))
def actor(request: Request, id: ActorId, serving: Serving) -> Response:
    """One actor with its aliases."""
    with serving.database.read() as connection:
        found = read.actor(connection, id)
    return answers.read(request, found)
