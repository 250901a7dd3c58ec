"""What undated mentions take from the text around them. Published on Wednesday 15 May 2024."""

import pytest

from app.extract.pipeline import Extractor
from tests.extract.telling import mention, reading, time

CASES = [
    # Those in the lead speak on its day; another speaker may speak on any.
    ("Norway elected Maria Lopez on Monday.\n\nIt was cold.\n\nMaria Lopez said Sweden was glad.", "said",
     "2024-05-13 narrative"),
    ("Norway elected Maria Lopez on Monday.\n\nIt was cold.\n\nAhmed Khan said Sweden was glad.", "said",
     "2024-05-15 publication"),
    # Nothing is carried into a sentence with dates of its own, nor a minute to another event.
    ("Norway invaded Sweden on Monday. Denmark, which had voted in March, closed a harbour of Sweden.", "closed",
     "../2024-05-14 publication"),
    ("Norway invaded Sweden at 9 p.m. on Monday. It burned the bridge near Oslo.", "burned", "2024-05-13 narrative"),
    # What a date is about is no event's day.
    ("Norway on Tuesday raised its forecast for 2026.", "raised", "2024-05-14 expression"),
    ("Ahmed Khan sang as Norway beat Sweden on Saturday.", "sang", "2024-05-11 expression"),
    # A quarter told long ago is no lead.
    ("Norway elected Maria Lopez in March.\n\nIt was cold.\n\nAhmed Khan said Sweden was glad.", "said",
     "2024-05-15 publication"),
    # What "has happened" may have happened at any time.
    ("Norway has arrested Ahmed Khan.", "arrested", "../2024-05-14 publication"),
    # A participle shares its verb's day.
    ("Ahmed Khan resigned on Monday, blaming Norway.", "blaming", "2024-05-13 expression"),
    # … but not after "before".
    ("Ahmed Khan resigned on Monday after visiting Norway.", "visiting", "../2024-05-14 publication"),
    # … and the day its verb takes from the text before, even where it speaks.
    ("Norway elected Maria Lopez on Monday. Ahmed Khan cheered in Oslo, saying Norway had hope.", "saying",
     "2024-05-13 narrative"),
    # What "the" names was told before, whatever is said of it.
    ("Norway freed Ahmed Khan on Monday. The decision of Norway was late.", "decision", "2024-05-13 narrative"),
    # A later telling of the same happening takes its date.
    ("Norway invaded Sweden on Monday.\n\nDenmark is near.\n\nThe invasion shocked Ahmed Khan.", "invasion",
     "2024-05-13 narrative"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "expected"), CASES)
def test_time(extractor: Extractor, text: str, trigger: str, expected: str) -> None:
    assert time(mention(extractor, text, trigger)) == expected


def test_those_who_meet_take_part_in_talks_that_begin(extractor: Extractor) -> None:
    found = mention(extractor, "Negotiations with Denmark could begin next month.", "begin")
    assert {actor.name: actor.role.value for actor in found.actors} == {"Denmark": "participant"}


def test_who_is_in_a_state_takes_part_in_it(extractor: Extractor) -> None:
    found = mention(extractor, "Maria Lopez said on Monday that Ahmed Khan was in talks with Norway.", "talks")
    assert {actor.name: actor.role.value for actor in found.actors if actor.role.value != "source"} == {
        "Ahmed Khan": "agent",
        "Norway": "participant",
    }


def test_a_plan_is_of_those_who_have_it(extractor: Extractor) -> None:
    found = mention(extractor, "Norway has plans to attack Sweden in June.", "attack")
    assert {actor.name: actor.role.value for actor in found.actors} == {"Norway": "agent", "Sweden": "patient"}


def test_a_vow_is_a_fact_and_what_is_vowed_is_not(extractor: Extractor) -> None:
    text = "Maria Lopez vowed if Norway attacks, Sweden would respond."
    told = {found.trigger.text: found.factuality.value for found in reading(extractor, text).extraction.mentions}
    assert told == {"vowed": "asserted", "attacks": "conditional", "respond": "conditional"}


def test_sure_days_are_plain_past_clauses_with_a_date(extractor: Extractor) -> None:
    sure = mention(extractor, "Norway arrested Ahmed Khan on Monday.", "arrested").confidence
    unsure = mention(extractor, "Norway arrested Ahmed Khan.", "arrested").confidence
    assert sure >= 0.9
    assert unsure < 0.7


def test_todays_news_leaves_no_older_day_to_its_speakers(extractor: Extractor) -> None:
    text = "Maria Lopez resigned on Wednesday. Norway fined Maria Lopez on Monday.\n\nMaria Lopez said she had paid."
    assert time(mention(extractor, text, "said")) == "2024-05-15 publication"
