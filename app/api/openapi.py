"""The OpenAPI document: FastAPI's own, with our problem details in place of its validation errors."""

from typing import Any

from fastapi import FastAPI
from pydantic import TypeAdapter

from app.api.bulk import BulkLine
from app.api.inputs import ArticleIn
from app.api.problems import Problem

_REFERENCES = "#/components/schemas/{model}"
# FastAPI documents a 422 wherever it reads a parameter; ours are 400.
_FOREIGN = ("HTTPValidationError", "ValidationError")


def install(app: FastAPI) -> None:
    """Make `app.openapi()` give our document, made once."""
    original = app.openapi

    def openapi() -> dict[str, Any]:  # an OpenAPI document
        if app.openapi_schema is None:
            app.openapi_schema = _mended(original())
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way to change the document


def _mended(document: dict[str, Any]) -> dict[str, Any]:
    schemas = document["components"]["schemas"]
    for name in _FOREIGN:
        schemas.pop(name, None)
    for schema in (
        *(TypeAdapter(one).json_schema(ref_template=_REFERENCES) for one in (Problem, BulkLine)),
        _article(),
    ):
        schemas |= schema.pop("$defs", {})
        schemas[schema["title"]] = schema
    for operations in document["paths"].values():
        for operation in operations.values():
            _drop_foreign(operation["responses"])
    document["components"]["schemas"] = dict(sorted(schemas.items()))
    return document


def _article() -> dict[str, Any]:
    return ArticleIn.model_json_schema(ref_template=_REFERENCES)


def _drop_foreign(responses: dict[str, Any]) -> None:
    content = responses.get("422", {}).get("content", {})
    content.pop("application/json", None)
    if "422" in responses and not content:
        del responses["422"]
