"""The service over a fresh real database, on a port of this machine, spoken to as clients do."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from threading import Thread
from typing import Any

import httpx
import pytest
import uvicorn

from app.main import create_app
from app.settings import Settings
from app.storage.engine import migrate

Start = Callable[..., httpx.Client]

ARTICLE: dict[str, Any] = {  # whatever JSON holds
    "title": "Norway and Denmark sign a pact",
    "text": "Norway and Denmark signed a fishing pact on Tuesday. Sweden could join the pact next month.",
    "published_at": "2024-03-14T17:20:00+01:00",
    "timezone": "Europe/Oslo",
    "url": "https://example.com/pact",
    "source": "The Example Courier",
}


@contextmanager
def served(settings: Settings) -> Iterator[httpx.Client]:
    """A client of the service with these settings, which runs until the end of the block."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(create_app(settings), log_config=None, access_log=False))
        thread = Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            assert thread.is_alive(), "the service did not start"
            time.sleep(0.01)
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}", timeout=60) as client:
                yield client
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture
def start(url: str) -> Iterator[Start]:
    """Starts the service with settings; several times over the same database, one after the other."""
    with ExitStack() as running:

        def started(**settings: Any) -> httpx.Client:  # any setting
            running.close()
            return running.enter_context(
                served(Settings(database=url, **{"workers": 1, "examples": False, **settings}))
            )

        yield started


@pytest.fixture
def client(start: Start) -> httpx.Client:
    return start()


@pytest.fixture(scope="session")
def refusing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """One service for all requests that are refused before a database is asked; it stays empty."""
    url = f"sqlite:///{tmp_path_factory.mktemp('refusing') / 'dateline.db'}"
    migrate.upgrade(url)
    with served(Settings(database=url, workers=1, examples=False)) as client:
        yield client
        assert client.get("/v1/articles").json()["items"] == []
