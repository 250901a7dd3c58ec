"""The statements that give a page of keys: one walk along the index for each breadth and actor, merged in order.

Built once for each shape of query; the shapes are bounded by what a query can hold.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    CompoundSelect,
    FromClause,
    Integer,
    Select,
    Tuple,
    asc,
    bindparam,
    desc,
    literal_column,
    select,
    tuple_,
    union,
    union_all,
)

from app.domain.query import Sort
from app.storage.breadth import ALWAYS, BREADTHS, earliest, latest
from app.storage.columns import Instant, Key
from app.storage.cursor import Position
from app.storage.filters import Filter, Rows, rows_of

Statement = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]  # Any: sort keys are text, instants or numbers
Values = dict[str, object]

# An actor asked for by a name that many bear, or many actors: beyond this, sorting beats merging.
MOST_WALKS = 16

# Before and after every id there is.
_FIRST_ID, _LAST_ID = "", "~"
_LIMIT = bindparam("limit", type_=Integer)


@lru_cache(maxsize=512)
def by_start(leaves: int, descending: bool, clauses: tuple[Filter, ...]) -> Statement:  # noqa: FBT001 - a cache's key
    """Keys ordered by interval start, interval end and id. Parameters: `start_values`, `leaf_0` …, the filters'."""
    rows = rows_of(leaves, clauses)
    walks = [
        _walk(_Along(rows, who, leaves), index, descending=descending, clauses=clauses)
        for who in _leaves(rows, leaves)
        for index in BREADTHS
    ]
    return _merged(walks, ("interval_start", "interval_end", "id"), leaves, descending=descending)


def _leaves(rows: Rows, leaves: int) -> list[ColumnElement[bool] | None]:
    if leaves > MOST_WALKS:
        return [rows.table.c.actor_id.in_([bindparam(f"leaf_{number}") for number in range(leaves)])]
    return [rows.table.c.actor_id == bindparam(f"leaf_{number}") for number in range(leaves)] or [None]


def _keys(columns: Sequence[ColumnElement[Any]], leaves: int) -> Select[*tuple[Any, ...]]:
    """The columns of a walk. One that is walked for many actors together meets an event again for each of them."""
    return select(*columns).distinct() if leaves > MOST_WALKS else select(*columns)


@dataclass(frozen=True, slots=True)
class _Along:
    """What is walked: a table, whose part of it, and how many actors the query has in all."""

    rows: Rows
    who: ColumnElement[bool] | None
    leaves: int


def _walk(along: _Along, index: int, *, descending: bool, clauses: tuple[Filter, ...]) -> Select[*tuple[Any, ...]]:
    rows, table = along.rows, along.rows.table.c
    columns = (table.interval_start, table.interval_end, rows.id)
    edge = _edge(index)
    stop = bindparam(f"stop_{index}", type_=BigInteger)
    position = tuple_(*columns)
    beyond = (
        (position < edge, table.interval_start >= stop)
        if descending
        else (position > edge, table.interval_start <= stop)
    )
    keys = _keys((table.interval_start, table.interval_end, rows.id.label("id")), along.leaves)
    return (
        keys.where(
            *([along.who] if along.who is not None else []), table.breadth == literal_column(str(index)), *beyond
        )
        .where(*(clause.clause(rows) for clause in clauses))
        .order_by(*(column.desc() if descending else column for column in columns))
        .limit(_LIMIT)
    )


def _merged(walks: Sequence[Statement], order: Sequence[str], leaves: int, *, descending: bool) -> Statement:
    """The walks' keys in one order. Walks of several actors may meet the same event: it is listed once."""
    if len(walks) == 1 and leaves <= 1:
        return walks[0]
    parts = [select(walk.subquery(f"walk_{number}")) for number, walk in enumerate(walks)]
    merged = union(*parts) if leaves > 1 else union_all(*parts)
    return merged.order_by(*(desc(name) if descending else asc(name) for name in order)).limit(_LIMIT)


