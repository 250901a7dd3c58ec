"""Articles posted at the same time go into one transaction, and answer each for itself."""

import asyncio
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any, TypeVar

import pytest

from app.domain.article import Article, ArticleState
from app.domain.errors import Conflicting, StorageUnavailable
from app.storage.write import Accepted, Outcome
from app.work.intake import Intake, Posted

T = TypeVar("T")


def run(awaited: Coroutine[Any, Any, T]) -> T:
    """What it comes to, in a thread without a loop: browser tests before leave one running in this."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, awaited).result()


def posted(text: str) -> Posted:
    return Posted(Article(None, text, date(2024, 3, 14), None), waited_for=False)


class Groups:
    """Takes posts in as a database would, slowly, and keeps what came together."""

    def __init__(self) -> None:
        self.texts: list[list[str]] = []

    async def taken(self, posts: Sequence[Posted]) -> list[Outcome]:
        self.texts.append([one.article.text for one in posts])
        await asyncio.sleep(0.01)
        if any(one.article.text == "away" for one in posts):
            raise StorageUnavailable("the disk is full")
        if any(one.article.text == "poison" for one in posts):
            raise ValueError("what no database takes")
        return [self._outcome(one.article.text) for one in posts]

    def _outcome(self, text: str) -> Accepted | Conflicting:
        known = Conflicting("known with another text", "elsewhere")
        return known if text == "known" else Accepted(text, ArticleState.PENDING, 1, new=True)


async def told(groups: Groups, *texts: str) -> list[str]:
    intake = Intake(groups.taken)
    found = await asyncio.gather(*(intake.take(posted(text)) for text in texts), return_exceptions=True)
    return [one.id if isinstance(one, Accepted) else repr(one) for one in found]


def test_what_comes_while_a_group_is_committed_is_the_next() -> None:
    groups = Groups()

    async def posts() -> None:
        intake = Intake(groups.taken)
        first = asyncio.ensure_future(intake.take(posted("1")))
        await asyncio.sleep(0.005)
        await asyncio.gather(first, *(intake.take(posted(str(number))) for number in range(2, 70)))

    run(posts())
    assert [len(texts) for texts in groups.texts] == [1, 64, 4]


def test_who_was_answered_is_waited_for() -> None:
    groups = Groups()

    async def posts() -> None:
        intake = Intake(groups.taken)

        async def client(name: str, *, late: bool) -> None:
            if late:
                await asyncio.sleep(0.005)
            for number in range(3):
                await intake.take(posted(f"{name} {number}"))

        await asyncio.gather(*(client(f"client {number}", late=number > 4) for number in range(1, 9)))

    run(posts())
    assert [len(texts) for texts in groups.texts] == [4, 8, 8, 4]


def test_a_refusal_is_told_to_its_own_post_alone() -> None:
    found = run(told(Groups(), "1", "known", "2"))
    assert [found[0], found[2]] == ["1", "2"]
    assert "Conflicting" in found[1]


def test_one_that_breaks_a_group_fails_alone() -> None:
    found = run(told(Groups(), "1", "poison", "2"))
    assert [found[0], found[2]] == ["1", "2"]
    assert found[1] == "ValueError('what no database takes')"


def test_a_database_that_is_away_is_told_to_all_at_once() -> None:
    groups = Groups()
    found = run(told(groups, "1", "away", "2"))
    assert found == ["StorageUnavailable('the disk is full')"] * 3
    assert groups.texts == [["1", "away", "2"]]


def test_who_hangs_up_does_not_withdraw_the_article() -> None:
    groups = Groups()

    async def hung_up() -> str:
        intake = Intake(groups.taken)
        leaving = asyncio.ensure_future(intake.take(posted("left")))
        staying = asyncio.ensure_future(intake.take(posted("stays")))
        await asyncio.sleep(0)
        leaving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await leaving
        outcome = await staying
        assert isinstance(outcome, Accepted)
        return outcome.id

    assert run(hung_up()) == "stays"
    assert groups.texts == [["left", "stays"]]
