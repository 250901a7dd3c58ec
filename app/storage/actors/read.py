"""Actors by id, in lists, and by the first letters of a name."""

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, bindparam, func, or_, select, tuple_, union

from app.domain.actor import TAKING_PART, ActorKind
from app.domain.errors import NotFound
from app.domain.event import ActorPage, ActorSummary
from app.storage.actors.bearer import leaves
from app.storage.columns import AnyRow, Key
from app.storage.cursor import cursor_text, position_of
from app.storage.listing import listed
from app.storage.tables import actor_aliases, actor_merges, actors, event_actors, given_aliases

_ALIASES = union(
    *(select(names.c.alias).where(listed(names.c.actor_id)) for names in (actor_aliases, given_aliases))
).order_by("alias")
_COUNT = select(func.count(event_actors.c.event_id.distinct())).where(
    listed(event_actors.c.actor_id), event_actors.c.role.in_([role.value for role in TAKING_PART])
)
_IS_MERGED = actors.c.id.in_(select(actor_merges.c.leaf))
_ROOTS = select(actors).where(~_IS_MERGED)
# After every letter there is.
_LAST = "\U0010ffff"


def actor(connection: Connection, actor_id: str) -> ActorSummary:
    """The actor; one that was merged into another answers as that. Raises NotFound."""
    merged = connection.execute(select(actor_merges.c.root).where(actor_merges.c.leaf == actor_id)).scalar()
    if merged is not None:
        return actor(connection, merged)
    row = connection.execute(select(actors).where(actors.c.id == actor_id)).one_or_none()
    if row is None:
        raise NotFound(f"no actor {actor_id!r}")
    return _summary(connection, row)


def actors_page(connection: Connection, *, q: str | None, limit: int, cursor: str | None) -> ActorPage:
    """Actors by name. `q`, a normal form, leaves those with a name or alias of which a word begins so."""
    filters = (q,)
    clauses = [_bears(q)] if q else []
    if cursor is not None:
        edge = (bindparam(None, part, type_=Key) for part in position_of(cursor, filters, (str, str)))
        clauses.append(tuple_(actors.c.name, actors.c.id) > tuple_(*edge))
    statement = _ROOTS.where(*clauses).order_by(actors.c.name, actors.c.id).limit(limit + 1)
    rows = connection.execute(statement).all()
    shown = rows[:limit]
    after = cursor_text((shown[-1].name, shown[-1].id), filters) if len(rows) > limit else None
    return ActorPage(tuple(_summary(connection, row) for row in shown), after)


def _bears(q: str) -> ColumnElement[bool]:
    """Has an alias that begins with `q`, or of which a later word does."""
    return or_(*(actors.c.id.in_(_borne(names, q)) for names in (actor_aliases, given_aliases)))


def _borne(names: Table, q: str) -> Select[tuple[str]]:
    begins = and_(names.c.alias >= q, names.c.alias <= q + _LAST)
    later = names.c.alias.contains(" " + q, autoescape=True)
    return select(names.c.actor_id).where(or_(begins, later))


def _summary(connection: Connection, row: AnyRow) -> ActorSummary:
    ids = leaves(connection, [row.id])
    aliases = connection.execute(_ALIASES, {"ids": ids}).scalars()
    count = connection.execute(_COUNT, {"ids": ids}).scalar_one()
    return ActorSummary(row.id, row.name, ActorKind(row.kind), tuple(aliases), count)
