"""A story that is written in steps is right after each of them, and ends as one that is written at one go."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import orjson
import pytest
from sqlalchemy import Connection, func, select

from app.domain import civil
from app.domain.interval import Granularity
from app.domain.query import TimelineQuery
from app.storage import read, write
from app.storage.articles import queue
from app.storage.engine.database import Database
from app.storage.engine.dump import dump
from app.storage.stories import unmerged
from app.storage.stories.overriding import NewTime
from app.storage.tables import articles, mentions, tellings
from app.work import growing, merging, settling
from tests.merge.harbour import ARTICLES, store
from tests.storage.tellings import LEASE, NOW
from tests.storage.written import written

_ALL = range(len(ARTICLES))
_DAYS = [datetime(2031, 5, day, tzinfo=UTC) for day in (1, 3, 7, 11, 16)]


@pytest.fixture(autouse=True)
def _long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is merged as it is stored, stories of five are long, and steps short."""
    monkeypatch.setattr(merging, "_AT_ONCE", 0)
    monkeypatch.setattr(settling, "_LONG", 5)
    monkeypatch.setattr(growing, "_STEP", 4)


def posted(connection: Connection, numbers: Sequence[int]) -> None:
    for number in numbers:
        accepted = write.accept(connection, ARTICLES[number], now=NOW)
        job = queue.claim_one(connection, accepted.id, owner="worker", lease=LEASE, now=NOW + timedelta(hours=1))
        assert job is not None
        store(connection, job)


def grown(connection: Connection, *, is_whole: bool = True) -> int:
    """Writes all that waits, piece by piece; how many there were. `is_whole`: no mention has lost its event before."""
    found, count = settling.find(connection, unmerged.waiting(connection, 1_000)), 0
    for piece in settling.pieces(found):
        found = settling.settle_piece(found, piece, connection, NOW)
        if is_whole:
            stands(connection)
        count += 1
    assert not found.spoiled
    return count


def stands(connection: Connection) -> None:
    """Each mention is in one event, now and as was known on any day; each event's JSON is its own."""
    written(connection)
    for day in (None, *_DAYS):
        query = TimelineQuery(bases=(), limit=200, as_of=day)
        page = read.timeline(connection, query, {})
        assert orjson.dumps(read.timeline_in_json(connection, query, {})) == orjson.dumps(page)
        told = select(func.count()).select_from(mentions.join(articles, articles.c.id == mentions.c.article_id))
        known = told if day is None else told.where(articles.c.published_at < day)
        assert sum(event.mention_count for event in page.items) == connection.execute(known).scalar_one()
        assert all(len(event.mentions) == min(3, event.mention_count) for event in page.items)


def at_one_go(connection: Connection) -> list[str]:
    """What would be there if all that waits were merged in one transaction; then it isn't."""
    savepoint = connection.begin_nested()
    merging.merge(connection, unmerged.waiting(connection, 1_000), now=NOW)
    found = list(dump(connection))
    savepoint.rollback()
    return found


@pytest.mark.parametrize(
    "rounds",
    [
        pytest.param([_ALL], id="all at once"),
        pytest.param([_ALL[::-1]], id="the last first"),
        pytest.param([_ALL[:20], _ALL[20:]], id="more later on"),
        pytest.param([_ALL[20:], _ALL[:20]], id="more from before"),
        pytest.param([_ALL[::2], _ALL[1::2]], id="more in between"),
        pytest.param([_ALL[:38], _ALL[38:39], _ALL[39:]], id="one by one in the end"),
    ],
)
def test_steps_lead_where_one_go_leads(database: Database, rounds: Sequence[Sequence[int]]) -> None:
    with database.write() as connection:
        for numbers in rounds:
            posted(connection, numbers)
            expected = at_one_go(connection)
            assert grown(connection) > len(numbers) // 8
            assert list(dump(connection)) == expected


def test_what_a_person_said_goes_with_a_story_that_grows(database: Database) -> None:
    start = civil.minutes("2031-05-09")
    word = NewTime(start, start + civil.MINUTES_A_DAY, None, Granularity.DAY, "2031-05-09", "the log", "key k", NOW)
    with database.write() as connection:
        posted(connection, _ALL[:20])
        grown(connection)
        home = read.timeline(connection, TimelineQuery(bases=()), {}).items[0].id
        merging.override(connection, home, word)
        posted(connection, _ALL[20:])
        expected = at_one_go(connection)
        grown(connection)
        assert list(dump(connection)) == expected
        assert read.event(connection, home).edtf == "2031-05-09"


def test_a_story_that_others_change_meanwhile_goes_on_waiting(database: Database) -> None:
    with database.write() as connection:
        posted(connection, _ALL)
        found = settling.find(connection, unmerged.waiting(connection, 1_000))
        first, second, *_ = settling.pieces(found)
        found = settling.settle_piece(found, first, connection, NOW)
        gone = select(tellings.c.article_id).where(tellings.c.event_id.is_not(None)).limit(1)
        merging.retract(connection, connection.execute(gone).scalar_one(), expected=None, now=NOW)
        assert settling.settle_piece(found, second, connection, NOW).spoiled
        expected = at_one_go(connection)
        grown(connection, is_whole=False)
        assert list(dump(connection)) == expected
