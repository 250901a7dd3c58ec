"""Request bodies: read as they come and counted while reading, whatever Content-Length says."""

from starlette.requests import Request

from app.api.problems import ApiError

JSON = ("application/json",)


def require_media_type(request: Request, accepted: tuple[str, ...]) -> None:
    """Refuse a body of another type; a charset other than UTF-8 is another type."""
    declared = request.headers.get("content-type", "")
    media_type, _, parameters = declared.partition(";")
    charset = parameters.lower().replace(" ", "").replace('"', "")
    if media_type.strip().lower() not in accepted or charset not in ("", "charset=utf-8"):
        raise ApiError("unsupported-media-type", f"Content-Type {declared[:80]!r}: send {accepted[0]} in UTF-8")


def require_no_coding(request: Request) -> None:
    coding = request.headers.get("content-encoding", "identity")
    if coding.strip().lower() != "identity":
        raise ApiError("unsupported-media-type", f"Content-Encoding {coding[:40]!r}: send the body uncompressed")


async def whole(request: Request, limit: int) -> bytes:
    """The body, at most `limit` bytes of it."""
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > limit:
            raise ApiError("too-large", f"the body has more than {limit:,} bytes, which is as much as is read")
        parts.append(part)
    return b"".join(parts)
