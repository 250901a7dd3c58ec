"""Stories found in the database and written back as events: at one go, or in pieces that let other writes pass."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
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

    `actors` are all that take part, by sense. `turn` is the last change that was looked at, at first the last before
    anything was read; `spoiled` are senses of which something came between.
    """

    turn: int
    kept: Mapping[str, Kept]
    events: Sequence[Founded]
    disputes: Sequence[Dispute]
    actors: Mapping[str, Set[str]]
    fresh: frozenset[str]
    spoiled: frozenset[str] = frozenset()


def find(connection: Connection, ids: Collection[str], most: int | None = None) -> Found:
    """The stories of these tellings and of all that has to do with them. Reads only. Raises TooMany."""
    turn = last_turn(connection)
    kept = closure(connection, ids, most)
    found = stories(one.telling for one in kept.values())
    events = tuple(founded(one, kept) for one in found.stories)
    metrics.MERGE_SIZE.observe(len(kept))
    metrics.MERGE_LARGEST.observe(len(kept))
    fresh = unmerged.waiting_among(connection, kept) | frozenset(ids)
    return Found(turn, kept, events, found.disputes, _actors(kept), fresh)


def _actors(kept: Mapping[str, Kept]) -> Mapping[str, Set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in kept.values():
        found[one.telling.sense].update(party.id for party in one.telling.parties)
    return found


def settle(connection: Connection, found: Found, *, now: datetime, before: Sequence[str] = ()) -> None:
    """Writes what was found in the same transaction, which holds the turn."""
    _write(connection, found, found.events, (before, now))
    becoming.vanished(connection, before, now)


def pieces(found: Found) -> Iterator[Sequence[Founded]]:
    """The events in parts of which no two have had an id or a telling in common, those of one sense together."""
    part: list[Founded] = []
    for together in sorted(_together(found.events), key=lambda group: _senses(found, group)):
        part += together
        if sum(len(one.story.tellings) for one in part) >= _PIECE:
            yield part
            part = []
    if part:
        yield part


def settle_piece(found: Found, piece: Sequence[Founded], connection: Connection, now: datetime) -> Found:
    """Writes a part of what was found earlier, unless something came between: then it goes on waiting.

    Answers what was found, with what has come of it since.
    """
    found = replace(found, turn=take_turn(connection), spoiled=found.spoiled | _joined(connection, found))
    kept = {key: found.kept[key] for one in piece for key in one.story.tellings}
    if found.spoiled.isdisjoint(_senses(found, piece)) and tellings.are_as_kept(connection, kept):
        _write(connection, found, piece, ((), now))
    return found


def _senses(found: Found, events: Sequence[Founded]) -> list[str]:
    return sorted({found.kept[key].telling.sense for one in events for key in one.story.tellings})


def _write(
    connection: Connection, found: Found, events: Sequence[Founded], when: tuple[Sequence[str], datetime]
) -> None:
    known, now = when
    merging = Round(found.kept, found.events, found.disputes, found.fresh, frozenset(known), now)
    story.settle(connection, events, merging)
    unmerged.merged(connection, found.fresh & {key for one in events for key in one.story.tellings})


def _joined(connection: Connection, found: Found) -> set[str]:
    """The senses of which others have merged what may have to do with what was found: an actor takes part in both."""
    since = tellings.senses(connection, changed_after(connection, found.turn))
    others = [key for key, sense in since.items() if sense in found.actors and key not in found.kept]
    return {
        other.telling.sense
        for other in tellings.by_id(connection, others).values()
        if {party.id for party in other.telling.parties} & found.actors[other.telling.sense]
    }


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
