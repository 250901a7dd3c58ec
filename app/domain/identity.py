"""Ids: 26 characters of lower-case base32 (RFC 4648) over 128 bits of SHA-256 of what identifies a thing."""

import base64
import hashlib
from collections.abc import Iterable

_SEPARATOR = "\x1f"  # unit separator: refused in posted text, so parts can't run together


def content_id(parts: Iterable[str]) -> str:
    """The id of the thing that these parts identify, the same wherever and whenever it is made."""
    digest = hashlib.sha256(_SEPARATOR.join(parts).encode("utf-8")).digest()[:16]
    return base64.b32encode(digest).decode("ascii").rstrip("=").lower()
