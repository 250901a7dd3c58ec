"""Takes pending articles from the queue, has them extracted, and stores what was read, on a thread of its own.

The queue is the database, so an article that was accepted is extracted even when this process dies at any point.
"""

import time
import uuid
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime, timedelta
from threading import Event, Lock, Thread
from typing import TypeVar

import structlog

from app.domain.errors import StorageUnavailable
from app.storage.articles import queue
from app.storage.articles.queue import Job
from app.storage.engine.database import Connection
from app.storage.engine.writer import Writer
from app.work import merging, metrics
from app.work.extraction import Extracted
from app.work.pool import ExtractionPool, OverBudget, PoolLost, WorkerLost
from app.work.waiting import Waiting

T = TypeVar("T")

LEASE = timedelta(seconds=30)
_RENEW_SECONDS = LEASE.total_seconds() / 3
# Work from another process is found this late at the latest; our own wakes the loop at once.
_POLL_SECONDS = 1.0
# After the pool was lost, before the next try: a machine that can start no worker is not asked all the time.
_PAUSE_SECONDS = 2.0
# Claimed beyond the workers, so that a worker which is done finds the next article waiting.
_AHEAD = 2
# Claimed besides, for each worker, of what somebody waits for: so it goes before what was posted in bulk.
_WAITED_FOR = 16

log = structlog.get_logger("dateline.dispatch")


