"""Histograms: what is counted where, and how an uncertain date is spread."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import civil
from app.domain.errors import TooFine
from app.domain.histogram import Histogram
from app.domain.interval import Bound, Extent, Granularity
from app.domain.mention import Mention
from app.domain.query import ActorMode, TimelineQuery
from app.storage import read
from app.storage.engine.database import Database
from app.storage.timelines.bucket import GRANULARITIES, Buckets, finest
from tests.storage.tellings import actor, article, mention, minutes, tell, when

PORT, CITY = actor("Port of Lisbon"), actor("Lisbon")
MONTH, YEAR = Granularity.MONTH, Granularity.YEAR


def put(database: Database, *mentions: Mention) -> None:
    placed = [replace(one, trigger=replace(one.trigger, start=place)) for place, one in enumerate(mentions)]
    with database.write() as connection:
        tell(connection, article(), *placed)


def ask(database: Database, bucket: Granularity | None = None, **asked: object) -> Histogram:
    query = replace(TimelineQuery(), **asked)  # type: ignore[arg-type]  # passed on as it came
    with database.read() as connection:
        return read.histogram(connection, query, {name: name.lower() for name in query.actors}, bucket=bucket)


def told(found: Histogram) -> list[tuple[str, int, float]]:
    return [(bucket.interval.start, bucket.count, bucket.mass) for bucket in found.buckets]


def test_an_event_within_an_interval_spreads_and_one_throughout_fills(database: Database) -> None:
    april = when("2031-04-01", "2031-05-01", granularity=MONTH)
    put(
        database,
        mention(when("2031-04-02", "2031-04-03"), PORT),
        mention(when("2031-04-02", "2031-04-03"), CITY),
        mention(april, PORT),
        mention(replace(april, extent=Extent.THROUGHOUT), PORT),
    )
    days = told(ask(database, Granularity.DAY))
    assert len(days) == 30
    assert days[:3] == [("2031-04-01", 2, 1.033333), ("2031-04-02", 4, 3.033333), ("2031-04-03", 2, 1.033333)]
    assert told(ask(database, YEAR)) == [("2031-01-01", 4, 4.0)]
    assert told(ask(database, MONTH, actors=("Lisbon",))) == [("2031-04-01", 1, 1.0)]


def test_an_event_of_two_actors_counts_once(database: Database) -> None:
    put(database, mention(when(), PORT, CITY), mention(when(), CITY))
    both = ("Port of Lisbon", "Lisbon")
    assert told(ask(database, MONTH, actors=both)) == [("2031-05-01", 2, 2.0)]
    assert told(ask(database, MONTH, actors=both, actor_mode=ActorMode.ALL)) == [("2031-05-01", 1, 1.0)]
    assert told(ask(database, MONTH, actors=("Atlantis",))) == []


def test_a_range_and_words_narrow_what_is_counted(database: Database) -> None:
    put(
        database,
        mention(when("2031-01-01", "2032-01-01", granularity=YEAR), PORT, sentence="The regatta is this year."),
        mention(when("2031-06-01", "2031-06-02"), PORT),
        mention(when("1999-01-01", "2000-01-01", granularity=YEAR, bound=Bound.SINCE), PORT),
    )
    may = {"start": minutes("2031-06-01"), "end": minutes("2031-07-01")}
    assert told(ask(database, MONTH, **may)) == [("2031-06-01", 2, round(1 + 30 / 365, 6))]
    assert told(ask(database, MONTH, q="regattas", actors=("Port of Lisbon",), **may)) == [("2031-06-01", 1, 0.082192)]
    assert told(ask(database, YEAR, q="regattas")) == [("2031-01-01", 1, 1.0)]


def test_buckets_fit_the_chart_and_too_many_are_refused(database: Database) -> None:
    put(database, mention(when("1931-05-06", "1931-05-07")), mention(when("2031-05-06", "2031-05-07")))
    assert (ask(database).bucket, len(ask(database).buckets)) == (YEAR, 2)
    assert ask(database, start=minutes("2031-05-06"), end=minutes("2031-05-07")).bucket is Granularity.HOUR
    with pytest.raises(TooFine):
        ask(database, Granularity.DAY)


@given(st.sampled_from(GRANULARITIES), st.integers(-5_000_000_000, 4_000_000_000))
def test_every_minute_lies_in_its_bucket(granularity: Granularity, minute: int) -> None:
    buckets = Buckets(granularity)
    number = buckets.number(minute)
    assert buckets.start(number) <= minute < buckets.start(number + 1)


def test_weeks_begin_on_monday_and_quarters_in_january() -> None:
    week, quarter = Buckets(Granularity.WEEK), Buckets(Granularity.QUARTER)
    assert civil.day_text(week.start(week.number(minutes("2031-05-07")))) == "2031-05-05"
    assert civil.day_text(quarter.start(quarter.number(minutes("2031-05-07")))) == "2031-04-01"
    assert finest(-(10**9), 10**9, 1).granularity is Granularity.CENTURY
