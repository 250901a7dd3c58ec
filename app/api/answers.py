"""Answers: domain values as JSON with an ETag, 304 where the reader has them already, and links to the next page."""

import hashlib
from urllib.parse import urlencode

import orjson
from fastapi import Request
from starlette.responses import Response

JSON = "application/json"
# Readers keep an answer but ask whether it still holds: a timeline changes with every article.
_CACHE = "private, no-cache"


def etag(content: bytes, prefix: str = "") -> str:
    return f'"{prefix}{hashlib.blake2b(content, digest_size=12).hexdigest()}"'


def read(request: Request, value: object, *, headers: dict[str, str] | None = None, tag: str | None = None) -> Response:
    """A value that was read: 200, or 304 when If-None-Match names its ETag, which is of its content unless given."""
    content = orjson.dumps(value)
    tag = tag or etag(content)
    every = {"ETag": tag, "Cache-Control": _CACHE, **(headers or {})}
    if matches(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers=every)
    return Response(content, headers=every, media_type=JSON)


def matches(header: str | None, tag: str) -> bool:
    """Weak comparison of If-None-Match (RFC 9110 §13.1.2)."""
    if header is None:
        return False
    return header.strip() == "*" or tag in (part.strip().removeprefix("W/") for part in header.split(","))


def next_link(request: Request, cursor: str | None) -> dict[str, str]:
    """A Link header to the page after this one (RFC 8288), or none."""
    if cursor is None:
        return {}
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    return {"Link": f'<{request.url.path}?{urlencode([*kept, ("cursor", cursor)])}>; rel="next"'}
