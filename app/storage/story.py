"""Stories written as events: those that changed are taken out and put in again, ids and links kept."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BindParameter, Connection, Table, bindparam, delete, insert, select, update

from app.domain.interval import Granularity
from app.domain.story import Stories, Story
from app.storage import changes
from app.storage.changes import ChangeKind
from app.storage.columns import AnyRow
from app.storage.insertion import insert_new
from app.storage.mention_row import Values
from app.storage.story_row import Material, Override, mention_rows, searched, states
from app.storage.tables import (
    event_actors,
    event_conflicts,
    event_mentions,
    event_moves,
    event_overrides,
    event_redirects,
    event_state_actors,
    event_states,
    event_texts,
    events,
    mention_actors,
    mentions,
    override_mentions,
    telling_conflicts,
)
from app.storage.tables import tellings as tellings_table
from app.storage.tellings import Kept

Noted = tuple[str, ChangeKind, str | None]

_IDS: BindParameter[str] = bindparam("ids", expanding=True)
_ARTICLES: BindParameter[str] = bindparam("articles", expanding=True)
_CHUNK = 5_000


@dataclass(frozen=True, slots=True)
class _Found:
    """A story, its event's id, and the ids its tellings had before."""

    story: Story
    id: str
    before: frozenset[str]


@dataclass(frozen=True, slots=True)
class Round:
    """What is merged at one go: tellings as kept, those of them that were to be merged, and the clock.

    `known` are the events of which an article told before it was read anew or retracted.
    """

    kept: Mapping[str, Kept]
    fresh: frozenset[str]
    known: frozenset[str]
    now: datetime


def settle(connection: Connection, found: Stories, merging: Round) -> None:
    """Makes the events those stories tell of what they are now.

    A telling that was never merged has an event of its own already, under its own id: see `results.store`.
    """
    kept = merging.kept
    named = [_named(story, kept) for story in found.stories]
    sizes = _sizes(connection, {one.id for one in named})
    overridden = _overrides(connection, [mention for one in kept.values() for mention in one.telling.mentions])
    held = {one.id for one in named if _overrides_of(one, kept, overridden)}
    changed = [
        one
        for one in named
        if not _stands(one, kept, sizes) or (one.id in held and merging.fresh & set(one.story.tellings))
    ]
    alone = [one for one in changed if _is_new_and_alone(one, kept) and one.id not in held]
    rewritten = [one for one in changed if one not in alone]
    moved_before = _moved(connection, sorted({key for one in rewritten for key in one.before}))
    if rewritten:
        _rewrite(connection, rewritten, kept, overridden)
    _assign(connection, changed, kept)
    _dispute(connection, found, named, changed)
    new = [one.id for one in alone if one.id not in merging.known]
    same = [one.id for one in alone if one.id in merging.known]
    noted: list[Noted] = [(one, ChangeKind.CREATED, None) for one in new]
    noted += [(one, ChangeKind.CHANGED, None) for one in same]
    changes.note(connection, [*noted, *_became(rewritten, merging, moved_before)], merging.now)


def _named(story: Story, kept: Mapping[str, Kept]) -> _Found:
    members = [kept[key] for key in story.tellings]
    smallest = min(mention for one in members for mention in one.telling.mentions)
    before = frozenset(one.event_id or one.telling.id for one in members)
    return _Found(story, smallest, before)


_SIZES = select(tellings_table.c.event_id, tellings_table.c.id).where(tellings_table.c.event_id.in_(_IDS))


def _sizes(connection: Connection, ids: set[str]) -> dict[str, set[str]]:
    """The tellings that each event had before."""
    found: dict[str, set[str]] = defaultdict(set)
    for chunk in _chunks(sorted(ids)):
        for row in connection.execute(_SIZES, {"ids": chunk}):
            found[row.event_id].add(row.id)
    return found


def _chunks(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[at : at + _CHUNK] for at in range(0, len(ids), _CHUNK))


def _stands(one: _Found, kept: Mapping[str, Kept], sizes: Mapping[str, set[str]]) -> bool:
    """Whether the event has the tellings it had."""
    same = all(kept[key].event_id == one.id for key in one.story.tellings)
    return same and sizes.get(one.id, set()) == set(one.story.tellings)


def _is_new_and_alone(one: _Found, kept: Mapping[str, Kept]) -> bool:
    return len(one.story.tellings) == 1 and kept[one.story.tellings[0]].event_id is None


