"""The queue: leases, tries, and results taken from the owner alone."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection

from app.domain.article import ArticleState
from app.domain.errors import NotFound
from app.domain.event import ArticleSummary
from app.storage import read, write
from app.storage.articles import queue
from app.storage.engine.database import Database
from app.storage.engine.writer import open_writer
from tests.storage.tellings import LEASE, NOW, article, identities, mention, reading


def fill(connection: Connection, number: int) -> list[str]:
    return [
        write.accept(connection, article(f"Text {index}."), now=NOW + timedelta(seconds=index)).id
        for index in range(number)
    ]


def claim(connection: Connection, owner: str = "one", limit: int = 10, later: timedelta = LEASE * 0) -> list[queue.Job]:
    return queue.claim(connection, owner=owner, limit=limit, lease=LEASE, now=NOW + later)


def test_the_longest_waiting_are_claimed_once(database: Database) -> None:
    with database.write() as connection:
        ids = fill(connection, 3)
        first = claim(connection, limit=2)
        assert [(job.article_id, job.tries, job.article) for job in first] == [
            (ids[0], 1, article("Text 0.")),
            (ids[1], 1, article("Text 1.")),
        ]
        assert [job.article_id for job in claim(connection, "two")] == ids[2:]
        assert claim(connection, "three") == []
        assert queue.pending(connection) == 3
        assert queue.oldest(connection) == NOW


def test_a_lease_that_ran_out_is_anothers_and_the_first_owner_stores_nothing(database: Database) -> None:
    with database.write() as connection:
        fill(connection, 1)
        (lost,) = claim(connection)
        assert queue.renew(connection, [lost], lease=LEASE, now=NOW + LEASE / 2) == [lost]
        assert claim(connection, "two", later=LEASE) == []
        (taken,) = claim(connection, "two", later=LEASE * 2)
        assert (taken.tries, queue.renew(connection, [lost], lease=LEASE, now=NOW)) == (2, [])
        told = reading(mention())
        assert not write.store(connection, lost, told, identities(told), now=NOW)
        assert write.fail(connection, lost, "late", now=NOW) is None
        assert write.store(connection, taken, told, identities(told), now=NOW)
        assert not write.store(connection, taken, told, identities(told), now=NOW)
        assert queue.pending(connection) == 0


def test_five_tries_then_failed_and_retried_by_hand(database: Database) -> None:
    with database.write() as connection:
        (waiting,) = fill(connection, 1)
        for tries in range(1, 6):
            (job,) = claim(connection, later=tries * timedelta(hours=1))
            assert job.tries == tries
            state = write.fail(connection, job, f"broke {tries}", now=NOW + tries * timedelta(hours=1))
        assert state is ArticleState.FAILED
        assert claim(connection, later=timedelta(days=1)) == []
        failed = read.articles(connection, read.ArticleQuery(state=ArticleState.FAILED)).items
        assert [(one.id, one.error) for one in failed] == [(waiting, "broke 5")]
        assert queue.retry(connection, waiting, NOW) is ArticleState.PENDING
        assert queue.retry(connection, waiting, NOW) is ArticleState.PENDING
        assert [job.tries for job in claim(connection)] == [1]
        with pytest.raises(NotFound):
            queue.retry(connection, "nobody", NOW)


def test_a_failed_try_waits_before_the_next(database: Database) -> None:
    with database.write() as connection:
        fill(connection, 1)
        (job,) = claim(connection)
        assert write.fail(connection, job, "broke", now=NOW) is ArticleState.PENDING
        assert claim(connection, later=timedelta(seconds=1)) == []
        assert len(claim(connection, later=timedelta(seconds=2))) == 1


def test_a_final_failure_is_not_tried_again(database: Database) -> None:
    with database.write() as connection:
        (waiting,) = fill(connection, 1)
        (job,) = claim(connection)
        assert write.fail(connection, job, "out of time", now=NOW, final=True) is ArticleState.FAILED
        found = read.article(connection, waiting)
        assert isinstance(found, ArticleSummary)
        assert (found.state, found.error) == (ArticleState.FAILED, "out of time")


def test_one_whose_worker_is_lost_five_times_is_given_up(database: Database) -> None:
    with database.write() as connection:
        fill(connection, 1)
        for tries in range(5):
            assert len(claim(connection, later=LEASE * tries)) == 1
        assert claim(connection, later=LEASE * 5) == []
        (failed,) = read.articles(connection, read.ArticleQuery(state=ArticleState.FAILED)).items
        assert failed.error
        assert "5 tries" in failed.error


def test_what_a_server_gives_back_at_its_end_costs_no_try(database: Database) -> None:
    with database.write() as connection:
        fill(connection, 1)
        queue.release(connection, claim(connection))
        assert [job.tries for job in claim(connection, "two")] == [1]


def test_workers_that_claim_at_once_never_share_an_article(database: Database) -> None:
    with database.write() as connection:
        ids = fill(connection, 40)
    writer = open_writer(database)
    try:
        futures = [
            writer.submit(lambda found, owner=owner: claim(found, f"worker {owner}", 3))  # type: ignore[misc]  # binds each owner
            for owner in range(20)
        ]
        claimed = [job.article_id for future in futures for job in future.result(30)]
    finally:
        writer.close()
    assert sorted(claimed) == sorted(ids)
