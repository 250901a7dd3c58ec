"""A person's word on when an event was: kept with its mentions, and taken back."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from app.domain.errors import Gone, NotFound
from app.domain.identity import content_id
from app.domain.interval import Bound, Granularity
from app.storage.events.read import standing
from app.storage.stories import tellings
from app.storage.tables import event_mentions, event_overrides, events, extractions, override_mentions

_MENTIONS_OF = select(event_mentions.c.mention_id, event_mentions.c.rank).where(
    event_mentions.c.event_id == bindparam("event")
)
# Where the article was written that gives the event its time: what a person calls 14:00 is so there.
_ZONE = (
    select(extractions.c.timezone)
    .join(event_mentions, event_mentions.c.article_id == extractions.c.article_id)
    .where(event_mentions.c.event_id == bindparam("event"))
    .order_by(event_mentions.c.rank)
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class NewTime:
    """The time that a person gives an event: civil minutes [start, end), why, who says so and when."""

    start: int
    end: int
    bound: Bound | None
    granularity: Granularity
    edtf: str
    note: str
    by: str
    made_at: datetime


def override(connection: Connection, event_id: str, time: NewTime) -> tuple[str, list[str]]:
    """Keeps a person's word on an event's time; answers the event's id and its tellings, which are to be merged anew.

    Raises NotFound, and Gone where nothing tells of the event any more.
    """
    home = standing(connection, event_id)
    told = sorted(tellings.by_event(connection, [home]))
    if not told:
        raise Gone(f"no article tells of event {event_id!r} any more")
    key = content_id(("override", home, time.made_at.isoformat(), time.edtf))
    row = {
        "id": key,
        "interval_start": time.start,
        "interval_end": time.end,
        "bound": time.bound,
        "granularity": time.granularity,
        "zone": connection.execute(_ZONE, {"event": home}).scalar() if time.granularity.finer_than_day else None,
        "edtf": time.edtf,
        "note": time.note,
        "made_by": time.by,
        "made_at": time.made_at,
    }
    connection.execute(insert(event_overrides), row)
    said_of = [
        {"mention_id": one.mention_id, "rank": one.rank, "override_id": key}
        for one in connection.execute(_MENTIONS_OF, {"event": home})
    ]
    connection.execute(insert(override_mentions), said_of)
    return home, told


_IN_FORCE = select(events.c.override_id).where(events.c.id == bindparam("event"))
_WITHDRAW = update(event_overrides).where(event_overrides.c.id == bindparam("override"))


def withdraw(connection: Connection, event_id: str, *, by: str, now: datetime) -> tuple[str, list[str]]:
    """Takes back the word that gives the event its time; answers as `override` does. The history keeps it.

    Raises NotFound where nobody said anything of it, and Gone as above.
    """
    home = standing(connection, event_id)
    key = connection.execute(_IN_FORCE, {"event": home}).scalar()
    if key is None:
        raise NotFound(f"nobody gave event {event_id!r} another time")
    connection.execute(_WITHDRAW.values(withdrawn_at=now, withdrawn_by=by), {"override": key})
    return home, sorted(tellings.by_event(connection, [home]))
