"""Articles stored and merged as workers do."""

from datetime import timedelta

from sqlalchemy import Connection

from app.domain.article import Article
from app.domain.extraction import LocalConflict
from app.domain.mention import Mention
from app.storage import write
from app.storage.articles import queue
from app.storage.stories import unmerged
from app.work import merging
from app.work.extraction import Extracted
from tests.storage.tellings import LEASE, NOW, identities, reading


def tell(connection: Connection, told: Article, *mentions: Mention, conflicts: tuple[LocalConflict, ...] = ()) -> str:
    """Accepts an article, stores what was read out of it and merges it; answers its id."""
    accepted = write.accept(connection, told, now=NOW)
    extract(connection, accepted.id, told, *mentions, conflicts=conflicts)
    return accepted.id


def extract(
    connection: Connection,
    article_id: str,
    told: Article,
    *mentions: Mention,
    conflicts: tuple[LocalConflict, ...] = (),
) -> None:
    job = queue.claim_one(connection, article_id, owner="worker", lease=LEASE, now=NOW + timedelta(hours=1))
    assert job is not None
    read = reading(*mentions, of=told, conflicts=conflicts)
    assert merging.store(connection, job, Extracted(read, identities(read, article_id)), now=NOW)


def merge_waiting(connection: Connection) -> None:
    """As the background does."""
    merging.merge(connection, unmerged.waiting(connection, 100), now=NOW)
