"""The stories of tellings made the events in the database: those that are as they were are left alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from app.domain.story import Dispute
from app.storage import becoming, event_write, founding
from app.storage.founding import Founded, is_new_and_alone
from app.storage.tellings import Kept


@dataclass(frozen=True, slots=True)
class Round:
    """What is merged together: tellings as kept, the events they make, those that were to be merged, and the clock.

    `known` are the events of which an article told before it was read anew or retracted.
    """

    kept: Mapping[str, Kept]
    events: Sequence[Founded]
    disputes: Sequence[Dispute]
    fresh: frozenset[str]
    known: frozenset[str]
    now: datetime


def settle(connection: Connection, events: Sequence[Founded], merging: Round) -> None:
    """Makes these events of the round what they are now, and notes what became of them."""
    kept = merging.kept
    said = founding.said_of(connection, events, kept)
    unsettled = {one.id for one in founding.unsettled(connection, events, kept)}
    changed = [
        one for one in events if one.id in unsettled or (one.id in said and merging.fresh & set(one.story.tellings))
    ]
    alone = [one for one in changed if is_new_and_alone(one, kept) and one.id not in said]
    written = {one.id for one in alone}
    rewritten = [one for one in changed if one.id not in written]
    moved_before = founding.moved(connection, {key for one in rewritten for key in one.before})
    event_write.rewrite(connection, rewritten, kept, said)
    event_write.assign(connection, changed, kept)
    event_write.dispute(connection, changed, merging.events, merging.disputes)
    becoming.note(connection, becoming.of_written(alone, merging.known), merging.now)
    becoming.note(connection, becoming.of_rewritten(rewritten, kept, merging.known, moved_before), merging.now)
