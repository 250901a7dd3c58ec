"""What Prometheus is told. Labels are route templates, stages and outcomes, never ids."""

from threading import Lock

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

REGISTRY = CollectorRegistry()


class Most:
    """The greatest of what was observed since the process began."""

    def __init__(self, name: str, told: str) -> None:
        self._gauge = Gauge(name, told, registry=REGISTRY)
        self._lock = Lock()
        self._most = 0

    def observe(self, size: int) -> None:
        with self._lock:
            self._most = max(size, self._most)
            self._gauge.set(self._most)


REQUESTS = Histogram(
    "dateline_request_seconds",
    "Time to answer a request.",
    ("method", "route", "status"),
    registry=REGISTRY,
    buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120),
)
PENDING = Gauge("dateline_queue_pending", "Articles that wait for extraction.", registry=REGISTRY)
LAG = Gauge("dateline_queue_lag_seconds", "How long the article that waits longest has waited.", registry=REGISTRY)
EXTRACTION = Histogram(
    "dateline_extraction_seconds",
    "Time of one article by stage: `read` waits for a worker and has timex, annotate, link, events, merge and identify"
    " in it; then `store`.",
    ("stage",),
    registry=REGISTRY,
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120),
)
OUTCOMES = Counter("dateline_extractions", "Extractions by how they ended.", ("outcome",), registry=REGISTRY)
LOOP_LAG = Histogram(
    "dateline_loop_lag_seconds",
    "How late the event loop is: what every answer waits for.",
    registry=REGISTRY,
    buckets=(0.001, 0.0025, 0.005, 0.0075, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 1),
)
MERGE_WAITING = Gauge("dateline_merge_waiting", "Tellings that wait to be merged.", registry=REGISTRY)
MERGE_BLOCKS = Gauge(
    "dateline_merge_dirty_blocks", "Blocks of one sense and actor with some of those.", registry=REGISTRY
)
MERGE_LAG = Gauge(
    "dateline_merge_lag_seconds", "How long the telling that waits longest has waited.", registry=REGISTRY
)
MERGE_SIZE = Histogram(
    "dateline_merge_tellings",
    "Tellings that had to do with each other, found and settled at one go.",
    registry=REGISTRY,
    buckets=(1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000),
)
MERGE_LARGEST = Most("dateline_merge_largest_block", "The most tellings settled at one go since this process began.")
