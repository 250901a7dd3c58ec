"""Storing what was read out of an article, in one transaction with the state `done`, and erasing it again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BindParameter, Connection, Table, bindparam, delete, func, select, update

from app.domain.article import ArticleState
from app.domain.extraction import LocalConflict, Reading
from app.storage.articles.actor_write import add_actors
from app.storage.articles.queue import Job
from app.storage.events.happening import Happening, happenings
from app.storage.events.removal import take_out
from app.storage.events.row import EventRows, Identities, event_rows
from app.storage.events.text import add_texts
from app.storage.identity import mention_ids
from app.storage.insertion import add, add_new
from app.storage.mention_row import Values, actor_values, expression_values, extraction_values, mention_values
from app.storage.tables import (
    event_actors,
    event_conflicts,
    event_json,
    event_mentions,
    event_redirects,
    events,
    extractions,
    jobs,
    mention_actors,
    mentions,
    time_expressions,
)

_DONE = (
    update(jobs)
    .where(jobs.c.article_id == bindparam("article"), jobs.c.owner == bindparam("by"))
    .where(jobs.c.revision == bindparam("of_revision"), jobs.c.state == ArticleState.PENDING.value)
    .values(state=ArticleState.DONE.value, owner=None, lease_until=None, error=None)
)


def store(connection: Connection, job: Job, reading: Reading, identities: Identities, *, now: datetime) -> bool:
    """Stores a reading and marks the article done; what was stored of an earlier one goes.

    False, and nothing is written, where the job is no longer its owner's or the article has another revision by now.
    `identities` holds the actor for each name and kind in the reading.
    """
    held = {"article": job.article_id, "by": job.owner, "of_revision": job.revision}
    if not connection.execute(_DONE, held).rowcount:
        return False
    before = _erase(connection, job.article_id)
    told = _Told(job, reading, mention_ids(job.article_id, reading.extraction.mentions), identities)
    add(connection, extractions, [extraction_values(job.article_id, job.revision, reading.extraction, now)])
    _insert_mentions(connection, told)
    named = {(actor.name, actor.kind) for mention in reading.extraction.mentions for actor in mention.actors}
    add_actors(connection, [identities[one] for one in named])
    made = happenings(reading, told.mention_ids, _actor_ids(told))
    _insert_events(connection, told, made)
    _insert_conflicts(connection, made, reading.conflicts, job.article.published_instant)
    _redirect(connection, before, made, told.mention_ids)
    return True


@dataclass(frozen=True, slots=True)
class _Told:
    """What an article tells, and the ids of its mentions and actors."""

    job: Job
    reading: Reading
    mention_ids: tuple[str, ...]
    identities: Identities


def _insert_mentions(connection: Connection, told: _Told) -> None:
    article, extraction = told.job.article_id, told.reading.extraction
    expressions = enumerate(extraction.time_expressions)
    add(connection, time_expressions, [expression_values(article, *item) for item in expressions])
    numbered = list(zip(told.mention_ids, range(len(extraction.mentions)), extraction.mentions, strict=True))
    add(connection, mentions, [mention_values(article, *item) for item in numbered])
    keys = ({"article_id": article, "mention_id": mention_id} for mention_id in told.mention_ids)
    who = [actor_values(mention, key, told.identities) for key, mention in zip(keys, extraction.mentions, strict=True)]
    add(connection, mention_actors, [row for rows in who for row in rows])


def _actor_ids(told: _Told) -> list[list[str]]:
    mentions_told = told.reading.extraction.mentions
    return [[told.identities[actor.name, actor.kind].id for actor in mention.actors] for mention in mentions_told]


def _insert_events(connection: Connection, told: _Told, made: Sequence[Happening | None]) -> None:
    told_by = (told.job.article_id, told.job.article)
    rows = [event_rows(one, told.reading.extraction.mentions, told.mention_ids, told_by) for one in made if one]
    for table, pick in _EVENT_TABLES:
        add(connection, table, [row for event in rows for row in pick(event)])
    add_texts(connection, [event.text for event in rows])


_EVENT_TABLES: tuple[tuple[Table, Callable[[EventRows], list[Values]]], ...] = (
    (events, lambda rows: [rows.event]),
    (event_actors, lambda rows: rows.actors),
    (event_mentions, lambda rows: rows.mentions),
    (event_json, lambda rows: [{"event_id": rows.event["id"], "body": None}]),
)


def _insert_conflicts(
    connection: Connection, told: Sequence[Happening | None], conflicts: Sequence[LocalConflict], published: datetime
) -> None:
    rows = []
    for conflict in conflicts:
        first, second = told[conflict.first], told[conflict.second]
        if first and second and first.id != second.id:
            for one, other in ((first, second), (second, first)):
                ids = {"event_id": one.id, "other_id": other.id}
                rows.append({**ids, "reason": conflict.reason, "known_from": published})
    add_new(connection, event_conflicts, rows)


_EVENTS_OF = select(event_mentions.c.event_id, event_mentions.c.mention_id).where(
    event_mentions.c.article_id == bindparam("article")
)


def erase(connection: Connection, article_id: str) -> None:
    """Removes what was read out of an article; its events are gone."""
    before = _erase(connection, article_id)
    _redirect(connection, before, (), ())


@dataclass(frozen=True, slots=True)
class _Before:
    """The event each of an article's dated mentions told of, and the smallest mention that others have of it."""

    events: dict[str, str]
    left: dict[str, str]


