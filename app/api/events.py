"""One event with all its mentions."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import RedirectResponse, Response

from app.api import answers
from app.api.documented import COMMON, problems
from app.api.range_params import When, moment, written
from app.api.service import Serving
from app.domain.errors import MovedTo
from app.domain.event import Event
from app.storage import read

EventId = Annotated[str, Path(description="The event's id.")]

AsOf = Annotated[When | None, Query(description="As articles published so far told it (UTC).")]

router = APIRouter(responses=COMMON, tags=["events"])


@router.get(
    "/v1/events/{id}",
    response_model=Event,
    responses=problems(404) | {301: {"description": "It merged into the event that `Location` names."}},
)
def event(request: Request, id: EventId, serving: Serving, *, as_of: AsOf = None) -> Response:
    """One event with every mention that tells of it; with `as_of`, as articles published so far told it."""
    told = written("as_of", as_of)
    try:
        with serving.database.read() as connection:
            found = read.event(connection, id, moment("as_of", told.end if told else None))
    except MovedTo as moved:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/v1/events/{moved.target}{query}", status_code=301)
    return answers.read(request, found)
