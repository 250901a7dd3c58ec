"""Events written: those that changed are taken out and put in again, ids and links kept."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import BindParameter, Connection, Table, bindparam, delete, select, update

from app.domain.story import Dispute
from app.storage.columns import AnyRow
from app.storage.event_json import expire, expire_beside
from app.storage.event_removal import take_out
from app.storage.event_text import add_texts
from app.storage.founding import Founded, Said
from app.storage.insertion import add, add_new
from app.storage.listing import listed
from app.storage.mention_row import Values
from app.storage.standing import Material
from app.storage.story_row import Word, grown, mention_rows, searched
from app.storage.tables import (
    event_actors,
    event_conflicts,
    event_json,
    event_mentions,
    event_moves,
    event_state_actors,
    event_states,
    event_texts,
    events,
    mention_actors,
    mentions,
    telling_conflicts,
    tellings,
)
from app.storage.tellings import Kept

_EVENT: BindParameter[str] = bindparam("event")


def rewrite(connection: Connection, rewritten: Sequence[Founded], kept: Mapping[str, Kept], said: Said) -> None:
    if not rewritten:
        return
    take_out(connection, {key for one in rewritten for key in (*one.before, one.id)})
    material = _material(connection, [kept[key] for one in rewritten for key in one.story.tellings])
    rows: dict[Table, list[Values]] = defaultdict(list)
    for one in rewritten:
        _add(rows, one, material, said.get(one.id, ()))
    for table in _WRITTEN:
        add(connection, table, rows[table])
    add_texts(connection, rows[event_texts])


_WRITTEN = (
    events,
    event_actors,
    event_mentions,
    event_json,
    event_moves,
    event_states,
    event_state_actors,
)


def _add(rows: dict[Table, list[Values]], one: Founded, material: Material, said: Sequence[Word]) -> None:
    """The rows of one event, and of its earlier states, each until the next."""
    story = grown(one.id, one.story, material, said)
    *earlier, present = every = story.states
    ranked = story.standing.ranked()
    rows[events].append(present.event)
    rows[event_actors] += present.actors
    rows[event_mentions] += mention_rows(one.id, ranked)
    rows[event_texts].append({"event_id": one.id, "words": searched(ranked, material.actors)})
    rows[event_json].append({"event_id": one.id, "body": None})
    for state, following in zip(earlier, every[1:], strict=True):
        known = {"known_from": state.known_from, "known_to": following.known_from}
        rows[event_states].append(state.event | known | {"lead": state.lead})
        rows[event_state_actors] += [row | known for row in state.actors]
    if one.story.superseded:
        first = next(stage for stage in one.story.stages if stage.superseded)
        moved_at = material.tellings[one.story.tellings[first.count - 1]].published_at
        rows[event_moves].append({"event_id": one.id, "moved_at": moved_at})


_ARTICLES: BindParameter[str] = bindparam("articles", expanding=True)
_IDS: BindParameter[str] = bindparam("ids", expanding=True)
# Both parts of the key, in small pieces: SQLite looks for each article with each mention of a piece.
_MENTIONS = select(mentions).where(mentions.c.article_id.in_(_ARTICLES), mentions.c.id.in_(_IDS))
_ACTORS = select(mention_actors).where(
    mention_actors.c.article_id.in_(_ARTICLES), mention_actors.c.mention_id.in_(_IDS)
)
_PIECE = 32


def _material(connection: Connection, members: Sequence[Kept]) -> Material:
    rows: dict[str, AnyRow] = {}
    who: dict[str, list[AnyRow]] = defaultdict(list)
    for at in range(0, len(members), _PIECE):
        part = [one.telling for one in members[at : at + _PIECE]]
        ids = [mention for telling in part for mention in telling.mentions]
        values = {"articles": sorted({telling.article_id for telling in part}), "ids": ids}
        rows |= {row.id: row for row in connection.execute(_MENTIONS, values)}
        for row in connection.execute(_ACTORS, values):
            who[row.mention_id].append(row)
    return Material({one.telling.id: one.telling for one in members}, rows, who)


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


_LOCAL = (
    select(telling_conflicts.c.telling_id, telling_conflicts.c.reason, tellings.c.published_at)
    .add_columns(tellings.c.event_id, tellings.c.id)
    .join(tellings, tellings.c.id == telling_conflicts.c.other_id)
    .where(listed(telling_conflicts.c.telling_id))
)
_UNDISPUTE = (
    delete(event_conflicts).where(listed(event_conflicts.c.event_id)),
    delete(event_conflicts).where(listed(event_conflicts.c.other_id)),
)


def dispute(
    connection: Connection, changed: Sequence[Founded], named: Sequence[Founded], disputes: Sequence[Dispute]
) -> None:
    """Links events that disagree, both ways: as their articles tell it, and across articles (`disputes` of `named`)."""
    if not changed:
        return
    expire_beside(connection, [one.id for one in changed])
    for statement in _UNDISPUTE:
        connection.execute(statement, {"ids": [one.id for one in changed]})
    home = {key: one.id for one in named for key in one.story.tellings}
    told = [key for one in changed for key in one.story.tellings]
    since = [((named[one.first].id, named[one.second].id), (one.known_from, one.reason)) for one in disputes]
    for telling, reason, published_at, event_id, other in connection.execute(_LOCAL, {"ids": told}):
        since.append(((home[telling], home.get(other) or event_id or other), (published_at, reason)))
    pairs: dict[tuple[str, ...], tuple[datetime, str]] = {}
    for pair, known in since:
        key = tuple(sorted(pair))
        pairs[key] = min(pairs.get(key, known), known)
    rows = [
        {"event_id": one, "other_id": other, "reason": reason, "known_from": known_from}
        for (first, second), (known_from, reason) in sorted(pairs.items())
        for one, other in ((first, second), (second, first))
        if first != second
    ]
    add_new(connection, event_conflicts, rows)
    if rows:
        expire(connection, (one for pair in pairs for one in pair))
