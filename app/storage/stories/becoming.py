"""What became of events when stories were settled, noted for those who mirror."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from app.storage.events import changes
from app.storage.events.changes import ChangeKind, Noted
from app.storage.listing import listed
from app.storage.stories.founding import Founded
from app.storage.stories.tellings import Kept
from app.storage.tables import event_mentions, events


def note(connection: Connection, noted: Iterator[Noted], now: datetime) -> None:
    changes.note(connection, tuple(noted), now)


def of_written(alone: Sequence[Founded], known: Collection[str]) -> Iterator[Noted]:
    """Events that extraction wrote and merging left as they are. `known` are those there were before it."""
    for is_known, kind in ((False, ChangeKind.CREATED), (True, ChangeKind.CHANGED)):
        yield from ((one.id, kind, None) for one in alone if (one.id in known) is is_known)


def of_rewritten(
    rewritten: Sequence[Founded], kept: Mapping[str, Kept], known: Collection[str], moved_before: Collection[str]
) -> Iterator[Noted]:
    """Events written anew, and the ids that went into them."""
    standing = {one.id for one in rewritten}
    stood = {before for one in rewritten for key in one.story.tellings if (before := kept[key].event_id)} | {*known}
    for one in rewritten:
        is_moved = bool(one.story.superseded) and not one.before & set(moved_before)
        if one.id not in stood:
            yield one.id, ChangeKind.CREATED, None
        elif not is_moved:
            yield one.id, ChangeKind.CHANGED, None
        if is_moved:
            yield one.id, ChangeKind.MOVED, None
        old = {before for key in one.story.tellings if (before := kept[key].event_id)}
        yield from ((gone, ChangeKind.MERGED, one.id) for gone in sorted(old) if gone not in standing)


_STANDING = select(events.c.id).where(listed(events.c.id))
_ELSEWHERE = select(event_mentions.c.mention_id).where(listed(event_mentions.c.mention_id))


def vanished(connection: Connection, before: Sequence[str], now: datetime) -> None:
    """Notes those of the events an article told of that nothing tells of any more."""
    if not before:
        return
    left = {one for query in (_STANDING, _ELSEWHERE) for one in connection.execute(query, {"ids": before}).scalars()}
    note(connection, ((one, ChangeKind.RETRACTED, None) for one in before if one not in left), now)
