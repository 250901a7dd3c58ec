"""What several articles tell becomes one event in the database, whatever order they come in, on both engines."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

import orjson
import pytest
from sqlalchemy import Connection, select

from app.domain import civil
from app.domain.actor import ActorKind, Role
from app.domain.article import Article, ArticleState
from app.domain.errors import Gone, MovedTo, NotFound, NotPossible
from app.domain.event import Event, Override
from app.domain.extraction import LocalConflict
from app.domain.interval import Bound, Granularity
from app.domain.mention import Basis, Factuality, Mention
from app.domain.query import Sort, Status, TimelineQuery
from app.storage import read, write
from app.storage.articles import queue, reextraction
from app.storage.columns import instant_text
from app.storage.engine.database import Database
from app.storage.engine.dump import dump
from app.storage.events.changes import changes_page
from app.storage.events.history import history
from app.storage.stories import tellings as kept
from app.storage.stories.actor_merging import merge_actor, unmerge_actor
from app.storage.stories.overriding import NewTime
from app.storage.tables import tellings
from app.work import merging, settling
from tests.merge.telling_articles import extract, merge_waiting, tell
from tests.storage.tellings import NOW, actor, article, mention, when
from tests.storage.written import written

PORT, BOARD = actor("Port of Lisbon"), actor("Harbour Board", Role.PATIENT)
OPENED = "The Port of Lisbon opened a new ferry terminal for the Harbour Board."
AGAIN = "A new ferry terminal was opened by the Port of Lisbon and its Harbour Board."


def said(text: str, day: int = 6) -> Article:
    return article(text, published_at=datetime(2031, 5, day, 8, tzinfo=UTC))


def opened(sentence: str, day: str = "2031-05-05", end: str = "2031-05-06", **more: object) -> Mention:
    return mention(when(day, end), PORT, BOARD, sentence=sentence, lemma="open", **more)  # type: ignore[arg-type]


NOTE, MADE = "the log says so", instant_text(NOW)
FIRST, SECOND = said("First text."), said("Second text.", 7)


def events(connection: Connection, **asked: object) -> list[Event]:
    """What a timeline shows; on the way the JSON of all events is seen to be right and written, and the page's."""
    written(connection)
    query = TimelineQuery(bases=(), **asked)  # type: ignore[arg-type]  # fields as they came
    page = read.timeline(connection, query, {})
    assert orjson.dumps(read.timeline_in_json(connection, query, {})) == orjson.dumps(page)
    return list(page.items)


def test_two_articles_tell_of_one_event(database: Database) -> None:
    with database.write() as connection:
        one = tell(connection, FIRST, opened(OPENED))
        two = tell(connection, SECOND, opened(AGAIN))
        (event,) = events(connection)
        assert (event.article_count, event.mention_count) == (2, 2)
        assert {evidence.article_id for evidence in event.mentions} == {one, two}
        assert event.id == min(evidence.id for evidence in event.mentions)
        other = max(evidence.id for evidence in event.mentions)
        with pytest.raises(MovedTo) as moved:
            read.event(connection, other)
        assert moved.value.target == event.id


def test_a_bare_surname_of_several_articles_is_one_actor_of_their_event(database: Database) -> None:
    envoy = actor("Moor", Role.PARTICIPANT, ActorKind.PERSON)
    with database.write() as connection:
        for told, sentence in ((FIRST, OPENED), (SECOND, AGAIN)):
            tell(connection, told, mention(when("2031-05-05"), PORT, BOARD, envoy, sentence=sentence, lemma="open"))
        (event,) = events(connection)
        assert (event.article_count, [who.name for who in event.actors]) == (
            2,
            ["Port of Lisbon", "Harbour Board", "Moor"],
        )


def test_one_text_in_two_places_counts_once(database: Database) -> None:
    with database.write() as connection:
        tell(connection, FIRST, opened(OPENED))
        tell(connection, article("First text.", title="Elsewhere"), opened(OPENED))
        (event,) = events(connection)
        assert (event.article_count, event.mention_count) == (1, 2)


