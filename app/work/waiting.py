"""Those who wait for an article's extraction to end: a future each, settled when it is stored or has failed."""

from collections import defaultdict
from concurrent.futures import Future
from threading import Lock


class Waiting:
    """Futures by article id. Safe from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._futures: defaultdict[str, set[Future[None]]] = defaultdict(set)

    def begin(self, article_id: str) -> "Future[None]":
        future: Future[None] = Future()
        with self._lock:
            self._futures[article_id].add(future)
        return future

    def leave(self, article_id: str, future: "Future[None]") -> None:
        """Forget one who waits no longer."""
        with self._lock:
            self._futures[article_id].discard(future)
            if not self._futures[article_id]:
                del self._futures[article_id]

    def settle(self, article_id: str) -> None:
        with self._lock:
            futures = tuple(self._futures.get(article_id, ()))
        for future in futures:
            if not future.done():
                future.set_result(None)
