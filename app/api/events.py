"""One event with all its mentions."""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.responses import RedirectResponse, Response

from app.api import answers
from app.api.documented import COMMON, problems
from app.api.service import Serving
from app.domain.errors import MovedTo
from app.domain.event import Event
from app.storage import read

EventId = Annotated[str, Path(description="The event's id.")]

router = APIRouter(responses=COMMON, tags=["events"])


@router.get(
    "/v1/events/{id}",
    response_model=Event,
    responses=problems(404) | {301: {"description": "It merged into the event that `Location` names."}},
)
def event(request: Request, id: EventId, serving: Serving) -> Response:
    """One event with every mention that tells of it."""
    try:
        with serving.database.read() as connection:
            found = read.event(connection, id)
    except MovedTo as moved:
        return RedirectResponse(f"/v1/events/{moved.target}", status_code=301)
    return answers.read(request, found)
