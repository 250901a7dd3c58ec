"""Timelines: from a query to a page of events, and to as many events as a file may hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from orjson import Fragment
from sqlalchemy import Connection, func, select

from app.domain import civil
from app.domain.article import ArticleState
from app.domain.errors import BadCursor
from app.domain.event import ActorMatch, Event, TimelinePage
from app.domain.query import ActorMode, Sort, Status, TimelineQuery
from app.storage.actors.bearer import bearers
from app.storage.columns import AnyRow
from app.storage.cursor import Position, cursor_text, position_of
from app.storage.events.event_json import json_of
from app.storage.events.read import events_of
from app.storage.filters import Filter, filters, taking_part, with_actors
from app.storage.listing import listed
from app.storage.tables import articles, event_actors, jobs
from app.storage.timelines import search, spread, walk

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
    asked, keys, cursor = _page(connection, query, aliases)
    found = events_of(connection, [key.id for key in keys], as_of=query.as_of)
    return TimelinePage(tuple(found), cursor, asked.matches, asked.unresolved)


@dataclass(frozen=True, slots=True)
class PageInJson:
    """A TimelinePage whose events are JSON already."""

    items: tuple[Fragment, ...]
    next_cursor: str | None
    actors: tuple[ActorMatch, ...]
    unresolved_actors: tuple[str, ...]


def timeline_in_json(connection: Connection, query: TimelineQuery, aliases: Mapping[str, str]) -> PageInJson:
    """The page that `timeline` gives."""
    asked, keys, cursor = _page(connection, query, aliases)
    found = json_of(connection, [key.id for key in keys], query.as_of)
    return PageInJson(tuple(found), cursor, asked.matches, asked.unresolved)


def _page(
    connection: Connection, query: TimelineQuery, aliases: Mapping[str, str]
) -> tuple[_Asked, Sequence[AnyRow], str | None]:
    """Who was asked for, the keys of a page's events, and the cursor to the next page."""
    asked = _asked(connection, query, aliases)
    keys = _keys(connection, query, asked, query.limit + 1)
    more = len(keys) > query.limit
    cursor = cursor_text(_position(keys[query.limit - 1]), _told(query)) if more else None
    return asked, keys[: query.limit], cursor


def export(connection: Connection, query: TimelineQuery, aliases: Mapping[str, str], maximum: int) -> Iterator[Event]:
    """The events of a timeline from `query.cursor` on, at most `maximum`, a chunk at a time."""
    asked = _asked(connection, query, aliases)
    left, after = maximum, query.cursor
    while left > 0:
        chunk = min(left, _CHUNK)
        keys = _keys(connection, replace(query, cursor=after), asked, chunk)
        yield from events_of(connection, [key.id for key in keys], as_of=query.as_of)
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
    tenses = _TENSES if query.as_of else _TENSES[:1]
    plans = [plan for past in tenses if (plan := _plan(connection, query, asked, past=past))]
    if not plans:
        return ()
    values: walk.Values = {"limit": limit}
    for plan in plans:
        values |= plan.values
    statement = walk.together(tuple(plan.statement for plan in plans), query.sort)
    return connection.execute(statement, values).all()


# An event is found as it is, or as it was: never both, since `as_of` takes it in one state.
_TENSES = (False, True)


@dataclass(frozen=True, slots=True)
class Plan:
    """A statement and the values it runs with."""

    statement: walk.Statement
    values: walk.Values


@dataclass(frozen=True, slots=True)
class _Narrowed:
    """What a query narrows the timeline to: along which actors, by which filters, and the words to look for."""

    leaves: tuple[str, ...]
    clauses: tuple[Filter, ...]
    words: str | None


def _narrowed(connection: Connection, query: TimelineQuery, asked: _Asked, *, past: bool) -> _Narrowed | None:
    """None where nobody bears a name that the query needs, or `q` holds no word."""
    groups = [group for group in asked.groups if group]
    if query.actors and (not groups or (query.actor_mode is ActorMode.ALL and asked.unresolved)):
        return None
    words = None if query.q is None else search.asked_words(query.q, connection.dialect.name)
    if query.q is not None and words is None:
        return None
    leaves, others = _walked(connection, query, groups)
    with_others = (with_actors(f"also_{number}", group, query.roles) for number, group in enumerate(others))
    return _Narrowed(leaves, (*filters(query, _latest_day(connection, query), past=past), *with_others), words)


