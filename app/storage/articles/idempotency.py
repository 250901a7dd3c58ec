"""Idempotency-Key: the answer to a request is kept, and given again to its repeats.

https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, select, update

from app.domain.errors import KeyInFlight, KeyReused
from app.domain.identity import content_id
from app.storage.columns import Instant
from app.storage.insertion import insert_new
from app.storage.tables import idempotency_keys

KEPT = timedelta(hours=24)
# A request that has no answer after this long was lost with its server; a repeat takes its place.
LOST = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it was given."""

    status: int
    headers: Mapping[str, str]
    body: str


_ROW = select(idempotency_keys).where(idempotency_keys.c.key == bindparam("of"))
_OF = idempotency_keys.c.key == bindparam("of")
_FINISH = (
    update(idempotency_keys)
    .where(_OF)
    .values(status=bindparam("to_status"), headers=bindparam("to_headers"), body=bindparam("to_body"))
)
_ABANDON = delete(idempotency_keys).where(_OF, idempotency_keys.c.status.is_(None))
_TAKE_OVER = (
    update(idempotency_keys)
    .where(_OF, idempotency_keys.c.created_at == bindparam("seen", type_=Instant))
    .values(created_at=bindparam("now", type_=Instant), request_hash=bindparam("request"), status=None, body=None)
)
_EXPIRE = delete(idempotency_keys).where(idempotency_keys.c.created_at < bindparam("before", type_=Instant))


def begin(connection: Connection, key: str, request: str, *, now: datetime) -> Answer | None:
    """The answer given to this request before, or None: it is ours to answer, by `finish` or `abandon`.

    `request` is what must be the same in a repeat, hashed. Raises KeyReused for another request under the same key, and
    KeyInFlight while the first has no answer yet.
    """
    row = {"key": _key(key), "request_hash": content_id((request,)), "created_at": now}
    first = insert_new(idempotency_keys, connection.dialect.name).returning(idempotency_keys.c.key)
    if connection.execute(first, row).scalar() is not None:
        return None
    kept = connection.execute(_ROW, {"of": _key(key)}).one()
    is_over = now - kept.created_at > (KEPT if kept.status is not None else LOST)
    if is_over and _take_over(connection, key, row, kept.created_at):
        return None
    if kept.request_hash != row["request_hash"]:
        raise KeyReused(f"the Idempotency-Key {key!r} was used for another request; use a new one")
    if kept.status is None:
        raise KeyInFlight(f"the first request with the Idempotency-Key {key!r} has no answer yet; try again")
    return Answer(kept.status, json.loads(kept.headers), kept.body)


def _take_over(connection: Connection, key: str, row: Mapping[str, object], seen: datetime) -> bool:
    values = {"of": _key(key), "seen": seen, "now": row["created_at"], "request": row["request_hash"]}
    return bool(connection.execute(_TAKE_OVER, values).rowcount)


def finish(connection: Connection, key: str, answer: Answer) -> None:
    """Keeps the answer for whoever repeats the request."""
    headers = json.dumps(dict(answer.headers))
    values = {"of": _key(key), "to_status": answer.status, "to_headers": headers, "to_body": answer.body}
    connection.execute(_FINISH, values)


def abandon(connection: Connection, key: str) -> None:
    """Lets a request go that got no answer worth keeping: its repeat is a first one."""
    connection.execute(_ABANDON, {"of": _key(key)})


def expire(connection: Connection, now: datetime) -> int:
    """Drops the answers that were kept long enough; answers how many."""
    return connection.execute(_EXPIRE, {"before": now - KEPT}).rowcount


def _key(key: str) -> str:
    """A client's key may be of any length; what it is kept by is not."""
    return content_id(("idempotency", key))
