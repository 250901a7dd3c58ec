"""What crosses the border to SQL: instants, civil minutes, words, cursors, the view for people."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select, text
from sqlalchemy.dialects import sqlite

from app.domain.errors import BadCursor
from app.domain.interval import Bound, Granularity, Interval, reach
from app.storage.breadth import ALWAYS, breadth, earliest, latest
from app.storage.columns import Instant, instant_text
from app.storage.cursor import cursor_text, position_of
from app.storage.engine.database import Database
from app.storage.tables import actor_merges
from app.storage.words import words
from tests.storage.tellings import actor, article, mention, tell, when

FARAWAY = timezone(timedelta(hours=-5, minutes=-30))


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2031, 5, 6, 8, 0, 59, 123456, tzinfo=UTC),
        datetime(2031, 5, 6, 23, 30, tzinfo=FARAWAY),
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, tzinfo=UTC),
    ],
)
def test_an_instant_comes_back_in_utc(database: Database, moment: datetime) -> None:
    with database.write() as connection:
        connection.execute(insert(actor_merges), {"leaf": "a", "root": "b", "merged_at": moment})
    with database.read() as connection:
        found = connection.execute(select(actor_merges.c.merged_at)).scalar_one()
    assert (found, found.utcoffset()) == (moment, timedelta(0))


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a zone"):
        Instant().process_bind_param(datetime(2031, 5, 6), sqlite.dialect())  # noqa: DTZ001 - what is refused


def test_an_instant_is_written_as_rfc_3339() -> None:
    assert instant_text(datetime(2031, 5, 6, 23, 30, tzinfo=FARAWAY)) == "2031-05-07T05:00:00Z"
    assert instant_text(datetime(44, 3, 15, tzinfo=UTC)) == "0044-03-15T00:00:00Z"


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Élysée’s 3m-wide gate", ["elysee", "s", "3m", "wide", "gate"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("_under_scored ﬁne", ["under", "scored", "fine"]),
        ("!? \u0000", []),
    ],
)
def test_words_are_plain(told: str, found: list[str]) -> None:
    assert words(told) == found


@given(st.integers(-(10**9), 10**9), st.integers(-(10**9), 10**9), st.text(max_size=30))
def test_a_cursor_gives_its_position_back(start: int, end: int, last: str) -> None:
    cursor = cursor_text((start, end, last.replace("\0", "")), ["filters"])
    assert position_of(cursor, ["filters"], (int, int, str)) == (start, end, last.replace("\0", ""))
    for other, kinds in ((["others"], (int, int, str)), (["filters"], (int, int)), (["filters"], (str, int, str))):
        with pytest.raises(BadCursor):
            position_of(cursor, other, kinds)


@given(st.text(max_size=60))
def test_no_text_but_ours_is_a_cursor(told: str) -> None:
    with pytest.raises(BadCursor):
        position_of(told, ["filters"], (int, int, str))


INTERVALS = st.tuples(st.integers(0, 4_000_000), st.integers(1, 3_000_000))


@given(INTERVALS, st.sampled_from([None, *Bound]), st.integers(0, 4_000_000), INTERVALS)
def test_a_walk_never_misses_what_a_range_can_reach(
    told: tuple[int, int], bound: Bound | None, told_at: int, asked: tuple[int, int]
) -> None:
    interval = Interval.of_minutes(told[0], sum(told), Granularity.MINUTE)
    found = reach(interval, bound)
    start, end = asked[0], sum(asked)
    index = breadth(told[0], found, told_at)
    if found.start is not None and found.end is not None:
        met = found.start < end and found.end > start
    else:
        point = found.start if found.start is not None else found.end
        met = start <= (point or 0) <= end or start <= told_at < end
    if met:
        assert earliest(start, index) <= told[0] <= latest(end, index)
    assert (earliest(start, 3), latest(end, 3)) == (-ALWAYS, ALWAYS)


def test_the_view_shows_iso_dates(database: Database) -> None:
    year, minute = Granularity.YEAR, Granularity.MINUTE
    told = [
        when("2031-05-06"),
        when("2031-05-06T08:05", "2031-05-06T08:06", granularity=minute),
        when("-0322-01-01", "-0321-01-01", granularity=year),
        when("-9999-01-01", "-9998-01-01", granularity=year),
        when("-0001-01-01", "0000-01-01", granularity=year),
        when("0000-01-01", "0001-01-01", granularity=year),
        when("0001-01-01", "0002-01-01", granularity=year),
        when("9999-01-01", "9999-12-31", granularity=Granularity.DAY),
        when("-0044-03-15T23:59", "-0044-03-16T00:00", granularity=minute),
    ]
    port = actor("Port of Lisbon")
    with database.write() as connection:
        tell(connection, article(), *(mention(time, port, at=at) for at, time in enumerate(told)))
        rows = connection.execute(text("SELECT interval_start, interval_end, actor, actor_role FROM v_timeline")).all()
    intervals = {(time.interval.start, time.interval.end) for time in told if time.interval}
    assert {(row.interval_start, row.interval_end) for row in rows} == intervals
    assert {(row.actor, row.actor_role) for row in rows} == {("Port of Lisbon", "agent")}


def test_an_event_without_actors_is_in_the_view_too(database: Database) -> None:
    with database.write() as connection:
        tell(connection, article(), mention())
        assert connection.execute(text("SELECT actor, edtf FROM v_timeline")).all() == [(None, "2031-05-06")]


@pytest.mark.parametrize("part", ["\ud800", "a\x00b"])
def test_a_cursor_holds_nothing_that_can_not_be_asked_for(part: str) -> None:
    with pytest.raises(BadCursor, match="not a cursor"):
        position_of(cursor_text((0, part), ()), (), (int, str))
