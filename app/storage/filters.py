"""What a timeline can be narrowed by: one small function a filter, each giving a clause and the values it needs.

A clause depends on the shape of a query alone (which filters, how many values), so that statements are built once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, BindParameter, Column, ColumnElement, FromClause, and_, bindparam, exists, or_

from app.domain import civil
from app.domain.mention import Factuality
from app.domain.query import DateMode, Status, TimelineQuery
from app.storage.breadth import ALWAYS
from app.storage.columns import Instant
from app.storage.tables import (
    article_sources,
    event_actors,
    event_conflicts,
    event_mentions,
    event_moves,
    event_state_actors,
    event_states,
    events,
)


@dataclass(frozen=True, slots=True)
class Rows:
    """A table that a timeline can be walked along, and its column that holds the event's id."""

    table: FromClause
    id: Column[str]


BY_EVENT = Rows(events, events.c.id)
BY_ACTOR = Rows(event_actors, event_actors.c.event_id)
# What events looked like before another article told of them: see `_known_then`.
PAST_BY_EVENT = Rows(event_states, event_states.c.id)
PAST_BY_ACTOR = Rows(event_state_actors, event_state_actors.c.event_id)


@dataclass(frozen=True, slots=True)
class Filter:
    """A clause on the rows of a timeline. Two filters of one name have the same clause; their values may differ."""

    name: str
    clause: Callable[[Rows], ColumnElement[bool]] = field(compare=False)
    values: dict[str, object] = field(default_factory=dict, compare=False)


def rows_of(leaves: int, clauses: Sequence[Filter]) -> Rows:
    """What to walk: events, or an actor's; as they are, or as they were where the clauses say so."""
    if any(clause.name == PAST for clause in clauses):
        return PAST_BY_ACTOR if leaves else PAST_BY_EVENT
    return BY_ACTOR if leaves else BY_EVENT


def filters(query: TimelineQuery, latest_day: int | None, *, past: bool = False) -> tuple[Filter, ...]:
    """All filters of a query but actors, roles and words. `latest_day` is what `status=overdue` counts against.

    With `past` they are for what events looked like before their present state, at `as_of`.
    """
    found = [
        _one_of("factuality", query.factualities),
        _one_of("basis", query.bases),
        _one_of("granularity", query.granularities),
        _confidence(query),
        _dates(query),
        _published(query),
        _known_then(query, past=past),
        _sources(query),
        _conflicts(query),
        _status(query, latest_day),
    ]
    return tuple(one for one in found if one)


def _one_of(column: str, values: Sequence[str]) -> Filter | None:
    if not values:
        return None
    told = _numbered(column, sorted({str(value) for value in values}))
    return Filter(f"{column} {len(told)}", lambda rows: _among(rows.table.c[column], told), told)


def _numbered(name: str, values: Sequence[str]) -> dict[str, object]:
    return {f"{name}_{number}": value for number, value in enumerate(values)}


def _among(column: ColumnElement[str], names: Sequence[str] | dict[str, object]) -> ColumnElement[bool]:
    return column.in_([bindparam(name, type_=column.type) for name in names])


def _confidence(query: TimelineQuery) -> Filter | None:
    if query.min_confidence <= 0:
        return None
    return Filter(
        "confidence",
        lambda rows: rows.table.c.confidence >= bindparam("min_confidence"),
        {"min_confidence": query.min_confidence},
    )


def _dates(query: TimelineQuery) -> Filter | None:
    if query.start is None and query.end is None:
        return None
    start = -ALWAYS if query.start is None else query.start
    end = ALWAYS if query.end is None else query.end
    clause = {DateMode.OVERLAPS: overlaps, DateMode.WITHIN: _within, DateMode.STARTS: _starts}[query.date_mode]
    return Filter(f"dates {query.date_mode}", clause, {"range_start": start, "range_end": end})


_START = bindparam("range_start", type_=BigInteger)
_END = bindparam("range_end", type_=BigInteger)


def overlaps(rows: Rows) -> ColumnElement[bool]:
    """The reach meets the range; with an open end, its known end or the publication that told it also lies inside."""
    start, end, told_at = (rows.table.c[name] for name in ("reach_start", "reach_end", "told_at"))
    return or_(
        and_(start < _END, end > _START),
        and_(end.is_(None), start < _END, or_(start >= _START, and_(told_at >= _START, told_at < _END))),
        and_(start.is_(None), end > _START, or_(end <= _END, and_(told_at >= _START, told_at < _END))),
    )


def _within(rows: Rows) -> ColumnElement[bool]:
    return and_(rows.table.c.interval_start >= _START, rows.table.c.interval_end <= _END)


def _starts(rows: Rows) -> ColumnElement[bool]:
    return and_(rows.table.c.interval_start >= _START, rows.table.c.interval_start < _END)


def _told(rows: Rows, *clauses: ColumnElement[bool]) -> ColumnElement[bool]:
    """Some article tells of the event that the clauses hold for."""
    return exists().where(event_mentions.c.event_id == rows.id, *clauses).correlate(rows.table)


