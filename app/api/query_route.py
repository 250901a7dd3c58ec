"""A route that is asked by a query string alone, which is one model of parameters: the same, at a third of the cost.

FastAPI documents it as any other, but looks at the annotation of each parameter anew at each request: for the twenty of
a timeline that takes longer than all else that happens to a request before the database is asked.
"""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any, get_origin, get_type_hints

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.responses import Response

from app.api.access import admitted
from app.api.query import strict


class QueryRoute(APIRoute):
    """Its endpoint takes `request, params, serving`, the second a model that FastAPI knows as `Query()`."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:  # as FastAPI has it
        model: type[BaseModel] = get_type_hints(self.endpoint)["params"]
        repeated = _repeated(model)

        async def handler(request: Request) -> Response:
            await admitted(request)
            await strict(request)
            params = _read(model, request.query_params, repeated)
            return await run_in_threadpool(self.endpoint, request, params, request.app.state.service)

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