def test_an_article_that_is_retracted_leaves_every_event(database: Database) -> None:
    with database.write() as connection:
        one = tell(connection, FIRST, opened(OPENED))
        two = tell(connection, SECOND, opened(AGAIN))
        (event,) = events(connection)
        merging.retract(connection, one, expected=None, now=NOW)
        (left,) = events(connection)
        assert {evidence.article_id for evidence in left.mentions} == {two}
        if event.id != left.id:
            with pytest.raises(MovedTo):
                read.event(connection, event.id)
        merging.retract(connection, two, expected=None, now=NOW)
        assert events(connection) == []
        with pytest.raises(Gone):
            read.event(connection, left.id)
        assert connection.execute(select(tellings)).all() == []
        assert changes_page(connection, after=0, limit=50).items[-1].kind == "retracted"


def test_a_correction_takes_an_article_out_of_one_event_and_into_another(database: Database) -> None:
    with database.write() as connection:
        one = tell(connection, FIRST, opened(OPENED))
        tell(connection, SECOND, opened(AGAIN))
        corrected = said("First text, put right.")
        write.replace(connection, one, corrected, expected=None, now=NOW)
        extract(connection, one, corrected, opened(OPENED, "2030-05-05", "2030-05-06"))
        assert [(event.edtf, event.article_count) for event in events(connection)] == [
            ("2030-05-05", 1),
            ("2031-05-05", 1),
        ]


def test_disagreeing_reports_name_each_other(database: Database) -> None:
    with database.write() as connection:
        tell(connection, FIRST, opened(OPENED))
        tell(connection, SECOND, opened(AGAIN, "2031-05-02", "2031-05-03"))
        found = events(connection, conflicts=True)
        assert [(event.edtf, [other.event_id for other in event.conflicts]) for event in found] == [
            ("2031-05-02", [found[1].id]),
            ("2031-05-05", [found[0].id]),
        ]
        assert found[0].conflicts[0].reason.startswith("both tell of open with Harbour Board, Port of Lisbon, but at")


def given(day: str, made: datetime = NOW) -> NewTime:
    start = civil.minutes(day)
    return NewTime(start, start + civil.MINUTES_A_DAY, None, Granularity.DAY, day, NOTE, "key k", made)


def test_a_dispute_is_told_as_it_was_known_then(database: Database) -> None:
    with database.write() as connection:
        tell(connection, FIRST, opened(OPENED))
        tell(connection, SECOND, opened(AGAIN, "2031-05-02", "2031-05-03"))
        home = events(connection)[0].id
        merging.override(connection, home, given("2031-05-06", datetime(2031, 5, 9, tzinfo=UTC)))
        (alone,) = events(connection, as_of=datetime(2031, 5, 7, tzinfo=UTC))
        assert alone.conflicts == ()
        assert events(connection, as_of=datetime(2031, 5, 7, tzinfo=UTC), conflicts=True) == []
        then = events(connection, as_of=datetime(2031, 5, 8, tzinfo=UTC), conflicts=True)
        assert [one.conflicts[0].interval.start for one in then] == ["2031-05-05", "2031-05-02"]


PARADE = "With fireworks and music the Port of Lisbon opened its doors for the Harbour Board."
BOTH = "With fireworks and music the Port of Lisbon opened a new ferry terminal for the Harbour Board."


def test_a_dispute_is_known_since_the_article_that_raised_it(database: Database) -> None:
    with database.write() as connection:
        tell(connection, FIRST, opened(OPENED))
        tell(connection, SECOND, opened(PARADE, "2031-05-02", "2031-05-03"))
        assert [one.conflicts for one in events(connection)] == [(), ()]
        tell(connection, said("Third text.", 8), opened(BOTH, "2031-05-02", "2031-05-03"))
        assert [len(one.conflicts) for one in events(connection, conflicts=True)] == [1, 1]
        assert [one.conflicts for one in events(connection, as_of=day(8))] == [(), ()]
        assert events(connection, as_of=day(8), conflicts=True) == []
        assert [len(one.conflicts) for one in events(connection, as_of=day(9), conflicts=True)] == [1, 1]


def test_an_article_that_comes_late_may_settle_whom_others_disagree_with(database: Database) -> None:
    """Each telling is held against a few before it: one more takes a place, and no event but its own grows."""
    days = ("2031-05-01", *["2031-05-03"] * 8, "2031-05-05")
    told = [
        (said(f"Text {number}.", 6 + number), when(each, f"{each[:-1]}{int(each[-1]) + 1}"))
        for number, each in enumerate(days)
    ]
    with database.write() as connection:
        for text, time in told[:1] + told[2:]:
            tell(connection, text, mention(time, PORT, BOARD, sentence=OPENED, lemma="open"))
        assert [len(one.conflicts) for one in events(connection)] == [2, 2, 2]
        text, time = told[1]
        tell(connection, text, mention(time, PORT, BOARD, sentence=OPENED, lemma="open"))
        assert [len(one.conflicts) for one in events(connection)] == [1, 2, 1]


