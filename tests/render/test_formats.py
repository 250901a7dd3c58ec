import csv
import io
import json
from collections.abc import Iterable
from dataclasses import replace
from xml.etree import ElementTree

import icalendar
import pyarrow.parquet as pq
import pytest

from app.domain.event import Event, Override
from app.domain.interval import Bound, Granularity
from app.domain.mention import Factuality
from app.render import atom, feed_json, ics, jsonld, ndjson, parquet, timelinejs, vis
from app.render import csv as csv_format
from app.render.file import Format
from app.render.formats import FORMATS
from tests.render.example import HEADING, MENTION, event

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = "<script>alert(1)</script> ]]> \u0001 =cmd()"


def rendered(one: Format, events: Iterable[Event]) -> bytes:
    return b"".join(one.render(events, HEADING))


def rows(*events: Event) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(rendered(csv_format.FORMAT, events).decode(), newline="")))


def entries(*events: Event) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(rendered(ics.FORMAT, events))
    assert isinstance(calendar, icalendar.Calendar)
    return calendar.events


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.suffix)
def test_no_events_are_a_whole_file_too(one: Format) -> None:
    content = rendered(one, [])
    assert content or one is ndjson.FORMAT


def test_csv_keeps_what_the_date_claims() -> None:
    (row,) = rows(event(bound=Bound.NOT_BEFORE))
    assert (row["start"], row["end"], row["edtf"], row["granularity"], row["bound"], row["when"]) == (
        "2024-04-01", "2024-05-01", "2024-04/..", "month", "not_before", "April 2024 or later",
    )  # fmt: skip
    assert (row["actors"], row["phrase"], row["explanation"]) == ("Norway (agent)", "next month", MENTION.explanation)


def test_a_time_that_a_person_gave_is_told_as_theirs() -> None:
    corrected = event(override=Override("key k", "The minutes\nsay so.", "2031-05-09T10:00:00Z"))
    words = "given by a person on 2031-05-09 (key k): The minutes say so."
    (row,) = rows(corrected)
    assert (row["phrase"], row["explanation"]) == ("", words)
    (entry,) = entries(corrected)
    assert str(entry["description"]).endswith(f"\n{words}")
    assert words in rendered(atom.FORMAT, [corrected]).decode()
    assert MENTION.explanation.encode() not in rendered(timelinejs.FORMAT, [corrected])


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_csv_cells_are_never_formulas(text: str) -> None:
    (row,) = rows(event(summary=text, trigger=text, mentions=(replace(MENTION, title=text, source=text),)))
    assert {row["summary"], row["trigger"], row["title"], row["source"]} == {f"'{text}"}


def test_csv_keeps_quotes_commas_and_lines_within_a_cell() -> None:
    text = 'He said "no",\r\nthen left; twice'
    assert rows(event(summary=text))[0]["summary"] == text


def test_ndjson_lines_are_the_events_of_the_json_timeline() -> None:
    first, second = rendered(ndjson.FORMAT, [event(), event(id="b")]).splitlines()
    assert json.loads(first)["interval"] == {"start": "2024-04-01", "end": "2024-05-01"}
    assert json.loads(second)["id"] == "b"


def test_a_month_in_a_calendar_is_a_month_of_whole_days() -> None:
    (entry,) = entries(event())
    assert entry.to_ical().count(b"VALUE=DATE") == 2
    assert (entry["dtstart"].to_ical(), entry["dtend"].to_ical()) == (b"20240401", b"20240501")
    assert (entry["uid"], entry["transp"], entry["x-dateline-edtf"]) == (
        "mfrggzdfmztwq2lknnwg23tpoa@dateline", "TRANSPARENT", "2024-04",
    )  # fmt: skip
    assert "When: April 2024 (possible)." in str(entry["description"])