def _plan(connection: Connection, query: TimelineQuery, asked: _Asked, *, past: bool) -> Plan | None:
    """The statement for a page of keys; None where there are none."""
    after = _after(query)
    narrowed = _narrowed(connection, query, asked, past=past)
    if narrowed is None:
        return None
    leaves, clauses, words = narrowed.leaves, narrowed.clauses, narrowed.words
    if words and search.are_few(connection, words):
        who = [with_actors("one", leaves, query.roles)] if leaves else []
        clauses = (*clauses, *who, search.hit(words, connection.dialect.name))
        return Plan(walk.by_lookup(query.sort, clauses), _values(query, after, (), clauses))
    if words:
        clauses = (*clauses, search.tested(words, connection.dialect.name))
    clauses = (*clauses, *([taking_part(query.roles)] if leaves else []))
    build = walk.by_start if query.sort in _BY_START else walk.by_published
    statement = build(len(leaves), query.sort in _DESCENDING, clauses)
    return Plan(statement, _values(query, after, leaves, clauses))


def spread_plans(connection: Connection, query: TimelineQuery, aliases: Mapping[str, str]) -> Iterator[Plan]:
    """The statements that count a timeline's events by interval; none where there are no events."""
    asked = _asked(connection, query, aliases)
    for past in _TENSES if query.as_of else _TENSES[:1]:
        narrowed = _narrowed(connection, query, asked, past=past)
        if narrowed is not None:
            yield _spread_plan(connection, query, narrowed)


def _spread_plan(connection: Connection, query: TimelineQuery, narrowed: _Narrowed) -> Plan:
    hits = (search.hit(narrowed.words, connection.dialect.name),) if narrowed.words else ()
    roles = (taking_part(query.roles),) if narrowed.leaves else ()
    clauses = (*narrowed.clauses, *hits, *roles)
    values = spread.spread_values(query.start, query.end) | _filled(narrowed.leaves, clauses)
    return Plan(spread.by_interval(len(narrowed.leaves), clauses), values)


def _filled(leaves: Sequence[str], clauses: Sequence[Filter]) -> walk.Values:
    """The values of the actors walked along and of the filters."""
    values: walk.Values = {f"leaf_{number}": leaf for number, leaf in enumerate(leaves)}
    for clause in clauses:
        values |= clause.values
    return values


def _walked(
    connection: Connection, query: TimelineQuery, groups: Sequence[tuple[str, ...]]
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The actors to walk along, and the groups of which one must take part besides: the walk takes the rarest."""
    if query.actor_mode is not ActorMode.ALL or len(groups) < 2:
        return tuple(sorted({leaf for group in groups for leaf in group})), []
    rarest = min(groups, key=lambda group: _events_up_to(connection, group))
    return rarest, [group for group in groups if group is not rarest]


# Counting farther costs more than the order gains.
_RARE = 2_000
_FEW_EVENTS = select(func.count()).select_from(
    select(event_actors.c.event_id).where(listed(event_actors.c.actor_id)).limit(_RARE).subquery("few")
)


def _events_up_to(connection: Connection, group: tuple[str, ...]) -> int:
    return int(connection.execute(_FEW_EVENTS, {"ids": list(group)}).scalar_one())


def _after(query: TimelineQuery) -> Position | None:
    if query.cursor is None:
        return None
    kinds = (int, int, str) if query.sort in _BY_START else (str, str)
    return position_of(query.cursor, _told(query), kinds)


def _values(
    query: TimelineQuery, after: Position | None, leaves: Sequence[str], clauses: Sequence[Filter]
) -> walk.Values:
    descending = query.sort in _DESCENDING
    values = _filled(leaves, clauses)
    if query.sort in _BY_START:
        return values | walk.start_values(after, query.start, query.end, descending=descending)
    try:
        return values | walk.published_values(after, query.as_of, descending=descending)
    except ValueError as error:
        raise BadCursor(f"not a cursor of this service: {query.cursor!r}") from error


_LATEST = (
    select(articles.c.published_at)
    .join(jobs, (jobs.c.article_id == articles.c.id) & (jobs.c.state != ArticleState.RETRACTED.value))
    .order_by(articles.c.published_at.desc())
    .limit(1)
)


def _latest_day(connection: Connection, query: TimelineQuery) -> int | None:
    """The first minute of the latest day of publication, where the query asks what is overdue."""
    if query.status is not Status.OVERDUE or query.as_of is not None:
        return None
    latest = connection.execute(_LATEST).scalar()
    return None if latest is None else (latest.date().toordinal() - 1) * civil.MINUTES_A_DAY
