"""Histograms: events grouped by interval in SQL, their mass spread over buckets here."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from app.domain.errors import TooFine
from app.domain.histogram import Bucket, Histogram
from app.domain.interval import Granularity, Interval
from app.domain.query import TimelineQuery
from app.storage.columns import AnyRow
from app.storage.timelines import timeline
from app.storage.timelines.bucket import Buckets, finest

MOST_BUCKETS = 2_000
# What a chart has room for, where nobody asked for a granularity.
_ROOM = 120


def histogram(
    connection: Connection, query: TimelineQuery, aliases: Mapping[str, str], *, bucket: Granularity | None
) -> Histogram:
    """The events of a timeline over time; sort, limit and cursor don't matter. Buckets without events are left out.

    Without `bucket` the finest granularity is taken that gives at most 120. Raises TooFine beyond 2,000.
    """
    plans = timeline.spread_plans(connection, query, aliases)
    groups = [row for plan in plans for row in connection.execute(plan.statement, plan.values)]
    if not groups:
        return Histogram(bucket or Granularity.DAY, ())
    start, end = _extremes(query, groups)
    buckets = Buckets(bucket) if bucket else finest(start, end, _ROOM)
    if buckets.between(start, end) > MOST_BUCKETS:
        raise TooFine(
            f"more than {MOST_BUCKETS} buckets of a {buckets.granularity}; narrow the range or ask for longer"
        )
    return Histogram(buckets.granularity, _spread(buckets, groups, start, end))


def _extremes(query: TimelineQuery, groups: Sequence[AnyRow]) -> tuple[int, int]:
    """The range asked for, else what the events cover. What lies outside the range is not counted."""
    start = min(row.interval_start for row in groups) if query.start is None else query.start
    end = max(row.interval_end for row in groups) if query.end is None else query.end
    return start, max(end, start + 1)


def _spread(buckets: Buckets, groups: Sequence[AnyRow], start: int, end: int) -> tuple[Bucket, ...]:
    counts: dict[int, int] = defaultdict(int)
    masses: dict[int, float] = defaultdict(float)
    for first, last, number, throughout in groups:
        seen_from, seen_to = max(first, start), min(last, end)
        if seen_from >= seen_to:
            continue
        for index in range(buckets.number(seen_from), buckets.number(seen_to - 1) + 1):
            overlap = min(seen_to, buckets.start(index + 1)) - max(seen_from, buckets.start(index))
            counts[index] += number
            masses[index] += throughout + (number - throughout) * overlap / (last - first)
    return tuple(_bucket(buckets, index, counts[index], masses[index]) for index in sorted(counts))


def _bucket(buckets: Buckets, index: int, count: int, mass: float) -> Bucket:
    interval = Interval.of_minutes(buckets.start(index), buckets.start(index + 1), buckets.granularity)
    return Bucket(interval, count, round(mass, 6))
