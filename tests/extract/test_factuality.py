"""Negated, conditional, possible, planned, asserted: the first that applies."""

import pytest

from app.extract.pipeline import Extractor
from tests.extract.telling import mention, reading

CASES = [
    ("Norway attacked Sweden on Monday.", "attacked", "asserted"),
    ("Norway did not attack Sweden on Monday.", "attack", "negated"),
    ("Maria Lopez has until June 24 to file a claim.", "file", "possible"),
    ("The vote in Norway must be held no later than June 2028.", "vote", "possible"),
    ("Norway cancelled the invasion of Sweden on Monday.", "invasion", "negated"),
    ("Norway has cancelled the summit that was to be held in Oslo on May 3.", "held", "negated"),
    ("Norway cancelled the summit planned for May 3.", "summit", "negated"),
    ("The two states have called off their May 3 summit.", "summit", "negated"),
    ("The launch, planned for May 3, has been postponed.", "launch", "negated"),
    ("Norway postponed the June 3 vote.", "vote", "negated"),
    ("Norway postponed the June 3 vote to June 10.", "vote", "planned"),
    ("Norway postponed the vote.", "vote", "planned"),
    ("The vote in Norway may be pushed back to July.", "vote", "possible"),
    ("Norway pushed back its vote to July.", "vote", "planned"),
    ("The vote in Norway was brought forward to June 3.", "vote", "planned"),
    ("Norway called off the vote.", "vote", "negated"),
    ("The vote set for June 3 will divide Norway.", "vote", "planned"),
    ("The concert that was due to take place on Friday has been cancelled.", "take", "negated"),
    ("The council approved a summit that was to be held in May.", "held", "planned"),
    ("Maria Lopez denied that Norway attacked Sweden on Monday.", "attacked", "negated"),
    ("Nobody from Norway attended the summit with Sweden on Monday.", "summit", "negated"),
    ("If Norway attacks Sweden in June, Denmark will respond in July.", "attacks", "conditional"),
    ("If Norway attacks Sweden in June, Denmark will respond in July.", "respond", "conditional"),
    ("Norway may attack Sweden in June.", "attack", "possible"),
    ("Norway fears an invasion by Sweden in June.", "invasion", "possible"),
    ("Maria Lopez called for an election in Norway in June.", "election", "possible"),
    ("Norway will attack Sweden in June.", "attack", "planned"),
    ("Maria Lopez said she would visit Norway in June.", "visit", "planned"),
    ("Maria Lopez would visit Norway in June.", "visit", "possible"),
    ("Maria Lopez said it would be wrong to attack Norway in June.", "attack", "possible"),
    ("Norway plans to attack Sweden in June.", "attack", "planned"),
    ("Maria Lopez is due to visit Norway in June.", "visit", "planned"),
    ("The army of Norway will stay in Sweden until June, Maria Lopez said.", "stay", "planned"),
    ("Norway has yet to sign the treaty.", "sign", "negated"),
    ("Norway will discuss the attack on Sweden.", "attack", "asserted"),
    ("Norway is weighing an attack on Sweden.", "attack", "possible"),
    ("The results of Norway are expected by June.", "expected", "planned"),
    ("Norway has not ruled out a strike on Sweden in June.", "strike", "possible"),
    ("Norway has ruled out a strike on Sweden in June.", "strike", "negated"),
    ("Maria Lopez kept attacking Norway on Monday.", "attacking", "asserted"),
    ("The fair in Norway opens next week.", "opens", "planned"),
    ("At a summit in Oslo on Monday, Maria Lopez warned Norway of war.", "summit", "asserted"),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), CASES)
def test_factuality(extractor: Extractor, text: str, trigger: str, expected: str) -> None:
    assert mention(extractor, text, trigger).factuality == expected


def test_what_is_not_ruled_out_is_the_event_alone(extractor: Extractor) -> None:
    told = reading(extractor, "Norway has not ruled out a strike on Sweden in June.").extraction.mentions
    assert [found.trigger.text for found in told] == ["strike"]
