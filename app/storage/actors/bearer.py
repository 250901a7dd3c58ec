"""Who bears a name: actors by id or alias, and the actors that were merged with them."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, exists, select, union

from app.domain.actor import ActorKind
from app.domain.event import ActorMatch
from app.storage.listing import listed
from app.storage.tables import actor_aliases, actor_merges, actors, given_aliases

_FOUND = union(
    select(actors.c.id).where(actors.c.id == bindparam("asked")),
    *(select(names.c.actor_id).where(names.c.alias == bindparam("alias")) for names in (actor_aliases, given_aliases)),
).cte("found")
_UP = select(_FOUND.c.id).cte("up", recursive=True)
_UP = _UP.union(select(actor_merges.c.root).join(_UP, _UP.c.id == actor_merges.c.leaf))
_DOWN = (
    select(_UP.c.id.label("root"), _UP.c.id.label("leaf"))
    .where(~exists().where(actor_merges.c.leaf == _UP.c.id))
    .cte("down", recursive=True)
)
_DOWN = _DOWN.union(select(_DOWN.c.root, actor_merges.c.leaf).join(actor_merges, actor_merges.c.root == _DOWN.c.leaf))
# Whom those found were merged into, and who else was merged into these.
_BEARERS = (
    select(actors.c.id, actors.c.name, actors.c.kind, _DOWN.c.leaf)
    .select_from(_DOWN)
    .join(actors, actors.c.id == _DOWN.c.root)
    .order_by(actors.c.name, actors.c.id, _DOWN.c.leaf)
)
_ROOTS = select(actor_merges.c.leaf, actor_merges.c.root).where(listed(actor_merges.c.leaf))
_BELOW = (
    select(actor_merges.c.root, actor_merges.c.leaf).where(listed(actor_merges.c.root)).cte("below", recursive=True)
)
_BELOW = _BELOW.union(
    select(_BELOW.c.root, actor_merges.c.leaf).join(actor_merges, actor_merges.c.root == _BELOW.c.leaf)
)
_LEAVES = select(_BELOW.c.root, _BELOW.c.leaf)


@dataclass(frozen=True, slots=True)
class Bearers:
    """Who a text in a query means: the actors to show, and the ids to look for, which merged actors keep."""

    matches: tuple[ActorMatch, ...]
    leaves: tuple[str, ...]


def bearers(connection: Connection, asked: str, alias: str | None) -> Bearers:
    """The actors with this id or, by its normal form, this name; a name several bear means all of them."""
    rows = connection.execute(_BEARERS, {"asked": asked, "alias": alias or asked}).all()
    matches = dict.fromkeys(ActorMatch(asked, key, name, ActorKind(kind)) for key, name, kind, _ in rows)
    return Bearers(tuple(matches), tuple(sorted(row.leaf for row in rows)))


def roots(connection: Connection, ids: Iterable[str]) -> Mapping[str, str]:
    """What each actor was merged into, itself where it wasn't."""
    found = {leaf: leaf for leaf in ids}
    while step := {row.leaf: row.root for row in connection.execute(_ROOTS, {"ids": sorted(set(found.values()))})}:
        found = {leaf: step.get(root, root) for leaf, root in found.items()}
    return found


def leaves_of(connection: Connection, ids: Iterable[str]) -> Mapping[str, Set[str]]:
    """For each actor itself and all that were merged into it."""
    found = {one: {one} for one in ids}
    for root, leaf in connection.execute(_LEAVES, {"ids": sorted(found)}):
        found[root].add(leaf)
    return found


def leaves(connection: Connection, ids: Iterable[str]) -> tuple[str, ...]:
    """The actors and all that were merged into them."""
    return tuple(sorted(set().union(*leaves_of(connection, ids).values())))
