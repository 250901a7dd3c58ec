"""Names given to actors by people, kept apart from what articles call them: a query finds an actor by either."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select

from app.domain.errors import NotFound, NotPossible
from app.storage.actors.bearer import leaves, roots
from app.storage.insertion import insert_new
from app.storage.listing import listed
from app.storage.tables import actor_aliases, actors, given_aliases

_KNOWN = select(actors.c.id).where(actors.c.id == bindparam("actor"))
_TOLD, _GIVEN = (
    select(names.c.alias).where(listed(names.c.actor_id), names.c.alias == bindparam("name"))
    for names in (actor_aliases, given_aliases)
)
_TAKE_BACK = delete(given_aliases).where(listed(given_aliases.c.actor_id), given_aliases.c.alias == bindparam("name"))


def give_alias(connection: Connection, actor_id: str, alias: str, now: datetime) -> bool:
    """From now on this normal form finds the actor; whether it didn't before. Raises NotFound."""
    asked = {"ids": _together(connection, actor_id), "name": alias}
    if any(connection.execute(names, asked).first() is not None for names in (_TOLD, _GIVEN)):
        return False
    row = {"actor_id": actor_id, "alias": alias, "added_at": now}
    statement = insert_new(given_aliases, connection.dialect.name).returning(given_aliases.c.alias)
    return connection.execute(statement, row).scalar() is not None


def take_alias_back(connection: Connection, actor_id: str, alias: str) -> None:
    """Undoes `give_alias`. Raises NotFound; NotPossible for a name that nobody gave: articles call the actor so."""
    asked = {"ids": _together(connection, actor_id), "name": alias}
    if connection.execute(_TAKE_BACK, asked).rowcount:
        return
    if connection.execute(_TOLD, asked).first() is not None:
        raise NotPossible(f"nobody gave actor {actor_id!r} the alias {alias!r}: articles call it so")
    raise NotFound(f"actor {actor_id!r} has no alias {alias!r}")


def _together(connection: Connection, actor_id: str) -> tuple[str, ...]:
    """The actor and all that are one with it: a name of one is a name of each. Raises NotFound."""
    if connection.execute(_KNOWN, {"actor": actor_id}).first() is None:
        raise NotFound(f"no actor {actor_id!r}")
    return leaves(connection, [roots(connection, [actor_id])[actor_id]])