def _overrides_of(one: _Found, kept: Mapping[str, Kept], overridden: Mapping[str, list[Override]]) -> list[Override]:
    mine = (mention for key in one.story.tellings for mention in kept[key].telling.mentions)
    return [override for mention in mine for override in overridden.get(mention, ())]


_OVERRIDDEN = select(override_mentions.c.override_id).where(override_mentions.c.mention_id.in_(_IDS)).distinct()
_HOLDS = (
    select(override_mentions.c.override_id, override_mentions.c.mention_id, event_mentions.c.event_id)
    .outerjoin(event_mentions, event_mentions.c.mention_id == override_mentions.c.mention_id)
    .where(override_mentions.c.override_id.in_(_IDS))
)
_OVERRIDES = select(event_overrides).where(event_overrides.c.id.in_(_IDS))


def _overrides(connection: Connection, mention_ids: Sequence[str]) -> dict[str, list[Override]]:
    """What persons said, by the smallest mention left of those they said it of."""
    ids: set[str] = set()
    for chunk in _chunks(mention_ids):
        ids |= set(connection.execute(_OVERRIDDEN, {"ids": chunk}).scalars())
    if not ids:
        return {}
    held: dict[str, str] = {}
    merging = set(mention_ids)
    for override_id, mention_id, event_id in connection.execute(_HOLDS, {"ids": sorted(ids)}):
        if event_id is None and mention_id not in merging:
            continue  # told no longer
        held[override_id] = min(held.get(override_id, mention_id), mention_id)
    found: dict[str, list[Override]] = defaultdict(list)
    for row in connection.execute(_OVERRIDES, {"ids": sorted(held)}):
        word = Override(row.made_at, row.interval_start, row.interval_end, Granularity(row.granularity), row.edtf)
        found[held[row.id]].append(word)
    return found


_MOVED = select(event_moves.c.event_id).where(event_moves.c.event_id.in_(_IDS))


def _moved(connection: Connection, ids: Sequence[str]) -> set[str]:
    return {one for chunk in _chunks(ids) for one in connection.execute(_MOVED, {"ids": chunk}).scalars()}


_EVENT: BindParameter[str] = bindparam("event")
_TAKEN_OUT = (
    *(delete(table).where(table.c.id == _EVENT) for table in (events, event_states)),
    *(
        delete(table).where(table.c.event_id == _EVENT)
        for table in (event_actors, event_state_actors, event_mentions, event_texts, event_moves, event_conflicts)
    ),
    delete(event_conflicts).where(event_conflicts.c.other_id == _EVENT),
    delete(event_redirects).where(event_redirects.c.event_id == _EVENT),
)


def take_out(connection: Connection, ids: Iterable[str]) -> None:
    """Removes events with all that is told of them."""
    gone = [{"event": one} for one in sorted(set(ids))]
    if gone:
        for statement in _TAKEN_OUT:
            connection.execute(statement, gone)


def _rewrite(
    connection: Connection,
    rewritten: Sequence[_Found],
    kept: Mapping[str, Kept],
    overridden: Mapping[str, list[Override]],
) -> None:
    take_out(connection, {key for one in rewritten for key in (*one.before, one.id)})
    material = _material(connection, [kept[key] for one in rewritten for key in one.story.tellings])
    rows: dict[Table, list[Values]] = defaultdict(list)
    for one in rewritten:
        _add(rows, one, material, _overrides_of(one, kept, overridden))
    for table in (events, event_actors, event_mentions, event_texts, event_moves, event_states, event_state_actors):
        if rows[table]:
            connection.execute(insert(table), rows[table])


def _add(rows: dict[Table, list[Values]], one: _Found, material: Material, overrides: Sequence[Override]) -> None:
    """The rows of one event, and of its earlier states, each until the next."""
    last = one.story.stages[-1]
    *earlier, present = every = states(one.id, one.story, material, overrides)
    rows[events].append(present.event)
    rows[event_actors] += present.actors
    rows[event_mentions] += mention_rows(one.id, last, material)
    rows[event_texts].append({"event_id": one.id, "words": searched(last, material)})
    for state, following in zip(earlier, every[1:], strict=True):
        known = {"known_from": state.known_from, "known_to": following.known_from}
        rows[event_states].append(state.event | known)
        rows[event_state_actors] += [row | known for row in state.actors]
    if last.superseded:
        moved_at = next(
            material.tellings[stage.tellings[-1]].published_at for stage in one.story.stages if stage.superseded
        )
        rows[event_moves].append({"event_id": one.id, "moved_at": moved_at})


