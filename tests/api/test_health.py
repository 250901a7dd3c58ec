"""Readiness as a load balancer sees it."""

import time

import httpx
import pytest

from app.work import pool
from tests.api.conftest import Start


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
    monkeypatch.setattr(pool, "budget", lambda article: 0.000_1)
    client = start()
    assert not _ready_within(client, 1.5)
    monkeypatch.undo()
    assert _ready_within(client, 60)
    found = client.get("/readyz").json()
    assert found == {"ready": True, "migrated": True, "writer": True, "extracted": True, "stopping": False}
