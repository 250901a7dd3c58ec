"""Stories found in the database and written back as events: at one go, or in pieces that let other writes pass."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.story import Dispute
from app.extract.story.clustering import stories
from app.storage import becoming, story, tellings, unmerged
from app.storage.changes import changed_after, last_turn, take_turn
from app.storage.database import Connection
from app.storage.founding import Founded, founded
from app.storage.story import Round
from app.storage.tellings import Kept
from app.work import metrics
from app.work.closure import closure

# Tellings that one piece has at least, where there are more: writing them takes some hundredths of a second.
_PIECE = 50


@dataclass(frozen=True, slots=True)
class Found:
    """Tellings as they were kept, the events that their stories are, and which tellings were to be merged.

    `turn` is the last change that was looked for, the last one before anything was read.
    """

    turn: int
    kept: Mapping[str, Kept]
    events: Sequence[Founded]
    disputes: Sequence[Dispute]
    fresh: frozenset[str]


def find(connection: Connection, ids: Collection[str], most: int | None = None) -> Found:
    """The stories of these tellings and of all that has to do with them. Reads only. Raises TooMany."""
    turn = last_turn(connection)
    kept = closure(connection, ids, most)
    found = stories(one.telling for one in kept.values())
    events = tuple(founded(one, kept) for one in found.stories)
    metrics.MERGE_SIZE.observe(len(kept))
    metrics.MERGE_LARGEST.observe(len(kept))
    return Found(turn, kept, events, found.disputes, unmerged.waiting_among(connection, kept) | frozenset(ids))


def settle(connection: Connection, found: Found, *, now: datetime, before: Sequence[str] = ()) -> None:
    """Writes what was found in the same transaction, which holds the turn."""
    _write(connection, found, found.events, (before, now))
    becoming.vanished(connection, before, now)


def pieces(found: Found) -> Iterator[Sequence[Founded]]:
    """The events in parts of which no two have had an id or a telling in common."""
    part: list[Founded] = []
    for together in _together(found.events):
        part += together
        if sum(len(one.story.tellings) for one in part) >= _PIECE:
            yield part
            part = []
    if part:
        yield part


def settle_piece(found: Found, piece: Sequence[Founded], connection: Connection, now: datetime) -> int | None:
    """Writes a part of what was found earlier; answers the turn from which the next part is to look for changes.

    None, and nothing is written, where something came between.
    """
    turn = take_turn(connection)
    ids = [key for one in piece for key in one.story.tellings]
    if tellings.by_id(connection, ids) != {key: found.kept[key] for key in ids} or _is_joined(connection, found):
        return None
    _write(connection, found, piece, ((), now))
    return turn


def _write(
    connection: Connection, found: Found, events: Sequence[Founded], when: tuple[Sequence[str], datetime]
) -> None:
    known, now = when
    merging = Round(found.kept, found.events, found.disputes, found.fresh, frozenset(known), now)
    story.settle(connection, events, merging)
    unmerged.merged(connection, found.fresh & {key for one in events for key in one.story.tellings})


def _is_joined(connection: Connection, found: Found) -> bool:
    """Whether what others merged since then may have to do with what was found."""
    since = tellings.senses(connection, changed_after(connection, found.turn))
    senses = {one.telling.sense for one in found.kept.values()}
    return any(sense in senses for key, sense in since.items() if key not in found.kept)


def _together(events: Sequence[Founded]) -> list[list[Founded]]:
    """Events that had an id in common, over any number of steps: they are written at one go."""
    group_of: dict[str, int] = {}
    groups: list[list[Founded]] = []
    for one in events:
        ids = {one.id, *one.before}
        joined = sorted({group_of[key] for key in ids if key in group_of})
        home = joined[0] if joined else len(groups)
        if not joined:
            groups.append([])
        for other in joined[1:]:
            for member in groups[other]:
                group_of |= dict.fromkeys((member.id, *member.before), home)
            groups[home] += groups[other]
            groups[other] = []
        groups[home].append(one)
        group_of |= dict.fromkeys(ids, home)
    return [group for group in groups if group]
