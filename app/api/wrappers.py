"""The one plain ASGI layer around the application: request id, host check, HEAD, headers, log and metrics."""

import re
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api import problems
from app.work import metrics

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}", re.ASCII)
_LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})
# What logs and metrics call a request whose client went; no client ever sees it.
_HUNG_UP = 499
# Pages and the embed bring their own policy; data needs none.
_EVERYWHERE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
}

log = structlog.get_logger("dateline.http")


@dataclass(frozen=True, slots=True)
class Edge:
    """`local_only()` tells whether nobody holds a key yet: then a Host header that is not this machine's is refused.

    That stops a web page from reaching a keyless service through a host name of its own (DNS rebinding).
    """

    app: ASGIApp
    local_only: Callable[[], bool]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        exchange = _Exchange(scope, _request_id(headers), send)
        scope.setdefault("state", {})["request_id"] = exchange.request_id
        app = self.app if self._answers(headers.get("host", "")) else _misdirected
        with structlog.contextvars.bound_contextvars(request_id=exchange.request_id):
            try:
                await app(exchange.scope, receive, exchange.send)
            except ClientDisconnect:
                exchange.hung_up()
            except Exception:  # a last resort: the answer is sent already, only the trace is left to keep
                log.exception("unforeseen error", path=scope["path"])
            finally:
                exchange.finish()

    def _answers(self, host: str) -> bool:
        name = host if host.endswith("]") else host.rpartition(":")[0] or host
        return name.lower() in _LOCAL_HOSTS or not self.local_only()


class _Exchange:
    """One request and its answer."""

    def __init__(self, scope: Scope, request_id: str, send: Send) -> None:
        self.request_id = request_id
        self.bodiless = scope["method"] == "HEAD"
        # A read answers HEAD as it answers GET, without the body (RFC 9110 §9.3.2).
        self.scope = {**scope, "method": "GET"} if self.bodiless else scope
        self._send = send
        self._began = time.perf_counter()
        self._status = 0

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            headers = MutableHeaders(scope=message)
            headers["x-request-id"] = self.request_id
            for name, value in self.scope["state"].get("headers", {}).items():
                headers[name] = value
            for name, value in _EVERYWHERE.items():
                headers.setdefault(name, value)
        elif self.bodiless and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await self._send(message)

    def hung_up(self) -> None:
        """The client went before it had sent all: nobody is there to be answered."""
        self._status = _HUNG_UP

    def finish(self) -> None:
        seconds = time.perf_counter() - self._began
        route = _template(self.scope)
        metrics.REQUESTS.labels(self.scope["method"], route, str(self._status)).observe(seconds)
        log.info(
            "request",
            method=self.scope["method"],
            path=self.scope["path"],
            status=self._status,
            milliseconds=round(seconds * 1000, 1),
        )


def _template(scope: Scope) -> str:
    """The route's path with its parameters unfilled, so that metrics don't grow with ids."""
    route: Any = scope.get("route")  # starlette keeps no type for it
    return getattr(route, "path", "unknown")


def _request_id(headers: Headers) -> str:
    given = headers.get("x-request-id", "")
    return given if _REQUEST_ID.fullmatch(given) else uuid.uuid4().hex


async def _misdirected(scope: Scope, receive: Receive, send: Send) -> None:
    host = Headers(scope=scope).get("host", "")
    error = problems.ApiError(
        "misdirected",
        f"host {host[:80]!r} is not answered while there are no API keys: use localhost, or make a key with"
        " `dateline keys create`",
    )
    answer = problems.response(error, instance=scope["path"], request_id=scope["state"]["request_id"])
    await answer(scope, receive, send)