@lru_cache(maxsize=512)
def by_published(leaves: int, descending: bool, clauses: tuple[Filter, ...]) -> Statement:  # noqa: FBT001 - as above
    """Keys ordered by latest publication and id. Parameters: `after`, `after_id`, `leaf_0` …, the filters'."""
    rows = rows_of(leaves, clauses)
    columns = (rows.table.c.last_published, rows.id)
    edge = _PUBLISHED_EDGE
    position = tuple_(*columns)
    walks = [
        _keys((rows.table.c.last_published, rows.id.label("id")), leaves)
        .where(*([who] if who is not None else []), position < edge if descending else position > edge)
        .where(*(clause.clause(rows) for clause in clauses))
        .order_by(*(column.desc() if descending else column for column in columns))
        .limit(_LIMIT)
        for who in _leaves(rows, leaves)
    ]
    return _merged(walks, ("last_published", "id"), leaves, descending=descending)


@lru_cache(maxsize=512)
def by_lookup(sort: Sort, clauses: tuple[Filter, ...]) -> Statement:
    """Keys of events that a clause looks up, sorted: for a few hits of a search. Parameters as the walks have them."""
    descending = sort in (Sort.START_DESCENDING, Sort.PUBLISHED_DESCENDING)
    rows = rows_of(0, clauses)
    columns, edge = _order(rows.table, sort)
    position = tuple_(*columns)
    return (
        select(*columns)
        .where(position < edge if descending else position > edge, *(clause.clause(rows) for clause in clauses))
        .order_by(*(column.desc() if descending else column for column in columns))
        .limit(_LIMIT)
    )


@lru_cache(maxsize=512)
def together(statements: tuple[Statement, ...], sort: Sort) -> Statement:
    """The keys of statements that have none in common, in one order."""
    if len(statements) == 1:
        return statements[0]
    by_start = sort in (Sort.START, Sort.START_DESCENDING)
    order = ("interval_start", "interval_end", "id") if by_start else ("last_published", "id")
    descending = sort in (Sort.START_DESCENDING, Sort.PUBLISHED_DESCENDING)
    return _merged(statements, order, 0, descending=descending)


def _order(table: FromClause, sort: Sort) -> tuple[tuple[ColumnElement[Any], ...], Tuple]:  # Any: keys differ in type
    """The columns of events to sort by, and the parameters a page starts after."""
    if sort in (Sort.START, Sort.START_DESCENDING):
        return (table.c.interval_start, table.c.interval_end, table.c.id), _edge(0)
    return (table.c.last_published, table.c.id), _PUBLISHED_EDGE


def _edge(index: int) -> Tuple:
    return tuple_(
        bindparam(f"start_{index}", type_=BigInteger),
        bindparam(f"end_{index}", type_=BigInteger),
        bindparam(f"id_{index}", type_=Key),
    )


_PUBLISHED_EDGE = tuple_(bindparam("after", type_=Instant), bindparam("after_id", type_=Key))


def start_values(after: Position | None, start: int | None, end: int | None, *, descending: bool) -> Values:
    """Where each breadth's walk begins and stops: after the last page, and within what a range can reach."""
    values: Values = {}
    for index in BREADTHS:
        first = -ALWAYS if start is None else earliest(start, index)
        last = ALWAYS if end is None else latest(end, index)
        edges = [(last, ALWAYS, _LAST_ID) if descending else (first, -ALWAYS, _FIRST_ID), *([after] if after else [])]
        edge = min(edges) if descending else max(edges)
        values |= {f"start_{index}": edge[0], f"end_{index}": edge[1], f"id_{index}": edge[2]}
        values[f"stop_{index}"] = first if descending else last
    return values


def published_values(after: Position | None, as_of: datetime | None, *, descending: bool) -> Values:
    """Where the walk begins: after the last page; from the latest on, at what was published before `as_of`."""
    if after:
        return {"after": _moment(after[0]), "after_id": after[1]}
    latest = as_of or datetime.max.replace(tzinfo=UTC)
    edge = latest if descending else datetime.min.replace(tzinfo=UTC)
    return {"after": edge, "after_id": _LAST_ID if descending else _FIRST_ID}


def _moment(told: int | str) -> datetime:
    moment = datetime.fromisoformat(str(told))
    if moment.tzinfo is None:
        raise ValueError(f"no zone: {told!r}")
    return moment
