"""A person's word on when an event was, the history of its times, and what became of events."""

from typing import Annotated

import orjson
from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from app.api import answers
from app.api.body import JSON, require_media_type, require_no_coding, whole
from app.api.checked import checked
from app.api.documented import COMMON, problems
from app.api.events import EventId
from app.api.inputs import Text
from app.api.json_value import Flaw, Refused, json_value
from app.api.service import Serving
from app.api.when import unit
from app.domain import civil, edtf
from app.domain.errors import MovedTo
from app.domain.event import Event
from app.domain.interval import Bound, Granularity, Interval
from app.storage import read
from app.storage.events.changes import ChangePage, changes_page
from app.storage.events.history import History, history
from app.storage.stories.overriding import NewTime
from app.work import merging

NOTE_LIMIT = 2_000
_BODY_LIMIT = 32_000
_MOST = 1_000
_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            JSON[0]: {
                "schema": {
                    "type": "object",
                    "required": ["start", "end", "note"],
                    "additionalProperties": False,
                    "properties": {
                        "start": {"type": "string", "description": "First year, month, day or minute."},
                        "end": {"type": "string", "description": "Last year, month, day or minute, included."},
                        "bound": {
                            "type": ["string", "null"],
                            "enum": [*Bound, None],
                            "description": "What it does with these: `since` 2024 is open at its end, `not_after` June "
                            "at its start. None or null: it lies within them.",
                        },
                        "note": {"type": "string", "minLength": 1, "maxLength": NOTE_LIMIT},
                    },
                }
            }
        },
    }
}

router = APIRouter(responses=COMMON, tags=["events"])


class _Word(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    start: Annotated[str, Field(max_length=40)]
    end: Annotated[str, Field(max_length=40)]
    note: Annotated[Text, Field(max_length=NOTE_LIMIT)]
    bound: Annotated[Bound | None, Field(strict=False)] = None


@router.patch("/v1/events/{id}", response_model=Event, responses=problems(404, 410, 413, 415, 422), openapi_extra=_BODY)
async def patch_event(request: Request, id: EventId, serving: Serving) -> Response:
    """Say when an event was, from the first to the last unit named, and why. It outlives corrections and merging.

    How sure it is can't be set: that is what the latest article tells.
    """
    require_media_type(request, JSON)
    require_no_coding(request)
    word = checked(_Word, json_value(await whole(request, _BODY_LIMIT)), "a correction")
    first, last, granularity = _interval(word)
    label = edtf.label(Interval.of_minutes(first, last, granularity), granularity, word.bound)
    by = getattr(request.state, "caller", "this machine")
    home = await serving.ingest.written(
        lambda connection, now: merging.override(
            connection, id, NewTime(first, last, word.bound, granularity, label, word.note, by, now)
        )
    )
    return Response(orjson.dumps(await run_in_threadpool(_event, serving, home)), media_type=answers.JSON)


@router.delete("/v1/events/{id}/override", response_model=Event, responses=problems(404, 410))
async def withdraw_override(request: Request, id: EventId, serving: Serving) -> Response:
    """Take back the latest time that a person gave the event. The history keeps it, and who took it back."""
    by = getattr(request.state, "caller", "this machine")
    home = await serving.ingest.written(lambda connection, now: merging.withdraw(connection, id, by=by, now=now))
    return Response(orjson.dumps(await run_in_threadpool(_event, serving, home)), media_type=answers.JSON)


def _event(serving: Serving, event_id: str) -> Event:
    with serving.database.read() as connection:
        return read.event(connection, event_id)


def _interval(word: _Word) -> tuple[int, int, Granularity]:
    """Civil minutes [first, last), in the unit that is written; a range has that of its finer end."""
    units = {}
    for name, text in (("start", word.start), ("end", word.end)):
        try:
            units[name] = unit(text)
        except ValueError as error:
            raise Refused((Flaw(f"/{name}", str(error), "date"),)) from error
    first, last = units["start"].start, units["end"].end
    if last <= units["start"].start or units["end"].start < units["start"].start:
        raise Refused((Flaw("/end", f"{word.end!r} lies before {word.start!r}: the end comes last", "reversed"),))
    if last > civil.minutes("9999-12-31"):
        raise Refused((Flaw("/end", "nothing ends past 9999-12-30", "date"),))
    return first, last, max(_granularity(word.start), _granularity(word.end), key=lambda one: one.fineness)


def _granularity(text: str) -> Granularity:
    if "T" in text:
        return Granularity.MINUTE
    return (Granularity.YEAR, Granularity.MONTH, Granularity.DAY)[min(2, text.removeprefix("-").count("-"))]


@router.get(
    "/v1/events/{id}/history",
    response_model=History,
    responses=problems(404, 410) | {301: {"description": "It merged into the event that `Location` names."}},
)
def event_history(request: Request, id: EventId, serving: Serving) -> Response:
    """Every time the event was given: by which article, when published, or by whom."""
    try:
        with serving.database.read() as connection:
            found = history(connection, id)
    except MovedTo as moved:
        return RedirectResponse(f"/v1/events/{moved.target}/history", status_code=301)
    return answers.read(request, found)


@router.get("/v1/changes", response_model=ChangePage)
def changes(
    request: Request,
    serving: Serving,
    *,
    after: Annotated[int, Query(ge=0, le=1 << 62, description="`next_after` of the page before; 0 begins.")] = 0,
    limit: Annotated[int, Query(ge=1, le=_MOST)] = 200,
) -> Response:
    """What became of events, in order, for those who keep a copy."""
    with serving.database.read() as connection:
        page = changes_page(connection, after=after, limit=limit)
    return answers.read(request, page)
