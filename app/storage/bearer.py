"""Who bears a name: actors by id or alias, and the actors that were merged with them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select, union

from app.domain.actor import ActorKind
from app.domain.event import ActorMatch
from app.storage.listing import listed
from app.storage.tables import actor_aliases, actor_merges, actors, given_aliases

_IDS = select(actors.c.id).where(actors.c.id == bindparam("asked"))
_BEARERS = union(
    _IDS,
    *(select(names.c.actor_id).where(names.c.alias == bindparam("alias")) for names in (actor_aliases, given_aliases)),
)
_ROOTS = select(actor_merges.c.leaf, actor_merges.c.root).where(listed(actor_merges.c.leaf))
_LEAVES = select(actor_merges.c.leaf).where(listed(actor_merges.c.root))
_NAMED = (
    select(actors.c.id, actors.c.name, actors.c.kind).where(listed(actors.c.id)).order_by(actors.c.name, actors.c.id)
)


@dataclass(frozen=True, slots=True)
class Bearers:
    """Who a text in a query means: the actors to show, and the ids to look for, which merged actors keep."""

    matches: tuple[ActorMatch, ...]
    leaves: tuple[str, ...]


def bearers(connection: Connection, asked: str, alias: str | None) -> Bearers:
    """The actors with this id or, by its normal form, this name; a name several bear means all of them."""
    found = connection.execute(_BEARERS, {"asked": asked, "alias": alias or asked}).scalars().all()
    if not found:
        return Bearers((), ())
    shown = sorted(set(roots(connection, found).values()))
    matches = tuple(
        ActorMatch(asked, row.id, row.name, ActorKind(row.kind)) for row in connection.execute(_NAMED, {"ids": shown})
    )
    return Bearers(matches, leaves(connection, shown))


def roots(connection: Connection, ids: Iterable[str]) -> Mapping[str, str]:
    """What each actor was merged into, itself where it wasn't."""
    found = {leaf: leaf for leaf in ids}
    while step := {row.leaf: row.root for row in connection.execute(_ROOTS, {"ids": sorted(set(found.values()))})}:
        found = {leaf: step.get(root, root) for leaf, root in found.items()}
    return found


def leaves(connection: Connection, ids: Sequence[str]) -> tuple[str, ...]:
    """The actors and all that were merged into them."""
    found, new = set(ids), set(ids)
    while new:
        new = set(connection.execute(_LEAVES, {"ids": sorted(new)}).scalars()) - found
        found |= new
    return tuple(sorted(found))
