"""Stories as events: which id each has, what persons said of it, and whether it is kept as it is now."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.domain.interval import Bound, Granularity
from app.domain.story import Story
from app.storage.columns import AnyRow
from app.storage.listing import listed
from app.storage.stories.story_row import Word
from app.storage.stories.tellings import Kept
from app.storage.tables import event_mentions, event_moves, event_overrides, override_mentions, tellings


@dataclass(frozen=True, slots=True)
class Founded:
    """A story, its event's id, and the ids its tellings had before."""

    story: Story
    id: str
    before: frozenset[str]


def founded(story: Story, kept: Mapping[str, Kept]) -> Founded:
    """An event's id is its smallest mention's. A telling that was never merged has an event under its own id."""
    members = [kept[key] for key in story.tellings]
    smallest = min(mention for one in members for mention in one.telling.mentions)
    return Founded(story, smallest, frozenset(one.event_id or one.telling.id for one in members))


_TOLD = select(tellings.c.event_id, tellings.c.id).where(listed(tellings.c.event_id))


def unsettled(connection: Connection, found: Sequence[Founded], kept: Mapping[str, Kept]) -> list[Founded]:
    """Those whose events don't have exactly their tellings."""
    told: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(_TOLD, {"ids": sorted({one.id for one in found})}):
        told[row.event_id].add(row.id)
    return [one for one in found if told[one.id] != set(one.story.tellings) or not _is_home(one, kept)]


def _is_home(one: Founded, kept: Mapping[str, Kept]) -> bool:
    return all(kept[key].event_id == one.id for key in one.story.tellings)


def is_new_and_alone(one: Founded, kept: Mapping[str, Kept]) -> bool:
    """Whether extraction has written its event already."""
    return len(one.story.tellings) == 1 and kept[one.story.tellings[0]].event_id is None


Said = Mapping[str, Sequence[Word]]

_OVERRIDDEN = select(override_mentions.c.override_id).where(listed(override_mentions.c.mention_id)).distinct()
_HOLDS = (
    select(override_mentions, event_mentions.c.event_id)
    .outerjoin(event_mentions, event_mentions.c.mention_id == override_mentions.c.mention_id)
    .where(listed(override_mentions.c.override_id))
)
_SAID = select(event_overrides).where(listed(event_overrides.c.id))


def said_of(connection: Connection, found: Iterable[Founded], kept: Mapping[str, Kept]) -> Said:
    """What persons said, by event: that which they spoke of, or what is left of it."""
    home = {mention: one.id for one in found for key in one.story.tellings for mention in kept[key].telling.mentions}
    ids = sorted(connection.execute(_OVERRIDDEN, {"ids": sorted(home)}).scalars())
    if not ids:
        return {}
    held: dict[str, dict[str, list[_Place]]] = defaultdict(lambda: defaultdict(list))
    for row in connection.execute(_HOLDS, {"ids": ids}):
        event = home.get(row.mention_id, row.event_id)
        if event is not None:  # else told no longer
            held[row.override_id][event].append((row.rank, row.mention_id))
    meant = {override: _meant(events) for override, events in held.items()}
    here = set(home.values())
    said: dict[str, list[Word]] = defaultdict(list)
    for row in connection.execute(_SAID, {"ids": [one for one in ids if meant.get(one) in here]}):
        said[meant[row.id]].append(_word(row))
    return said


# Where a mention stood in the event that a person spoke of, and its id.
_Place = tuple[int, str]


def _meant(held: Mapping[str, Sequence[_Place]]) -> str:
    """Of events that one was parted into, the one with most of its mentions, then with the one that stood first."""
    return min(held, key=lambda event: (-len(held[event]), min(held[event])))


def _word(row: AnyRow) -> Word:
    return Word(
        id=row.id,
        made_at=row.made_at,
        start=row.interval_start,
        end=row.interval_end,
        bound=Bound(row.bound) if row.bound else None,
        granularity=Granularity(row.granularity),
        zone=row.zone,
        edtf=row.edtf,
        withdrawn_at=row.withdrawn_at,
    )


_MOVED = select(event_moves.c.event_id).where(listed(event_moves.c.event_id))


def moved(connection: Connection, ids: Collection[str]) -> set[str]:
    """Which of these events had moved."""
    return set(connection.execute(_MOVED, {"ids": sorted(ids)}).scalars())