_MENTIONS = select(mentions).where(mentions.c.article_id.in_(_ARTICLES), mentions.c.id.in_(_IDS))
_ACTORS = select(mention_actors).where(
    mention_actors.c.article_id.in_(_ARTICLES), mention_actors.c.mention_id.in_(_IDS)
)


def _material(connection: Connection, members: Sequence[Kept]) -> Material:
    rows: dict[str, AnyRow] = {}
    who: dict[str, list[AnyRow]] = defaultdict(list)
    for at in range(0, len(members), _CHUNK // 5):
        part = [one.telling for one in members[at : at + _CHUNK // 5]]
        ids = [mention for telling in part for mention in telling.mentions]
        values = {"articles": sorted({telling.article_id for telling in part}), "ids": ids}
        rows |= {row.id: row for row in connection.execute(_MENTIONS, values)}
        for row in connection.execute(_ACTORS, values):
            who[row.mention_id].append(row)
    return Material({one.telling.id: one.telling for one in members}, rows, who)


_ASSIGN = update(tellings_table).where(tellings_table.c.id == bindparam("telling")).values(event_id=bindparam("event"))


def _assign(connection: Connection, changed: Sequence[_Found], kept: Mapping[str, Kept]) -> None:
    rows = [
        {"telling": key, "event": one.id}
        for one in changed
        for key in one.story.tellings
        if kept[key].event_id != one.id
    ]
    if rows:
        connection.execute(_ASSIGN, rows)


_LOCAL = (
    select(telling_conflicts.c.telling_id, telling_conflicts.c.reason, tellings_table.c.event_id, tellings_table.c.id)
    .join(tellings_table, tellings_table.c.id == telling_conflicts.c.other_id)
    .where(telling_conflicts.c.telling_id.in_(_IDS))
)
_UNDISPUTE = delete(event_conflicts).where(event_conflicts.c.event_id.in_(_IDS) | event_conflicts.c.other_id.in_(_IDS))


def _dispute(connection: Connection, found: Stories, named: Sequence[_Found], changed: Sequence[_Found]) -> None:
    """Links events that disagree, both ways: as their articles tell it, and across articles."""
    home = {key: one.id for one in named for key in one.story.tellings}
    told = [key for one in changed for key in one.story.tellings]
    for chunk in _chunks([one.id for one in changed]):
        connection.execute(_UNDISPUTE, {"ids": chunk})
    pairs = {(named[one.first].id, named[one.second].id): one.reason for one in found.disputes}
    for chunk in _chunks(told):
        for telling, reason, event_id, other in connection.execute(_LOCAL, {"ids": chunk}).all():
            pairs.setdefault((home[telling], home.get(other) or event_id or other), reason)
    rows = [
        {"event_id": one, "other_id": other, "reason": reason}
        for (first, second), reason in sorted(pairs.items())
        for one, other in ((first, second), (second, first))
        if first != second
    ]
    if rows:
        connection.execute(insert_new(event_conflicts, connection.dialect.name), rows)


def _became(rewritten: Sequence[_Found], merging: Round, moved_before: set[str]) -> list[Noted]:
    """What is to be noted of the events written anew, and of the ids that went into them."""
    noted: list[Noted] = []
    standing = {one.id for one in rewritten}
    for one in rewritten:
        known = {old for key in one.story.tellings if (old := merging.kept[key].event_id)}
        if not known and one.id not in merging.known:
            kind = ChangeKind.CREATED
        elif one.story.superseded and not moved_before & one.before:
            kind = ChangeKind.MOVED
        else:
            kind = ChangeKind.CHANGED
        noted.append((one.id, kind, None))
        noted += [(old, ChangeKind.MERGED, one.id) for old in sorted(known) if old not in standing]
    return noted


_STANDING = select(events.c.id).where(events.c.id.in_(_IDS))
_ELSEWHERE = select(event_mentions.c.mention_id).where(event_mentions.c.mention_id.in_(_IDS))


def vanished(connection: Connection, before: Sequence[str], now: datetime) -> None:
    """Notes those of the events an article told of that nothing tells of any more."""
    left = {one for query in (_STANDING, _ELSEWHERE) for one in connection.execute(query, {"ids": before}).scalars()}
    changes.note(connection, [(one, ChangeKind.RETRACTED, None) for one in before if one not in left], now)
