"""Every time an event was given: by which article or which person, and when."""

import json
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from app.domain.errors import MovedTo
from app.domain.interval import Bound, Granularity, Interval
from app.domain.mention import Basis, Factuality
from app.storage.columns import AnyRow, instant_text
from app.storage.events.read import standing
from app.storage.mention_row import interval_of
from app.storage.tables import articles, event_mentions, event_overrides, events, mentions, override_mentions, tellings


@dataclass(frozen=True, slots=True)
class Given:
    """A time that an event was given. `given_at` is the article's publication, or when a person wrote it (RFC 3339).

    `in_force` says whether the event has this time now: of a person's word that holds it alone, else of all articles'
    times that are compatible with it. An article's have no `note` and no `by`; `withdrawn_at` and `withdrawn_by` tell
    of a person's word that a person took back.
    """

    given_at: str
    article_id: str | None
    title: str | None
    url: str | None
    source: str | None
    interval: Interval
    edtf: str
    granularity: Granularity
    bound: Bound | None
    basis: Basis | None
    factuality: Factuality | None
    phrase: str | None
    sentence: str | None
    by: str | None
    note: str | None
    withdrawn_by: str | None
    withdrawn_at: str | None
    in_force: bool


@dataclass(frozen=True, slots=True)
class History:
    """All times an event was given, in the order in which they became known."""

    event_id: str
    items: tuple[Given, ...]


_TOLD = (
    select(
        tellings.c.id,
        tellings.c.article_id,
        tellings.c.published_at,
        tellings.c.mentions,
        articles.c.title,
        articles.c.url,
        articles.c.source,
        tellings.c.interval_start,
        tellings.c.interval_end,
        tellings.c.edtf,
        tellings.c.granularity,
        tellings.c.bound,
        tellings.c.basis,
        tellings.c.factuality,
    )
    .join(articles, articles.c.id == tellings.c.article_id)
    .where(tellings.c.event_id == bindparam("event"))
    .order_by(tellings.c.published_at, tellings.c.article_id, tellings.c.id)
)
_WORDS = select(mentions.c.expression_text, mentions.c.sentence_text).where(
    mentions.c.article_id == bindparam("article"), mentions.c.id == bindparam("mention")
)
_PRESENT = select(events.c.interval_start, events.c.interval_end, events.c.override_id).where(
    events.c.id == bindparam("event")
)
_SAID = (
    select(event_overrides)
    .where(
        event_overrides.c.id.in_(
            select(override_mentions.c.override_id)
            .join(event_mentions, event_mentions.c.mention_id == override_mentions.c.mention_id)
            .where(event_mentions.c.event_id == bindparam("event"))
        )
    )
    .order_by(event_overrides.c.made_at, event_overrides.c.id)
)


def history(connection: Connection, event_id: str) -> History:
    """Raises NotFound, Gone, and MovedTo for an event that is part of another by now."""
    home = standing(connection, event_id)
    if home != event_id:
        raise MovedTo(f"event {event_id!r} is part of another", home)
    now = connection.execute(_PRESENT, {"event": event_id}).one()
    told = [_told(connection, row, now) for row in connection.execute(_TOLD, {"event": event_id}).all()]
    said = [_said(row, now) for row in connection.execute(_SAID, {"event": event_id})]
    return History(event_id, tuple(sorted([*told, *said], key=lambda one: one.given_at)))


def _told(connection: Connection, row: AnyRow, now: AnyRow) -> Given:
    lead = {"article": row.article_id, "mention": json.loads(row.mentions)[0]}
    words = connection.execute(_WORDS, lead).one()
    return Given(
        given_at=instant_text(row.published_at),
        article_id=row.article_id,
        title=row.title,
        url=row.url,
        source=row.source,
        interval=interval_of(row.interval_start, row.interval_end, row.granularity),
        edtf=row.edtf,
        granularity=Granularity(row.granularity),
        bound=Bound(row.bound) if row.bound else None,
        basis=Basis(row.basis),
        factuality=Factuality(row.factuality),
        phrase=words.expression_text,
        sentence=words.sentence_text,
        by=None,
        note=None,
        withdrawn_by=None,
        withdrawn_at=None,
        in_force=now.override_id is None and _agree(row, now),
    )


def _said(row: AnyRow, now: AnyRow) -> Given:
    return Given(
        given_at=instant_text(row.made_at),
        article_id=None,
        title=None,
        url=None,
        source=None,
        interval=interval_of(row.interval_start, row.interval_end, row.granularity),
        edtf=row.edtf,
        granularity=Granularity(row.granularity),
        bound=Bound(row.bound) if row.bound else None,
        basis=None,
        factuality=None,
        phrase=None,
        sentence=None,
        by=row.made_by,
        note=row.note,
        withdrawn_by=row.withdrawn_by,
        withdrawn_at=instant_text(row.withdrawn_at) if row.withdrawn_at else None,
        in_force=row.id == now.override_id,
    )


def _agree(row: AnyRow, now: AnyRow) -> bool:
    return bool(row.interval_start < now.interval_end and now.interval_start < row.interval_end)
