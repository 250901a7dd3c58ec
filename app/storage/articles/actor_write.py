"""Actors as articles name them: added where they are new, and called the same in whatever order articles came."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select, update

from app.domain.actor import ActorIdentity
from app.storage.columns import AnyRow
from app.storage.events.event_json import expire_with_actors
from app.storage.insertion import add_new
from app.storage.listing import listed
from app.storage.mention_row import Values
from app.storage.tables import actor_aliases, actors


def add_actors(connection: Connection, identities: Iterable[ActorIdentity]) -> None:
    """Actors and aliases that aren't there yet, in sorted order: so no two articles wait for each other's."""
    found: dict[str, ActorIdentity] = {}
    for one in sorted(identities, key=lambda one: (one.id, *_rank(one.name), one.kind)):
        found.setdefault(one.id, one)
    if not found:
        return
    rows: list[Values] = [{"id": key, "name": one.name, "kind": one.kind} for key, one in found.items()]
    add_new(connection, actors, rows)
    _rename(connection, found)
    aliases = sorted({(alias, actor.id) for actor in found.values() for alias in actor.aliases})
    add_new(connection, actor_aliases, [{"alias": alias, "actor_id": actor_id} for alias, actor_id in aliases])


def _rank(name: str) -> tuple[int, int, str]:
    """The shortest name goes first, of two as long the one with fewer capitals."""
    return len(name), sum(map(str.isupper, name)), name


_KNOWN = select(actors).where(listed(actors.c.id)).order_by(actors.c.id)
_LOCKED = _KNOWN.with_for_update()
_RENAME = (
    update(actors).where(actors.c.id == bindparam("actor")).values(name=bindparam("called"), kind=bindparam("sort"))
)


def _rename(connection: Connection, found: dict[str, ActorIdentity]) -> None:
    """An actor that articles name differently has the first of its names, and of its kinds by the alphabet."""
    known = connection.execute(_KNOWN, {"ids": list(found)}).all()
    ids = [row.id for row in known if _is_better(row, found[row.id])]
    if ids:  # others may be about the same: looked at again once nobody else can change them
        rows = connection.execute(_LOCKED, {"ids": ids}).all()
        connection.execute(_RENAME, [_renamed(row, found[row.id]) for row in rows])
        expire_with_actors(connection, ids)


def _is_better(row: AnyRow, actor: ActorIdentity) -> bool:
    return _rank(actor.name) < _rank(row.name) or actor.kind.value < row.kind


def _renamed(row: AnyRow, actor: ActorIdentity) -> Values:
    name, kind = min(row.name, actor.name, key=_rank), min(row.kind, actor.kind.value)
    return {"actor": row.id, "called": name, "sort": kind}
