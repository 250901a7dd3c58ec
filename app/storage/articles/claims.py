"""Keys of articles and whose they are. Whoever comes first has a key; the database lets only one come first."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, bindparam, delete, select, update
from sqlalchemy.sql.dml import ReturningInsert

from app.domain.article import ArticleState
from app.storage.given import given
from app.storage.insertion import insert_new
from app.storage.tables import article_keys, jobs


@dataclass(frozen=True, slots=True)
class Owner:
    """The article that has a key."""

    id: str
    state: ArticleState
    revision: int


@dataclass(frozen=True, slots=True)
class Claims:
    """What came of claiming keys: those that are ours now, by the article each was claimed for, and those of others."""

    ours: Mapping[str, str]
    others: Mapping[str, Owner]


@cache
def _claim(dialect: str) -> ReturningInsert[str]:
    """One statement for all keys; answers those that are new."""
    row = given(dialect)
    key = row["key"].as_string()
    # SQLite takes the ON of ON CONFLICT for that of a join where nothing stands between.
    wanted = select(key, row["article_id"].as_string()).where(key.is_not(None))
    new = insert_new(article_keys, dialect).from_select([article_keys.c.key, article_keys.c.article_id], wanted)
    return new.returning(article_keys.c.key)


_OTHERS = (
    select(article_keys.c.key, article_keys.c.article_id, jobs.c.state, jobs.c.revision)
    .join(jobs, jobs.c.article_id == article_keys.c.article_id)
    .where(article_keys.c.key.in_(bindparam("keys", expanding=True)))
)
_CLAIMED = article_keys.c.key == bindparam("claimed")
_GIVE = update(article_keys).where(_CLAIMED).values(article_id=bindparam("owner"))
_DROP = delete(article_keys).where(_CLAIMED)


def claim(connection: Connection, wanted: Mapping[str, str]) -> Claims:
    """Claims the keys that nobody has, each for the article told with it.

    Everybody claims in sorted order, so that no two transactions wait for each other.
    """
    rows = [{"key": key, "article_id": wanted[key]} for key in sorted(wanted)]
    claimed = connection.execute(_claim(connection.dialect.name), {"rows": rows}).scalars()
    ours = {key: wanted[key] for key in claimed}
    left = [key for key in wanted if key not in ours]
    found = connection.execute(_OTHERS, {"keys": left}) if left else ()
    return Claims(ours, {row.key: Owner(row.article_id, ArticleState(row.state), row.revision) for row in found})


def settle(connection: Connection, claims: Claims, owners: Mapping[str, Owner]) -> None:
    """Gives each key we claimed to its owner, and lets go of those that nobody is to have."""
    changed = sorted(key for key, article in claims.ours.items() if key not in owners or owners[key].id != article)
    given = [{"claimed": key, "owner": owners[key].id} for key in changed if key in owners]
    dropped = [{"claimed": key} for key in changed if key not in owners]
    if given:
        connection.execute(_GIVE, given)
    if dropped:
        connection.execute(_DROP, dropped)