class Dispatcher:
    """Runs from `start()` to `stop()`. `clock` gives aware UTC."""

    def __init__(self, writer: Writer, pool: ExtractionPool, *, clock: Callable[[], datetime]) -> None:
        self.waiting = Waiting()
        self._writer = writer
        self._pool = pool
        self._clock = clock
        self._owner = uuid.uuid4().hex
        self._capacity = pool.workers * (1 + _AHEAD)
        self._lock = Lock()
        self._jobs: dict[str, Job] = {}
        self._claimed: deque[Job] = deque()
        self._awake = Event()
        self._idle = Event()
        self._stopping = False
        self._pause_until = 0.0
        self._renewed = clock()
        self._thread = Thread(target=self._run, name="dispatch", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        """There may be something to claim."""
        self._awake.set()

    def stop(self, *, grace: float) -> None:
        """Claim no more, give what is being extracted `grace` seconds to end, and give the rest back to the queue."""
        self._stopping = True
        self._awake.set()
        self._thread.join()
        self._idle_now()
        self._idle.wait(grace)
        with self._lock:
            left = (*self._jobs.values(), *self._claimed)
        if left:
            self._writer.submit(lambda connection: queue.release(connection, left)).result()

    @property
    def alive(self) -> bool:
        return self._thread.is_alive()

    def _run(self) -> None:
        while not self._stopping:
            self._awake.wait(_POLL_SECONDS)
            self._awake.clear()
            try:
                self._take_claimed()
                self._renew()
                self._claim()
            except StorageUnavailable as error:
                log.warning("queue out of reach", reason=str(error))
            except Exception:  # the loop must outlive whatever one round meets
                log.exception("dispatch round failed")

    def _take_claimed(self) -> None:
        while self._claimed:
            self.take(self._claimed.popleft())

    def _pauses(self) -> bool:
        return time.monotonic() < self._pause_until

    def _claim(self) -> None:
        free = self._free(self._capacity)
        if not free or self._pauses():
            return
        now = self._clock()
        claimed = self._writer.submit(
            lambda connection: queue.claim(connection, owner=self._owner, limit=free, lease=LEASE, now=now)
        ).result()
        for job in claimed:
            self.take(job)
        if len(claimed) == free:
            self._awake.set()

    @property
    def room(self) -> int:
        """How many more articles that somebody waits for may be claimed at once."""
        return self._free(self._capacity + self._pool.workers * _WAITED_FOR)

    def _free(self, most: int) -> int:
        return 0 if self._stopping else max(0, most - len(self._jobs))

    def claimed_for(self, connection: Connection, article_id: str, now: datetime) -> Job | None:
        """Claims this article for us within a unit of work, while there is `room`; then `take` it. Saves a commit."""
        return queue.claim_one(connection, article_id, owner=self._owner, lease=LEASE, now=now)

    def take(self, job: Job) -> None:
        """Begin on a job that we have claimed."""
        with self._lock:
            self._jobs[job.article_id] = job
            self._idle.clear()
        self._extract(job)

    def _extract(self, job: Job) -> None:
        try:
            future = self._pool.submit(job.article, scope=job.article_id)
        except WorkerLost as error:
            self._store_failure(job, error)
        else:
            began = time.perf_counter()
            future.add_done_callback(lambda done: self._extracted(job, done, began))

    def _extracted(self, job: Job, done: "Future[Extracted]", began: float) -> None:
        """Called on a thread of the pool: hands the result on and returns."""
        metrics.EXTRACTION.labels("read").observe(time.perf_counter() - began)
        error = done.exception()
        metrics.OUTCOMES.labels(type(error).__name__ if error else "done").inc()
        if error is not None:
            self._store_failure(job, error)
            return
        found, now = done.result(), self._clock()
        for stage, seconds in found.seconds.items():
            metrics.EXTRACTION.labels(stage).observe(seconds)
        stored = self._writer.submit(lambda connection: self._stored(connection, job, found, now), later=True)
        stored.add_done_callback(self._go_on)
        self._settle(job, stored)

    def _stored(self, connection: Connection, job: Job, found: Extracted, now: datetime) -> list[Job]:
        """Stores a result, and claims the article that is extracted in its stead. Saves a commit."""
        merging.store(connection, job, found, now=now)
        if not self._free(self._capacity + 1) or self._pauses():
            return []
        # The unit may have waited: a lease counts from here.
        return queue.claim(connection, owner=self._owner, limit=1, lease=LEASE, now=self._clock())

    def _go_on(self, stored: "Future[list[Job]]") -> None:
        """Hands what was claimed to the loop: the writer's thread must not wait for the pool."""
        jobs = [] if stored.exception() else stored.result()
        if jobs and self._stopping:
            self._writer.submit(lambda connection: queue.release(connection, jobs))
        else:
            self._claimed.extend(jobs)

    def _store_failure(self, job: Job, error: BaseException) -> None:
        """An article whose worker was lost is tried again, since another may be to blame; others fail for good.

        Past its budget it has one more try: the clock runs on while other programs hold the processor.
        """
        if self._stopping and isinstance(error, WorkerLost):
            return  # given back by stop()
        final = not isinstance(error, WorkerLost | OverBudget) or (isinstance(error, OverBudget) and job.tries > 1)
        now, words = self._clock(), f"{type(error).__name__}: {error}"
        log.warning("extraction failed", article=job.article_id, tries=job.tries, reason=words, final=final)
        if isinstance(error, PoolLost):
            self._pause_until = time.monotonic() + _PAUSE_SECONDS
            self._settle(job, self._writer.submit(lambda connection: queue.release(connection, [job])))
        else:
            self._settle(
                job, self._writer.submit(lambda connection: queue.fail(connection, job, words, now=now, final=final))
            )

    def _settle(self, job: Job, stored: "Future[T]") -> None:
        began = time.perf_counter()

        def settled(done: "Future[T]") -> None:
            metrics.EXTRACTION.labels("store").observe(time.perf_counter() - began)
            if error := done.exception():  # its lease runs out and it is claimed again
                log.warning("result not stored", article=job.article_id, reason=str(error))
            self._done(job)

        stored.add_done_callback(settled)

    def _done(self, job: Job) -> None:
        with self._lock:
            self._jobs.pop(job.article_id, None)
        self._idle_now()
        self.waiting.settle(job.article_id)
        self._awake.set()

    def _idle_now(self) -> None:
        with self._lock:
            if not self._jobs:
                self._idle.set()

    def _renew(self) -> None:
        now = self._clock()
        if (now - self._renewed).total_seconds() < _RENEW_SECONDS:
            return
        with self._lock:
            jobs = tuple(self._jobs.values())
        if jobs:
            self._writer.submit(lambda connection: queue.renew(connection, jobs, lease=LEASE, now=now)).result()
        self._renewed = now
