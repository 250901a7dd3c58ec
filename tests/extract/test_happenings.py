"""Which mentions of one article tell of one happening: the same word and the same doer are not enough."""

import pytest

from app.extract.pipeline import Extractor
from tests.extract.telling import reading


def _groups(extractor: Extractor, text: str) -> list[list[str]]:
    read = reading(extractor, text)
    triggers = [mention.trigger.text for mention in read.extraction.mentions]
    return [[triggers[at] for at in group] for group in read.happenings]


@pytest.mark.parametrize(
    ("text", "together"),
    [
        pytest.param(
            "Norway closed three harbours on Monday. The storm was over soon. "
            "Norway closed the harbours on Monday with little warning.",
            ["closed", "closed"],
            id="done to the same",
        ),
        pytest.param(
            "Norway attacked Sweden on Monday. The attack surprised Denmark.",
            ["attacked", "attack"],
            id="a noun points back",
        ),
        pytest.param(
            "Maria Lopez unveiled a fast electric tram on Monday. "
            "Maria Lopez launched the electric tram on Monday after a speech.",
            ["unveiled", "launched"],
            id="another word of one family",
        ),
        pytest.param(
            "Maria Lopez announced a new tram line on Monday. The announcement surprised Lisbon.",
            ["announced", "announcement"],
            id="an announcement is what was just announced",
        ),
        pytest.param(
            "The march in Oslo went ahead on Monday. The march on Monday was Norway's first.",
            ["went", "march"],
            id="what goes ahead is the march",
        ),
        pytest.param(
            "Siemens unveiled a tram in Lisbon on Monday. Siemens chief Maria Lopez unveiled the tram on Monday.",
            ["unveiled", "unveiled"],
            id="a company and its head on one day",
        ),
    ],
)
def test_one_happening_told_twice(extractor: Extractor, text: str, together: list[str]) -> None:
    assert together in _groups(extractor, text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Norway closed three harbours on Monday. Norway closed a school on Monday.", id="done to something else"
        ),
        pytest.param(
            "Norway attacked Sweden on Monday. Denmark attacked Sweden on Monday.", id="somebody else's doing"
        ),
        pytest.param("Norway bought 30 boats on Monday. Norway bought 45 boats on Monday.", id="another number"),
        pytest.param(
            "Lisbon held a festival on Monday. A second festival in Lisbon was held on Monday.", id="told as another"
        ),
        pytest.param(
            "Maria Lopez said on Monday that Lisbon closed. Maria Lopez said on Monday that Porto closed.", id="reports"
        ),
        pytest.param(
            "Siemens unveiled a tram on Monday. Siemens chief Maria Lopez said she had unveiled a tram long before.",
            id="a company and its head, without a day",
        ),
        pytest.param(
            "Siemens unveiled a tram on Monday. The announcement surprised Lisbon on Monday.", id="of a launch"
        ),
        pytest.param("Norway attacked Sweden in March. Norway attacked Sweden in May.", id="another time"),
        pytest.param("Norway attacked Sweden on Monday. Norway denied it attacked Sweden on Monday.", id="denied"),
    ],
)
def test_two_happenings_in_like_words(extractor: Extractor, text: str) -> None:
    groups = _groups(extractor, text)
    assert groups
    assert all(len(group) == 1 for group in groups)
