"""What is read out of an article comes back as it was, and its events go where its mentions go."""

from datetime import date

import pytest
from sqlalchemy import Connection, select, text

from app.domain.actor import ActorIdentity, ActorKind, EventActor, Role
from app.domain.article import ArticleState
from app.domain.errors import Gone, MovedTo, NotFound
from app.domain.event import StoredArticle
from app.domain.extraction import LocalConflict
from app.domain.identity import content_id
from app.domain.interval import Bound, Granularity
from app.domain.mention import Attribution, Basis, Factuality
from app.domain.query import TimelineQuery
from app.domain.span import Field
from app.storage import read, write
from app.storage.articles import queue
from app.storage.engine.database import Database
from app.storage.events.happening import happenings
from app.storage.identity import mention_ids
from app.storage.tables import event_actors, event_texts, extractions, mention_actors, mentions, time_expressions
from tests.storage.tellings import LEASE, NOW, actor, article, identities, mention, reading, tell, when

PORT, MAYOR = actor("Port of Lisbon"), actor("Ana Reis", Role.SOURCE, ActorKind.PERSON)
SAID = Attribution("Ana Reis", "the mayor said", Field.TEXT, 40, 54)


def stored(connection: Connection, article_id: str) -> StoredArticle:
    found = read.article(connection, article_id)
    assert isinstance(found, StoredArticle)
    return found


def event_ids(connection: Connection) -> list[str]:
    return [event.id for event in read.timeline(connection, TimelineQuery(bases=()), {}).items]


def again(connection: Connection, article_id: str, told_again: object, read_again: object) -> None:
    """Corrects an article and stores a new reading of it."""
    write.replace(connection, article_id, told_again, expected=None, now=NOW)  # type: ignore[arg-type]  # an article
    job = queue.claim_one(connection, article_id, owner="worker", lease=LEASE, now=NOW)
    assert job is not None
    assert write.store(connection, job, read_again, identities(read_again), now=NOW)  # type: ignore[arg-type]  # a reading


def test_an_extraction_comes_back_as_it_was(database: Database) -> None:
    told = article(published_at=date(2031, 5, 6), timezone=None)
    told_of = (
        mention(when(), PORT, MAYOR, attribution=SAID, confidence=0.8235294117647058),
        mention(when(None), at=40, lemma="say"),
        mention(when("2031-05-06T08:30", "2031-05-06T08:31", granularity=Granularity.MINUTE), at=60),
        mention(when("-0322-01-01", "-0321-01-01", granularity=Granularity.YEAR), at=80),
        mention(when(bound=Bound.NOT_BEFORE, basis=Basis.PUBLICATION), at=90, factuality=Factuality.PLANNED),
    )
    with database.write() as connection:
        accepted = tell(connection, told, *told_of)
        assert stored(connection, accepted.id) == StoredArticle.of(
            id=accepted.id,
            state=ArticleState.DONE,
            revision=1,
            extraction=reading(*told_of, of=told).extraction,
        )
        assert read.posted_article(connection, accepted.id) == told


def test_an_event_is_told_by_its_best_dated_mention(database: Database) -> None:
    by_publication = mention(when("2031-05-06", basis=Basis.PUBLICATION), PORT, at=10)
    by_month = mention(when("2031-05-01", "2031-06-01", granularity=Granularity.MONTH), MAYOR, at=20)
    by_day = mention(when("2031-05-07", "2031-05-08"), actor("Ana Reis", Role.AGENT, ActorKind.PERSON), at=30)
    undated = mention(when(None), at=40)
    with database.write() as connection:
        accepted = tell(connection, article(), by_publication, by_month, by_day, undated, happenings=[(0, 1, 2)])
        (event,) = read.timeline(connection, TimelineQuery(), {}).items
    ids = mention_ids(accepted.id, (by_publication, by_month, by_day, undated))
    assert (event.id, event.edtf, event.mention_count, event.article_count) == (min(ids[:3]), "2031-05-07", 3, 1)
    assert [evidence.id for evidence in event.mentions] == [ids[2], ids[1], ids[0]]
    assert [(who.name, who.role) for who in event.actors] == [("Ana Reis", Role.AGENT), ("Port of Lisbon", Role.AGENT)]
    assert (event.first_published, event.last_published) == ("2031-05-06T08:00:00Z", "2031-05-06T08:00:00Z")


def test_a_timeline_event_carries_three_mentions_and_the_event_itself_all(database: Database) -> None:
    with database.write() as connection:
        tell(connection, article(), *(mention(at=at) for at in range(5)), happenings=[(0, 1, 2, 3, 4)])
        (event,) = read.timeline(connection, TimelineQuery(), {}).items
        assert (len(event.mentions), len(read.event(connection, event.id).mentions)) == (3, 5)


def test_a_happening_without_an_interval_is_no_event() -> None:
    read_out = reading(mention(when(None)), happenings=[(0,)])
    assert happenings(read_out, ["m"], [[]]) == [None]


