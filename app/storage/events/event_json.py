"""Events as timelines answer with them, in JSON, kept beside the rows they are made from.

To make a page's events out of their rows takes most of what a page costs. Whatever changes what an event shows has its
JSON expire, in the same transaction; it is written anew soon after, and until then made for each page that asks.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

import orjson
from sqlalchemy import BindParameter, Connection, Select, Update, bindparam, exists, func, or_, select, update

from app.domain.identity import ID_LENGTH
from app.storage.actors.bearer import leaves
from app.storage.columns import Instant
from app.storage.events.read import events_of
from app.storage.listing import listed
from app.storage.tables import event_actors, event_conflicts, event_json, event_mentions, event_states

_HELD = update(event_json).where(event_json.c.body.is_not(None)).values(body=None)


def _expiring(ids: Select[tuple[str]]) -> Update:
    return _HELD.where(event_json.c.event_id.in_(ids))


_EXPIRE = _HELD.where(listed(event_json.c.event_id))
_WITH_ACTORS = _expiring(select(event_actors.c.event_id).where(listed(event_actors.c.actor_id)))
_OF_ARTICLE = _expiring(select(event_mentions.c.event_id).where(event_mentions.c.article_id == bindparam("article")))
_BESIDE = _expiring(select(event_conflicts.c.event_id).where(listed(event_conflicts.c.other_id)))


def expire(connection: Connection, ids: Iterable[str]) -> None:
    """What these events show has changed."""
    connection.execute(_EXPIRE, {"ids": sorted(set(ids))})


def expire_with_actors(connection: Connection, actors: Sequence[str]) -> None:
    """These actors, and those who were merged into them, are shown differently."""
    connection.execute(_WITH_ACTORS, {"ids": leaves(connection, actors)})


def expire_of_article(connection: Connection, article_id: str) -> None:
    """What the article's mentions are quoted with has changed."""
    connection.execute(_OF_ARTICLE, {"article": article_id})


def expire_beside(connection: Connection, ids: Iterable[str]) -> None:
    """These events are shown as what others conflict with, and have changed."""
    connection.execute(_BESIDE, {"ids": sorted(set(ids))})


# All in one row: the driver of SQLite lets go of the interpreter at each, and among many threads it is long in getting
# it back. No JSON holds a record separator (RFC 7464), and an id is of one length.
_RECORD = "\x1e"
_BODIES = select(func.aggregate_strings(event_json.c.event_id.concat(event_json.c.body), _RECORD)).where(
    listed(event_json.c.event_id), event_json.c.body.is_not(None)
)


# `as_of` shows most events as they are shown today: told of by then as now, beside the same conflicts.
_AS_OF = bindparam("as_of", type_=Instant)
_SINCE = event_states.alias("since")
_WAS_OTHER = exists().where(event_states.c.id == event_json.c.event_id, event_states.c.known_to >= _AS_OF)
_OTHER_WAS_OTHER = exists().where(_SINCE.c.id == event_conflicts.c.other_id, _SINCE.c.known_to >= _AS_OF)
_CONFLICTED_OTHERWISE = exists().where(
    event_conflicts.c.event_id == event_json.c.event_id, or_(event_conflicts.c.known_from >= _AS_OF, _OTHER_WAS_OTHER)
)
_BODIES_THEN = _BODIES.where(~_WAS_OTHER, ~_CONFLICTED_OTHERWISE)


def json_of(connection: Connection, ids: Sequence[str], as_of: datetime | None = None) -> list[orjson.Fragment]:
    """The events in the order of their ids as given; one that has gone meanwhile is left out.

    With `as_of`, an exclusive end, as they were known then: they must have been told of by then.
    """
    if not ids:
        return []
    kept = (_BODIES, {"ids": ids}) if as_of is None else (_BODIES_THEN, {"ids": ids, "as_of": as_of})
    bodies = connection.execute(*kept).scalar_one() or ""
    known = {one[:ID_LENGTH]: orjson.Fragment(one[ID_LENGTH:]) for one in bodies.split(_RECORD) if one}
    others = events_of(connection, [key for key in ids if key not in known], as_of=as_of)
    known |= {event.id: orjson.Fragment(orjson.dumps(event)) for event in others}
    return [known[key] for key in ids if key in known]


_WAITING = select(event_json.c.event_id).where(event_json.c.body.is_(None)).limit(bindparam("limit"))
# What changes an event beside us waits, and has it expire again; what is being changed now is left for later.
_LOCKED = _WAITING.with_for_update(skip_locked=True)
_EVENT: BindParameter[str] = bindparam("event")
_WRITE = update(event_json).where(event_json.c.event_id == _EVENT).values(body=bindparam("told"))


def is_waiting(connection: Connection) -> bool:
    """Whether any event's JSON is to be written."""
    return connection.execute(_WAITING, {"limit": 1}).first() is not None


def write_waiting(connection: Connection, limit: int) -> int:
    """Writes the JSON of up to so many events that have none; answers of how many."""
    ids = connection.execute(_LOCKED, {"limit": limit}).scalars().all()
    rows = [{"event": event.id, "told": orjson.dumps(event).decode()} for event in events_of(connection, ids)]
    if rows:
        connection.execute(_WRITE, rows)
    return len(rows)
