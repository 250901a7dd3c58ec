"""API keys: who may do what. Only the hash of a key is kept; whoever has lost one makes another."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, bindparam, exists, insert, select, update

from app.domain.errors import NotFound
from app.domain.identity import content_id
from app.storage.columns import AnyRow, Instant
from app.storage.tables import api_keys


class Scope(StrEnum):
    """What a key may do; each is by itself, none holds another."""

    READ = "read"
    WRITE = "write"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key as it is listed: never the secret itself."""

    id: str
    name: str
    scopes: frozenset[Scope]
    created_at: datetime
    revoked_at: datetime | None


_HASH = api_keys.c.hash == bindparam("secret_hash")
_BY_HASH = select(api_keys).where(_HASH, api_keys.c.revoked_at.is_(None))
_ALL = select(api_keys).order_by(api_keys.c.created_at, api_keys.c.id)
_ANY = select(exists().where(api_keys.c.revoked_at.is_(None)))
_REVOKE = (
    update(api_keys)
    .where(api_keys.c.id == bindparam("key"), api_keys.c.revoked_at.is_(None))
    .values(revoked_at=bindparam("now", type_=Instant))
)


def create_key(connection: Connection, secret: str, *, name: str, scopes: frozenset[Scope], now: datetime) -> ApiKey:
    """Keeps a key by its secret, 256 random bits from the caller. The same secret again is the same key."""
    known = connection.execute(select(api_keys).where(_HASH), {"secret_hash": _hash(secret)}).one_or_none()
    if known is not None:
        return _key_of(known)
    key = ApiKey(content_id(("key", _hash(secret)))[:8], name, scopes, now, None)
    told = ",".join(sorted(scopes))
    row = {"id": key.id, "hash": _hash(secret), "name": name, "scopes": told, "created_at": now, "revoked_at": None}
    connection.execute(insert(api_keys), row)
    return key


def key_of(connection: Connection, secret: str) -> ApiKey | None:
    """The key with this secret, None where there is none or it was revoked."""
    row = connection.execute(_BY_HASH, {"secret_hash": _hash(secret)}).one_or_none()
    return None if row is None else _key_of(row)


def keys(connection: Connection) -> list[ApiKey]:
    """All keys there ever were, the oldest first."""
    return [_key_of(row) for row in connection.execute(_ALL)]


def has_keys(connection: Connection) -> bool:
    """Whether any key is in force: without one, only the machine itself is answered."""
    return bool(connection.execute(_ANY).scalar_one())


def revoke_key(connection: Connection, key_id: str, now: datetime) -> None:
    """Ends a key. Raises NotFound where none in force has this id."""
    if not connection.execute(_REVOKE, {"key": key_id, "now": now}).rowcount:
        raise NotFound(f"no key {key_id!r} in force")


def _hash(secret: str) -> str:
    """SHA-256 is enough for 256 random bits: there is nothing to guess, so nothing to slow down."""
    return hashlib.sha256(secret.encode("utf-8")).hexdigest()


def _key_of(row: AnyRow) -> ApiKey:
    scopes = frozenset(Scope(scope) for scope in row.scopes.split(","))
    return ApiKey(row.id, row.name, scopes, row.created_at, row.revoked_at)
