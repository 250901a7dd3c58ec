"""The page at /: what it shows, and what one can do with it."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.web.stories import CARDS, EVENTS

pytestmark = pytest.mark.browser


def _entry(page: Page, sentence: str) -> str:
    """The text of the list entry with this sentence, on one line."""
    entry = page.locator("li.event", has_text=sentence)
    return " ".join((entry.text_content() or "").split())


def test_an_entry_tells_when_why_how_certain_and_who_says_so(page: Page, service: str) -> None:
    page.goto(service)
    told = _entry(page, "Norland could close the strait")
    assert "not before May 2023" in told
    assert "Possible" in told
    assert "78 % date confidence" in told
    assert "Why May: the first one after publication on 2023-03-14" in told
    assert "According to two officials · Velmar Gazette, 14 March 2023 · Harbour treaty enters its last week" in told
    entry = page.locator("li.event", has_text="Norland could close")
    expect(entry.locator("mark")).to_have_text("May")
    expect(entry.locator(".trigger")).to_have_text("close")
    expect(entry.get_by_role("button", name="Norland")).to_be_visible()


def test_a_date_that_a_person_gave_is_told_as_theirs(page: Page, service: str) -> None:
    def overridden(route: Route) -> None:
        answer = route.fetch()
        told = answer.json()
        (closing,) = (one for one in told["items"] if one["summary"].startswith("Norland could close"))
        closing["override"] = {"by": "desk", "note": "The log says so.", "made_at": "2023-05-09T10:00:00Z"}
        route.fulfill(response=answer, json=told)

    page.route(re.compile(r"/v1/timeline\?"), overridden)
    page.goto(service)
    told = _entry(page, "Norland could close the strait")
    assert "Why Given by a person on 9 May 2023 (desk): The log says so." in told
    assert "dated by a person" in told
    expect(page.locator("li.event", has_text="Norland could close").locator("mark")).to_have_count(0)


def test_data_is_shown_as_text_and_only_web_addresses_are_links(page: Page, service: str) -> None:
    page.goto(service)
    entry = page.locator("li.event", has_text="Dredgers worked")
    expect(entry.get_by_text("<b>Silt</b> and silence")).to_be_visible()
    expect(entry.get_by_role("link")).to_have_count(0)
    links = page.locator("li.event a")
    assert links.evaluate_all("links => links.length > 0 && links.every(({ href }) => href.startsWith('https://'))")


def test_an_event_told_twice_keeps_its_other_telling_at_hand(page: Page, service: str) -> None:
    page.goto(service)
    entry = page.locator("li.event", has_text="signed the draft")
    other = entry.get_by_text("Norland's envoy confirmed")
    expect(other).to_be_hidden()
    entry.get_by_text("Told 2 times").click()
    expect(other).to_be_visible()


def test_conflicting_dates_stand_side_by_side(page: Page, service: str) -> None:
    page.goto(service)
    entry = page.locator("li.event", has_text="is to vote on the treaty").last
    expect(entry.locator(".side .main")).to_have_text(["April 2023", "Tuesday 2 May 2023"])
    expect(entry.locator(".side").last.locator("mark")).to_have_text("2 May")
    expect(entry).to_contain_text("The same vote, told with two dates")
    expect(entry.locator(".conflicts > .head")).to_have_text("“vote” told with different dates")


def test_tellings_without_a_name_are_told_apart(page: Page, service: str) -> None:
    page.goto(service)
    entry = page.locator("li.event", has_text="The lamp audit").last
    expect(entry.locator(".side .head")).to_have_text(["this telling", "the other telling"])


def test_why_two_tellings_are_one_leaves_the_dates_to_the_columns(page: Page, service: str) -> None:
    page.goto(service)
    entry = page.locator("li.event", has_text="The lamp audit").last
    expect(entry.locator(".side .main")).to_have_text(["November 2022", "Monday 5 December 2022"])
    expect(entry.locator(".reason")).to_have_text("Both tell of audit with Keepers' Guild, Lamp Board")


def test_what_one_sentence_dates_alike_stands_on_one_card(page: Page, service: str) -> None:
    page.goto(service)
    entry = page.locator("li.event", has_text="walked out")
    expect(entry).to_have_count(1)
    expect(entry.locator(".trigger")).to_have_text(["walked out", "blocked"])
    expect(entry.locator(".several")).to_have_text("2 events")
    expect(entry.locator(".confidence")).to_have_text("80–90 % date confidence")
    expect(entry.locator(".chips li")).to_have_text(["Keepers' Guild", "Slipway"])
    expect(page.get_by_role("status").first).to_have_text(f"{EVENTS} events")


def test_each_event_of_a_card_can_be_gone_to(page: Page, service: str) -> None:
    page.goto(service)
    timeline = page.locator("#timeline")
    ids = timeline.evaluate(
        "({ events }) => events.filter(({ interval }) => interval.start === '2022-10-01').map(({ id }) => id)"
    )
    focused = "(timeline, id) => { timeline.reveal(id); return timeline.shadowRoot.activeElement.textContent; }"
    texts = [timeline.evaluate(focused, each) for each in ids]
    assert "The keepers walked out and blocked" in texts[0]
    assert texts[1] in ("walked out", "blocked")


def test_a_card_grows_where_a_further_page_tells_of_its_sentence(page: Page, service: str) -> None:
    page.goto(f"{service}/?limit=13")
    expect(page.locator("li.event")).to_have_count(13)
    expect(page.locator("li.event").last.locator(".trigger")).to_have_count(1)
    page.get_by_role("button", name="Show more events").click()
    expect(page.locator("li.event")).to_have_count(CARDS)
    expect(page.locator("li.event").nth(12).locator(".trigger")).to_have_count(2)


def test_the_latest_come_first_until_another_order_is_chosen(page: Page, service: str) -> None:
    page.goto(service)
    expect(page.locator("li.event").first).to_contain_text("new tugs")
    expect(page.get_by_label("Order")).to_have_value("-start")
    page.get_by_label("Order").select_option("earliest first")
    expect(page.locator("li.event").first).to_contain_text("since 1987")
    assert page.url == f"{service}/?sort=start"
    page.reload()
    expect(page.locator("li.event").first).to_contain_text("since 1987")
    page.get_by_label("Order").select_option("latest first")
    expect(page.locator("li.event").first).to_contain_text("new tugs")
    assert page.url == f"{service}/"


def test_what_only_publication_dates_is_shown_when_asked_for(page: Page, service: str) -> None:
    page.goto(service)
    expect(page.locator("li.event")).to_have_count(CARDS)
    page.get_by_label("publication only").check()
    expect(page.locator("li.event")).to_have_count(CARDS + 1)
    assert "reported on Tuesday 14 March 2023" in _entry(page, "praised the crews")
    assert page.url == f"{service}/?basis=expression&basis=narrative&basis=publication"


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
    query = "actor=Norland&from=2023&to=2023-06&basis=publication&sort=-start"
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
    expect(page.locator("#date-problem")).to_be_visible()
    assert page.url == f"{service}/"
    page.get_by_role("textbox", name="From").fill("2023-03")
    page.get_by_role("textbox", name="From").press("Enter")
    expect(page.locator("#date-problem")).to_be_hidden()
    assert page.url == f"{service}/?from=2023-03"


def test_who_said_so_when_is_asked_apart_from_what_happened_when(page: Page, service: str) -> None:
    page.goto(service)
    page.get_by_role("textbox", name="Until").fill("2023-03-02")
    page.get_by_role("textbox", name="Until").press("Enter")
    expect(page.locator("li.event .outlet")).to_have_text(["Norland Wire", "Norland Wire"])
    assert page.url == f"{service}/?published_to=2023-03-02"


def test_two_actors_can_be_asked_for_together(page: Page, service: str) -> None:
    page.goto(f"{service}/?actor=Norland&actor=Velmar")
    expect(page.locator("li.event")).to_have_count(3)
    page.get_by_label("all of them together").check()
    expect(page.locator("li.event")).to_have_count(1)
    expect(page.get_by_role("heading", level=1)).to_have_text("Norland and Velmar")
    assert page.url == f"{service}/?actor=Norland&actor=Velmar&actor_mode=all"


def test_what_no_control_shows_is_kept_as_a_tag(page: Page, service: str) -> None:
    page.goto(f"{service}/?source=Norland+Wire&q=tugs")
    expect(page.locator("li.event")).to_have_count(1)
    page.get_by_role("button", name="Remove source: Norland Wire").click()
    assert page.url == f"{service}/?q=tugs"


def test_further_pages_come_on_request_and_take_the_focus(page: Page, service: str) -> None:
    page.goto(f"{service}/?limit=6")
    expect(page.locator("li.event")).to_have_count(6)
    expect(page.get_by_role("status").first).to_have_text("The first 6 events")
    page.get_by_role("button", name="Show more events").click()
    expect(page.locator("li.event")).to_have_count(12)
    expect(page.locator("li.event").nth(6).locator("article")).to_be_focused()


def test_nothing_found_names_the_actor_nobody_knows(page: Page, service: str) -> None:
    page.goto(f"{service}/?actor=Atlantis")
    expect(page.get_by_text("No article names “Atlantis” yet.")).to_be_visible()


def test_a_problem_is_told_in_the_service_s_words(browser_page: Page, service: str) -> None:
    browser_page.goto(f"{service}/?from=2024&to=2023")
    alert = browser_page.get_by_role("alert").last
    expect(alert).to_contain_text("2023")
    expect(alert.get_by_role("button", name="Try again")).to_be_visible()


def test_a_service_out_of_reach_is_asked_again_on_request(browser_page: Page, service: str) -> None:
    browser_page.route("**/v1/timeline*", lambda route: route.abort())
    browser_page.goto(service)
    expect(browser_page.get_by_role("heading", name="The service can't be reached")).to_be_visible()
    browser_page.unroute("**/v1/timeline*")
    browser_page.get_by_role("button", name="Try again").click()
    expect(browser_page.locator("li.event")).to_have_count(CARDS)


def test_the_axis_is_walked_and_opened_by_keyboard(page: Page, service: str) -> None:
    page.goto(service)
    axis = page.get_by_role("application")
    axis.focus()
    axis.press("End")
    readout = page.locator(".readout")
    expect(readout).to_have_text("no later than summer 2024 (June–August) · Possible · Pilots' Union · want")
    axis.press("ArrowLeft")
    expect(readout).to_have_text("Tuesday 2 May 2023 · Planned · Parliament · vote")
    axis.press("Enter")
    expect(page.locator("li.event", has_text="The vote will be held").first.locator("article")).to_be_focused()


def test_a_bar_is_as_wide_as_its_interval(page: Page, service: str) -> None:
    page.goto(f"{service}/?sort=start")
    widths = """(mark) => [6, 12].map((index) =>
      mark.getRootNode().querySelector(`.mark[data-index='${index}'] .edge`).getBBox().width)"""
    mark = page.locator(".mark[data-index='6']")
    expect(mark.locator(".edge")).to_be_visible()
    january, april = mark.evaluate(widths)  # both of one drawing: the page draws anew when it knows its width
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
