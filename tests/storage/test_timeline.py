"""Timelines: what is on them, in what order, and page by page."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.event import Event, TimelinePage
from app.domain.interval import Granularity
from app.domain.query import Sort, TimelineQuery
from app.storage import read
from app.storage.database import Database
from tests.storage.tellings import actor, article, mention, tell, when

PORT, CITY = actor("Port of Lisbon"), actor("Lisbon")


def ask(database: Database, query: TimelineQuery | None = None, **asked: object) -> TimelinePage:
    query = replace(query or TimelineQuery(), **asked)  # type: ignore[arg-type]  # passed on as it came
    with database.read() as connection:
        return read.timeline(connection, query, {name: name.lower() for name in query.actors})


def labels(events: Sequence[Event]) -> list[str]:
    return [event.edtf for event in events]


def test_a_timeline_is_ordered_by_start_then_end(database: Database) -> None:
    with database.write() as connection:
        tell(
            connection,
            article(),
            mention(when("2031-05-06"), PORT, at=18),
            mention(when("2031-05-01", "2031-06-01", granularity=Granularity.MONTH), PORT, at=40),
            mention(when("2031-05-01", "2031-05-02"), CITY, at=60),
        )
    assert labels(ask(database).items) == ["2031-05-01", "2031-05", "2031-05-06"]
    assert labels(ask(database, sort=Sort.START_DESCENDING).items) == ["2031-05-06", "2031-05", "2031-05-01"]
    assert labels(ask(database, actors=("port of lisbon",)).items) == ["2031-05", "2031-05-06"]
