"""Page cursors: where a page ended, in what order, under which filters. Opaque to clients, strictly parsed here."""

import base64
import binascii
import json
import re
from collections.abc import Sequence

from app.domain.errors import BadCursor
from app.domain.identity import content_id

_VERSION = 1
_LONGEST = 1_000
# No key or name holds these: PostgreSQL takes no NUL, and half a surrogate pair is no UTF-8.
_NEVER = re.compile("[\x00\ud800-\udfff]")

Position = tuple[int | str, ...]


def cursor_text(position: Position, filters: Sequence[object]) -> str:
    """The cursor for the page after `position`, the sort key and id of a page's last item."""
    told = json.dumps([_VERSION, _hash(filters), *position], separators=(",", ":"))
    return base64.urlsafe_b64encode(told.encode("ascii")).decode("ascii").rstrip("=")


def position_of(text: str, filters: Sequence[object], kinds: Sequence[type]) -> Position:
    """The position a cursor names. `kinds` are the types of its parts.

    Raises BadCursor for what we didn't write, and for a cursor that was given for other filters or another order.
    """
    version, told_for, *position = _parts(text)
    if version != _VERSION or len(position) != len(kinds):
        raise BadCursor(f"not a cursor of this service: {text!r}")
    if told_for != _hash(filters):
        raise BadCursor("the cursor was given for other filters; ask for the first page without one")
    if any(type(part) is not kind for part, kind in zip(position, kinds, strict=True)):
        raise BadCursor(f"not a cursor of this service: {text!r}")
    if any(isinstance(part, int) and abs(part) >= 1 << 62 for part in position):
        raise BadCursor(f"not a cursor of this service: {text!r}")
    return tuple(position)


def _parts(text: str) -> list[int | str]:
    try:
        if len(text) > _LONGEST:
            raise ValueError("too long")
        told = base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
        parts = json.loads(told.decode("ascii"))
    except (ValueError, binascii.Error, RecursionError) as error:
        raise BadCursor(f"not a cursor of this service: {text[:_LONGEST]!r}") from error
    if not isinstance(parts, list) or len(parts) < 3:
        raise BadCursor(f"not a cursor of this service: {text!r}")
    if any(isinstance(part, str) and _NEVER.search(part) for part in parts):
        raise BadCursor(f"not a cursor of this service: {text!r}")
    return parts


def _hash(filters: Sequence[object]) -> str:
    return content_id(repr(part) for part in filters)[:8]
