"""Stories found in the database and written back as events: at one go, or in pieces that let other writes pass."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.story import Dispute
from app.extract.story.clustering import stories
from app.storage.engine.database import Connection
from app.storage.events.changes import changed_after, last_turn, take_turn
from app.storage.stories import becoming, story, tellings, unmerged
from app.storage.stories.disputing import Disputed
from app.storage.stories.founding import Founded, founded
from app.storage.stories.growth import Growth, Step, stands
from app.storage.stories.story import Round
from app.storage.stories.tellings import Kept
from app.work import metrics
from app.work.closure import closure
from app.work.growing import steps

# Tellings that one piece has at least, where there are more: writing them takes some hundredths of a second.
_PIECE = 50
# A story of so many is written in steps.
_LONG = 400

# Events written at one go, or a step of one.
Piece = Sequence[Founded] | Step


@dataclass(frozen=True, slots=True)
class Found:
    """Tellings as they were kept, the events that their stories are, and which tellings were to be merged.

    `disputes` are by event, `actors` are all that take part, by sense. `turn` is the last change that was looked at, at
    first the last before anything was read; `spoiled` are senses of which something came between. `growth` is how far
    an event was written that is written in steps.
    """

    turn: int
    kept: Mapping[str, Kept]
    events: Sequence[Founded]
    disputes: Mapping[str, Sequence[Disputed]]
    actors: Mapping[str, Set[str]]
    fresh: frozenset[str]
    spoiled: frozenset[str] = frozenset()
    growth: Growth | None = None


def find(connection: Connection, ids: Collection[str], most: int | None = None) -> Found:
    """The stories of these tellings and of all that has to do with them. Reads only. Raises TooMany."""
    turn = last_turn(connection)
    kept = closure(connection, ids, most)
    found = stories(one.telling for one in kept.values())
    events = tuple(founded(one, kept) for one in found.stories)
    metrics.MERGE_SIZE.observe(len(kept))
    metrics.MERGE_LARGEST.observe(len(kept))
    fresh = unmerged.waiting_among(connection, kept) | frozenset(ids)
    return Found(turn, kept, events, _disputes(events, found.disputes), _actors(kept), fresh)


def _disputes(events: Sequence[Founded], disputes: Sequence[Dispute]) -> Mapping[str, Sequence[Disputed]]:
    found: dict[str, list[Disputed]] = defaultdict(list)
    for one in disputes:
        ids = events[one.first].id, events[one.second].id
        for event in ids:
            found[event].append(Disputed(ids, one.known_from, one.reason))
    return found


def _actors(kept: Mapping[str, Kept]) -> Mapping[str, Set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in kept.values():
        found[one.telling.sense].update(party.id for party in one.telling.parties)
    return found


def settle(connection: Connection, found: Found, *, now: datetime, before: Sequence[str] = ()) -> None:
    """Writes what was found in the same transaction, which holds the turn."""
    story.settle(connection, found.events, _round(found, found.events, now, before))
    unmerged.merged(connection, found.fresh & _keys(found.events))
    becoming.vanished(connection, before, now)


def pieces(found: Found) -> Iterator[Piece]:
    """The events in parts of which no two have had an id or a telling in common, those of one sense together."""
    part: list[Founded] = []
    for together in sorted(_together(found.events), key=lambda group: _senses(found, group)):
        if len(together) == 1 and len(together[0].story.tellings) >= _LONG:
            yield from steps(together[0], found.kept)
            continue
        part += together
        if sum(len(one.story.tellings) for one in part) >= _PIECE:
            yield part
            part = []
    if part:
        yield part


def settle_piece(found: Found, piece: Piece, connection: Connection, now: datetime) -> Found:
    """Writes a part of what was found earlier, unless something came between: then it goes on waiting.

    Answers what was found, with what has come of it since.
    """
    turn = take_turn(connection)
    changed = changed_after(connection, found.turn) if turn > found.turn else set()
    found = replace(found, spoiled=found.spoiled | _joined(connection, found, changed))
    if isinstance(piece, Step):
        found = _settle_step(connection, found, piece, (changed, now))
    elif found.spoiled.isdisjoint(_senses(found, piece)) and _is_as_kept(connection, found, _keys(piece)):
        story.settle(connection, piece, _round(found, piece, now))
        unmerged.merged(connection, found.fresh & _keys(piece))
    return replace(found, turn=take_turn(connection))


def _settle_step(connection: Connection, found: Found, step: Step, since: tuple[Set[str], datetime]) -> Found:
    """A step that can't be written keeps those after it from being written, with all of its sense."""
    changed, now = since
    one, senses = step.event, frozenset(_senses(found, [step.event]))
    growth = found.growth if found.growth and found.growth.event_id == one.id else None
    goes_on = growth is None or (one.id not in changed and stands(connection, growth))
    if not (goes_on and found.spoiled.isdisjoint(senses) and _is_as_kept(connection, found, step.added)):
        return replace(found, spoiled=found.spoiled | senses)
    growth = story.grow(connection, step, _round(found, [one], now), growth)
    unmerged.merged(connection, found.fresh.intersection(step.added))
    return replace(found, growth=growth)


def _is_as_kept(connection: Connection, found: Found, keys: Iterable[str]) -> bool:
    return tellings.are_as_kept(connection, {key: found.kept[key] for key in keys})


def _keys(events: Sequence[Founded]) -> Set[str]:
    return {key for one in events for key in one.story.tellings}


def _senses(found: Found, events: Sequence[Founded]) -> list[str]:
    return sorted({found.kept[key].telling.sense for one in events for key in one.story.tellings})


def _round(found: Found, events: Sequence[Founded], now: datetime, known: Sequence[str] = ()) -> Round:
    disputes = dict.fromkeys(dispute for one in events for dispute in found.disputes.get(one.id, ()))
    return Round(found.kept, tuple(disputes), found.fresh, frozenset(known), now)


def _joined(connection: Connection, found: Found, changed: Set[str]) -> set[str]:
    """The senses of which others have merged what may have to do with what was found: an actor takes part in both."""
    since = tellings.senses(connection, changed) if changed else {}
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