def test_two_mentions_of_one_trigger_have_ids_of_their_own() -> None:
    ids = mention_ids("a", (mention(), mention(when("2031-05-09", "2031-05-10")), mention(at=40)))
    assert len(set(ids)) == 3
    assert ids[0] == mention_ids("a", (mention(when(None)),))[0]


def test_conflicting_events_name_each_other(database: Database) -> None:
    told = (mention(at=1), mention(when("2031-04-01", "2031-05-01", granularity=Granularity.MONTH), at=2))
    with database.write() as connection:
        tell(connection, article(), *told, conflicts=[LocalConflict(0, 1, "one says May, the other April")])
        earlier, later = read.timeline(connection, TimelineQuery(conflicts=True), {}).items
    assert [(one.event_id, one.interval.start, one.reason) for one in earlier.conflicts] == [
        (later.id, "2031-05-06", "one says May, the other April")
    ]
    assert later.conflicts[0].event_id == earlier.id


def test_a_correction_replaces_results_and_keeps_the_ids_of_what_stands(database: Database) -> None:
    with database.write() as connection:
        accepted = tell(
            connection, article(), mention(at=1), mention(at=2), mention(at=3), happenings=[(0,), (1,), (2,)]
        )
        stands, joined, gone = (content_id(("mention", accepted.id, "text", str(at), "meet")) for at in (1, 2, 3))
        assert sorted(event_ids(connection)) == sorted([stands, joined, gone])
        corrected = reading(mention(when("2031-05-07", "2031-05-08"), at=1), mention(at=2), happenings=[(0, 1)])
        again(connection, accepted.id, article("The board met."), corrected)
        assert stored(connection, accepted.id).revision == 2
        (event,) = event_ids(connection)
        assert event == min(stands, joined)
        with pytest.raises(MovedTo) as moved:
            read.event(connection, max(stands, joined))
        assert moved.value.target == event
        with pytest.raises(Gone):
            read.event(connection, gone)
        with pytest.raises(NotFound):
            read.event(connection, "nothing")
        back = reading(mention(at=1), mention(at=2), mention(at=3))
        again(connection, accepted.id, article("The board met and met."), back)
        assert read.event(connection, gone).id == gone


def test_a_retracted_article_leaves_nothing_behind(database: Database) -> None:
    with database.write() as connection:
        accepted = tell(connection, article(url="https://harbour.example/1"), mention(when(), PORT))
        (event,) = event_ids(connection)
        write.retract(connection, accepted.id, expected=1, now=NOW)
        assert event_ids(connection) == []
        with pytest.raises(Gone):
            read.event(connection, event)
        for table in (time_expressions, mentions, mention_actors, event_actors, event_texts, extractions):
            assert connection.execute(select(table)).all() == []


def test_an_actor_is_kept_once_with_all_its_aliases(database: Database) -> None:
    with database.write() as connection:
        for number in range(2):
            tell(connection, article(f"Text {number}."), mention(when(), PORT))
        (found,) = read.actors(connection, q="lisb", limit=5, cursor=None).items
        assert (found.name, found.aliases, found.event_count) == ("Port of Lisbon", ("port of lisbon",), 2)
        assert read.actor(connection, found.id) == found
        with pytest.raises(NotFound):
            read.actor(connection, "nobody")


def test_merged_actors_answer_as_one(database: Database) -> None:
    with database.write() as connection:
        tell(connection, article(), mention(when(), PORT, actor("Lisbon Port"), actor("APL")))
        ids = {one.name: one.id for one in read.actors(connection, q=None, limit=5, cursor=None).items}
        for leaf, root in (("APL", "Lisbon Port"), ("Lisbon Port", "Port of Lisbon")):
            connection.execute(
                text("INSERT INTO actor_merges VALUES (:leaf, :root, CURRENT_TIMESTAMP)"),
                {"leaf": ids[leaf], "root": ids[root]},
            )
        page = read.timeline(connection, TimelineQuery(actors=("apl",)), {"apl": "apl"})
        shown = EventActor(ids["Port of Lisbon"], "Port of Lisbon", ActorKind.ORGANISATION, Role.AGENT)
        assert [event.actors for event in page.items] == [(shown,)]
        assert [match.id for match in page.actors] == [shown.id]
        assert read.actor(connection, ids["APL"]).event_count == 1
        assert [one.name for one in read.actors(connection, q=None, limit=5, cursor=None).items] == ["Port of Lisbon"]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_an_actor_has_one_name_in_whatever_order_articles_name_it(database: Database, order: tuple[int, ...]) -> None:
    called = ("APL PORT", "APL Port Company", "Apl Port")
    with database.write() as connection:
        for at in order:
            told = article(f"Text {at}.")
            read_out = reading(mention(when(), actor(called[at])))
            known = {(called[at], ActorKind.ORGANISATION): ActorIdentity("a1", called[at], ActorKind.ORGANISATION, ())}
            accepted = write.accept(connection, told, now=NOW)
            job = queue.claim_one(connection, accepted.id, owner="worker", lease=LEASE, now=NOW)
            assert job is not None
            assert write.store(connection, job, read_out, known, now=NOW)
        assert [one.name for one in read.actors(connection, q=None, limit=5, cursor=None).items] == ["Apl Port"]
