"""Readiness as a load balancer sees it."""

import time

import httpx
import pytest

from app import main
from app.domain.article import Article
from app.work import pool
from app.work.extraction import PROBE
from tests.api.conftest import ARTICLE, Start


@pytest.fixture
def engine() -> str:
    return "sqlite"


def _ready_within(client: httpx.Client, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if client.get("/readyz").status_code == 200:
            return True
        time.sleep(0.1)
    return False


def test_a_service_whose_first_probe_fails_is_ready_once_a_worker_extracts(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Article(None, "Ministers met on Monday in the capital of Norway. " * 3_000, PROBE.published_at, "UTC")
    monkeypatch.setattr(main, "PROBE", slow)
    monkeypatch.setattr(pool, "budget", lambda article: 0.000_1)
    client = start()
    assert not _ready_within(client, 1.5)
    monkeypatch.undo()
    assert _ready_within(client, 60)
    found = client.get("/readyz").json()
    assert found == {"ready": True, "migrated": True, "writer": True, "extracted": True, "stopping": False}


def test_metrics_tell_each_stage_of_extraction_and_how_late_the_loop_is(client: httpx.Client) -> None:
    assert client.post("/v1/articles", json=ARTICLE).status_code == 201
    told = {line.rpartition(" ")[0] for line in client.get("/metrics").text.splitlines()}
    for stage in ("timex", "annotate", "link", "events", "merge", "identify", "read", "store"):
        assert f'dateline_extraction_seconds_count{{stage="{stage}"}}' in told
    assert {"dateline_queue_pending", "dateline_queue_lag_seconds", "dateline_loop_lag_seconds_count"} <= told
    merging = {"waiting", "dirty_blocks", "lag_seconds", "largest_block", "tellings_count"}
    assert {f"dateline_merge_{name}" for name in merging} <= told
    assert any(line.startswith('dateline_request_seconds_count{method="POST",route="/v1/articles"') for line in told)