@pytest.mark.parametrize(
    ("factuality", "status"),
    [
        (Factuality.ASSERTED, "CONFIRMED"),
        (Factuality.PLANNED, "TENTATIVE"),
        (Factuality.POSSIBLE, "TENTATIVE"),
        (Factuality.CONDITIONAL, "TENTATIVE"),
        (Factuality.NEGATED, "CANCELLED"),
    ],
)
def test_a_calendar_tells_certainty_by_status(factuality: Factuality, status: str) -> None:
    assert entries(event(factuality=factuality))[0]["status"] == status


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("America/New_York", b"20240413T123000Z"),
        ("-05:00", b"20240413T133000Z"),
        ("UTC", b"20240413T083000Z"),
        ("ET", b"20240413T083000"),
        (None, b"20240413T083000"),
    ],
)
def test_a_time_of_day_is_an_instant_where_its_zone_is_known(zone: str | None, start: bytes) -> None:
    told = event("2024-04-13T08:30", "2024-04-13T08:31", granularity=Granularity.MINUTE, zone=zone)
    assert entries(told)[0]["dtstart"].to_ical() == start


def test_a_calendar_leaves_out_what_no_calendar_can_hold() -> None:
    old = event("-0322-01-01", "-0321-01-01", granularity=Granularity.YEAR)
    last = event("9999-01-01", "9999-12-31", granularity=Granularity.YEAR)
    assert [entry["dtend"].to_ical() for entry in entries(old, last)] == [b"99991231"]


def test_atom_is_well_formed_whatever_a_text_holds() -> None:
    feed = ElementTree.fromstring(  # noqa: S314  what we have just written
        rendered(atom.FORMAT, [event(summary=HOSTILE), event(last_published="2025-01-01T00:00:00Z")])
    )
    assert feed.findtext(f"{ATOM}updated") == "2025-01-01T00:00:00Z"
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}summary") == HOSTILE.replace("\u0001", "")
    assert entry.findtext(f"{ATOM}title") == "April 2024: Talks"


def test_a_json_feed_item_carries_the_date_as_told() -> None:
    feed = json.loads(rendered(feed_json.FORMAT, [event()]))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["items"][0]["_dateline"]["edtf"] == "2024-04"


def test_timelinejs_says_in_words_what_its_dates_cannot() -> None:
    (slide,) = json.loads(rendered(timelinejs.FORMAT, [event(summary=HOSTILE, bound=Bound.NOT_BEFORE)]))["events"]
    assert slide["display_date"] == "April 2024 or later"
    assert slide["end_date"] == {"year": 2024, "month": 4, "day": 30}
    assert "<script>" not in json.dumps(slide)


def test_vis_items_are_instants_so_that_no_reader_sees_another_day() -> None:
    (item,) = json.loads(rendered(vis.FORMAT, [event(trigger=HOSTILE)]))
    assert (item["start"], item["end"]) == ("2024-04-01T00:00:00Z", "2024-05-01T00:00:00Z")
    assert "<script>" not in item["content"]


@pytest.mark.parametrize(
    ("fields", "dates"),
    [
        ({}, ("2024-04", "2024-04")),
        ({"bound": Bound.NOT_BEFORE}, ("2024-04", None)),
        ({"bound": Bound.NOT_AFTER}, (None, "2024-04")),
        ({"start": "2024-01-01", "end": "2025-01-01", "granularity": Granularity.YEAR}, ("2024", "2024")),
        ({"start": "2024-12-01", "end": "2025-03-01", "granularity": Granularity.SEASON}, ("2024-12-01", "2025-02-28")),
        ({"start": "2024-04-13", "end": "2024-04-14", "granularity": Granularity.DAY}, ("2024-04-13", "2024-04-13")),
    ],
)
def test_schema_org_dates_stay_as_coarse_as_told(fields: dict[str, str], dates: tuple[str | None, str | None]) -> None:
    (node,) = json.loads(rendered(jsonld.FORMAT, [event(**fields)]))["@graph"]
    assert (node.get("startDate"), node.get("endDate")) == dates


def test_parquet_opens_as_a_table() -> None:
    content = rendered(parquet.FORMAT, (event(id=str(number)) for number in range(12_000)))
    table = pq.read_table(io.BytesIO(content))
    assert table.num_rows == 12_000
    assert table.slice(11_999).to_pylist()[0]["id"] == "11999"
    assert table.slice(0, 1).to_pylist()[0]["actors"] == [
        {"id": "n1", "name": "Norway", "kind": "country", "role": "agent"}
    ]
