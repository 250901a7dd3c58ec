"""The Prefer header (RFC 7240): how long a client will wait for extraction."""

import re
from dataclasses import dataclass

from fastapi import Request

_WAIT_DEFAULT, _WAIT_MOST = 30, 120
# Texts longer than this are answered before they are extracted, unless the client asks to wait.
_WAITED_FOR_BYTES = 200_000
_WAIT = re.compile(r'wait\s*=\s*"?(\d{1,9})"?', re.ASCII)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Seconds to wait, and what of the client's wishes was followed."""

    seconds: int
    applied: str | None

    @property
    def headers(self) -> dict[str, str]:
        return {"Preference-Applied": self.applied} if self.applied else {}


def waiting(request: Request, size: int) -> Waiting:
    """The first preference of its kind counts; unknown and malformed ones are ignored, as the RFC asks."""
    preferences = [part.strip() for header in request.headers.getlist("prefer") for part in header.split(",")]
    if any(part.lower() == "respond-async" for part in preferences):
        return Waiting(0, "respond-async")
    for part in preferences:
        if found := _WAIT.fullmatch(part.lower()):
            seconds = min(int(found[1]), _WAIT_MOST)
            return Waiting(seconds, f"wait={seconds}")
    return Waiting(0 if size > _WAITED_FOR_BYTES else _WAIT_DEFAULT, None)
