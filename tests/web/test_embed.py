"""The timeline in another site's page: as a frame, and as an element."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import pytest
from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse
from playwright.sync_api import Page, expect

from tests.web.conftest import FRAMERS, served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def board(service: str) -> Iterator[str]:
    """A dashboard on another origin."""
    app = FastAPI()

    @app.get("/frame", response_class=HTMLResponse)
    async def frame() -> str:
        return f"""<!doctype html><title>Board</title><link rel="icon" href="data:,"><h1>Board</h1>
          <iframe src="{service}/embed/timeline?actor=Norland&amp;theme=dark" title="Timeline" width="500" height="100"
            data-max-height="4000"></iframe>
          <iframe src="{service}/embed/timeline?actor=Parliament" title="Other" width="500" height="100"
            data-max-height="300"></iframe>
          <script type="module" src="{service}/static/dateline-embed.js"></script>"""

    @app.get("/element", response_class=HTMLResponse)
    async def element() -> str:
        return f"""<!doctype html><title>Board</title><link rel="icon" href="data:,">
          <script type="module" src="{service}/static/dateline-timeline.js"></script>
          <dateline-timeline src="/dateline/v1/timeline" actor="Norland" from="2023-05"></dateline-timeline>"""

    @app.get("/dateline/v1/timeline")
    async def passed_on(request: Request) -> Response:
        async with httpx.AsyncClient() as client:
            answer = await client.get(f"{service}/v1/timeline?{request.url.query}")
        return Response(answer.content, media_type="application/json")

    with served(app) as address:
        yield address


def test_the_element_shows_a_timeline_that_its_site_passes_on(page: Page, board: str) -> None:
    page.goto(f"{board}/element")
    expect(page.locator("li.event")).to_have_count(1)
    expect(page.locator("li.event .when")).to_have_text("not before May 2023")
    assert page.locator("dateline-timeline").evaluate("({ events }) => events.length") == 1
    page.locator("dateline-timeline").evaluate("(element) => element.setAttribute('from', '2022')")
    expect(page.locator("li.event")).to_have_count(2)


def test_a_frame_gets_the_height_of_what_it_holds(page: Page, board: str) -> None:
    page.goto(f"{board}/frame")
    inside = page.frame_locator("[title=Timeline]")
    expect(inside.locator("li.event")).to_have_count(2)
    expect(inside.get_by_role("heading", level=1)).to_have_text("Norland")
    body = inside.locator("body")
    page.wait_for_function("document.querySelector('[title=Timeline]').offsetHeight > 400")
    needed = body.evaluate("(body) => Math.ceil(body.getBoundingClientRect().height)")
    assert abs(page.locator("[title=Timeline]").evaluate("(frame) => frame.clientHeight") - needed) <= 4
    expect(page.locator("[title=Other]")).to_have_css("height", "300px")


def test_who_may_frame_the_embed_is_a_setting(service: str) -> None:
    policy = httpx.get(f"{service}/embed/timeline").headers["content-security-policy"]
    assert policy.endswith(f"; frame-ancestors {FRAMERS}")


def test_a_frame_loads_nothing_from_elsewhere_and_sets_no_cookie(page: Page, board: str, service: str) -> None:
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.goto(f"{board}/frame")
    expect(page.frame_locator("[title=Timeline]").locator("li.event")).to_have_count(2)
    assert hosts == {urlsplit(board).netloc, urlsplit(service).netloc}
    assert page.context.cookies() == []


def test_theme_and_link_to_the_whole(page: Page, service: str) -> None:
    page.goto(f"{service}/embed/timeline?actor=Norland&theme=dark")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    link = page.get_by_role("link", name="Open in Dateline")
    assert link.get_attribute("href") == f"{service}/?actor=Norland&sort=start"


def test_an_embed_keeps_the_order_of_the_interface_unless_told(page: Page, service: str) -> None:
    page.goto(f"{service}/embed/timeline?actor=Norland")
    expect(page.locator("li.event").first).to_contain_text("broke down")
    page.goto(f"{service}/embed/timeline?actor=Norland&sort=-start")
    expect(page.locator("li.event").first).to_contain_text("could close")


def test_a_strange_message_changes_no_frame(page: Page, board: str) -> None:
    page.goto(f"{board}/frame")
    expect(page.locator("[title=Other]")).to_have_css("height", "300px")
    page.evaluate("postMessage({ type: 'dateline-height', height: 5 }, '*')")
    page.wait_for_timeout(50)
    expect(page.locator("[title=Other]")).to_have_css("height", "300px")
