"""Actors whose names may mean one: those that share a name or surname, and those that stand beside each other in order.

All actors are walked by name, some hundreds a page, so that a page costs the same however many there are.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select, tuple_

from app.domain.actor import ActorKind, ActorName
from app.storage.columns import AnyRow, Key
from app.storage.cursor import cursor_text, position_of
from app.storage.listing import listed
from app.storage.tables import actor_aliases, actor_merges, actors

_PAGE = 500
# A misspelling in the surname leaves two names this near each other in order; one in the first letters does not.
_BESIDE = 4
# Surnames that thousands bear would give a page millions of pairs.
_PAIRS = 20_000
_KINDS = (ActorKind.PERSON.value, ActorKind.ORGANISATION.value, ActorKind.GROUP.value)

_NAMED = select(actors.c.id, actors.c.name, actors.c.kind).where(
    actors.c.kind.in_(_KINDS), actors.c.id.not_in(select(actor_merges.c.leaf))
)
_WALK = _NAMED.order_by(actors.c.name, actors.c.id).limit(_PAGE + _BESIDE)
_OTHER = actor_aliases.alias("other")
_SHARING = (
    select(actor_aliases.c.actor_id, _OTHER.c.actor_id)
    .join(_OTHER, (_OTHER.c.alias == actor_aliases.c.alias) & (_OTHER.c.actor_id != actor_aliases.c.actor_id))
    .where(listed(actor_aliases.c.actor_id))
    .order_by(actor_aliases.c.actor_id, _OTHER.c.actor_id)
    .limit(_PAIRS)
)

Pair = tuple[ActorName, ActorName]


@dataclass(frozen=True, slots=True)
class NearNames:
    """Pairs of one kind, each once, the one that stands first by name first; and the cursor to the next page."""

    pairs: tuple[Pair, ...]
    next_cursor: str | None


def near_names(connection: Connection, cursor: str | None) -> NearNames:
    """The pairs of one page of actors. Raises BadCursor."""
    statement = _WALK
    if cursor is not None:
        edge = (bindparam(None, part, type_=Key) for part in position_of(cursor, (), (str, str)))
        statement = _WALK.where(tuple_(actors.c.name, actors.c.id) > tuple_(*edge))
    rows = [_named(row) for row in connection.execute(statement)]
    walked = {one.id: one for one in rows[:_PAGE]}
    found = {(one, other) for at, one in enumerate(rows[:_PAGE]) for other in rows[at + 1 : at + 1 + _BESIDE]}
    sharing = [(one, other) for one, other in connection.execute(_SHARING, {"ids": list(walked)})]
    others = _by_id(connection, {other for _, other in sharing})
    found |= {(walked[one], others[other]) for one, other in sharing if other in others}
    pairs = sorted(pair for pair in found if pair[0].kind is pair[1].kind and _place(pair[0]) < _place(pair[1]))
    after = rows[_PAGE - 1] if len(rows) > _PAGE else None
    return NearNames(tuple(pairs), cursor_text(_place(after), ()) if after else None)


def _by_id(connection: Connection, ids: set[str]) -> dict[str, ActorName]:
    rows = connection.execute(_NAMED.where(listed(actors.c.id)), {"ids": sorted(ids)})
    return {row.id: _named(row) for row in rows}


def _named(row: AnyRow) -> ActorName:
    return ActorName(row.id, row.name, ActorKind(row.kind))


def _place(actor: ActorName) -> tuple[str, str]:
    return actor.name, actor.id
