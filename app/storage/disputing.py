"""Links between events that disagree."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select

from app.storage.event_json import expire, expire_beside
from app.storage.founding import Founded
from app.storage.insertion import add_new
from app.storage.listing import listed
from app.storage.tables import event_conflicts, telling_conflicts, tellings

_LOCAL = (
    select(telling_conflicts.c.telling_id, telling_conflicts.c.reason, tellings.c.published_at)
    .add_columns(tellings.c.event_id, tellings.c.id)
    .join(tellings, tellings.c.id == telling_conflicts.c.other_id)
    .where(listed(telling_conflicts.c.telling_id))
)
_UNDISPUTE = (
    delete(event_conflicts).where(listed(event_conflicts.c.event_id)),
    delete(event_conflicts).where(listed(event_conflicts.c.other_id)),
)


@dataclass(frozen=True, slots=True)
class Disputed:
    """Two events, by id, that seem one but have incompatible times: why, in words, and since when."""

    events: tuple[str, str]
    known_from: datetime
    reason: str


def dispute(connection: Connection, changed: Sequence[Founded], disputes: Iterable[Disputed]) -> None:
    """Links events that disagree, both ways: as their articles tell it, and across articles, as `disputes` has it."""
    if changed:
        expire_beside(connection, [one.id for one in changed])
        for statement in _UNDISPUTE:
            connection.execute(statement, {"ids": [one.id for one in changed]})
        dispute_more(connection, changed, disputes)


def dispute_more(connection: Connection, added: Sequence[Founded], disputes: Iterable[Disputed]) -> None:
    """The same beside the links that there are already."""
    home = {key: one.id for one in added for key in one.story.tellings}
    since = [(one.events, (one.known_from, one.reason)) for one in disputes]
    for telling, reason, published_at, event_id, other in connection.execute(_LOCAL, {"ids": list(home)}):
        since.append(((home[telling], home.get(other) or event_id or other), (published_at, reason)))
    pairs: dict[tuple[str, ...], tuple[datetime, str]] = {}
    for pair, known in since:
        key = tuple(sorted(pair))
        pairs[key] = min(pairs.get(key, known), known)
    rows = [
        {"event_id": one, "other_id": other, "reason": reason, "known_from": known_from}
        for (first, second), (known_from, reason) in sorted(pairs.items())
        for one, other in ((first, second), (second, first))
        if first != second
    ]
    add_new(connection, event_conflicts, rows)
    if rows:
        expire(connection, (one for pair in pairs for one in pair))
