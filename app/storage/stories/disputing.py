"""Links between events that disagree."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select

from app.storage.columns import AnyRow
from app.storage.events.event_json import expire
from app.storage.insertion import add_new
from app.storage.listing import listed
from app.storage.stories.founding import Founded
from app.storage.tables import event_conflicts, telling_conflicts, tellings

_LOCAL = (
    select(telling_conflicts.c.telling_id, telling_conflicts.c.reason, tellings.c.published_at)
    .add_columns(tellings.c.event_id, tellings.c.id)
    .join(tellings, tellings.c.id == telling_conflicts.c.other_id)
    .where(listed(telling_conflicts.c.telling_id))
)
_LINKS = (
    select(event_conflicts).where(listed(event_conflicts.c.event_id)),
    select(event_conflicts).where(listed(event_conflicts.c.other_id)),
)
_UNLINK = delete(event_conflicts).where(
    event_conflicts.c.event_id == bindparam("one"), event_conflicts.c.other_id == bindparam("other")
)

# Of two events by id, in both orders: since when they disagree, and why.
_Links = dict[tuple[str, str], tuple[datetime, str]]


@dataclass(frozen=True, slots=True)
class Disputed:
    """Two events, by id, that seem one but have incompatible times: why, in words, and since when."""

    events: tuple[str, str]
    known_from: datetime
    reason: str


def dispute(connection: Connection, events: Sequence[Founded], disputes: Iterable[Disputed]) -> None:
    """Links events that disagree, both ways: as their articles tell it, and across articles, as `disputes` has it.

    Links that no longer hold go, also those of events that are as they were: what others tell since may speak louder.
    """
    ids = {"ids": [one.id for one in events]}
    linked = _links(row for statement in _LINKS for row in connection.execute(statement, ids))
    wanted = _wanted(connection, events, disputes)
    gone = [pair for pair, known in linked.items() if wanted.get(pair) != known]
    if gone:
        connection.execute(_UNLINK, [{"one": one, "other": other} for one, other in gone])
        expire(connection, (one for pair in gone for one in pair))
    _link(connection, {pair: known for pair, known in wanted.items() if linked.get(pair) != known})


def dispute_more(connection: Connection, added: Sequence[Founded], disputes: Iterable[Disputed]) -> None:
    """The same beside the links that there are already."""
    _link(connection, _wanted(connection, added, disputes))


def _links(rows: Iterable[AnyRow]) -> _Links:
    return {(row.event_id, row.other_id): (row.known_from, row.reason) for row in rows}


def _wanted(connection: Connection, events: Sequence[Founded], disputes: Iterable[Disputed]) -> _Links:
    """What is to be linked with these events."""
    home = {key: one.id for one in events for key in one.story.tellings}
    since = [(one.events, (one.known_from, one.reason)) for one in disputes]
    for telling, reason, published_at, event_id, other in connection.execute(_LOCAL, {"ids": list(home)}):
        since.append(((home[telling], home.get(other) or event_id or other), (published_at, reason)))
    found: _Links = {}
    for (first, second), known in since:
        for pair in ((first, second), (second, first)):
            if first != second:
                found[pair] = min(found.get(pair, known), known)
    return found


def _link(connection: Connection, links: _Links) -> None:
    rows = [
        {"event_id": one, "other_id": other, "reason": reason, "known_from": known_from}
        for (one, other), (known_from, reason) in sorted(links.items())
    ]
    add_new(connection, event_conflicts, rows)
    if rows:
        expire(connection, (one for pair in links for one in pair))