def test_a_conflict_within_an_article_stays_when_one_side_is_merged(database: Database) -> None:
    other = opened("It opened in April.", "2031-04-01", "2031-05-01", at=60)
    with database.write() as connection:
        tell(connection, FIRST, opened(OPENED), other, conflicts=(LocalConflict(0, 1, "May or April"),))
        tell(connection, SECOND, opened(AGAIN))
        april, may = events(connection, conflicts=True)
        assert (april.conflicts[0].event_id, may.conflicts[0].event_id) == (may.id, april.id)
        assert (may.article_count, may.conflicts[0].reason) == (2, "May or April")


def planned(sentence: str, day: str, end: str, sure: Factuality = Factuality.PLANNED) -> Mention:
    return opened(sentence, day, end, factuality=sure)


WILL = "The Port of Lisbon will open a new ferry terminal for the Harbour Board."
LATER = "The opening of the ferry terminal by the Port of Lisbon was postponed, the Harbour Board learned."


def test_a_postponed_plan_is_one_event_that_moved(database: Database) -> None:
    with database.write() as connection:
        tell(connection, FIRST, planned(WILL, "2031-06-10", "2031-06-11"))
        tell(connection, SECOND, planned(LATER, "2031-07-01", "2031-07-02"))
        (event,) = events(connection)
        assert (event.edtf, event.factuality, event.article_count) == ("2031-07-01", Factuality.PLANNED, 2)
        assert events(connection, status=Status.MOVED) == [event]
        given = [(one.edtf, one.given_at[:10], one.in_force) for one in history(connection, event.id).items]
        assert given == [("2031-06-10", "2031-05-06", False), ("2031-07-01", "2031-05-07", True)]


def test_a_cancelled_plan_reads_as_negated(database: Database) -> None:
    cancelled = "The Port of Lisbon won't open the new ferry terminal for the Harbour Board."
    with database.write() as connection:
        tell(connection, FIRST, planned(WILL, "2031-06-10", "2031-06-11"))
        tell(connection, SECOND, planned(cancelled, "2031-06-10", "2031-06-11", Factuality.NEGATED))
        (event,) = events(connection)
        assert (event.edtf, event.factuality, event.article_count) == ("2031-06-10", Factuality.NEGATED, 2)


def test_a_plan_called_off_without_a_date_is_one_event_with_its_trail(database: Database) -> None:
    undated = when("2031-05-08", "2031-05-09", bound=Bound.AFTER, basis=Basis.PUBLICATION)
    off = mention(
        undated, PORT, sentence="The Port of Lisbon called it off.", lemma="open", factuality=Factuality.NEGATED
    )
    with database.write() as connection:
        tell(connection, FIRST, planned(WILL, "2031-06-10", "2031-06-11"))
        tell(connection, SECOND, off)
        (event,) = events(connection)
        assert (event.edtf, event.factuality, event.article_count) == ("2031-06-10", Factuality.NEGATED, 2)
        assert events(connection, as_of=day(7))[0].factuality is Factuality.PLANNED
        trail = [(one.factuality, one.given_at[:10]) for one in history(connection, event.id).items]
        assert trail == [(Factuality.PLANNED, "2031-05-06"), (Factuality.NEGATED, "2031-05-07")]


@pytest.mark.parametrize("sure", [Factuality.ASSERTED, Factuality.NEGATED])
def test_a_plan_is_overdue_until_it_is_told_as_done_or_given_up(database: Database, sure: Factuality) -> None:
    with database.write() as connection:
        tell(connection, FIRST, planned(WILL, "2031-05-10", "2031-05-11"))
        overdue = [len(events(connection, status=Status.OVERDUE, as_of=day(before))) for before in (11, 12)]
        assert (overdue, events(connection, status=Status.OVERDUE)) == ([0, 1], [])  # nothing later is published
        tell(connection, said("On strawberries.", 14), opened("It sold tickets.", "2031-05-14", "2031-05-15", at=70))
        assert [one.edtf for one in events(connection, status=Status.OVERDUE)] == ["2031-05-10"]
        tell(connection, said("Third text.", 16), planned(AGAIN, "2031-05-10", "2031-05-11", sure))
        assert events(connection, status=Status.OVERDUE) == []
        assert [one.edtf for one in events(connection, status=Status.OVERDUE, as_of=day(16))] == ["2031-05-10"]


