"""The statements that count events by interval, for histograms. Built once for each shape of query."""

from functools import lru_cache

from sqlalchemy import BigInteger, ColumnElement, bindparam, case, func, literal_column, select, union_all

from app.domain.interval import Extent
from app.storage.breadth import ALWAYS, BREADTHS, earliest, latest
from app.storage.filters import Filter, Rows, rows_of
from app.storage.timelines.walk import Statement, Values


@lru_cache(maxsize=256)
def by_interval(leaves: int, clauses: tuple[Filter, ...]) -> Statement:
    """Rows of interval start and end, how many events have them, and how many of those fill them.

    Parameters: `first_0`, `last_0` … as `spread_values` gives them, `leaf_0` …, the filters'. An interval may come in
    several rows.
    """
    if leaves > 1:
        return _of_several(leaves, clauses)
    rows = rows_of(leaves, clauses)
    who = [rows.table.c.actor_id == bindparam("leaf_0")] if leaves else []
    narrowed = [*who, *(clause.clause(rows) for clause in clauses)]
    return union_all(*(_counted(rows, [*_reachable(rows, index), *narrowed]) for index in BREADTHS))


def _reachable(rows: Rows, index: int) -> list[ColumnElement[bool]]:
    """Rows of a breadth that a range can reach: a stretch of the index."""
    start = rows.table.c.interval_start
    first, last = (bindparam(f"{end}_{index}", type_=BigInteger) for end in ("first", "last"))
    return [rows.table.c.breadth == literal_column(str(index)), start >= first, start <= last]


def _counted(rows: Rows, clauses: list[ColumnElement[bool]]) -> Statement:
    table = rows.table.c
    return (
        select(table.interval_start, table.interval_end, func.count().label("number"), _filling(table.extent))
        .where(*clauses)
        .group_by(table.interval_start, table.interval_end)
    )


def _filling(extent: ColumnElement[str]) -> ColumnElement[int]:
    return func.sum(case((extent == Extent.THROUGHOUT.value, 1), else_=0)).label("throughout")


def _of_several(leaves: int, clauses: tuple[Filter, ...]) -> Statement:
    """Several actors may have an event in common, which counts once."""
    rows = rows_of(leaves, clauses)
    table = rows.table.c
    once = (
        select(rows.id, table.interval_start, table.interval_end, table.extent)
        .where(table.actor_id.in_([bindparam(f"leaf_{number}") for number in range(leaves)]))
        .where(*(clause.clause(rows) for clause in clauses))
        .distinct()
        .subquery("once")
    )
    columns = (once.c.interval_start, once.c.interval_end)
    counted = select(*columns, func.count().label("number"), _filling(once.c.extent))
    return counted.group_by(*columns)


def spread_values(start: int | None, end: int | None) -> Values:
    """The stretch of each breadth that a range can reach."""
    values: Values = {}
    for index in BREADTHS:
        values[f"first_{index}"] = -ALWAYS if start is None else earliest(start, index)
        values[f"last_{index}"] = ALWAYS if end is None else latest(end, index)
    return values
