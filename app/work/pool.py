"""The processes that extract. Each article has a budget, and a process that hangs or dies takes only its own along."""

import multiprocessing
import os
import sys
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing.context import BaseContext
from threading import Lock

import pebble

from app.domain.article import Article
from app.domain.errors import AppError
from app.work import preload
from app.work.extraction import Extracted, begin, extracted

_BUDGET_BASE = 5.0
_BUDGET_PER_CHARACTER = 10.0 / 100_000
_BUDGET_MOST = 120.0
# After the budget a worker is asked to end, which ours ignore (a SIGTERM to the group must not lose work), then killed.
_GRACE_SECONDS = 0.2
# As caches fill and memory frays a worker grows, by a fifth over thousands of articles. After so many another takes its
# place, forked with the model loaded: replaced after each twenty, they read as many a minute as before.
_ARTICLES = 500
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


class OverBudget(AppError):
    """Extraction took longer than the article's budget and was ended."""


class WorkerLost(AppError):
    """The process that extracted died: killed, out of memory, crashed. Worth another try."""


class PoolLost(WorkerLost):
    """The pool gave up with workers that were idle or could not start: no article is to blame."""


def budget(article: Article) -> float:
    """Seconds that extraction of this article may take, counted from when a worker starts on it."""
    length = len(article.text) + len(article.title or "")
    return min(_BUDGET_MOST, _BUDGET_BASE + _BUDGET_PER_CHARACTER * length)


class ExtractionPool:
    """Worker processes with the model loaded. `submit` never blocks; the future fails with OverBudget or WorkerLost."""

    def __init__(self, *, model: str, workers: int) -> None:
        self.workers = workers
        self._model = model
        self._lock = Lock()
        self._pool = _pool(model, workers)
        self._closed = False

    def submit(self, article: Article, *, scope: str = "") -> "Future[Extracted]":
        seconds = budget(article)
        inner = self._scheduled(article, scope, seconds)
        outer: Future[Extracted] = Future()
        outer.set_running_or_notify_cancel()
        inner.add_done_callback(lambda done: _pass_on(done, outer, seconds))
        return outer

    def _scheduled(self, article: Article, scope: str, seconds: float) -> "Future[Extracted]":
        """Pebble gives a pool up when an idle worker is killed; a new one takes its place."""
        with self._lock:
            for _ in range(2):
                try:
                    future: Future[Extracted] = self._pool.schedule(
                        extracted, args=(article, self._model), kwargs={"scope": scope}, timeout=seconds
                    )
                except (RuntimeError, BrokenProcessPool):
                    if self._closed:
                        raise WorkerLost("the pool is closed") from None
                    with suppress(RuntimeError):
                        self._pool.stop()
                    self._pool = _pool(self._model, self.workers)
                else:
                    return future
        raise PoolLost("no worker could be started")

    def close(self) -> None:
        """End the workers at once; what they were at fails with WorkerLost."""
        with self._lock:
            self._closed = True
            self._pool.stop()
            self._pool.join()


def _pool(model: str, workers: int) -> pebble.ProcessPool:
    for name in _ONE_THREAD:
        os.environ[name] = "1"
    os.environ[preload.MODEL_VARIABLE] = model
    pebble.CONSTS.term_timeout = _GRACE_SECONDS
    return pebble.ProcessPool(
        max_workers=workers, max_tasks=_ARTICLES, initializer=begin, initargs=(model,), context=_context()
    )


def _context() -> BaseContext:
    """forkserver shares the loaded model between workers; macOS can't fork safely after loading frameworks."""
    if sys.platform == "darwin":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([preload.__name__])
    return context


def _pass_on(done: "Future[Extracted]", outer: "Future[Extracted]", seconds: float) -> None:
    try:
        outer.set_result(done.result())
    except TimeoutError:
        outer.set_exception(OverBudget(f"extraction took longer than the article's {seconds:.0f} seconds"))
    except BrokenProcessPool as lost:
        outer.set_exception(PoolLost(f"the pool of workers was lost: {lost}"))
    except (pebble.ProcessExpired, CancelledError) as lost:
        outer.set_exception(WorkerLost(f"the extracting process was lost: {lost}"))
    except Exception as error:  # whatever extraction raised is the article's error
        outer.set_exception(error)
