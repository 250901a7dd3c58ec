"""The background merges what waits, also where others never stop to tell of the same."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.article import Article
from app.storage import write
from app.storage.articles import queue
from app.storage.engine.database import Connection, Database
from app.storage.engine.writer import open_writer
from app.storage.stories import unmerged
from app.work import merging, settling
from app.work.merger import Merger
from app.work.settling import Found
from tests.merge.harbour import ARTICLES, store
from tests.storage.tellings import LEASE, NOW


def posted(connection: Connection, told: Article) -> None:
    accepted = write.accept(connection, told, now=NOW)
    job = queue.claim_one(connection, accepted.id, owner="worker", lease=LEASE, now=NOW + timedelta(hours=1))
    assert job is not None
    store(connection, job)


def test_what_waits_longest_is_merged_while_others_never_stop_to_tell_of_it(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer, more, find = open_writer(database), list(ARTICLES), settling.find

    def found_too_late(connection: Connection, ids: Sequence[str]) -> Found:
        writer.submit(lambda other: posted(other, more.pop())).result()
        found = find(connection, ids)
        return replace(found, spoiled=frozenset(found.actors))

    monkeypatch.setattr(merging, "_AT_ONCE", 0)
    monkeypatch.setattr(settling, "find", found_too_late)
    writer.submit(lambda connection: posted(connection, more.pop())).result()
    Merger(database, writer, clock=lambda: NOW).merge_waiting()
    writer.close()
    with database.read() as connection:
        assert unmerged.backlog(connection).tellings == 0
    assert len(more) > len(ARTICLES) // 2
