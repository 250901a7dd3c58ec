"""A browser, and the pages served to it."""

import os
import socket
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, sync_playwright

from tests import needs
from tests.web import server

_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
          "--disable-component-update", "--disable-sync"]  # fmt: skip


def served(app: FastAPI) -> Iterator[str]:
    """The app on a free port of the loopback address, until the generator is closed."""
    listener = socket.create_server(("127.0.0.1", 0))
    host = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none"))
    thread = threading.Thread(target=host.run, kwargs={"sockets": [listener]})
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    host.should_exit = True
    thread.join()
    listener.close()


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


@pytest.fixture(scope="session")
def service() -> Iterator[str]:
    yield from served(server.app())


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