def test_merging_two_actors_merges_their_events_and_parting_them_parts_those(database: Database) -> None:
    other = mention(when("2031-05-05", "2031-05-06"), actor("APL"), BOARD, sentence=AGAIN, lemma="open")
    with database.write() as connection:
        tell(connection, FIRST, opened(OPENED))
        tell(connection, SECOND, other)
        assert len(events(connection)) == 2  # another opened it
        ids = {one.name: one.id for one in read.actors(connection, q=None, limit=9, cursor=None).items}
        merge_actor(connection, ids["APL"], ids["Port of Lisbon"], NOW)
        merge_waiting(connection)
        assert [event.article_count for event in events(connection)] == [2]
        for leaf, into in (("APL", "APL"), ("APL", "Port of Lisbon"), ("Port of Lisbon", "APL")):
            with pytest.raises(NotPossible):
                merge_actor(connection, ids[leaf], ids[into], NOW)
        joined = changes_page(connection, after=0, limit=50).next_after
        unmerge_actor(connection, ids["APL"], NOW)
        merge_waiting(connection)
        assert [event.article_count for event in events(connection)] == [1, 1]
        parted = changes_page(connection, after=joined, limit=50).items
        assert sorted(one.kind for one in parted) == ["changed", "created"]
        assert {one.event_id for one in parted} == {event.id for event in events(connection)}


def day(number: int) -> datetime:
    return datetime(2031, 5, number, tzinfo=UTC)


def test_what_was_known_when(database: Database) -> None:
    with database.write() as connection:
        tell(connection, FIRST, planned(WILL, "2031-06-10", "2031-06-11"))
        tell(connection, SECOND, planned(LATER, "2031-07-01", "2031-07-02"))
        tell(connection, said("Third.", 8), opened("It sold tickets.", "2031-05-08", "2031-05-09", at=70))
        known = {
            before: [(one.edtf, one.article_count, len(one.mentions)) for one in events(connection, as_of=day(before))]
            for before in (6, 7, 8, 9)
        }
        assert known == {
            6: [],
            7: [("2031-06-10", 1, 1)],
            8: [("2031-07-01", 2, 2)],
            9: [("2031-05-08", 1, 1), ("2031-07-01", 2, 2)],
        }
        asked = TimelineQuery(bases=(), actors=("b",), as_of=day(7), sort=Sort.START_DESCENDING)
        (then,) = read.timeline(connection, asked, {"b": "harbour board"}).items
        assert (then.edtf, [who.name for who in then.actors]) == ("2031-06-10", ["Port of Lisbon", "Harbour Board"])
        assert read.event(connection, then.id, day(7)).edtf == "2031-06-10"
        assert [one.edtf for one in events(connection, as_of=day(9), status=Status.MOVED)] == ["2031-07-01"]
        assert events(connection, as_of=day(7), status=Status.MOVED) == []
        counted = read.histogram(connection, TimelineQuery(bases=(), as_of=day(7)), {}, bucket=Granularity.MONTH)
        assert [(one.interval.start, one.count) for one in counted.buckets] == [("2031-06-01", 1)]


def test_the_mention_that_gave_the_time_then_comes_first(database: Database) -> None:
    month = when("2031-06-01", "2031-07-01", granularity=Granularity.MONTH)
    coarse = mention(month, PORT, BOARD, sentence=WILL, lemma="open", factuality=Factuality.PLANNED)
    with database.write() as connection:
        tell(connection, FIRST, coarse)
        tell(connection, SECOND, planned(WILL, "2031-06-10", "2031-06-11"))
        for number in (8, 9):
            tell(connection, said(f"Text {number}.", number), coarse)
        known = {before: events(connection, as_of=day(before))[0] for before in (7, 8, 9, 10)}
        assert {before: one.edtf for before, one in known.items()} == {
            7: "2031-06",
            8: "2031-06-10",
            9: "2031-06",
            10: "2031-06",
        }
        assert all(one.mentions[0].interval == one.interval for one in known.values())


