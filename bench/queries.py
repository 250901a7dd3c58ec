"""The queries of bench/service.py: by actors that are in very many events, over ranges, by words and by filters."""

import random
from dataclasses import replace

from app.domain import civil
from app.domain.mention import Factuality
from app.domain.query import TimelineQuery
from bench.corpus import actor_id

# By rank: together in about a tenth of all events.
HOT = 13
_FIRST = civil.minutes("2011-01-01")
_DAYS = 18 * 365


def hot(chance: random.Random) -> TimelineQuery:
    """The first page of an actor in very many events, in some year."""
    start = _FIRST + chance.randrange(_DAYS - 365) * civil.MINUTES_A_DAY
    end = start + 365 * civil.MINUTES_A_DAY
    return TimelineQuery(actors=(actor_id(chance.randrange(HOT)),), start=start, end=end)


def first(chance: random.Random) -> TimelineQuery:
    """The first page of an actor in very many events."""
    return TimelineQuery(actors=(actor_id(chance.randrange(HOT)),))


def exhausted(chance: random.Random) -> TimelineQuery:
    """A day with fewer events than a page holds: everything that could overlap it has to be looked at."""
    start = _FIRST + chance.randrange(_DAYS) * civil.MINUTES_A_DAY
    return replace(first(chance), start=start, end=start + civil.MINUTES_A_DAY)


def rare(chance: random.Random) -> TimelineQuery:
    """A factuality that one event in fifty has."""
    return replace(first(chance), factualities=(Factuality.CONDITIONAL,))


def whole(_: random.Random) -> TimelineQuery:
    """The first page of everything."""
    return TimelineQuery()


def words(_: random.Random) -> TimelineQuery:
    """A word that one event in a thousand has."""
    return TimelineQuery(q="regatta")


def common(chance: random.Random) -> TimelineQuery:
    """A word that every event has."""
    return replace(first(chance), q="meeting")
