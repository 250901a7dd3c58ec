"""All tellings that have to do with each other, found in the database over any number of steps."""

from collections.abc import Collection, Iterator, Sequence, Set

from app.domain.story import Telling
from app.extract.story.comparable import connected
from app.extract.story.place import surroundings
from app.storage.actors.bearer import leaves_of
from app.storage.engine.database import Connection
from app.storage.stories import tellings
from app.storage.stories.tellings import Block, Kept, Span


class TooMany(Exception):
    """More to look at than there is time for."""


def closure(connection: Connection, ids: Collection[str], most: int | None = None) -> dict[str, Kept]:
    """These tellings, and all that are comparable with one of them, or with one of those, and so on.

    TooMany where more than `most` would have to be looked at.
    """
    looked_at = tellings.by_id(connection, ids)
    kept = edge = set(looked_at)
    blocks = _Blocks(connection)
    while edge:
        new = blocks.around([looked_at[key].telling for key in sorted(edge)]) - looked_at.keys()
        if most is not None and len(looked_at) + len(new) > most:
            raise TooMany
        looked_at |= tellings.by_id(connection, new)
        reached = connected((one.telling for one in looked_at.values()), kept)
        kept, edge = reached, reached - kept
    return {key: looked_at[key] for key in sorted(kept)}


class _Blocks:
    """The blocks looked into so far, and how far: each part of the calendar is asked for once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._seen: dict[Block, Span] = {}
        self._leaves: dict[str, Set[str]] = {}

    def around(self, told: Sequence[Telling]) -> set[str]:
        """Ids of all that lie near these in a block of theirs, and were not asked for before."""
        self._know({party.id for telling in told for party in telling.parties})
        wanted: dict[Block, Span] = {}
        for telling in told:
            for block in self._of(telling):
                wanted[block] = _both(surroundings(telling), wanted.get(block) or self._seen.get(block))
        new = {block: span for block, span in wanted.items() if span != self._seen.get(block)}
        self._seen |= new
        return tellings.in_blocks(self._connection, new)

    def _know(self, actors: Set[str]) -> None:
        if unknown := actors - self._leaves.keys():
            self._leaves |= leaves_of(self._connection, unknown)

    def _of(self, telling: Telling) -> Iterator[Block]:
        if telling.sense:
            yield from ((telling.sense, leaf) for party in telling.parties for leaf in self._leaves[party.id])


def _both(one: Span, other: Span | None) -> Span:
    return one if other is None else (min(one[0], other[0]), max(one[1], other[1]))