def test_a_persons_word_outlives_merging_and_correction(database: Database) -> None:
    with database.write() as connection:
        one = tell(connection, FIRST, opened(OPENED))
        (event,) = events(connection)
        merging.override(connection, event.id, given("2031-05-04"))
        (shown,) = events(connection)
        assert (shown.edtf, shown.confidence, shown.override) == ("2031-05-04", 1.0, Override("key k", NOTE, MADE))
        tell(connection, SECOND, opened(AGAIN))
        corrected = said("First text, put right.")
        write.replace(connection, one, corrected, expected=None, now=NOW)
        extract(connection, one, corrected, opened(OPENED))
        (event,) = events(connection)
        assert (event.edtf, event.article_count, event.override) == ("2031-05-04", 2, shown.override)
        assert events(connection, as_of=NOW)[0].override is None
        (said_so,) = [one for one in history(connection, event.id).items if one.by]
        assert (said_so.by, said_so.note, said_so.edtf) == ("key k", NOTE, "2031-05-04")


def test_what_was_found_beside_the_writer_is_written_only_if_nothing_came_between(database: Database) -> None:
    with database.write() as connection:
        tell(connection, FIRST, opened(OPENED))
        (event,) = events(connection)
        told = sorted(kept.by_event(connection, [event.id]))
        assert settled(connection, told)
        found = settling.find(connection, told)
        tell(connection, SECOND, opened(AGAIN))
        (piece,) = settling.pieces(found)
        assert settling.settle_piece(found, piece, connection, NOW).spoiled == {"open"}
        assert [event.article_count for event in events(connection)] == [2]
        assert settled(connection, told)
        assert [event.article_count for event in events(connection)] == [2]


def settled(connection: Connection, told: list[str]) -> bool:
    found = settling.find(connection, told)
    for piece in settling.pieces(found):
        found = settling.settle_piece(found, piece, connection, NOW)
    return not found.spoiled


def test_a_word_taken_back_leaves_what_articles_tell_and_its_trail(database: Database) -> None:
    with database.write() as connection:
        tell(connection, FIRST, opened(OPENED))
        (event,) = events(connection)
        for day, made in (("2031-05-03", NOW), ("2031-05-04", NOW + timedelta(days=1))):
            merging.override(connection, event.id, given(day, made))
        shown = []
        for after in (2, 3):
            shown.append(events(connection)[0].edtf)
            merging.withdraw(connection, event.id, by="key l", now=NOW + timedelta(days=after))
        (left,) = events(connection)
        assert [*shown, left.edtf] == ["2031-05-04", "2031-05-03", "2031-05-05"]
        assert left.override is None
        with pytest.raises(NotFound):
            merging.withdraw(connection, event.id, by="key l", now=NOW)
        said = [one for one in history(connection, event.id).items if one.by]
        assert [(one.edtf, one.withdrawn_by, one.in_force) for one in said] == [
            ("2031-05-03", "key l", False),
            ("2031-05-04", "key l", False),
        ]
        known = events(connection, as_of=NOW + timedelta(days=1, hours=1))
        assert [one.edtf for one in known] == ["2031-05-04"]


def test_a_word_stays_with_what_is_left_of_the_event_it_was_said_of(database: Database) -> None:
    """Whichever article leaves it, and so whether or not the event keeps its id."""
    texts = [said(f"{number} text.", number) for number in (6, 7, 8)]
    for leaving in range(3):
        with database.write() as connection:
            ids = [tell(connection, one, opened(OPENED)) for one in texts]
            (event,) = events(connection)
            merging.override(connection, event.id, given("2031-05-04"))
            corrected = said(f"{leaving} text, put right.", leaving + 6)
            write.replace(connection, ids[leaving], corrected, expected=None, now=NOW)
            extract(connection, ids[leaving], corrected, opened(OPENED, "2030-05-05", "2030-05-06"))
            assert [(one.edtf, one.article_count) for one in events(connection)] == [
                ("2030-05-05", 1),
                ("2031-05-04", 2),
            ]
            parted, _ = events(connection)
            with pytest.raises(NotFound):
                merging.withdraw(connection, parted.id, by="key l", now=NOW)
            connection.rollback()


def test_of_equal_parts_a_word_stays_with_the_one_that_had_given_the_time(database: Database) -> None:
    in_may = mention(
        when("2031-05-01", "2031-06-01", granularity=Granularity.MONTH), PORT, BOARD, sentence=AGAIN, lemma="open"
    )
    for order in ((in_may, opened(OPENED)), (opened(OPENED), in_may)):
        with database.write() as connection:
            one, _ = (tell(connection, *each) for each in zip((FIRST, SECOND), order, strict=True))
            (event,) = events(connection)
            merging.override(connection, event.id, given("2031-05-04"))
            corrected = said("First text, put right.")
            write.replace(connection, one, corrected, expected=None, now=NOW)
            extract(connection, one, corrected, opened(OPENED, "2030-05-05", "2030-05-06"))
            shown = {each.edtf: each.article_count for each in events(connection)}
            assert shown == (
                {"2030-05-05": 1, "2031-05-04": 1} if order[0] is in_may else {"2031-05-04": 1, "2031-05": 1}
            )
            connection.rollback()


