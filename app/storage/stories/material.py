"""What the rows of events that several articles tell of are made from: their mentions, and those mentions' actors."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, select

from app.domain.story import Telling
from app.storage.columns import AnyRow
from app.storage.given import given
from app.storage.stories.tellings import Kept
from app.storage.tables import mention_actors, mentions


@dataclass(frozen=True, slots=True)
class Material:
    """Tellings by id, rows of their mentions by id, and of those mentions' actors."""

    tellings: Mapping[str, Telling]
    mentions: Mapping[str, AnyRow]
    actors: Mapping[str, Sequence[AnyRow]]


# Of a mention, what an event's rows are made from.
_MENTION = tuple(
    mentions.c[name]
    for name in (
        "id",
        "position",
        "interval_start",
        "interval_end",
        "zone",
        "bound",
        "extent",
        "edtf",
        "granularity",
        "basis",
        "confidence",
        "sentence_text",
        "trigger_lemma",
    )
)
_ACTOR = tuple(mention_actors.c[name] for name in ("mention_id", "actor_id", "role", "name"))


@cache
def _told(dialect: str) -> tuple[Select[*tuple[Any, ...]], Select[*tuple[Any, ...]]]:
    """The rows of mentions, and of their actors, each found by its whole key."""
    one = given(dialect)
    article, mention = one["article"].as_string(), one["mention"].as_string()
    return (
        select(*_MENTION).where(mentions.c.article_id == article, mentions.c.id == mention),
        select(*_ACTOR).where(mention_actors.c.article_id == article, mention_actors.c.mention_id == mention),
    )


def material_of(connection: Connection, members: Sequence[Kept]) -> Material:
    """What the rows of events that have these tellings are made from."""
    told = [one.telling for one in members]
    keys = [{"article": telling.article_id, "mention": mention} for telling in told for mention in telling.mentions]
    of_mentions, of_actors = _told(connection.dialect.name)
    rows = {row.id: row for row in connection.execute(of_mentions, {"rows": keys})}
    who: dict[str, list[AnyRow]] = defaultdict(list)
    for row in connection.execute(of_actors, {"rows": keys}):
        who[row.mention_id].append(row)
    return Material({telling.id: telling for telling in told}, rows, who)
