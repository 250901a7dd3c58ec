"""Routes that ask FastAPI for little, for what is asked most: the same, at a third of the cost.

FastAPI documents them as any other, but looks at each parameter and each dependency of an endpoint at every request.
That takes longer, for the twenty parameters of a timeline, than all else that happens before the database is asked; for
an article that is posted it is a fifth of all that is done in Python.
"""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any, get_origin, get_type_hints

from anyio.to_thread import run_sync
from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel, ValidationError
from starlette.datastructures import QueryParams
from starlette.responses import Response

from app.api.access import admitted
from app.api.query import strict


class BodyRoute(APIRoute):
    """Its endpoint takes `request, serving` and awaits the body; no parameter is in its path or query."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:  # as FastAPI has it
        async def handler(request: Request) -> Response:
            await admitted(request)
            await strict(request)
            response: Response = await self.endpoint(request, request.app.state.service)
            return response

        return handler


class QueryRoute(APIRoute):
    """Its endpoint takes `request, params, serving`, the second a model that FastAPI knows as `Query()`.

    It runs on one of the service's few threads for pages, unless it `takes_long`.
    """

    def takes_long(self, request: Request) -> bool:  # noqa: ARG002 - for those that override it
        return False

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:  # as FastAPI has it
        model: type[BaseModel] = get_type_hints(self.endpoint)["params"]
        repeated = _repeated(model)

        async def handler(request: Request) -> Response:
            await admitted(request)
            await strict(request)
            params = _read(model, request.query_params, repeated)
            service = request.app.state.service
            few = None if self.takes_long(request) else service.pages
            response: Response = await run_sync(self.endpoint, request, params, service, limiter=few)
            return response

        return handler


def _repeated(model: type[BaseModel]) -> dict[str, bool]:
    """The names of the parameters, and whether each may be given several times."""
    return {field.alias or name: get_origin(field.annotation) is list for name, field in model.model_fields.items()}


def _read(model: type[BaseModel], told: QueryParams, repeated: Mapping[str, bool]) -> BaseModel:
    values = {name: told.getlist(name) if repeated[name] else told[name] for name in told if name in repeated}
    try:
        return model.model_validate(values)
    except ValidationError as error:
        raise RequestValidationError([{**flaw, "loc": ("query", *flaw["loc"])} for flaw in error.errors()]) from error