def test_one_word_at_most_is_in_force(database: Database) -> None:
    with database.write() as connection:
        tell(connection, FIRST, opened(OPENED))
        (event,) = events(connection)

        def in_force() -> list[tuple[str, str | None]]:
            return [(one.edtf, one.by) for one in history(connection, event.id).items if one.in_force]

        assert in_force() == [("2031-05-05", None)]
        for hours in (0, 1):
            merging.override(connection, event.id, given("2031-05-05", NOW + timedelta(hours=hours)))
        assert in_force() == [("2031-05-05", "key k")]
        merging.withdraw(connection, event.id, by="key l", now=NOW + timedelta(hours=2))
        assert in_force() == [("2031-05-05", "key k")]
        merging.withdraw(connection, event.id, by="key l", now=NOW + timedelta(hours=3))
        assert in_force() == [("2031-05-05", None)]


def test_what_can_not_be_read_anew_keeps_its_events_and_is_listed(database: Database) -> None:
    outdated, hour = reextraction.Outdated("a newer one", None), timedelta(hours=1)
    with database.write() as connection:
        one = tell(connection, FIRST, opened(OPENED))
        two = tell(connection, SECOND, opened(AGAIN))
        before = written(connection)
        assert reextraction.queue_again(connection, outdated, limit=9, now=NOW) == 2
        for lost in range(5):  # one whose worker is lost whenever it has it, another that breaks a stage
            held = queue.claim(connection, owner=f"w{lost}", limit=9, lease=hour, now=NOW + lost * 2 * hour)
            assert {job.article_id for job in held} == {one, two}
            for job in held:
                if job.article_id == two:
                    queue.fail(connection, job, "a stage broke", now=NOW + lost * 2 * hour)
        assert queue.claim(connection, owner="w5", limit=9, lease=hour, now=NOW + 10 * hour) == []
        failed = read.articles(connection, read.ArticleQuery(state=ArticleState.FAILED))
        assert {each.id for each in failed.items} == {one, two}
        assert written(connection) == before
        assert [each.article_count for each in events(connection)] == [2]
        queue.retry(connection, one, NOW)
        extract(connection, one, FIRST, opened(OPENED, "2031-05-04", "2031-05-05"))
        assert [(each.edtf, each.article_count) for each in events(connection)] == [
            ("2031-05-04", 1),
            ("2031-05-05", 1),
        ]


_ARTICLES = (
    (said("One.", 6), (opened(OPENED),)),
    (said("Two.", 7), (opened(AGAIN), opened("It sold tickets to all.", "2031-05-07", "2031-05-08", at=70))),
    (said("Three.", 8), (opened(AGAIN, "2031-05-02", "2031-05-03"),)),
    (said("Four.", 9), (planned(WILL, "2031-05-20", "2031-05-21"),)),
    (said("Five.", 10), (planned(LATER, "2031-06-20", "2031-06-21"),)),
)


def _dumped(database: Database) -> list[str]:
    with database.write() as connection:
        return list(dump(connection))


@pytest.mark.parametrize("order", list(permutations(range(5)))[::17])
def test_the_order_of_arrival_leaves_no_trace(database: Database, order: tuple[int, ...]) -> None:
    with database.write() as connection:
        ids = [tell(connection, told, *mentions) for told, mentions in _ARTICLES]
    straight = _dumped(database)
    with database.write() as connection:
        for one in ids:
            merging.retract(connection, one, expected=None, now=NOW)
        assert events(connection) == []
        for index in order:
            told, mentions = _ARTICLES[index]
            write.replace(connection, ids[index], told, expected=None, now=NOW)
            extract(connection, ids[index], told, *mentions)
    assert list(filter(_is_story, _dumped(database))) == list(filter(_is_story, straight))


def _is_story(line: str) -> bool:
    """What articles tell and what became of it; not where vanished ids lead, which is history."""
    return line.startswith(('["event', '["telling', '["mention')) and not line.startswith('["event_redirects')
