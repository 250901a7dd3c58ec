"""Query strings, read strictly: what the OpenAPI document declares, once where it is one, and nothing else."""

import re
from collections import Counter

from fastapi import FastAPI, Request

from app.api.problems import ApiError, bad_parameter

# Nothing that is asked for can hold these, and PostgreSQL takes no NUL. U+FFFD stands where bytes were no UTF-8.
_UNASKABLE = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffd]")
Declared = dict[str, bool]


class Parameters:
    """The query parameters of each operation, and whether they may be repeated, as the document says."""

    def __init__(self, app: FastAPI) -> None:
        self._declared = {
            (verb.upper(), template): _declared(operation)
            for template, operations in app.openapi()["paths"].items()
            for verb, operation in operations.items()
        }

    def of(self, method: str, path: str) -> Declared:
        return self._declared.get((method, path), {})

    def methods(self, path: str) -> list[str]:
        """Those that this path template answers to."""
        return sorted(method for method, template in self._declared if template == path)


def _declared(operation: dict[str, list[dict[str, object]]]) -> Declared:
    parameters = operation.get("parameters", [])
    return {str(one["name"]): _is_list(one["schema"]) for one in parameters if one["in"] == "query"}


def _is_list(schema: object) -> bool:
    return isinstance(schema, dict) and (
        schema.get("type") == "array" or any(_is_list(choice) for choice in schema.get("anyOf", ()))
    )


async def strict(request: Request) -> None:
    """Refuse unknown parameters, repeated ones where one is meant, and characters that no text and no id has.

    `async`, though it awaits nothing: a thread would be fetched for it at every request.
    """
    for value in request.path_params.values():
        if _UNASKABLE.search(value):
            raise ApiError("not-found", "no id holds control characters")
    items = request.query_params.multi_items()
    if not items:
        return
    declared: Declared = request.app.state.parameters.of(request.method, request.scope["route"].path_format)
    for name, count in Counter(name for name, _ in items).items():
        if name not in declared:
            known = ", ".join(declared) or "none"
            raise bad_parameter(_printable(name), f"is not a parameter here; these are: {known}", "unknown")
        if count > 1 and not declared[name]:
            raise bad_parameter(name, f"is given {count} times: give it once", "repeated")
    for name, value in items:
        if found := _UNASKABLE.search(value):
            raise bad_parameter(name, _wrong(found[0]), "character")


def _wrong(character: str) -> str:
    if character == "\ufffd":
        return "is not UTF-8: write each byte of its UTF-8 as %XX"
    return f"holds U+{ord(character):04X}: remove it"


def _printable(name: str) -> str:
    return name[:40].encode("utf-8", "backslashreplace").decode()
