"""What became of events, in the order in which it was committed, for those who mirror."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, bindparam, select, update

from app.storage.columns import instant_text
from app.storage.insertion import add
from app.storage.mention_row import Values
from app.storage.tables import changes, turns


class ChangeKind(StrEnum):
    CREATED = "created"
    CHANGED = "changed"
    MOVED = "moved"
    MERGED = "merged"
    RETRACTED = "retracted"


Noted = tuple[str, ChangeKind, str | None]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that became of an event; `target` is where a merged one went. `made_at` is RFC 3339 in UTC."""

    number: int
    event_id: str
    kind: ChangeKind
    target: str | None
    made_at: str


@dataclass(frozen=True, slots=True)
class ChangePage:
    """Changes in order; `next_after` is the number to ask after next, whether or not there is more yet."""

    items: tuple[Change, ...]
    next_after: int


_TURN = update(turns).where(turns.c.id == 1).values(number=turns.c.number + bindparam("by")).returning(turns.c.number)


def take_turn(connection: Connection, count: int = 0) -> int:
    """Holds the one turn until the transaction ends, so that one merges at a time; answers the last number given."""
    number: int = connection.execute(_TURN, {"by": count}).scalar_one()
    return number


_LAST = select(turns.c.number).where(turns.c.id == 1)
_SINCE = select(changes.c.event_id, changes.c.target).where(changes.c.number > bindparam("after"))


def last_turn(connection: Connection) -> int:
    """The last number given and committed."""
    number: int = connection.execute(_LAST).scalar_one()
    return number


def changed_after(connection: Connection, number: int) -> set[str]:
    """Ids of the events that something became of since, and of those they went into."""
    return {one for row in connection.execute(_SINCE, {"after": number}) for one in row if one is not None}


def note(connection: Connection, noted: Sequence[Noted], now: datetime) -> None:
    """Notes what became of events: id, kind, and where to."""
    if not noted:
        return
    first = take_turn(connection, len(noted)) - len(noted) + 1
    rows: list[Values] = [
        {"number": first + index, "event_id": event_id, "kind": kind, "target": target, "made_at": now}
        for index, (event_id, kind, target) in enumerate(noted)
    ]
    add(connection, changes, rows)


_AFTER = select(changes).where(changes.c.number > bindparam("after")).order_by(changes.c.number)


def changes_page(connection: Connection, *, after: int, limit: int) -> ChangePage:
    rows = connection.execute(_AFTER.limit(limit), {"after": after}).all()
    items = tuple(
        Change(row.number, row.event_id, ChangeKind(row.kind), row.target, instant_text(row.made_at)) for row in rows
    )
    return ChangePage(items, items[-1].number if items else after)
