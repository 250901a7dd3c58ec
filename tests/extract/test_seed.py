"""The real article beside the repository: its required events come out, its boilerplate doesn't."""

import json
import os
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.article import Article
from app.domain.extraction import Reading
from app.domain.mention import Mention
from app.extract.pipeline import Extractor

SEED = Path(__file__).parents[2].parent / "shared" / "seed"

if not SEED.exists() and not os.environ.get("CI"):
    pytest.skip("the real article is not beside this repository", allow_module_level=True)


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:  # Any: JSON of several shapes
    loaded: dict[str, Any] = json.loads((SEED / "gold.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def read(extractor: Extractor, gold: dict[str, Any]) -> Reading:
    text = (SEED / "article.txt").read_text(encoding="utf-8")
    return extractor.read(Article(None, text, datetime.fromisoformat(gold["published_at"]), gold["timezone"]))


def _at(read: Reading, start: int, end: int) -> list[Mention]:
    return [each for each in read.extraction.mentions if each.trigger.start < end and each.trigger.end > start]


def _told(found: Mention) -> tuple[str, str, str | None, str]:
    assert found.time.interval is not None
    interval = found.time.interval
    return interval.start, interval.end, found.time.bound, found.factuality


def test_required_events_have_their_time_and_factuality(read: Reading, gold: dict[str, Any]) -> None:
    required = [event for event in gold["events"] if event["required"]]
    assert len(required) == 7
    for event in required:
        (found,) = _at(read, event["trigger"]["start"], event["trigger"]["end"])
        end = (date.fromisoformat(event["end"]) + timedelta(days=1)).isoformat()
        assert _told(found) == (event["start"], end, event.get("bound"), event["factuality"]), event["id"]


def test_required_events_have_their_agents(read: Reading, gold: dict[str, Any]) -> None:
    for event in (each for each in gold["events"] if each["required"]):
        (found,) = _at(read, event["trigger"]["start"], event["trigger"]["end"])
        agents = {actor["actor"] for actor in event["actors"] if actor["role"] == "agent"}
        assert agents <= {actor.name for actor in found.actors}, event["id"]


def test_no_conditional_takes_the_summits_date(read: Reading, gold: dict[str, Any]) -> None:
    event = next(each for each in gold["events"] if each["id"] == "e4b")
    assert [each.time.interval for each in _at(read, event["trigger"]["start"], event["trigger"]["end"])] == [None]


def test_boilerplate_and_rhetoric_become_neither_events_nor_actors(read: Reading, gold: dict[str, Any]) -> None:
    for barred in gold["must_not_become_events_or_actors"]:
        assert _at(read, barred["start"], barred["end"]) == [], barred["what"]
    named = {actor.name for found in read.extraction.mentions for actor in found.actors}
    assert not {name for name in named if "Sipa" in name or "Tereshchenko" in name or "Guneyev" in name}
    assert not named & {"Post", "Post wires", "Sergei Shoigu", "Valery Gerasimov"}


def test_the_two_summits_stand_in_conflict(read: Reading, gold: dict[str, Any]) -> None:
    for pair in gold["conflicts"]:
        triggers = [each["trigger"] for each in gold["events"] if each["id"] in pair["events"]]
        spans = {(trigger["start"], trigger["end"]) for trigger in triggers}
        told = [
            {read.extraction.mentions[at].trigger for at in read.happenings[end]}
            for conflict in read.conflicts
            for end in (conflict.first, conflict.second)
        ]
        assert all(any(t.start < end and t.end > start for group in told for t in group) for start, end in spans)
