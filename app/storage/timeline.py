"""Timelines: from a query to a page of events, and to as many events as a file may hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from app.domain import civil
from app.domain.errors import BadCursor
from app.domain.event import ActorMatch, Event, TimelinePage
from app.domain.query import ActorMode, Sort, Status, TimelineQuery
from app.storage import search, walk
from app.storage.bearer import bearers
from app.storage.columns import AnyRow
from app.storage.cursor import Position, cursor_text, position_of
from app.storage.event_read import events_of
from app.storage.filters import Filter, filters, taking_part, with_actors
from app.storage.tables import articles

# Events read at a time for a file.
_CHUNK = 200
_BY_START = (Sort.START, Sort.START_DESCENDING)
_DESCENDING = (Sort.START_DESCENDING, Sort.PUBLISHED_DESCENDING)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The actors a query names: who they are, and the ids to look for, by each name."""

    matches: tuple[ActorMatch, ...]
    unresolved: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]


def timeline(connection: Connection, query: TimelineQuery, aliases: Mapping[str, str]) -> TimelinePage:
    """A page of a timeline. `aliases` gives the normal form of each text in `query.actors`.

    A name that nobody bears is listed as unresolved; BadCursor is raised for a cursor of another query.
    """
    asked = _asked(connection, query, aliases)
    keys = _keys(connection, query, asked, query.limit + 1)
    cursor = None
    if len(keys) > query.limit:
        cursor = cursor_text(_position(keys[query.limit - 1]), _told(query))
    found = events_of(connection, [key.id for key in keys[: query.limit]])
    return TimelinePage(tuple(found), cursor, asked.matches, asked.unresolved)


def export(connection: Connection, query: TimelineQuery, aliases: Mapping[str, str], maximum: int) -> Iterator[Event]:
    """The events of a timeline from `query.cursor` on, at most `maximum`, a chunk at a time."""
    asked = _asked(connection, query, aliases)
    left, after = maximum, query.cursor
    while left > 0:
        chunk = min(left, _CHUNK)
        keys = _keys(connection, replace(query, cursor=after), asked, chunk)
        yield from events_of(connection, [key.id for key in keys])
        if len(keys) < chunk:
            return
        left -= chunk
        after = cursor_text(_position(keys[-1]), _told(query))


def _asked(connection: Connection, query: TimelineQuery, aliases: Mapping[str, str]) -> _Asked:
    names = tuple(dict.fromkeys(query.actors))
    found = {name: bearers(connection, name, aliases.get(name)) for name in names}
    return _Asked(
        matches=tuple(match for name in names for match in found[name].matches),
        unresolved=tuple(name for name in names if not found[name].leaves),
        groups=tuple(found[name].leaves for name in names),
    )


def _told(query: TimelineQuery) -> tuple[object, ...]:
    """What a cursor holds for: everything asked but how much of it."""
    whole = replace(query, cursor=None, limit=0)
    return tuple(getattr(whole, name) for name in whole.__slots__)


def _position(key: AnyRow) -> Position:
    return tuple(part if isinstance(part, (int, str)) else part.isoformat() for part in key)


def _keys(connection: Connection, query: TimelineQuery, asked: _Asked, limit: int) -> Sequence[AnyRow]:
    """Up to `limit` keys of the timeline's events, in order, from the cursor on."""
    plan = _plan(connection, query, asked)
    if plan is None:
        return []
    return connection.execute(plan.statement, plan.values | {"limit": limit}).all()


@dataclass(frozen=True, slots=True)
class _Plan:
    statement: walk.Statement
    values: walk.Values


def _plan(connection: Connection, query: TimelineQuery, asked: _Asked) -> _Plan | None:
    """The statement for a query; None where nobody bears a name it needs, or `q` holds no word."""
    after = _after(query)
    narrowed = list(filters(query, _latest_day(connection, query)))
    groups = [group for group in asked.groups if group]
    if query.actors and (not groups or (query.actor_mode is ActorMode.ALL and asked.unresolved)):
        return None
    leaves, others = _walked(query, groups)
    narrowed += [with_actors(number, group, query.roles) for number, group in enumerate(others)]
    if query.q is not None:
        words = search.asked_words(query.q, connection.dialect.name)
        if words is None:
            return None
        if search.are_few(connection, words):
            looked_up = [with_actors(len(others), leaves, query.roles)] if leaves else []
            clauses = (*narrowed, *looked_up, search.hit(words, connection.dialect.name))
            return _Plan(walk.by_lookup(query.sort, clauses), _values(query, after, (), clauses))
        narrowed.append(search.tested(words, connection.dialect.name))
    clauses = (*narrowed, *([taking_part(query.roles)] if leaves else []))
    build = walk.by_start if query.sort in _BY_START else walk.by_published
    statement = build(len(leaves), query.sort in _DESCENDING, clauses)
    return _Plan(statement, _values(query, after, leaves, clauses))


def _walked(query: TimelineQuery, groups: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The actors to walk along, and the groups of which one must take part besides."""
    if query.actor_mode is ActorMode.ALL and groups:
        return groups[0], list(groups[1:])
    return tuple(sorted({leaf for group in groups for leaf in group})), []


def _after(query: TimelineQuery) -> Position | None:
    if query.cursor is None:
        return None
    kinds = (int, int, str) if query.sort in _BY_START else (str, str)
    return position_of(query.cursor, _told(query), kinds)


def _values(
    query: TimelineQuery, after: Position | None, leaves: Sequence[str], clauses: Sequence[Filter]
) -> walk.Values:
    descending = query.sort in _DESCENDING
    values: walk.Values = {f"leaf_{number}": leaf for number, leaf in enumerate(leaves)}
    for clause in clauses:
        values |= clause.values
    if query.sort in _BY_START:
        # A range that is met by starting inside it needs nothing from before or after.
        return values | walk.start_values(after, query.start, query.end, descending=descending)
    try:
        return values | walk.published_values(after, descending=descending)
    except ValueError as error:
        raise BadCursor(f"not a cursor of this service: {query.cursor!r}") from error


_LATEST = select(func.max(articles.c.published_at))


def _latest_day(connection: Connection, query: TimelineQuery) -> int | None:
    """The first minute of the latest day of publication, where the query asks what is overdue."""
    if query.status is not Status.OVERDUE or query.as_of is not None:
        return None
    latest = connection.execute(_LATEST).scalar_one()
    return None if latest is None else (latest.date().toordinal() - 1) * civil.MINUTES_A_DAY
