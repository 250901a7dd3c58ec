"""Two times of one happening in one article: told as a conflict only where it must be one. Published 15 May 2024."""

import pytest

from app.extract.pipeline import Extractor
from tests.extract.telling import reading


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param(
            "Norway Air merged with Delta on May 1. Nobody knew. The merger took place on May 2, she said.",
            "both tell of merge, but at 2024-05-01 and 2024-05-02",
            id="a noun that points back, and says when",
        ),
        pytest.param(
            "Maria Lopez resigned on Monday. Her resignation on Sunday surprised Norway.",
            "both tell of resign with Maria Lopez, but at 2024-05-13 and 2024-05-12",
            id="what is done once",
        ),
        pytest.param(
            "Siemens opened a factory in Lisbon on May 3. Siemens opened the Lisbon factory on May 6, a clerk said.",
            "both tell of open with Siemens, but at 2024-05-03 and 2024-05-06",
            id="the same done to the same",
        ),
    ],
)
def test_two_times_of_one_happening_are_a_conflict(extractor: Extractor, text: str, reason: str) -> None:
    assert [one.reason for one in reading(extractor, text).conflicts] == [reason]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Norway attacked Sweden on Monday. The attack on Sunday had failed, Maria Lopez said.", id="told by its day"
        ),
        pytest.param("Siemens opened a tram line on Monday, after it opened a tram line on Sunday.", id="one sentence"),
        pytest.param("Siemens opened a factory on May 3. Siemens opened a school on May 6.", id="another thing"),
        pytest.param("Maria Lopez met Ahmed Khan on Monday. Maria Lopez met Ahmed Khan on Tuesday.", id="often done"),
        pytest.param("The trial of Ahmed Khan began on May 1. The trial of Ahmed Khan ended on May 9.", id="parts"),
        pytest.param("Norway held the 1948 summit with Sweden. It held the 1967 summit with Sweden.", id="years apart"),
        pytest.param(
            "Siemens opened a factory in Lisbon on May 3. Siemens will open the Lisbon factory to all on June 6.",
            id="a plan",
        ),
    ],
)
def test_another_time_is_mostly_another_happening(extractor: Extractor, text: str) -> None:
    assert reading(extractor, text).conflicts == ()
