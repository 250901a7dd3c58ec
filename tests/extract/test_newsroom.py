"""Whole articles of our own in the styles news is written in: courts, storms, earnings, sport, obituaries, wars.

The events a reader would put on a timeline, with the dates a reader would give them and whom they are found by; nothing
that happened lies ahead.
"""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from app.domain import civil
from app.domain.actor import TAKING_PART
from app.domain.article import Article, anchor_of
from app.domain.interval import reach
from app.domain.mention import EventTime, Factuality
from app.extract.pipeline import Extractor

ARTICLES = tomllib.loads(Path(__file__).with_name("newsroom.toml").read_text("utf-8"))["article"]


@pytest.mark.parametrize("told", ARTICLES, ids=[one["title"] for one in ARTICLES])
def test_a_reader_finds_the_dates_told(extractor: Extractor, told: dict[str, Any]) -> None:
    published = datetime.fromisoformat(told["published"])
    read = extractor.read(Article(told["title"], told["text"], published, told["timezone"]))
    found = [
        (f"{one.trigger.text} {one.time.edtf} {one.factuality}", one)
        for one in read.extraction.mentions
        if one.time.interval is not None
    ]
    assert [line for line in told["told"] if line not in {line for line, _ in found}] == []
    day = anchor_of(Article(None, "", published, told["timezone"])).day + 1
    ahead = [line for line, one in found if one.factuality is Factuality.ASSERTED and _starts(one.time) >= day]
    assert ahead == []


@pytest.mark.parametrize("told", [one for one in ARTICLES if "taking_part" in one], ids=lambda one: one["title"])
def test_a_reader_finds_who_took_part(extractor: Extractor, told: dict[str, Any]) -> None:
    published = datetime.fromisoformat(told["published"])
    read = extractor.read(Article(told["title"], told["text"], published, told["timezone"]))
    found = {
        f"{one.trigger.text} {actor.name}"
        for one in read.extraction.mentions
        for actor in one.actors
        if actor.role in TAKING_PART
    }
    assert [line for line in told["taking_part"] if line not in found] == []


def _starts(time: EventTime) -> float:
    """The day on which what is told can have begun; long ago where that is open."""
    start = reach(time.interval, time.bound).start if time.interval else None
    return float("-inf") if start is None else start // civil.MINUTES_A_DAY
