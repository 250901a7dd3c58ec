"""An event of very many tellings written step by step, each in a transaction of its own.

After each step it is what its tellings so far make it, and those that are not in it yet stand by themselves.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import BindParameter, Connection, bindparam, delete, func, select

from app.storage.columns import Instant
from app.storage.events.event_json import expire
from app.storage.events.removal import take_out
from app.storage.mention_row import Values
from app.storage.stories.event_write import Rows, add_present, add_rows, add_states
from app.storage.stories.founding import Founded
from app.storage.stories.material import material_of
from app.storage.stories.standing import Ranked
from app.storage.stories.story_row import NOTHING, Base, State, Word, grown, mention_rows
from app.storage.stories.tellings import Kept
from app.storage.tables import (
    event_actors,
    event_json,
    event_mentions,
    event_moves,
    event_state_actors,
    event_states,
    event_texts,
    events,
    tellings,
)


@dataclass(frozen=True, slots=True)
class Step:
    """An event as it is after a step, and which of its tellings that adds.

    The first `settled` of its tellings are in it as they will be in the end: more come after them alone.
    """

    event: Founded
    added: tuple[str, ...]
    settled: int

    @property
    def is_last(self) -> bool:
        return self.settled == len(self.event.story.tellings)


@dataclass(frozen=True, slots=True)
class Growth:
    """How far an event was written: its tellings, and its mentions in their order; None where no step was yet."""

    event_id: str
    said: Sequence[Word]
    base: Base = NOTHING
    tellings: int = 0
    mentions: Sequence[str] | None = None


_EVENT: BindParameter[str] = bindparam("event")
_COUNT = select(func.count()).where(tellings.c.event_id == _EVENT)
_RANKED = select(event_mentions.c.mention_id).where(event_mentions.c.event_id == _EVENT).order_by(event_mentions.c.rank)
_PRESENT = tuple(
    delete(column.table).where(column == _EVENT)
    for column in (events.c.id, event_actors.c.event_id, event_texts.c.event_id, event_moves.c.event_id)
)
_SINCE = bindparam("since", type_=Instant)
_PAST = tuple(
    delete(table).where(column == _EVENT, table.c.known_from >= _SINCE)
    for table, column in (
        (event_states, event_states.c.id),
        (event_state_actors, event_state_actors.c.event_id),
    )
)
_UNRANK = delete(event_mentions).where(event_mentions.c.event_id == _EVENT, event_mentions.c.rank == bindparam("at"))


def stands(connection: Connection, growth: Growth) -> bool:
    """Whether the event still has just the tellings that it was written with."""
    return _count(connection, growth.event_id) == growth.tellings


def grow(connection: Connection, step: Step, kept: Mapping[str, Kept], growth: Growth) -> Growth:
    """Writes a step; `growth` is what the one before it answered. What was written before stays where it can."""
    one, base = step.event, growth.base
    material = material_of(connection, [kept[key] for key in one.story.tellings[base.count :]])
    story = grown(one.id, one.story, material, growth.said, base=base, keep=step.settled)
    ranked, states = story.standing.ranked(), story.states
    rows: Rows = defaultdict(list)
    before = _written(connection, one, kept, growth.said) if growth.mentions is None else growth.mentions
    if before is None:
        take_out(connection, {*one.before, one.id})
        rows[event_json].append({"event_id": one.id, "body": None})
        rows[event_mentions] += mention_rows(one.id, ranked)
    else:
        states = states[_still(one, kept, states) :] if growth.mentions is None else states
        _make_room(connection, one, states[0].known_from)
        rows[event_mentions] += _renumbered(connection, one.id, before, ranked)
    add_present(rows, one, states[-1], story.standing)
    add_states(rows, states)
    add_rows(connection, rows)
    mentions = [each.row.id for each in ranked]
    return replace(growth, base=story.base, tellings=len(one.story.tellings), mentions=mentions)


def _count(connection: Connection, event_id: str) -> int:
    return int(connection.execute(_COUNT, {"event": event_id}).scalar_one())


def _written(
    connection: Connection, one: Founded, kept: Mapping[str, Kept], said: Sequence[Word]
) -> Sequence[str] | None:
    """The mentions in their order, where the event is there, with tellings that all stay and nothing said of it."""
    home = sum(kept[key].event_id == one.id for key in one.story.tellings)
    if said or not home or _count(connection, one.id) != home:
        return None
    return connection.execute(_RANKED, {"event": one.id}).scalars().all() or None


def _still(one: Founded, kept: Mapping[str, Kept], states: Sequence[State]) -> int:
    """How many of the states stay as they are: of all that begin before anything new was published, not the last."""
    new = [kept[key].telling.published_at for key in one.story.tellings if kept[key].event_id != one.id]
    return max(0, sum(state.known_from < min(new) for state in states) - 1) if new else 0


def _make_room(connection: Connection, one: Founded, since: datetime) -> None:
    """Takes out those that are told in this event now, and of it itself what is to be written anew."""
    take_out(connection, one.before - {one.id})
    for statement in _PRESENT:
        connection.execute(statement, {"event": one.id})
    for statement in _PAST:
        connection.execute(statement, {"event": one.id, "since": since})
    expire(connection, [one.id])


def _renumbered(
    connection: Connection, event_id: str, before: Sequence[str], ranked: Sequence[Ranked]
) -> Iterator[Values]:
    """The rows of mentions that are new or have another number now; those whose place they take go."""
    same = {number for number in range(-min(len(before), len(ranked)), 0) if before[number] == ranked[number].row.id}
    if gone := [{"event": event_id, "at": number} for number in range(-len(before), 0) if number not in same]:
        connection.execute(_UNRANK, gone)
    return mention_rows(event_id, ranked, same)
