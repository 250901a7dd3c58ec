"""A server of its own for measuring, and pages asked of it over one kept connection."""

import os
import random
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from time import monotonic, sleep
from urllib.parse import urlencode

from app.domain import civil
from app.domain.query import TimelineQuery

_PATIENCE = 90.0
_STATIC = "/static/dateline-timeline.js"


@dataclass(frozen=True, slots=True)
class Server:
    """A running server and a connection to it."""

    connection: HTTPConnection

    @classmethod
    @contextmanager
    def started(cls, url: str) -> "Iterator[Server]":
        """Starts `serve` on this database, waits until it answers, and stops it in the end."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        settings = {"DATABASE": url, "EXAMPLES": "false", "RATE_LIMIT": "100000000/minute", "WORKERS": "1"}
        environment = os.environ | {f"DATELINE_{name}": value for name, value in settings.items()}
        command = [sys.executable, "-m", "app", "serve", "--port", str(port)]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
            _await(connection, process)
            yield cls(connection)
            connection.close()
        finally:
            process.terminate()
            process.wait(_PATIENCE)

    def page(self, query: TimelineQuery) -> Callable[[], object]:
        """The page of this query, asked for by its parameters."""
        asked = [("actor", name) for name in query.actors]
        if query.start is not None and query.end is not None:
            # The last written day is included.
            asked += [("from", civil.day_text(query.start)), ("to", civil.day_text(query.end - 1))]
        return lambda: self._answer(f"/v1/timeline?{urlencode(asked)}")

    def static(self, _: random.Random) -> Callable[[], object]:
        return lambda: self._answer(_STATIC)

    def _answer(self, path: str) -> bytes:
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}: {body[:500]!r}")
        return body


def _await(connection: HTTPConnection, process: "subprocess.Popen[bytes]") -> None:
    until = monotonic() + _PATIENCE
    while monotonic() < until and process.poll() is None:
        try:
            connection.request("GET", "/healthz")
            answer = connection.getresponse()
            answer.read()
            if answer.status == 200:
                return
        except OSError:
            connection.close()
        sleep(0.2)
    raise RuntimeError("the server did not come up")
