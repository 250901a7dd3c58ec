"""What Prometheus is told. Labels are route templates and states, never ids."""

from prometheus_client import CollectorRegistry, Gauge, Histogram

REGISTRY = CollectorRegistry()

REQUESTS = Histogram(
    "dateline_request_seconds",
    "Time to answer a request.",
    ("method", "route", "status"),
    registry=REGISTRY,
    buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120),
)
PENDING = Gauge("dateline_queue_pending", "Articles that wait for extraction.", registry=REGISTRY)
