"""What an article may take of a worker's time."""

from datetime import date

import pytest

from app.domain.article import Article
from app.work.pool import budget


@pytest.mark.parametrize(("characters", "seconds"), [(1, 5.0), (100_000, 15.0), (400_000, 45.0), (3_000_000, 120.0)])
def test_an_article_may_take_five_seconds_and_ten_for_each_hundred_thousand_characters(
    characters: int, seconds: float
) -> None:
    article = Article(None, "x" * characters, date(2024, 3, 14), None)
    assert budget(article) == pytest.approx(seconds, abs=0.001)
