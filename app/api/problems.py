"""Errors as RFC 9457 problem details: the one table from what went wrong to a status, and who writes them."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import orjson
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from app.api.inputs import TextTooLong
from app.api.json_value import BrokenJson, Flaw, Refused
from app.domain import errors

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 5


@dataclass(frozen=True, slots=True)
class ProblemItem:
    """One thing that is wrong: in the body at `pointer`, or in the query or a header at `parameter`."""

    pointer: str | None
    parameter: str | None
    detail: str
    code: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a request was refused (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    request_id: str
    errors: tuple[ProblemItem, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of problem: its slug, status and title, and what the caller can do."""

    slug: str
    status: int
    title: str
    advice: str


KINDS = {
    kind.slug: kind
    for kind in (
        Kind("bad-json", 400, "Not JSON", "Send one JSON object in UTF-8."),
        Kind("bad-body", 400, "Broken body", "Send the body whole, coded as Content-Encoding says."),
        Kind("bad-parameter", 400, "Bad query parameter", "Mend the parameter that `errors` names."),
        Kind("bad-header", 400, "Bad header", "Mend the header that `errors` names."),
        Kind("unauthorised", 401, "No valid API key", "Send `Authorization: Bearer …` with a key that is not revoked."),
        Kind("forbidden", 403, "Not allowed", "Use a key that has the scope named in `detail`."),
        Kind("not-found", 404, "Not found", "Check the path and the id."),
        Kind("method-not-allowed", 405, "Method not allowed", "Use a method that the `Allow` header lists."),
        Kind("not-acceptable", 406, "No such format", "Ask for a media type that `detail` lists, or use a suffix."),
        Kind("conflict", 409, "Conflict", "Correct the known article with PUT; `errors` names its id."),
        Kind("not-possible", 409, "Contradicts what stands", "Look at what stands; `detail` says what is in the way."),
        Kind("retracted", 409, "Retracted before", "PUT to the id that `errors` names revives it."),
        Kind("key-in-flight", 409, "First request under way", "Wait for its answer, then ask again."),
        Kind("gone", 410, "Retracted", "The article was retracted; its text is erased."),
        Kind("stale", 412, "Changed meanwhile", "Read it again and send its new ETag in If-Match."),
        Kind("too-large", 413, "Too large", "Send less; `detail` says how much is read."),
        Kind("unsupported-media-type", 415, "Unsupported media type", "Send the media type that `detail` names."),
        Kind("misdirected", 421, "Not served here", "Without API keys only local host names are answered."),
        Kind("invalid", 422, "Invalid body", "Mend the fields that `errors` points to; nothing was stored."),
        Kind("key-reused", 422, "Idempotency-Key used before", "Use a new key for another body."),
        Kind("if-match-needed", 428, "If-Match needed", "Read the article and send its ETag in If-Match."),
        Kind("too-many-requests", 429, "Too many requests", "Wait as long as Retry-After says."),
        Kind("internal", 500, "Internal error", "Report the request id; the log has the rest."),
        Kind("storage-unavailable", 503, "Storage unavailable", "Try again after Retry-After; nothing was changed."),
        Kind("queue-full", 503, "Queue full", "Too much waits for extraction: try again after Retry-After."),
        Kind("stopping", 503, "Shutting down", "Try again after Retry-After."),
    )
}
_BY_STATUS = {404: "not-found", 405: "method-not-allowed", 413: "too-large", 415: "unsupported-media-type"}


