"""Actors merged and parted by hand: a pointer from the one to the other, no row of theirs rewritten."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select

from app.domain.errors import NotFound, NotPossible
from app.storage.actors.bearer import leaves, roots
from app.storage.events.event_json import expire_with_actors
from app.storage.stories import tellings
from app.storage.tables import actor_merges, actors

_ACTORS = select(actors.c.id).where(actors.c.id.in_(bindparam("ids", expanding=True)))
_PART = delete(actor_merges).where(actor_merges.c.leaf == bindparam("gone"))


def merge_actor(connection: Connection, leaf: str, into: str, now: datetime) -> None:
    """From now on `leaf` is `into`. Raises NotFound; NotPossible for itself, a circle, or one merged already."""
    _require(connection, leaf, into)
    home = roots(connection, [leaf, into])
    if home[leaf] == home[into]:
        raise NotPossible(f"actors {leaf!r} and {into!r} are one already: name two that are apart")
    if home[leaf] != leaf:
        raise NotPossible(f"actor {leaf!r} was merged into {home[leaf]!r}: unmerge it first")
    row = {"leaf": leaf, "root": home[into], "merged_at": now}
    connection.execute(insert(actor_merges), row)
    tellings.mark_actors(connection, leaves(connection, [home[into]]), now)
    expire_with_actors(connection, [home[into]])


def unmerge_actor(connection: Connection, leaf: str, now: datetime) -> None:
    """Parts an actor from what it was merged into. Raises NotFound; NotPossible where it is part of none."""
    _require(connection, leaf)
    together = leaves(connection, [roots(connection, [leaf])[leaf]])
    if not connection.execute(_PART, {"gone": leaf}).rowcount:
        raise NotPossible(f"actor {leaf!r} is not merged into another")
    tellings.mark_actors(connection, together, now)
    expire_with_actors(connection, together)


def _require(connection: Connection, *ids: str) -> None:
    known = set(connection.execute(_ACTORS, {"ids": sorted(ids)}).scalars())
    for one in ids:
        if one not in known:
            raise NotFound(f"no actor {one!r}")
