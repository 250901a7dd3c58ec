"""Counts of events over time."""

from dataclasses import dataclass

from app.domain.interval import Granularity, Interval


@dataclass(frozen=True, slots=True)
class Bucket:
    """A stretch of time and the events in it.

    `count` is how many have some of their interval in it. `mass` adds up the share of each that lies in it: an event at
    some moment of a month gives a thirtieth to each day, one that fills the month gives one.
    """

    interval: Interval
    count: int
    mass: float


@dataclass(frozen=True, slots=True)
class Histogram:
    """Buckets in order, those without events left out."""

    bucket: Granularity
    buckets: tuple[Bucket, ...]
