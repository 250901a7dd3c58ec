"""Many clients at once, each over one kept connection: as little work for each answer as there can be."""

import asyncio
from collections.abc import Iterable, Iterator
from time import perf_counter

import uvloop


def exchange(port: int, requests: Iterable[bytes], *, clients: int) -> tuple[float, list[float]]:
    """Seconds until all requests were answered, and the seconds of each. An answer that is no 2xx is a RuntimeError."""
    return uvloop.run(_exchange(port, iter(requests), clients))


def get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()


def post(path: str, body: bytes, *, media_type: str = "application/json", extra: str = "") -> bytes:
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {media_type}\r\n{extra}"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


async def _exchange(port: int, requests: Iterator[bytes], clients: int) -> tuple[float, list[float]]:
    loop = asyncio.get_running_loop()
    taken: list[float] = []
    ends = [loop.create_future() for _ in range(clients)]
    began = perf_counter()
    for end in ends:
        await loop.create_connection(lambda end=end: _Client(requests, taken, end), "127.0.0.1", port)  # type: ignore[misc]  # binds each end
    await asyncio.gather(*ends)
    return perf_counter() - began, taken


class _Client(asyncio.Protocol):
    """Sends the next request when the last is answered. Answers carry Content-Length: ours do."""

    def __init__(self, requests: Iterator[bytes], taken: list[float], end: "asyncio.Future[None]") -> None:
        self._requests = requests
        self._taken = taken
        self._end = end
        self._received = bytearray()
        self._began = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport: asyncio.Transport = transport  # type: ignore[assignment]  # of TCP
        self._send()

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, ended, body = self._received.partition(b"\r\n\r\n")
        if not ended or len(body) < _length(head):
            return
        self._taken.append(perf_counter() - self._began)
        if head[9:10] != b"2":
            self._over(RuntimeError(f"answered {bytes(self._received[:500])!r}"))
            return
        self._received.clear()
        self._send()

    def connection_lost(self, error: Exception | None) -> None:
        if not self._end.done():
            self._end.set_exception(error or RuntimeError("the server hung up"))

    def _send(self) -> None:
        request = next(self._requests, None)
        if request is None:
            self._over(None)
            return
        self._began = perf_counter()
        self._transport.write(request)

    def _over(self, error: Exception | None) -> None:
        if error:
            self._end.set_exception(error)
        else:
            self._end.set_result(None)
        self._transport.close()


def _length(head: bytes) -> int:
    """Content-Length; 0 where there is none."""
    _, found, rest = head.lower().partition(b"content-length:")
    return int(rest.partition(b"\r\n")[0]) if found else 0
