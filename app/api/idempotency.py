"""Idempotency-Key on POST: the answer to the first request is given again to its repeats, for a day.

https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
"""

import hashlib
from collections.abc import Awaitable, Callable

from fastapi import Request
from starlette.responses import Response

from app.api.problems import bad_header
from app.api.service import Service
from app.storage.articles import idempotency
from app.storage.articles.idempotency import Answer

_LONGEST = 255
_KEPT_HEADERS = ("location", "etag", "content-type", "cache-control", "preference-applied", "retry-after")


async def once(request: Request, serving: Service, body: bytes, answer: Callable[[], Awaitable[Response]]) -> Response:
    """The answer to this request, or the one it had before. Refusals are not kept: mended, it may be sent again.

    Raises KeyReused where the key came with another body, KeyInFlight while the first has no answer yet.
    """
    named = request.headers.get("idempotency-key")
    if named is None:
        return await answer()
    if not named.strip() or len(named) > _LONGEST:
        raise bad_header("Idempotency-Key", f"write 1 to {_LONGEST} characters")
    key = f"{getattr(request.state, 'caller', '')} {request.url.path} {named}"
    told = hashlib.sha256(body).hexdigest()
    written = serving.ingest.written
    if kept := await written(lambda connection, now: idempotency.begin(connection, key, told, now=now)):
        return Response(kept.body, kept.status, {**kept.headers, "Idempotent-Replayed": "true"})
    try:
        found = await answer()
    except BaseException:
        await written(lambda connection, _: idempotency.abandon(connection, key))
        raise
    headers = {name: found.headers[name] for name in _KEPT_HEADERS if name in found.headers}
    given = Answer(found.status_code, headers, bytes(found.body).decode("utf-8"))
    await written(lambda connection, _: idempotency.finish(connection, key, given))
    return found