def _published(query: TimelineQuery) -> Filter | None:
    bounds: list[ColumnElement[bool]] = []
    values: dict[str, object] = {}
    if query.published_from is not None:
        bounds.append(event_mentions.c.published_at >= bindparam("published_from", type_=Instant))
        values["published_from"] = query.published_from
    if query.published_to is not None:
        bounds.append(event_mentions.c.published_at < bindparam("published_to", type_=Instant))
        values["published_to"] = query.published_to
    return Filter(f"published {sorted(values)}", lambda rows: _told(rows, *bounds), values) if bounds else None


PAST = "as of, in an earlier state"
_AS_OF = bindparam("as_of", type_=Instant)


def _known_then(query: TimelineQuery, *, past: bool) -> Filter | None:
    """An event is as it is now where its last word was known by then, and else in the one state that held then."""
    if query.as_of is None:
        return None
    if past:
        return Filter(PAST, lambda rows: held_then(rows.table, _AS_OF), {"as_of": query.as_of})
    return Filter("as_of", lambda rows: and_(_was_told(rows), ~_was_other(rows)), {"as_of": query.as_of})


def held_then(states: FromClause, as_of: BindParameter[datetime]) -> ColumnElement[bool]:
    return and_(states.c.known_from < as_of, states.c.known_to >= as_of)


def _was_told(rows: Rows) -> ColumnElement[bool]:
    return rows.table.c.last_published < _AS_OF


def _was_other(rows: Rows) -> ColumnElement[bool]:
    """A person gave it its time only after that."""
    return exists().where(event_states.c.id == rows.id, event_states.c.known_to >= _AS_OF).correlate(rows.table)


def _sources(query: TimelineQuery) -> Filter | None:
    if not query.sources:
        return None
    told = _numbered("source", sorted(set(query.sources)))
    same = article_sources.c.article_id == event_mentions.c.article_id
    return Filter(f"source {len(told)}", lambda rows: _told(rows, same, _among(article_sources.c.source, told)), told)


def _conflicts(query: TimelineQuery) -> Filter | None:
    """Texts disagree; of those published by `as_of`, where it is given."""
    if not query.conflicts:
        return None
    if query.as_of is None:
        return Filter("conflicts", _disputed)
    return Filter("conflicts then", lambda rows: _disputed(rows, event_conflicts.c.known_from < _AS_OF))


def _disputed(rows: Rows, *clauses: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(event_conflicts.c.event_id == rows.id, *clauses).correlate(rows.table)


def _status(query: TimelineQuery, latest_day: int | None) -> Filter | None:
    """Overdue: planned, and its reach ended before the day. Moved: a later article gave a plan another time."""
    match query.status:
        case None:
            return None
        case Status.MOVED:
            return _moved(query)
        case Status.OVERDUE:
            day = _day_before(query) if query.as_of else latest_day
            values: dict[str, object] = {"planned": Factuality.PLANNED.value, "day": -ALWAYS if day is None else day}
            return Filter("overdue", _overdue, values)


def _moved(query: TimelineQuery) -> Filter:
    then = [] if query.as_of is None else [event_moves.c.moved_at < _AS_OF]
    moved = exists().where(*then)
    return Filter(
        f"moved {len(then)}", lambda rows: moved.where(event_moves.c.event_id == rows.id).correlate(rows.table)
    )


def _overdue(rows: Rows) -> ColumnElement[bool]:
    table = rows.table.c
    return and_(table.factuality == bindparam("planned"), table.reach_end <= bindparam("day", type_=BigInteger))


def _day_before(query: TimelineQuery) -> int | None:
    """The first minute of the day that `as_of`, an exclusive end, closes."""
    if query.as_of is None:
        return None
    last = query.as_of - timedelta(minutes=1)
    return (last.date().toordinal() - 1) * civil.MINUTES_A_DAY


def taking_part(roles: Sequence[str]) -> Filter:
    """The actor whose timeline is walked has one of these roles."""
    told = _numbered("role", sorted({str(role) for role in roles}))
    return Filter(f"role {len(told)}", lambda rows: _among(rows.table.c.role, told), told)


def with_actors(name: str, leaves: Sequence[str], roles: Sequence[str]) -> Filter:
    """One of these actors takes part too, in one of these roles."""
    who, how = _numbered(f"{name}_actor", leaves), _numbered("role", sorted({str(role) for role in roles}))
    other = event_actors.alias(f"other_{name}")

    def clause(rows: Rows) -> ColumnElement[bool]:
        if rows in (PAST_BY_ACTOR, PAST_BY_EVENT):
            then = event_state_actors.alias(f"other_{name}")
            at = (then.c.event_id == rows.id, then.c.known_from == rows.table.c.known_from)
            return exists().where(*at, _among(then.c.actor_id, who), _among(then.c.role, how)).correlate(rows.table)
        same = (other.c.event_id == rows.id, _among(other.c.actor_id, who), _among(other.c.role, how))
        return exists().where(*same).correlate(rows.table)

    return Filter(f"with {name} {len(who)} {len(how)}", clause, who | how)
