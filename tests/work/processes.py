"""The worker processes of a pool, for tests that do them harm."""

from app.work.pool import ExtractionPool


def workers_of(pool: ExtractionPool) -> list[int]:
    """Their process ids. pebble keeps them to itself, and a test has no other way to know them."""
    return list(pool._pool._pool_manager.worker_manager.workers)
