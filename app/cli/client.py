"""The service as a client on this machine sees it: JSON over HTTP with the standard library."""

import json
from dataclasses import dataclass
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from app.domain.errors import AppError
from app.settings import Settings

_PATIENCE_SECONDS = 150.0


class ServerSays(AppError):
    """The server refused, or was not to be reached."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, and the JSON that came with it."""

    status: int
    value: Any  # JSON can hold anything


@dataclass(frozen=True, slots=True)
class Client:
    """Talks to one server."""

    address: str
    key: str | None

    @classmethod
    def of(cls, settings: Settings, address: str | None) -> "Client":
        """The server named, else the one that these settings would start."""
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        key = settings.api_key.get_secret_value() if settings.api_key else None
        return cls((address or f"http://{host}:{settings.port}").rstrip("/"), key)

    def post(self, path: str, value: object) -> Answer:
        """The answer, refusals of the body included. Raises ServerSays for the rest."""
        try:
            with self._open(path, json.dumps(value).encode()) as answer:
                return Answer(answer.status, json.load(answer))
        except HTTPError as refusal:
            return Answer(refusal.code, _problem(refusal))

    def stream(self, path: str) -> IO[bytes]:
        """The body of a GET. Raises ServerSays."""
        try:
            body: IO[bytes] = self._open(path, None)
        except HTTPError as refusal:
            raise ServerSays(f"{refusal.code}: {_problem(refusal).get('detail', refusal.reason)}") from refusal
        return body

    def _open(self, path: str, body: bytes | None) -> Any:  # urllib's response has no public type
        headers = {"Content-Type": "application/json"} if body is not None else {}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        if not self.address.startswith(("http://", "https://")):
            raise ServerSays(f"{self.address!r} is not a web address: write one as in 'http://127.0.0.1:8000'")
        request = Request(self.address + path, data=body, headers=headers)  # noqa: S310  checked just above
        try:
            return urlopen(request, timeout=_PATIENCE_SECONDS)  # noqa: S310  as above
        except HTTPError:
            raise
        except URLError as error:
            raise ServerSays(
                f"no answer from {self.address} ({error.reason}): start it with `dateline serve`"
            ) from error


def _problem(refusal: HTTPError) -> dict[str, Any]:  # a problem document
    try:
        found = json.load(refusal)
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {"detail": refusal.reason}
