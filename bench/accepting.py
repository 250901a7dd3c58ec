"""B6 and B7: articles taken in over HTTP, in bulk and by eight clients, against the driver inserting rows by itself.

The server extracts meanwhile, as it would; it is held still while the driver inserts.
"""

from statistics import median

from bench import news
from bench.clients import exchange, post
from bench.raw import Raw
from bench.server import Server

ROUNDS = 5
_BULK = 1_000
_SINGLE = 400
_CLIENTS = 8
_CHARACTERS = 5_000
_AT_ONCE = 50


def in_bulk(server: Server, raw: Raw) -> tuple[float, float]:
    """Articles a second in one request; and by the driver, the same rows, fifty articles a commit."""
    ours, theirs = [], []
    for number in range(ROUNDS):
        lines = b"\n".join(_bodies(number * _BULK, _BULK))
        request = post("/v1/articles:bulk", lines, media_type="application/x-ndjson")
        seconds, _ = exchange(server.port, [request], clients=1)
        ours.append(_BULK / seconds)
        with server.held():
            theirs.append(raw.in_groups(raw.accepted(), _AT_ONCE))
    return median(ours), median(theirs)


def singly(server: Server, raw: Raw) -> tuple[float, float]:
    """Articles a second that eight clients post without waiting for extraction; and by the driver, a row a commit."""
    ours, theirs = [], []
    for number in range(ROUNDS):
        bodies = _bodies(1_000_000 + number * _SINGLE, _SINGLE)
        requests = [post("/v1/articles", body, extra="Prefer: respond-async\r\n") for body in bodies]
        seconds, _ = exchange(server.port, requests, clients=_CLIENTS)
        ours.append(_SINGLE / seconds)
        with server.held():
            theirs.append(raw.one_by_one(raw.accepted()))
    return median(ours), median(theirs)


def _bodies(first: int, count: int) -> list[bytes]:
    return [news.body(number, characters=_CHARACTERS) for number in range(first, first + count)]
