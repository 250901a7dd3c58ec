"""axe finds nothing to mend, in every state, wide and light or narrow and dark."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def _events(page: Page) -> None:
    expect(page.locator("li.event").first).to_be_visible()


def _reader(page: Page) -> None:
    page.get_by_role("button", name="Read an article").click()
    expect(page.get_by_label("Headline")).to_be_visible()


def _dialog(page: Page) -> None:
    page.get_by_role("button", name="Embed").click()


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "events": ("/", _events),
    "filtered": ("/?actor=Norland&source=Norland+Wire&from=2023", lambda page: None),
    "empty": ("/?actor=Atlantis", lambda page: None),
    "problem": ("/?from=2024&to=2023", lambda page: None),
    "reader": ("/", _reader),
    "dialog": ("/", _dialog),
    "embed": ("/embed/timeline?actor=Parliament", _events),
}


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_no_violation(browser: Browser, service: str, *, state: str, width: int, scheme: str) -> None:
    path, act = STATES[state]
    context = browser.new_context(
        viewport={"width": width, "height": 6000},  # what is out of view is not laid out, so not looked at
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(service + path)
    page.wait_for_load_state("networkidle")
    act(page)
    results = Axe().run(page)
    context.close()
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in results.response["violations"]] == []


def test_nothing_stands_wider_than_a_phone(browser: Browser, service: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 700})
    page = context.new_page()
    page.goto(service)
    _events(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    context.close()
