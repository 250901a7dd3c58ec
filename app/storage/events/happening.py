"""Events out of one article's reading: a pure function from mentions to the event they tell of together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.actor import Role
from app.domain.extraction import Reading
from app.domain.mention import Basis, Mention

_BASES = {basis: rank for rank, basis in enumerate(Basis)}
_ROLES = {role: rank for rank, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as one article tells it: indices of its mentions, the one that gives it its time first."""

    id: str
    mentions: tuple[int, ...]
    roles: tuple[tuple[str, Role], ...]


def happenings(
    reading: Reading, mention_ids: Sequence[str], actor_ids: Sequence[Sequence[str]]
) -> list[Happening | None]:
    """One event for each happening, in order; None for one whose mentions have no interval.

    `mention_ids` and `actor_ids` (the ids of each mention's actors) go by position in the extraction's mentions.
    """
    return [_happening(reading.extraction.mentions, group, mention_ids, actor_ids) for group in reading.happenings]


def _happening(
    mentions: Sequence[Mention], group: Iterable[int], mention_ids: Sequence[str], actor_ids: Sequence[Sequence[str]]
) -> Happening | None:
    dated = [index for index in group if mentions[index].time.interval is not None]
    if not dated:
        return None
    ranked = tuple(sorted(dated, key=lambda index: (*_precedence(mentions[index]), index)))
    roles: dict[str, Role] = {}
    for index in sorted(dated):
        for actor_id, actor in zip(actor_ids[index], mentions[index].actors, strict=True):
            roles[actor_id] = min(roles.get(actor_id, actor.role), actor.role, key=_ROLES.__getitem__)
    return Happening(min(mention_ids[index] for index in dated), ranked, tuple(roles.items()))


def _precedence(mention: Mention) -> tuple[int, int]:
    """Whose time is the event's: the better basis, then the finer granularity."""
    basis, granularity = mention.time.basis, mention.time.granularity
    return _BASES[basis] if basis else len(_BASES), -(granularity.fineness if granularity else 0)
