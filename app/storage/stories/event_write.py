"""Events written: those that changed are taken out and put in again, ids and links kept."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from sqlalchemy import Connection, Table, bindparam, update

from app.storage.events.removal import take_out
from app.storage.events.text import add_texts
from app.storage.insertion import add
from app.storage.mention_row import Values
from app.storage.stories.founding import Founded, Said
from app.storage.stories.material import Material, material_of
from app.storage.stories.standing import Standing
from app.storage.stories.story_row import State, Word, grown, mention_rows
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

Rows = dict[Table, list[Values]]
_WRITTEN = (
    events,
    event_actors,
    event_mentions,
    event_json,
    event_moves,
    event_states,
    event_state_actors,
)


def rewrite(connection: Connection, rewritten: Sequence[Founded], kept: Mapping[str, Kept], said: Said) -> None:
    if not rewritten:
        return
    take_out(connection, {key for one in rewritten for key in (*one.before, one.id)})
    material = material_of(connection, [kept[key] for one in rewritten for key in one.story.tellings])
    rows: Rows = defaultdict(list)
    for one in rewritten:
        _add(rows, one, material, said.get(one.id, ()))
    add_rows(connection, rows)


def add_rows(connection: Connection, rows: Rows) -> None:
    for table in _WRITTEN:
        add(connection, table, rows[table])
    add_texts(connection, rows[event_texts])


def _add(rows: Rows, one: Founded, material: Material, said: Sequence[Word]) -> None:
    story = grown(one.id, one.story, material, said)
    add_present(rows, one, story.states[-1], story.standing)
    add_states(rows, story.states)
    rows[event_mentions] += mention_rows(one.id, story.standing.ranked())
    rows[event_json].append({"event_id": one.id, "body": None})


def add_present(rows: Rows, one: Founded, present: State, standing: Standing) -> None:
    """The rows of an event as it is now, but for its mentions."""
    rows[events].append(present.event)
    rows[event_actors] += present.actors
    rows[event_texts].append({"event_id": one.id, "words": " ".join(sorted(standing.words))})
    if one.story.superseded:
        first = next(stage for stage in one.story.stages if stage.superseded)
        moved_at = standing.told[first.count - 1].published_at
        rows[event_moves].append({"event_id": one.id, "moved_at": moved_at})


def add_states(rows: Rows, states: Sequence[State]) -> None:
    """The rows of all these states but the last, each until the next."""
    for state, following in pairwise(states):
        known = {"known_from": state.known_from, "known_to": following.known_from}
        rows[event_states].append(state.event | known | {"lead": state.lead})
        rows[event_state_actors] += [row | known for row in state.actors]


_ASSIGN = update(tellings).where(tellings.c.id == bindparam("telling")).values(event_id=bindparam("event"))


def assign(connection: Connection, changed: Sequence[Founded], kept: Mapping[str, Kept]) -> None:
    """Notes at each telling which event it belongs to."""
    rows = [
        {"telling": key, "event": one.id}
        for one in changed
        for key in one.story.tellings
        if kept[key].event_id != one.id
    ]
    if rows:
        connection.execute(_ASSIGN, rows)