def _erase(connection: Connection, article_id: str) -> _Before:
    """Removes an article's results, and the events they told of. Of most articles there are none yet."""
    if not connection.execute(_UNREAD, {"article": article_id}).rowcount:
        return _Before({}, {})
    before = {row.mention_id: row.event_id for row in connection.execute(_EVENTS_OF, {"article": article_id})}
    for statement in _ERASED:
        connection.execute(statement, {"article": article_id})
    gone = sorted(set(before.values()))
    left = {}
    if gone:
        left = {row[0]: row[1] for row in connection.execute(_LEFT, {"ids": gone, "article": article_id})}
        take_out(connection, gone)
    return _Before(before, left)


_EVENT: BindParameter[str] = bindparam("event")
_ARTICLE: BindParameter[str] = bindparam("article")
# Whatever was read out of an article has a row here.
_UNREAD = delete(extractions).where(extractions.c.article_id == _ARTICLE)
_ERASED = tuple(
    delete(table).where(table.c.article_id == _ARTICLE) for table in (time_expressions, mention_actors, mentions)
)
# Of an event that other articles tell of too: it is made anew from those when they are merged.
_LEFT = (
    select(event_mentions.c.event_id, func.min(event_mentions.c.mention_id))
    .where(event_mentions.c.event_id.in_(bindparam("ids", expanding=True)), event_mentions.c.article_id != _ARTICLE)
    .group_by(event_mentions.c.event_id)
)
_UNREDIRECT = delete(event_redirects).where(event_redirects.c.event_id == _EVENT)


def _redirect(connection: Connection, before: _Before, told: Sequence[Happening | None], ids: Sequence[str]) -> None:
    """Notes where events went that are no longer there: to the event that has one of their mentions now, or nowhere."""
    after = {ids[index]: event.id for event in told if event for index in event.mentions}
    standing = set(after.values())
    targets: dict[str, str | None] = {event: None for event in before.events.values() if event not in standing}
    for mention, event in sorted(before.events.items()):
        if event in targets and mention in after:
            targets[event] = targets[event] or after[mention]
    for event, left in before.left.items():
        if event in targets:
            targets[event] = targets[event] or left
    if standing:
        connection.execute(_UNREDIRECT, [{"event": event} for event in sorted(standing)])
    add_new(
        connection, event_redirects, [{"event_id": one, "target": target} for one, target in sorted(targets.items())]
    )
