"""The pages' own router beside canned answers of the API, so that the pages can be tried by themselves."""

from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse

from app.api.pages import pages
from tests.web.samples import timeline

_PAGE = 12
_SHORT_PAGE = 6


def app() -> FastAPI:
    service = FastAPI()
    service.include_router(pages())

    @service.get("/v1/timeline")
    async def events(request: Request) -> Response:
        query = request.query_params
        if query.get("q") == "broken":
            problem = {"title": "Bad query", "detail": "`q` must not be 'broken'", "status": 400}
            return JSONResponse(problem, 400, media_type="application/problem+json")
        asked = query.getlist("actor")
        sure = query.getlist("factuality")
        found = [event for event in timeline() if _has(event, asked) and (not sure or event["factuality"] in sure)]
        size = _SHORT_PAGE if query.get("q") == "paged" else _PAGE
        first = int(query.get("cursor", "0"))
        more = str(first + size) if first + size < len(found) else None
        unknown = [name for name in asked if not any(_has(event, [name]) for event in timeline())]
        return JSONResponse(
            {"items": found[first : first + size], "next_cursor": more, "actors": [], "unresolved_actors": unknown}
        )

    @service.get("/v1/actors")
    async def actors(q: str = "") -> Response:
        names = {actor["name"]: actor for event in timeline() for actor in event["actors"]}
        items = [
            {**actor, "aliases": [], "event_count": 1}
            for name, actor in names.items()
            if q.casefold() in name.casefold()
        ]
        return JSONResponse({"items": items, "next_cursor": None})

    return service


def _has(event: dict[str, Any], asked: list[str]) -> bool:
    return not asked or any(actor["name"] in asked for actor in event["actors"])
