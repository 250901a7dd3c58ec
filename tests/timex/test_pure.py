"""Nothing depends on the machine: its zone, its clock, or what was read before."""

import time

import pytest

from app.timex.en.grammar import GRAMMAR
from tests.timex.reading import read

SENTENCES = [
    (example.sentence.replace("[", "").replace("]", ""), example.at)
    for rule in GRAMMAR.rules
    for example in rule.examples
]


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_the_machines_zone_changes_nothing(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    here = [read(*sentence) for sentence in SENTENCES]
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert [read(*sentence) for sentence in SENTENCES] == here
    finally:
        monkeypatch.undo()
        time.tzset()


def test_one_reading_leaves_nothing_behind_for_the_next() -> None:
    first = read("Three days later he died.")
    read("He fell ill on March 3, 2014.")
    assert read("Three days later he died.") == first
