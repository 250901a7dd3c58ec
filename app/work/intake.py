"""Articles that are posted one by one, taken in together: what comes while one group is being committed is the next.

Clients post their next article once the last is answered. Were they not waited for, there would be two groups in turns,
each of half of the clients, and twice as many commits. They are waited for no longer than their commit took.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from app.domain.article import Article
from app.domain.errors import StorageUnavailable
from app.storage.write import Outcome

_GROUP = 64
# A commit that stood behind a long one says nothing of when the next posts come.
_LONGEST_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Posted:
    """An article, and whether somebody waits for what is read out of it."""

    article: Article
    waited_for: bool


class Intake:
    """For one event loop. `taken` commits posts in one transaction."""

    def __init__(self, taken: Callable[[Sequence[Posted]], Awaitable[list[Outcome]]]) -> None:
        self._taken = taken
        self._waiting: list[tuple[Posted, asyncio.Future[Outcome]]] = []
        self._wanted = 0
        self._full = asyncio.Event()
        self._running: asyncio.Task[None] | None = None

    async def take(self, posted: Posted) -> Outcome:
        """Once this returns, the article is durable or refused. Who hangs up meanwhile doesn't withdraw it."""
        future: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._waiting.append((posted, future))
        if len(self._waiting) >= self._wanted:
            self._full.set()
        if self._running is None or self._running.done():
            self._running = asyncio.create_task(self._run())
        return await asyncio.shield(future)

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        answered, took = 0, 0.0
        while self._waiting:
            await self._gather(answered + len(self._waiting), min(took, _LONGEST_SECONDS))
            group, self._waiting = self._waiting[:_GROUP], self._waiting[_GROUP:]
            began = loop.time()
            await self._settle(group)
            answered, took = len(group), loop.time() - began

    async def _gather(self, wanted: int, seconds: float) -> None:
        """Waits until so many posts are there, but no longer than that."""
        self._wanted = min(wanted, _GROUP)
        if len(self._waiting) < self._wanted:
            self._full.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._full.wait(), seconds)

    async def _settle(self, group: Sequence[tuple[Posted, asyncio.Future[Outcome]]]) -> None:
        try:
            found = await self._taken([posted for posted, _ in group])
        except Exception as error:  # whatever it is, those who wait must hear of it
            if len(group) == 1 or isinstance(error, StorageUnavailable):
                for _, future in group:
                    future.set_exception(error)
            else:  # one of them is to blame, and alone shall be
                for one in group:
                    await self._settle([one])
            return
        for (_, future), outcome in zip(group, found, strict=True):
            future.set_result(outcome)
