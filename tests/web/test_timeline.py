"""The page at /: what it shows, and what one can do with it."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def _entry(page: Page, sentence: str) -> str:
    """The text of the list entry with this sentence, on one line."""
    entry = page.locator("li.event", has_text=sentence)
    return " ".join(entry.inner_text().split())


def test_an_entry_tells_when_why_how_certain_and_who_says_so(page: Page, service: str) -> None:
    page.goto(service)
    told = _entry(page, "Norland could close the strait")
    assert "not before May 2023" in told
    assert "Possible" in told
    assert "78 % date confidence" in told
    assert "Why May, the first after publication on 2023-03-14" in told
    assert "According to two officials · Velmar Gazette, 14 March 2023 · Harbour treaty enters its last week" in told
    entry = page.locator("li.event", has_text="Norland could close")
    expect(entry.locator("mark")).to_have_text("May")
    expect(entry.locator(".trigger")).to_have_text("close")
    expect(entry.get_by_role("button", name="Norland")).to_be_visible()


def test_data_is_shown_as_text_and_only_web_addresses_are_links(page: Page, service: str) -> None:
    page.goto(service)
    entry = page.locator("li.event", has_text="signed the draft")
    entry.get_by_text("Told 2 times in 2 articles").click()
    expect(entry.get_by_text("<b>Envoy</b> confirms")).to_be_visible()
    assert page.locator("li.event a").evaluate_all("links => links.every(({ href }) => href.startsWith('https://'))")


def test_conflicting_dates_stand_side_by_side(page: Page, service: str) -> None:
    page.goto(service)
    sides = page.locator(".conflicts .side .main").all_inner_texts()
    assert sides == ["April 2023", "2 May 2023"]


def test_a_chip_filters_and_the_address_keeps_it(page: Page, service: str) -> None:
    page.goto(service)
    page.locator("li.event").get_by_role("button", name="Norland").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Norland")
    expect(page.locator("li.event")).to_have_count(2)
    assert page.url == f"{service}/?actor=Norland"
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("All events")
    page.goto(f"{service}/?actor=Norland&factuality=possible")
    expect(page.locator("li.event")).to_have_count(1)
    expect(page.get_by_label("Possible")).to_be_checked()
    expect(page.get_by_label("Planned")).not_to_be_checked()
    page.get_by_role("button", name="Remove Norland").click()
    assert page.url == f"{service}/?factuality=possible"


def test_files_and_embed_code_ask_the_same_as_the_page(page: Page, service: str) -> None:
    page.goto(f"{service}/?actor=Norland&from=2023&to=2023-06&basis=publication")
    query = "actor=Norland&from=2023&to=2023-06&basis=publication"
    for name, suffix in (("CSV", "csv"), ("iCal", "ics"), ("NDJSON", "ndjson")):
        href = page.get_by_role("link", name=name, exact=True).get_attribute("href")
        assert href == f"{service}/v1/timeline.{suffix}?{query}"
    page.get_by_role("button", name="Embed").click()
    code = page.get_by_label("Embed code").input_value()
    assert f'src="{service}/embed/timeline?{query}&theme=auto"'.replace("&", "&amp;") in code
    assert f'src="{service}/static/dateline-embed.js"' in code


def test_suggested_actors_are_picked_by_keyboard(page: Page, service: str) -> None:
    page.goto(service)
    box = page.get_by_role("combobox", name="Add an actor")
    box.press_sequentially("tomas")
    expect(page.locator("#actor-options").get_by_role("option")).to_have_text([re.compile("^Tomas Abo")])
    box.press("ArrowDown")
    box.press("Enter")
    expect(page.get_by_role("button", name="Remove Tomas Abo")).to_be_visible()
    assert page.url == f"{service}/?actor=Tomas+Abo"


def test_a_range_is_asked_for_only_when_it_is_one(page: Page, service: str) -> None:
    page.goto(service)
    page.get_by_role("textbox", name="From").fill("spring")
    page.get_by_role("textbox", name="From").press("Enter")
    expect(page.get_by_text("Write a year, a month or a day")).to_be_visible()
    assert page.url == f"{service}/"
    page.get_by_role("textbox", name="From").fill("2023-03")
    page.get_by_role("textbox", name="From").press("Enter")
    expect(page.get_by_text("Write a year, a month or a day")).to_be_hidden()
    assert page.url == f"{service}/?from=2023-03"


def test_further_pages_come_on_request_and_take_the_focus(page: Page, service: str) -> None:
    page.goto(f"{service}/?q=paged")
    expect(page.locator("li.event")).to_have_count(6)
    expect(page.get_by_role("status").first).to_have_text("The first 6 events")
    page.get_by_role("button", name="Show more events").click()
    expect(page.locator("li.event")).to_have_count(11)
    expect(page.locator("li.event").nth(6).locator("article")).to_be_focused()
    expect(page.get_by_role("button", name="Show more events")).to_be_hidden()


def test_nothing_found_names_the_actor_nobody_knows(page: Page, service: str) -> None:
    page.goto(f"{service}/?actor=Atlantis")
    expect(page.get_by_text("No article names “Atlantis” yet.")).to_be_visible()


def test_a_problem_is_told_in_the_service_s_words(browser_page: Page, service: str) -> None:
    browser_page.goto(f"{service}/?q=broken")
    expect(browser_page.get_by_role("alert")).to_contain_text("`q` must not be 'broken'")
    expect(browser_page.get_by_role("button", name="Try again")).to_be_visible()


def test_the_axis_is_walked_and_opened_by_keyboard(page: Page, service: str) -> None:
    page.goto(service)
    axis = page.get_by_role("application")
    axis.focus()
    axis.press("End")
    readout = page.locator(".readout")
    expect(readout).to_have_text("no later than summer 2024 (June–August) · Possible · Harbour Pilots' Union · want")
    axis.press("ArrowLeft")
    expect(readout).to_have_text("not before May 2023 · Possible · Norland · close")
    axis.press("Enter")
    expect(page.locator("li.event", has_text="Norland could close").locator("article")).to_be_focused()


def test_a_bar_is_as_wide_as_its_interval(page: Page, service: str) -> None:
    page.goto(service)
    width = "(mark) => mark.querySelector('.edge').getBBox().width"
    january, april = (page.locator(f".mark[data-index='{index}']").evaluate(width) for index in (2, 8))
    assert january / april == pytest.approx(31 / 30, rel=0.01)


def test_certainty_is_drawn_in_shape_not_only_in_colour(page: Page, service: str) -> None:
    page.goto(service)
    style = "(mark) => { const e = getComputedStyle(mark.querySelector('.edge')); return e.strokeDasharray; }"
    dashes = {
        name: page.locator(f".mark .bar.{name}").first.evaluate(style)
        for name in ("planned", "possible", "conditional")
    }
    assert len(set(dashes.values())) == 3
    expect(page.locator(".mark .bar.negated .strike")).to_have_count(1)


def test_open_ends_fade(page: Page, service: str) -> None:
    page.goto(service)
    masked = page.locator(".mark", has=page.locator("[mask='url(#fade-right)']"))
    expect(masked).to_have_count(2)  # since 1987, and not before May
