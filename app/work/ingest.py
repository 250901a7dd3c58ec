"""The write use case: an article is durable before anybody waits for it, then extracted and stored."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from app.domain.article import Article, ArticleState
from app.domain.errors import QueueFull
from app.domain.event import ArticleSummary, StoredArticle
from app.storage import read, write
from app.storage.articles import queue
from app.storage.articles.queue import Job
from app.storage.engine.database import Connection, Database
from app.storage.engine.writer import Writer
from app.storage.write import Accepted, Outcome
from app.work.dispatch import Dispatcher
from app.work.extraction import Extracted
from app.work.intake import Intake, Posted
from app.work.pool import ExtractionPool

# Another process may have extracted it: then no future of ours settles, and we look.
_LOOK_SECONDS = 1.0
# Extractions without storing that may wait at once; each holds its text in memory.
_UNSTORED_A_WORKER = 16
_COUNT_SECONDS = 1.0
_T = TypeVar("_T")
Unit = Callable[[Connection, datetime], _T]


class Ingest:
    """Accepting articles and waiting for what is read out of them. `clock` gives aware UTC."""

    def __init__(
        self,
        *,
        database: Database,
        writer: Writer,
        dispatcher: Dispatcher,
        pool: ExtractionPool,
        clock: Callable[[], datetime],
        pending_max: int,
        stopping: Callable[[], bool] = lambda: False,
    ) -> None:
        self._database = database
        self._writer = writer
        self._dispatcher = dispatcher
        self._pool = pool
        self._clock = clock
        self._pending = Pending(database, pending_max)
        self._intake = Intake(self._take)
        self._unstored = 0
        self._stopping = stopping

    async def accept(self, article: Article, *, waited_for: bool) -> Accepted:
        """Store the article and its job. Once this returns, it survives whatever happens to us.

        Raises QueueFull, Conflicting, Retracted.
        """
        await self._pending.require_room()
        outcome = await self._intake.take(Posted(article, waited_for))
        if not isinstance(outcome, Accepted):
            raise outcome
        return outcome

    async def _take(self, posts: Sequence[Posted]) -> list[Outcome]:
        def unit(connection: Connection, now: datetime) -> tuple[list[Outcome], list[Job]]:
            outcomes = write.accept_many(connection, [one.article for one in posts], now=now)
            room, jobs = self._dispatcher.room, list[Job]()
            for one, outcome in zip(posts, outcomes, strict=True):
                if one.waited_for and len(jobs) < room and (job := self._claimed(connection, outcome, now)):
                    jobs.append(job)
            return outcomes, jobs

        outcomes, jobs = await self.written(unit)
        self._under_way(outcomes, jobs)
        return outcomes

    async def accept_many(self, articles: Sequence[Article]) -> list[Outcome]:
        """Store many articles in one transaction, in their order; a refusal of one is its answer and stops no other.

        Raises StorageUnavailable when the database takes nothing: what was committed before is known when it is sent
        again.
        """
        outcomes = await self.written(lambda connection, now: write.accept_many(connection, articles, now=now))
        self._under_way(outcomes)
        return outcomes

    async def room(self) -> None:
        """Wait until the queue has room: whoever sends in bulk is slowed down, not refused."""
        while not await self._pending.has_room():
            await asyncio.sleep(_LOOK_SECONDS)

    async def replace(self, article_id: str, article: Article, *, expected: int | None, waited_for: bool) -> Accepted:
        """Put a corrected article in the place of a known one, durably. Raises NotFound, StaleRevision, Conflicting."""

        def unit(connection: Connection, now: datetime) -> tuple[Accepted, Job | None]:
            accepted = write.replace(connection, article_id, article, expected=expected, now=now)
            return accepted, self._claimed(connection, accepted, now) if waited_for and self._dispatcher.room else None

        accepted, job = await self.written(unit)
        self._under_way([accepted], [job] if job else [])
        return accepted

    def _claimed(self, connection: Connection, outcome: Outcome, now: datetime) -> Job | None:
        """The job of an article that somebody waits for, claimed at once if it can be."""
        if not isinstance(outcome, Accepted) or outcome.state is not ArticleState.PENDING:
            return None
        return self._dispatcher.claimed_for(connection, outcome.id, now)

    def _under_way(self, outcomes: Sequence[Outcome], jobs: Sequence[Job] = ()) -> None:
        """See to it that what was accepted is extracted: the jobs that were claimed now, the others in their turn."""
        self._pending.count += sum(isinstance(one, Accepted) and one.new for one in outcomes)
        for job in jobs:
            self._dispatcher.take(job)
        self._dispatcher.wake()

    async def written(self, unit: Unit[_T]) -> _T:
        """What a unit of work answers once it is committed. A client that hangs up doesn't withdraw what it sent."""
        now = self._clock()
        return await asyncio.shield(asyncio.wrap_future(self._writer.submit(lambda connection: unit(connection, now))))

    async def settled(self, article_id: str, *, seconds: float) -> StoredArticle | ArticleSummary:
        """The article once it is no longer pending, or as it is after so many seconds or when the service stops."""
        loop = asyncio.get_running_loop()
        until = loop.time() + seconds
        while True:
            future = self._dispatcher.waiting.begin(article_id)
            try:
                found = await asyncio.to_thread(self.article, article_id)
                left = until - loop.time()
                if found.state is not ArticleState.PENDING or left <= 0 or self._stopping():
                    return found
                await asyncio.wait([asyncio.wrap_future(future)], timeout=min(left, _LOOK_SECONDS))
            finally:
                self._dispatcher.waiting.leave(article_id, future)

    def article(self, article_id: str) -> StoredArticle | ArticleSummary:
        """The article as it is stored. Raises NotFound or Gone."""
        with self._database.read() as connection:
            return read.article(connection, article_id)

    async def extract(self, article: Article) -> Extracted:
        """What is read out of an article that is not stored."""
        if self._unstored >= self._pool.workers * _UNSTORED_A_WORKER:
            raise QueueFull("too many extractions wait for a worker")
        self._unstored += 1
        try:
            return await asyncio.wrap_future(self._pool.submit(article))
        finally:
            self._unstored -= 1


@dataclass
class Pending:
    """How many articles wait: counted at most once a second, what is taken in meanwhile added."""

    database: Database
    most: int
    count: int = 0
    counted: float = float("-inf")

    async def require_room(self) -> None:
        """Raises QueueFull."""
        if not await self.has_room():
            raise QueueFull(f"{self.count} articles wait for extraction; at most {self.most} may")

    async def has_room(self) -> bool:
        moment = asyncio.get_running_loop().time()
        if moment - self.counted >= _COUNT_SECONDS:
            self.counted = moment
            self.count = await asyncio.to_thread(self._counted)
        return self.count < self.most

    def _counted(self) -> int:
        with self.database.read() as connection:
            return queue.pending(connection)
