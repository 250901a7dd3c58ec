"""Answers that are written out before they are sent: a slow reader then holds nothing but a file."""

from collections.abc import Iterator, Mapping
from tempfile import SpooledTemporaryFile
from typing import IO

from starlette.responses import StreamingResponse

_IN_MEMORY = 4_000_000
_CHUNK = 64 * 1024


def spool() -> IO[bytes]:
    """A file in memory, on disk once it is large; gone when it is closed."""
    return SpooledTemporaryFile(max_size=_IN_MEMORY)


def sent(file: IO[bytes], media_type: str, headers: Mapping[str, str] | None = None) -> StreamingResponse:
    """All that was written, as an answer; the file is closed when it has been sent."""
    size = file.tell()
    file.seek(0)
    return StreamingResponse(
        _chunks(file), headers={"Content-Length": str(size), **(headers or {})}, media_type=media_type
    )


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while chunk := file.read(_CHUNK):
            yield chunk
