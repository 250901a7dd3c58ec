"""GET /docs: the OpenAPI document as a page that loads nothing; /problems/{slug}: what an error means."""

from functools import cache
from typing import Any

from fastapi import APIRouter, Request
from jinja2 import Environment, PackageLoader
from starlette.responses import HTMLResponse, Response

from app.api.problems import KINDS, ApiError

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-cache",
}

router = APIRouter(include_in_schema=False)


@router.get("/docs")
def docs(request: Request) -> Response:
    """Every route, its parameters, bodies and answers."""
    home = str(request.base_url).rstrip("/")
    page = _templates().get_template("docs.html").render(api=request.app.openapi(), kinds=KINDS.values(), home=home)
    return HTMLResponse(page, headers=_HEADERS)


@router.get("/problems/{slug}")
def problem_kind(slug: str) -> Response:
    """What a problem's `type` points to."""
    if slug not in KINDS:
        raise ApiError("not-found", f"no problem is called {slug[:60]!r}")
    return HTMLResponse(_templates().get_template("problem.html").render(kind=KINDS[slug]), headers=_HEADERS)


@cache
def _templates() -> Environment:
    environment = Environment(loader=PackageLoader("app.api"), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["schema"] = _schema_words
    environment.filters["anchor"] = lambda name: f"schema-{name}"
    return environment


def _schema_words(schema: dict[str, Any]) -> str:  # a JSON schema
    """A schema in one line: `text | null`, `list of Event`, `asserted | planned | …`."""
    match schema:
        case {"$ref": reference}:
            return str(reference).rpartition("/")[2]
        case {"anyOf": choices}:
            return " | ".join(dict.fromkeys(_schema_words(choice) for choice in choices))
        case {"enum": values}:
            return " | ".join(map(str, values))
        case {"const": value}:
            return str(value)
        case {"type": "array", "items": items}:
            return f"list of {_schema_words(items)}"
        case {"type": "string"}:
            return "text"
        case {"type": kind}:
            return str(kind)
        case _:
            return "anything"
