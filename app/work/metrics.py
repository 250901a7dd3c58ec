"""What Prometheus is told. Labels are route templates, stages and outcomes, never ids."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

REGISTRY = CollectorRegistry()

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
