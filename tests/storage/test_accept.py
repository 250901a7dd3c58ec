"""Who an article is: repeats, other sources, conflicts and tombstones, alone and in a race."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import Connection, func, select

from app.domain.article import Article, ArticleState
from app.domain.errors import Conflicting, Gone, NotFound, Retracted, StaleRevision
from app.storage import read, write
from app.storage.articles import queue
from app.storage.engine.database import Database
from app.storage.engine.writer import open_writer
from app.storage.identity import article_keys, url_key
from app.storage.tables import article_keys as keys_table
from app.storage.tables import article_revisions, article_sources, articles, jobs
from app.storage.write import Accepted
from tests.storage.tellings import LEASE, NOW, article, identities, mention, reading, tell

URL = "https://harbour.example/board"


def accept(database: Database, told: Article) -> Accepted:
    with database.write() as connection:
        return write.accept(connection, told, now=NOW)


def count(database: Database, table: object) -> int:
    with database.read() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())  # type: ignore[arg-type]  # any table


@pytest.mark.parametrize(
    ("posted", "key"),
    [
        ("https://Harbour.Example/Board?b=2&utm_source=mail&a=1#top", "https://harbour.example/Board?b=2&a=1"),
        ("https://harbour.example/?utm_campaign=x&UTM_MEDIUM=y", "https://harbour.example/"),
        ("https://harbour.example/?futm_x=1", "https://harbour.example/?futm_x=1"),
    ],
)
def test_a_url_is_known_without_what_tells_no_pages_apart(posted: str, key: str) -> None:
    assert url_key(posted) == key


def test_content_is_the_same_in_whatever_zone_its_instant_is_written() -> None:
    lisbon = article(published_at=datetime(2031, 5, 6, 8, 0, tzinfo=UTC))
    elsewhere = article(published_at=datetime(2031, 5, 6, 10, 0, tzinfo=timezone(timedelta(hours=2))))
    assert article_keys(lisbon) == article_keys(elsewhere)
    assert article_keys(lisbon) != article_keys(article(published_at=date(2031, 5, 6)))


def test_the_same_article_again_changes_nothing(database: Database) -> None:
    first = accept(database, article(url=URL))
    assert first == Accepted(first.id, ArticleState.PENDING, 1, new=True)
    for repeat in (article(url=URL), article(), article(url=URL + "#top"), article(url=URL, title="Another title")):
        assert accept(database, repeat) == Accepted(first.id, ArticleState.PENDING, 1, new=False)
    assert count(database, articles) == count(database, article_sources) == 1


def test_the_same_content_elsewhere_adds_a_source(database: Database) -> None:
    first = accept(database, article(url=URL, source="Harbour News"))
    for again in (
        article(url="https://tide.example/7", source="Tide"),
        article(source="Wire", external_id="W-1"),
        article(source="Wire", external_id="W-1"),
    ):
        assert accept(database, again) == Accepted(first.id, ArticleState.PENDING, 1, new=False)
    assert count(database, article_sources) == 3
    assert accept(database, article(url="https://tide.example/7", title=None)).id == first.id


def test_a_known_url_or_external_id_with_another_text_conflicts(database: Database) -> None:
    first = accept(database, article(url=URL, source="Wire", external_id="W-1"))
    for other in (
        article("The board did not meet.", url=URL + "?utm_source=feed"),
        article("The board did not meet.", source="Wire", external_id="W-1"),
    ):
        with pytest.raises(Conflicting) as refused:
            accept(database, other)
        assert refused.value.article_id == first.id
    fresh = accept(database, article("The board did not meet.", source="Other wire", external_id="W-1"))
    assert fresh.new, "a refused article must leave none of its keys behind"
    assert count(database, articles) == 2


def test_a_conflicting_post_claims_nothing(database: Database) -> None:
    accept(database, article(url=URL))
    with pytest.raises(Conflicting):
        accept(database, article("Quite another text.", url=URL, external_id="E-9"))
    assert accept(database, article("Quite another text.", external_id="E-9")).new


def test_many_at_once_are_taken_in_as_one_after_the_other(database: Database) -> None:
    with database.write() as connection:
        gone = write.accept(connection, article("Text 0.", url="https://mirror.example/0"), now=NOW)
        write.retract(connection, gone.id, expected=1, now=NOW)
        mended = write.accept(connection, article("Text 1.", url="https://mirror.example/1"), now=NOW)
        write.replace(connection, mended.id, article("Text 2.", external_id="E-1"), expected=1, now=NOW)
    for seed in range(12):
        posts = crossing(random.Random(seed), 40)
        with database.writes.connect() as connection, connection.begin() as trial:
            singly = [outcome for post in posts for outcome in write.accept_many(connection, [post], now=NOW)]
            rows = accepted_rows(connection)
            trial.rollback()
        with database.writes.connect() as connection, connection.begin() as trial:
            at_once = [
                outcome
                for group in (posts[:30], posts[30:])
                for outcome in write.accept_many(connection, group, now=NOW)
            ]
            assert list(map(repr, at_once)) == list(map(repr, singly))
            assert accepted_rows(connection) == rows
            trial.rollback()


def crossing(chance: random.Random, count: int) -> list[Article]:
    """Articles that share texts, urls and external ids crosswise."""
    return [
        article(
            f"Text {chance.randrange(12)}.",
            url=chance.choice([None, f"https://mirror.example/{chance.randrange(12)}"]),
            external_id=chance.choice([None, None, f"E-{chance.randrange(9)}"]),
        )
        for _ in range(count)
    ]


def accepted_rows(connection: Connection) -> list[tuple[object, ...]]:
    tables = (articles, keys_table, article_sources, jobs)
    return sorted(((table.name, *row) for table in tables for row in connection.execute(select(table))), key=repr)


def test_a_correction_keeps_id_and_old_revision(database: Database) -> None:
    first = accept(database, article(url=URL))
    corrected = article("The harbour board met on Wednesday.", url=URL)
    with database.write() as connection:
        with pytest.raises(StaleRevision):
            write.replace(connection, first.id, corrected, expected=7, now=NOW)
        replaced = write.replace(connection, first.id, corrected, expected=1, now=NOW)
        again = write.replace(connection, first.id, corrected, expected=2, now=NOW)
    assert replaced == Accepted(first.id, ArticleState.PENDING, 2, new=True)
    assert again == Accepted(first.id, ArticleState.PENDING, 2, new=False)
    assert count(database, article_revisions) == 1
    for known in (article(url=URL), article(), corrected):
        assert accept(database, known) == Accepted(first.id, ArticleState.PENDING, 2, new=False)
    with pytest.raises(Conflicting):
        accept(database, article("A third text.", url=URL))


def test_a_correction_can_not_take_another_articles_url(database: Database) -> None:
    accept(database, article(url=URL))
    other = accept(database, article("Another story altogether."))
    with pytest.raises(Conflicting), database.write() as connection:
        write.replace(connection, other.id, article("Another story again.", url=URL), expected=None, now=NOW)


def test_a_retracted_article_leaves_a_tombstone_that_put_revives(database: Database) -> None:
    with database.write() as connection:
        first = tell(connection, article(url=URL), mention())
        write.retract(connection, first.id, expected=1, now=NOW)
    with database.read() as connection, pytest.raises(Gone):
        read.article(connection, first.id)
    with database.write() as connection, pytest.raises(Gone):
        write.retract(connection, first.id, expected=None, now=NOW)
    for repeat in (article(url=URL), article(), article("A new text under the old url.", url=URL)):
        with pytest.raises(Retracted) as refused:
            accept(database, repeat)
        assert refused.value.article_id == first.id
    with database.read() as connection:
        assert connection.execute(select(articles.c.title, articles.c.text, articles.c.url)).all() == [(None, "", None)]
    with database.write() as connection:
        revived = write.replace(connection, first.id, article(url=URL), expected=None, now=NOW)
    assert revived == Accepted(first.id, ArticleState.PENDING, 3, new=True)
    assert count(database, article_revisions) == 0


def test_an_unknown_article_can_be_neither_replaced_nor_retracted(database: Database) -> None:
    with database.write() as connection:
        with pytest.raises(NotFound):
            write.replace(connection, "nobody", article(), expected=None, now=NOW)
        with pytest.raises(NotFound):
            write.retract(connection, "nobody", expected=None, now=NOW)


@pytest.mark.parametrize("same_url", [True, False])
def test_twenty_posts_at_once_are_one_article(database: Database, same_url: bool) -> None:
    posts = [article(url=URL if same_url else f"https://mirror.example/{number % 2}") for number in range(20)]
    writer = open_writer(database)
    try:
        with ThreadPoolExecutor(20) as pool:
            units = pool.map(lambda post: writer.submit(lambda found: write.accept(found, post, now=NOW)), posts)
            taken = [future.result(30) for future in units]
    finally:
        writer.close()
    assert len({one.id for one in taken}) == 1
    assert [one.new for one in taken].count(True) == 1
    assert count(database, articles) == 1
    assert count(database, article_sources) == (1 if same_url else 2)


def test_posts_that_share_keys_crosswise_never_wait_for_each_other(database: Database) -> None:
    writer = open_writer(database)
    posts = [
        article(f"Text {number % 3}.", url=f"https://mirror.example/{number % 4}", external_id=f"E-{number % 5}")
        for number in range(60)
    ]
    try:
        futures = [writer.submit(lambda found, post=post: write.accept(found, post, now=NOW)) for post in posts]  # type: ignore[misc]  # binds each post
        refusals = [future.exception(30) for future in futures]
    finally:
        writer.close()
    assert {type(refusal) for refusal in refusals} == {type(None), Conflicting}
    with database.read() as connection:
        owners = set(connection.execute(select(keys_table.c.article_id)).scalars())
        assert owners == set(connection.execute(select(articles.c.id)).scalars())


def test_results_of_a_revision_that_was_replaced_meanwhile_are_not_stored(database: Database) -> None:
    first = accept(database, article(url=URL))
    with database.write() as connection:
        job = queue.claim_one(connection, first.id, owner="worker", lease=LEASE, now=NOW)
        assert job is not None
        write.replace(connection, first.id, article("Corrected.", url=URL), expected=1, now=NOW)
        late = queue.claim_one(connection, first.id, owner="worker", lease=LEASE, now=NOW)
        assert late is not None
        assert late.revision == 2
        read_out = reading(mention())
        assert not write.store(connection, job, read_out, identities(read_out), now=NOW)
        assert write.store(connection, late, read_out, identities(read_out), now=NOW)
