"""A browser, and the service with stories in its database."""

import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.types import ASGIApp

from app.main import create_app
from app.settings import Settings
from app.storage.engine import migrate
from app.storage.engine.database import Database
from app.storage.engine.writer import open_writer
from tests import needs
from tests.web import stories

_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
          "--disable-component-update", "--disable-sync"]  # fmt: skip

FRAMERS = "http://127.0.0.1:*"


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """The address of the app on a free port of this machine, until the end of the block."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        host = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, ws="none"))
        thread = Thread(target=host.run, kwargs={"sockets": [listener]})
        thread.start()
        while not host.started:
            assert thread.is_alive(), "the service did not start"
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            host.should_exit = True
            thread.join()


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The service over a real database that holds the stories."""
    url = _migrated(tmp_path_factory.mktemp("stories"))
    database = Database.open(url)
    writer = open_writer(database)
    writer.submit(stories.store).result()
    writer.close()
    database.close()
    with served(create_app(Settings(database=url, workers=1, examples=False, frame_ancestors=FRAMERS))) as address:
        yield address


@pytest.fixture(scope="module")
def service_with_examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The service as it is on its first start: it has read its example articles."""
    url = _migrated(tmp_path_factory.mktemp("examples"))
    with served(create_app(Settings(database=url, workers=1, examples=True))) as address:
        yield address


def _migrated(folder: Path) -> str:
    url = f"sqlite:///{folder / 'dateline.db'}"
    migrate.upgrade(url)
    return url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = needs.browser()
    if path is None:
        message = "the browser tests need Chromium: apt-get install chromium"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def browser_page(browser: Browser) -> Iterator[Page]:
    """A fresh page, 1280 pixels wide."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def page(browser_page: Page) -> Iterator[Page]:
    """A page that fails the test for whatever the browser complains of, the content policy included."""
    complaints: list[str] = []
    browser_page.on("pageerror", lambda error: complaints.append(str(error)))
    browser_page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    yield browser_page
    assert complaints == []


@pytest.fixture(scope="module")
def labels(browser: Browser, service: str) -> Iterator[Page]:
    """A page to import the modules in; one for all cases, which change nothing in it."""
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(f"{service}/embed/timeline")
    yield opened
    context.close()