class ApiError(Exception):
    """A refusal that only HTTP knows: a kind of problem with its words, headers and the fields it is about."""

    def __init__(
        self, slug: str, detail: str, *, items: tuple[ProblemItem, ...] = (), headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(detail)
        self.kind = KINDS[slug]
        self.detail = detail
        self.items = items
        self.headers = headers or {}


def bad_parameter(name: str, detail: str, code: str = "bad_value") -> ApiError:
    return ApiError("bad-parameter", f"{name}: {detail}", items=(ProblemItem(None, name, detail, code),))


def bad_header(name: str, detail: str) -> ApiError:
    return ApiError("bad-header", f"{name}: {detail}", items=(ProblemItem(None, name, detail, "bad_value"),))


def of_error(error: Exception) -> ApiError | None:
    """The refusal that an error of ours stands for, or None for one that nobody foresaw."""
    match error:
        case ApiError():
            return error
        case BrokenJson():
            return ApiError("bad-json", str(error), items=(ProblemItem("", None, str(error), "json_invalid"),))
        case Refused():
            return ApiError("invalid", _summary(error.flaws), items=tuple(map(_item, error.flaws)))
        case TextTooLong():
            return ApiError("too-large", str(error), items=(ProblemItem("/text", None, str(error), "too_long"),))
        case errors.BadCursor():
            return bad_parameter("cursor", str(error), "bad_cursor")
        case errors.Conflicting() | errors.Retracted():
            headers = {"Location": f"/v1/articles/{error.article_id}"}
            item = ProblemItem("", None, f"the known article is {error.article_id}", "known_article")
            return ApiError(_SLUGS[type(error)], str(error), items=(item,), headers=headers)
        case _ if slug := _SLUGS.get(type(error)):
            headers = {"Retry-After": str(RETRY_SECONDS)} if KINDS[slug].status == 503 else {}
            return ApiError(slug, str(error), headers=headers)
        case _:
            return None


_SLUGS: dict[type[Exception], str] = {
    errors.NotFound: "not-found",
    errors.Gone: "gone",
    errors.Conflicting: "conflict",
    errors.Retracted: "retracted",
    errors.NotPossible: "not-possible",
    errors.StaleRevision: "stale",
    errors.KeyReused: "key-reused",
    errors.KeyInFlight: "key-in-flight",
    errors.StorageUnavailable: "storage-unavailable",
    errors.QueueFull: "queue-full",
}


def _summary(flaws: tuple[Flaw, ...]) -> str:
    first = f"{flaws[0].pointer or 'the body'}: {flaws[0].detail}"
    return first if len(flaws) == 1 else f"{first} (and {len(flaws) - 1} more)"


def _item(flaw: Flaw) -> ProblemItem:
    return ProblemItem(flaw.pointer, None, flaw.detail, flaw.code)


def problem(error: ApiError, *, instance: str, request_id: str) -> Problem:
    kind = error.kind
    return Problem(
        f"/problems/{kind.slug}", kind.title, kind.status, error.detail, instance, request_id, tuple(error.items)
    )


def response(error: ApiError, *, instance: str, request_id: str) -> Response:
    content = orjson.dumps(problem(error, instance=instance, request_id=request_id))
    return Response(content, error.kind.status, headers=error.headers, media_type=MEDIA_TYPE)


def _answer(request: Request, error: ApiError) -> Response:
    return response(error, instance=request.url.path, request_id=request.scope["state"]["request_id"])


async def _refusal(request: Request, error: Exception) -> Response:
    found = of_error(error)
    if found is None:
        raise error
    return _answer(request, found)


async def _unforeseen(request: Request, _: Exception) -> Response:
    """The answer to what nobody foresaw, without its words; the outermost wrapper logs them under the request's id."""
    return _answer(request, ApiError("internal", "something went wrong that nobody foresaw; the log has the rest"))


async def _http(request: Request, error: Exception) -> Response:
    """Starlette's own refusals: unknown paths and methods."""
    if not isinstance(error, HTTPException):
        raise error
    slug = _BY_STATUS.get(
        error.status_code, "internal" if error.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR else "bad-json"
    )
    detail = f"{request.method} {request.url.path}: {KINDS[slug].title.lower()}"
    headers = dict(error.headers or {})
    if methods := _methods(request):
        headers["Allow"] = ", ".join(methods)
    return _answer(request, ApiError(slug, detail, headers=headers))


def _methods(request: Request) -> list[str]:
    """Every method of the path that was found; Starlette allows those of the first of its routes alone."""
    route = request.scope.get("route")
    return request.app.state.parameters.methods(route.path_format) if route is not None else []


async def _validation(request: Request, error: Exception) -> Response:
    """Parameters that FastAPI refused; bodies never come here, they are read by hand."""
    if not isinstance(error, RequestValidationError):
        raise error
    items = tuple(_parameter_item(found) for found in error.errors())
    detail = "; ".join(f"{item.parameter}: {item.detail}" for item in items)
    return _answer(request, ApiError("bad-parameter", detail, items=items))


def _parameter_item(found: dict[str, Any]) -> ProblemItem:  # pydantic's own error dictionaries
    name = str(found["loc"][1]) if len(found["loc"]) > 1 else str(found["loc"][0])
    given = repr(found["input"])[:80]
    return ProblemItem(None, name, f"{found['msg']}, not {given}", found["type"])


def install(app: FastAPI) -> None:
    """Make every refusal under this app a problem, and what nobody foresaw one that tells only the request's id."""
    for refusal in (ApiError, BrokenJson, Refused, TextTooLong, errors.AppError):
        app.add_exception_handler(refusal, _refusal)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(Exception, _unforeseen)
