"""Timelines: what is on them, in what order, and page by page."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain import civil
from app.domain.actor import Role
from app.domain.errors import BadCursor
from app.domain.event import Event, TimelinePage
from app.domain.interval import Bound, Granularity, Interval, Reach, reach
from app.domain.mention import Basis, Factuality, Mention
from app.domain.query import ActorMode, DateMode, Sort, Status, TimelineQuery
from app.storage import read, write
from app.storage.engine.database import Database
from tests.storage.tellings import NOW, actor, article, mention, minutes, tell, when

PORT, CITY = actor("Port of Lisbon"), actor("Lisbon")
MONTH = Granularity.MONTH


def ask(database: Database, **asked: object) -> TimelinePage:
    query = replace(TimelineQuery(), **asked)  # type: ignore[arg-type]  # passed on as it came
    with database.read() as connection:
        return read.timeline(connection, query, {name: name.lower() for name in query.actors})


def labels(page: TimelinePage) -> list[str]:
    return [event.edtf for event in page.items]


def put(database: Database, *mentions: Mention, **told: object) -> None:
    placed = [replace(one, trigger=replace(one.trigger, start=place)) for place, one in enumerate(mentions)]
    with database.write() as connection:
        tell(connection, article(**told), *placed)  # type: ignore[arg-type]  # passed on as they came


def day(text: str, **more: object) -> Mention:
    end = civil.day_text(minutes(text) + civil.MINUTES_A_DAY)
    time = {name: more.pop(name) for name in ("bound", "basis", "granularity") if name in more}
    return mention(when(text, end, **time), *more.pop("who", ()), **more)  # type: ignore[arg-type, misc]  # as they came


def test_a_timeline_is_ordered_by_start_then_end(database: Database) -> None:
    may = mention(when("2031-05-01", "2031-06-01", granularity=MONTH), PORT)
    put(database, day("2031-05-06", who=[PORT]), may, day("2031-05-01", who=[CITY]))
    assert labels(ask(database)) == ["2031-05-01", "2031-05", "2031-05-06"]
    assert labels(ask(database, sort=Sort.START_DESCENDING)) == ["2031-05-06", "2031-05", "2031-05-01"]
    assert labels(ask(database, actors=("Port of Lisbon",))) == ["2031-05", "2031-05-06"]


def test_a_timeline_can_be_ordered_by_latest_publication(database: Database) -> None:
    for number in (2, 0, 1):
        told = {"text": f"Text {number}.", "published_at": datetime(2031, 5, 6, number, tzinfo=UTC)}
        put(database, day(f"2031-05-0{3 - number}", who=[PORT]), **told)
    assert labels(ask(database, sort=Sort.PUBLISHED)) == ["2031-05-03", "2031-05-02", "2031-05-01"]
    newest = ask(database, sort=Sort.PUBLISHED_DESCENDING, actors=("Port of Lisbon",), limit=2)
    assert labels(newest) == ["2031-05-01", "2031-05-02"]
    rest = ask(database, sort=Sort.PUBLISHED_DESCENDING, actors=("Port of Lisbon",), limit=2, cursor=newest.next_cursor)
    assert (labels(rest), rest.next_cursor) == (["2031-05-03"], None)


def test_actors_are_found_by_alias_or_id_and_unknown_ones_are_told(database: Database) -> None:
    put(database, day("2031-05-01", who=[PORT]), day("2031-05-02", who=[PORT, CITY]), day("2031-05-03", who=[CITY]))
    both = ("Port of Lisbon", "Lisbon")
    assert labels(ask(database, actors=both)) == ["2031-05-01", "2031-05-02", "2031-05-03"]
    assert labels(ask(database, actors=both, actor_mode=ActorMode.ALL)) == ["2031-05-02"]
    page = ask(database, actors=("Port of Lisbon", "Atlantis"))
    assert (labels(page), page.unresolved_actors) == (["2031-05-01", "2031-05-02"], ("Atlantis",))
    assert [(match.query, match.name) for match in page.actors] == [("Port of Lisbon", "Port of Lisbon")]
    assert labels(ask(database, actors=(page.actors[0].id,))) == ["2031-05-01", "2031-05-02"]
    assert labels(ask(database, actors=("Lisbon", "Atlantis"), actor_mode=ActorMode.ALL)) == []
    assert labels(ask(database, actors=("Atlantis",))) == []


def test_only_actors_that_take_part_are_found_unless_roles_are_asked_for(database: Database) -> None:
    put(database, day("2031-05-01", who=[actor("Lisbon", Role.MENTIONED)]), day("2031-05-02", who=[CITY]))
    assert labels(ask(database, actors=("Lisbon",))) == ["2031-05-02"]
    assert labels(ask(database, actors=("Lisbon",), roles=(Role.MENTIONED,))) == ["2031-05-01"]
    assert labels(ask(database, actors=("Lisbon",), roles=tuple(Role))) == ["2031-05-01", "2031-05-02"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["2031-05-01", "2031-05-02", "2031-05-03"]),
        ({"bases": ()}, ["2031-05-01", "2031-05-02", "2031-05-03", "2031-05-04"]),
        ({"bases": (Basis.PUBLICATION,)}, ["2031-05-04"]),
        ({"factualities": (Factuality.PLANNED,)}, ["2031-05-02"]),
        (
            {"factualities": (Factuality.PLANNED, Factuality.ASSERTED), "bases": ()},
            ["2031-05-01", "2031-05-02", "2031-05-04"],
        ),
        ({"granularities": (MONTH,)}, []),
        ({"granularities": (Granularity.DAY,)}, ["2031-05-01", "2031-05-02", "2031-05-03"]),
        ({"min_confidence": 0.9}, ["2031-05-01", "2031-05-03"]),
        ({"conflicts": True}, []),
        ({"status": Status.MOVED}, []),
        ({"as_of": datetime(2031, 5, 6, 8, 0, tzinfo=UTC)}, []),
        ({"as_of": datetime(2031, 5, 6, 8, 1, tzinfo=UTC), "min_confidence": 0.9}, ["2031-05-01", "2031-05-03"]),
        ({"published_from": datetime(2031, 5, 6, 8, 1, tzinfo=UTC)}, []),
        ({"published_to": datetime(2031, 5, 6, 8, 0, tzinfo=UTC)}, []),
        (
            {
                "published_from": datetime(2031, 5, 6, 8, 0, tzinfo=UTC),
                "published_to": datetime(2031, 5, 7, tzinfo=UTC),
            },
            ["2031-05-01", "2031-05-02", "2031-05-03"],
        ),
        ({"sources": ("Tide",)}, ["2031-05-01", "2031-05-02", "2031-05-03"]),
        ({"sources": ("Wire", "Tide")}, ["2031-05-01", "2031-05-02", "2031-05-03"]),
        ({"sources": ("Wire",)}, []),
        ({"limit": 1}, ["2031-05-01"]),
    ],
)
def test_a_timeline_can_be_narrowed(database: Database, asked: dict[str, object], found: list[str]) -> None:
    put(
        database,
        day("2031-05-01", who=[PORT]),
        day("2031-05-02", who=[PORT], factuality=Factuality.PLANNED, confidence=0.5),
        day("2031-05-03", who=[PORT], factuality=Factuality.NEGATED, basis=Basis.NARRATIVE),
        day("2031-05-04", who=[PORT], basis=Basis.PUBLICATION, confidence=0.2),
        source="Tide",
    )
    assert labels(ask(database, **asked)) == found
    assert labels(ask(database, actors=("Port of Lisbon",), **asked)) == found


def test_overdue_is_what_was_planned_for_before_the_latest_publication(database: Database) -> None:
    planned = [day(f"2031-05-0{number}", factuality=Factuality.PLANNED) for number in (5, 6)]
    put(database, *planned, day("2031-05-04"), day("2031-05-01", factuality=Factuality.PLANNED, bound=Bound.AFTER))
    assert labels(ask(database, status=Status.OVERDUE)) == ["2031-05-05"]
    later = datetime(2031, 5, 8, tzinfo=UTC)
    assert labels(ask(database, status=Status.OVERDUE, as_of=later)) == ["2031-05-05", "2031-05-06"]
    with database.write() as connection:
        taken_back = tell(connection, article("Later news.", published_at=later))
        assert labels(read.timeline(connection, TimelineQuery(status=Status.OVERDUE), {})) == [
            "2031-05-05",
            "2031-05-06",
        ]
        write.retract(connection, taken_back.id, expected=None, now=NOW)
        assert labels(read.timeline(connection, TimelineQuery(status=Status.OVERDUE), {})) == ["2031-05-05"]


def test_since_1945_is_not_on_every_page(database: Database) -> None:
    year = Granularity.YEAR
    since = mention(when("1945-01-01", "1946-01-01", granularity=year, bound=Bound.SINCE))
    put(database, since, day("2031-05-02", bound=Bound.BEFORE), day("2031-05-02", bound=Bound.NOT_AFTER))
    assert labels(ask(database, start=minutes("1980-01-01"), end=minutes("1981-01-01"))) == []
    assert labels(ask(database, start=minutes("1945-01-01"), end=minutes("1945-02-01"))) == ["1945/.."]
    assert "1945/.." in labels(ask(database, start=minutes("2031-05-06"), end=minutes("2031-05-07")))
    assert labels(ask(database, start=minutes("2031-05-01"), end=minutes("2031-05-02"))) == ["../2031-05-01"]
    assert labels(ask(database, start=minutes("2031-05-02"), end=minutes("2031-05-03"))) == ["../2031-05-02"]


def inside(event: Event, told_at: int, start: int, end: int) -> bool:
    """SEMANTICS in plain words: the reach meets the range; an open one needs its known end or publication inside."""
    found = reach(event.interval, event.bound)
    if not found.meets(Reach(start, end)):
        return False
    if found.start is not None and found.end is not None:
        return True
    known = start <= found.start < end if found.start is not None else start < (found.end or 0) <= end
    return known or start <= told_at < end


MODES: dict[DateMode, Callable[[Event, int, int, int], bool]] = {
    DateMode.OVERLAPS: inside,
    DateMode.WITHIN: lambda event, _, start, end: (
        start <= minutes(event.interval.start) and minutes(event.interval.end) <= end
    ),
    DateMode.STARTS: lambda event, _, start, end: start <= minutes(event.interval.start) < end,
}
LENGTHS = (1, 60, 1440, 2 * 1440, 31 * 1440, 40 * 1440, 366 * 1440, 3000 * 1440)


def scattered(chance: random.Random, number: int) -> list[Mention]:
    """Mentions near and far from May 2031, of every length and bound."""
    found = []
    for _ in range(number):
        start = minutes("2031-05-06") + int(chance.gauss(0, 1) * chance.choice((1440, 40_000, 3_000_000)))
        length = chance.choice(LENGTHS)
        granularity = Granularity.MINUTE if length < 1440 else Granularity.DAY
        start -= start % (1 if length < 1440 else 1440)
        interval = Interval.of_minutes(start, start + length, granularity)
        bound = chance.choice((None, None, *Bound))
        time = when(interval.start, interval.end, granularity=granularity, bound=bound)
        found.append(mention(time, chance.choice((PORT, CITY))))
    return found


@pytest.fixture
def many(database: Database) -> Database:
    chance = random.Random(7)
    for number in range(4):
        published = datetime(2031, 5, 6, 8, tzinfo=UTC) - timedelta(days=number * 37)
        put(database, *scattered(chance, 60), text=f"Text {number}.", published_at=published, timezone="UTC")
    return database


@pytest.mark.parametrize("mode", DateMode)
def test_ranges_find_what_they_say(many: Database, mode: DateMode) -> None:
    chance = random.Random(11)
    events = ask(many, limit=1000).items
    assert len(events) == 240
    for trial in range(25):
        start = minutes("2031-05-06") + int(chance.gauss(0, 1) * chance.choice((1440, 40_000, 3_000_000)))
        end = start + chance.choice(LENGTHS)
        expected = [event.id for event in events if MODES[mode](event, told_at(event), start, end)]
        who = ("Port of Lisbon", "Lisbon") if trial % 2 else ()
        sort = Sort.START_DESCENDING if trial % 3 else Sort.START
        found = ask(many, start=start, end=end, date_mode=mode, limit=1000, actors=who, sort=sort)
        ids = [event.id for event in found.items]
        assert (ids[::-1] if sort is Sort.START_DESCENDING else ids) == expected


def told_at(event: Event) -> int:
    return minutes(event.first_published.removesuffix(":00Z"))


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("limit", [1, 7, 50])
def test_pages_put_together_are_the_whole_list_in_order(many: Database, sort: Sort, limit: int) -> None:
    asked: dict[str, object] = {"sort": sort, "start": minutes("2029-01-01"), "actors": ("Lisbon",)}
    whole = ask(many, limit=1000, **asked)
    assert whole.next_cursor is None
    pages: list[Event] = []
    cursor: str | None = None
    while True:
        page = ask(many, limit=limit, cursor=cursor, **asked)
        pages.extend(page.items)
        cursor = page.next_cursor
        if cursor is None:
            break
    assert pages == list(whole.items)
    assert len({event.id for event in pages}) == len(pages) > 50


def test_a_file_holds_the_same_events_up_to_its_maximum(many: Database) -> None:
    query = TimelineQuery(limit=1000)
    with many.read() as connection:
        whole = list(read.export(connection, query, {}, 10_000))
        assert whole == list(read.timeline(connection, query, {}).items)
        assert list(read.export(connection, query, {}, 3)) == whole[:3]


def test_a_cursor_is_for_its_own_query_alone(many: Database) -> None:
    cursor = ask(many, limit=5).next_cursor
    assert cursor is not None
    for asked in ({"min_confidence": 0.1}, {"sort": Sort.PUBLISHED}, {"actors": ("Lisbon",)}):
        with pytest.raises(BadCursor):
            ask(many, cursor=cursor, **asked)
    for broken in ("", "x", "é", "AAAA", cursor[:-2], cursor + "A", "W10", "W1tbW1tb", "A" * 5000):
        with pytest.raises(BadCursor):
            ask(many, cursor=broken)


def test_a_name_that_very_many_bear_means_them_all(database: Database) -> None:
    crowd = [actor(f"Delegate {number}") for number in range(40)]
    put(database, *(day(f"2031-05-{1 + number % 28:02d}", who=[who, crowd[0]]) for number, who in enumerate(crowd)))
    names = tuple(one.name for one in crowd)
    whole = ask(database, actors=names, limit=100)
    assert len({event.id for event in whole.items}) == 40
    for sort in Sort:
        first = ask(database, actors=names, limit=30, sort=sort)
        rest = ask(database, actors=names, limit=30, sort=sort, cursor=first.next_cursor)
        assert len(first.items) == 30
        assert {event.id for event in (*first.items, *rest.items)} == {event.id for event in whole.items}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("harbour", ["2031-05-01", "2031-05-02"]),
        ("HARBOURS", ["2031-05-01", "2031-05-02"]),
        ("harbour ferries", ["2031-05-02"]),
        ("elysee", ["2031-05-03"]),
        ("Élysée's", ["2031-05-03"]),
        ("port of lisbon", ["2031-05-01"]),
        ("the", ["2031-05-01", "2031-05-02", "2031-05-03"]),
        ('"harbour" OR NOT ferry*', []),
        ("?!", []),
        ("submarine", []),
    ],
)
def test_words_are_searched_by_stem_and_without_accents(database: Database, asked: str, found: list[str]) -> None:
    put(
        database,
        day("2031-05-01", who=[PORT], sentence="The harbour board met."),
        day("2031-05-02", who=[CITY], sentence="At the harbour the ferry sailed; ferries sail."),
        day("2031-05-03", who=[CITY], sentence="Talks at the Élysée’s gate."),
    )
    assert labels(ask(database, q=asked)) == found


@pytest.mark.parametrize("few", [0, 1000])
def test_rare_and_common_words_give_the_same_answer(many: Database, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.storage.timelines.search.FEW", few)
    for sort in Sort:
        whole = ask(many, sort=sort, limit=1000, actors=("Lisbon",))
        first = ask(many, sort=sort, limit=30, actors=("Lisbon",), q="board")
        rest = ask(many, sort=sort, limit=1000, actors=("Lisbon",), q="board", cursor=first.next_cursor)
        assert [*first.items, *rest.items] == list(whole.items)
