"""Forty articles merged one by one leave the same bytes in whatever order they come: conflicts, too."""

import random
from datetime import timedelta

from app.storage import write
from app.storage.articles import queue
from app.storage.engine.database import Connection, Database
from app.storage.engine.dump import dump
from tests.merge.harbour import ARTICLES, store
from tests.storage.tellings import LEASE, NOW

# Of the orders that these give, two left a conflict behind that articles published in between had taken away.
_SEEDS = (0, 1, 2)


def left_by(connection: Connection, seed: int) -> list[str]:
    savepoint = connection.begin_nested()
    for told in random.Random(seed).sample(ARTICLES, len(ARTICLES)):
        accepted = write.accept(connection, told, now=NOW)
        job = queue.claim_one(connection, accepted.id, owner="worker", lease=LEASE, now=NOW + timedelta(hours=1))
        assert job is not None
        store(connection, job)
    found = list(dump(connection))
    savepoint.rollback()
    return found


def test_the_order_of_arrival_leaves_no_trace(database: Database) -> None:
    with database.write() as connection:
        first, *others = (left_by(connection, seed) for seed in _SEEDS)
        assert all(other == first for other in others)
