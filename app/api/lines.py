"""Lines out of a request body as it comes, plain or gzip, in bounded memory."""

import zlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

from fastapi import Request

from app.api.problems import ApiError

LINE_LIMIT = 2_000_000
_PIECE = 256 * 1024
# News packs to a tenth; what unfolds to more than this many times its size is made to hurt.
_RATIO_MOST = 100
_RATIO_FREE = 10_000_000
_GZIP = 16 + zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end; `content` is None when it was longer than LINE_LIMIT."""

    number: int
    content: bytes | None


async def lines(request: Request) -> AsyncIterator[Line]:
    """The lines of a body, numbered from 1. A last line may lack its end. Raises ApiError for a bad or hostile gzip."""
    number, held, over = 1, bytearray(), False
    async for piece in _pieces(request):
        *ended, rest = piece.split(b"\n")
        for part in ended:
            over = over or len(held) + len(part) > LINE_LIMIT
            yield Line(number, None if over else bytes(held + part).removesuffix(b"\r"))
            number, over = number + 1, False
            held.clear()
        over = over or len(held) + len(rest) > LINE_LIMIT
        held = bytearray() if over else held + rest
    if held or over:
        yield Line(number, None if over else bytes(held))


async def _pieces(request: Request) -> AsyncIterator[bytes]:
    coding = request.headers.get("content-encoding", "identity").strip().lower()
    if coding == "identity":
        async for chunk in request.stream():
            yield chunk
    elif coding == "gzip":
        async for piece in _unfolded(request):
            yield piece
    else:
        raise ApiError("unsupported-media-type", f"Content-Encoding {coding[:40]!r}: send gzip or nothing")


async def _unfolded(request: Request) -> AsyncIterator[bytes]:
    """gzip unfolded piece by piece, several members after each other included."""
    unfolder, taken, given = zlib.decompressobj(_GZIP), 0, 0
    async for chunk in request.stream():
        left, taken = chunk, taken + len(chunk)
        while left:
            if unfolder.eof:
                unfolder = zlib.decompressobj(_GZIP)
            piece = _piece(unfolder, left)
            given += len(piece)
            if given > _RATIO_FREE + _RATIO_MOST * taken:
                raise ApiError("too-large", f"the body unfolds to more than {_RATIO_MOST} times its size")
            yield piece
            left = unfolder.unused_data if unfolder.eof else unfolder.unconsumed_tail
    if taken and not unfolder.eof:
        raise ApiError("bad-body", "the gzip body ends before its end")


def _piece(unfolder: "zlib._Decompress", packed: bytes) -> bytes:
    try:
        return unfolder.decompress(packed, _PIECE)
    except zlib.error as error:
        raise ApiError("bad-body", f"the body is not gzip: {error}") from error
