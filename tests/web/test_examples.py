"""The page over the example articles as the service itself reads them, and over one that is pasted in."""

import csv

import httpx
import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

ARTICLE = "The Orkney council met on Tuesday. It will vote on the ferry plan next month."


def test_the_first_start_shows_a_timeline_of_the_examples(page: Page, service_with_examples: str) -> None:
    page.goto(f"{service_with_examples}/?actor=Iceland")
    entry = page.locator("li.event", has_text="recalled its ambassador").first
    expect(entry.locator("mark")).to_have_text("Tuesday")
    expect(entry.locator(".when")).to_have_text("Tuesday 18 March 2025")
    expect(page.locator(".mark").first).to_be_visible()


def test_the_files_hold_the_events_that_the_page_shows(page: Page, service_with_examples: str) -> None:
    page.goto(f"{service_with_examples}/?actor=Iceland")
    expect(page.locator("li.event").first).to_be_visible()
    shown = page.locator("[id^=event-]").count()
    address = page.get_by_role("link", name="CSV").get_attribute("href")
    rows = list(csv.DictReader(httpx.get(address or "").text.splitlines()))
    assert len(rows) == shown > 2


def _fill(page: Page) -> None:
    page.get_by_role("button", name="Read an article").click()
    page.get_by_role("textbox", name="Article").fill(ARTICLE)
    page.get_by_label("Published on").fill("2024-03-14")


def test_a_pasted_article_is_shown_with_its_dates_and_not_stored(page: Page, service_with_examples: str) -> None:
    page.goto(f"{service_with_examples}/?actor=Orkney")
    _fill(page)
    page.get_by_role("button", name="Find the dates").click()
    expect(page.locator(".dated mark")).to_have_text(["Tuesday", "next month"])
    expect(page.locator(".dated .over")).to_have_text(["Tue 12 Mar 2024", "Apr 2024"])
    expect(page.locator(".found .badge").last).to_have_text("Planned")
    assert httpx.get(f"{service_with_examples}/v1/timeline?q=ferry").json()["items"] == []


def test_a_pasted_article_can_be_put_on_the_timeline(page: Page, service_with_examples: str) -> None:
    page.goto(f"{service_with_examples}/?q=ferry")
    expect(page.get_by_role("heading", name="No events")).to_be_visible()
    _fill(page)
    page.get_by_role("button", name="Put it on the timeline").click()
    expect(page.locator("li.event").first).to_contain_text("ferry plan")


def test_what_is_wrong_with_an_article_is_told(browser_page: Page, service_with_examples: str) -> None:
    browser_page.goto(service_with_examples)
    _fill(browser_page)
    browser_page.get_by_label("at (optional)").fill("10:30")
    browser_page.get_by_label("Time zone").fill("Mars/Olympus")
    browser_page.get_by_role("button", name="Find the dates").click()
    expect(browser_page.get_by_role("alert").last).to_contain_text("Mars/Olympus")


def _post(service: str, published: str, text: str) -> None:
    article = {"text": text, "published_at": f"{published}T09:00:00+00:00"}
    assert httpx.post(f"{service}/v1/articles", json=article, timeout=60).status_code == 201


def test_a_plan_that_moved_shows_what_it_was_planned_for_before(page: Page, service_with_examples: str) -> None:
    _post(service_with_examples, "2024-05-10", "Shetland Ferries will open its Lerwick terminal on 3 June.")
    _post(service_with_examples, "2024-05-20", "Shetland Ferries has delayed the opening of its terminal to 10 June.")
    page.goto(f"{service_with_examples}/?q=terminal+shetland&status=moved")
    entry = page.locator("li.event", has_text="Told 2 times in 2 articles")
    expect(entry.locator(".when")).to_have_text("Monday 10 June 2024")
    entry.locator("summary").click()
    expect(entry.locator(".other mark")).to_have_text("3 June")


def test_a_plan_that_was_called_off_shows_who_took_it_back(page: Page, service_with_examples: str) -> None:
    _post(service_with_examples, "2024-05-10", "Shetland Ferries will auction its oldest boat on 4 June.")
    _post(service_with_examples, "2024-05-21", "Shetland Ferries called off the auction.")
    page.goto(f"{service_with_examples}/?q=auction+shetland")
    entry = page.locator("li.event", has_text="Told 2 times in 2 articles")
    expect(entry.locator(".when")).to_have_text("Tuesday 4 June 2024")
    expect(entry.locator(".badge")).to_have_class("badge negated")
    entry.locator("summary").click()
    expect(entry.locator(".other blockquote")).to_have_text("Shetland Ferries called off the auction.")
