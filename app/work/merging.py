"""The second stage: what a new, corrected or retracted article tells of is merged with what others told before.

All that has to do with each other is found anew from all tellings, by one pure function, so that the order of arrival
leaves no trace. It happens in the transaction that stores an article, unless that would take long: then soon after.
"""

from collections.abc import Sequence
from datetime import datetime

import structlog

from app.domain.story import Telling
from app.extract.story.place import surroundings
from app.extract.story.telling import Read
from app.extract.story.telling import tellings as tellings_of
from app.storage import write
from app.storage.articles.queue import Job
from app.storage.engine.database import Connection
from app.storage.events.changes import take_turn
from app.storage.identity import mention_ids
from app.storage.stories import becoming, overriding, tellings
from app.storage.stories.overriding import NewTime
from app.storage.stories.tellings import Forgotten, Told
from app.work.closure import TooMany
from app.work.extraction import Extracted
from app.work.settling import find, settle

# Tellings that may be looked at while an article waits to be stored; more are merged by the background.
_AT_ONCE = 100

log = structlog.get_logger("dateline.merging")


def store(connection: Connection, job: Job, found: Extracted, *, now: datetime) -> bool:
    """Stores what was read out of an article and merges it. False where the job is no longer its owner's."""
    if not write.store(connection, job, found.reading, found.actors, now=now):
        return False
    before = tellings.forget(connection, job.article_id, now)
    told = told_of(job, found)
    tellings.put(connection, told, now)
    _merge_at_once(connection, [*before.beside, *(one.telling.id for one in told)], before, now)
    return True


def retract(connection: Connection, article_id: str, *, expected: int | None, now: datetime) -> None:
    """Erases an article and takes it out of every event. Raises as `write.retract` does."""
    write.retract(connection, article_id, expected=expected, now=now)
    before = tellings.forget(connection, article_id, now)
    _merge_at_once(connection, before.beside, before, now)


def override(connection: Connection, event_id: str, time: NewTime) -> str:
    """Gives an event the time a person says; answers its id. Raises NotFound and Gone."""
    home, told = overriding.override(connection, event_id, time)
    merge(connection, told, now=time.made_at)
    return home


def withdraw(connection: Connection, event_id: str, *, by: str, now: datetime) -> str:
    """Takes a person's word back; answers the event's id. Raises NotFound and Gone."""
    home, told = overriding.withdraw(connection, event_id, by=by, now=now)
    merge(connection, told, now=now)
    return home


def told_of(job: Job, found: Extracted) -> list[Told]:
    """What an article tells, as it is kept for merging."""
    ids = mention_ids(job.article_id, found.reading.extraction.mentions)
    read = Read(job.article_id, job.article, found.reading, ids, found.actors)
    told = tellings_of(read)
    by_mention = {mention: one for one in told for mention in one.mentions}
    conflicts: dict[str, list[tuple[str, str]]] = {one.id: [] for one in told}
    for conflict in found.reading.conflicts:
        pair = [_telling_of(read, by_mention, index) for index in (conflict.first, conflict.second)]
        first, second = pair
        if first and second and first.id != second.id:
            conflicts[first.id].append((second.id, conflict.reason))
            conflicts[second.id].append((first.id, conflict.reason))
    return [Told(one, surroundings(one), tuple(conflicts[one.id])) for one in told]


def _telling_of(read: Read, by_mention: dict[str, Telling], happening: int) -> Telling | None:
    ids = (read.mention_ids[index] for index in read.reading.happenings[happening])
    return next((by_mention[one] for one in ids if one in by_mention), None)


def _merge_at_once(connection: Connection, ids: Sequence[str], before: Forgotten, now: datetime) -> None:
    """Merges these; where that is too much, or fails, it is left to the background, and the article is stored."""
    savepoint = connection.begin_nested()
    try:
        merge(connection, ids, before=before.events, now=now, most=_AT_ONCE)
    except (TooMany, LookupError, ValueError, TypeError, AttributeError) as error:
        savepoint.rollback()
        becoming.vanished(connection, before.alone, now)  # the background can't know what there was before
        if not isinstance(error, TooMany):
            log.exception("merging failed")
    else:
        savepoint.commit()


def merge(
    connection: Connection, ids: Sequence[str], *, now: datetime, before: Sequence[str] = (), most: int | None = None
) -> None:
    """Finds the stories of these tellings, and of all that has to do with them, anew."""
    if not ids and not before:
        return
    take_turn(connection)
    settle(connection, find(connection, ids, most), now=now, before=before)
