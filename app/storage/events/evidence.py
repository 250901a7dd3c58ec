"""The mentions that events quote: those of now, or those published by a day."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, bindparam, case, func, select

from app.domain.event import Evidence
from app.domain.mention import Trigger
from app.domain.span import Span
from app.storage.columns import AnyRow, Instant, told
from app.storage.enumerated import FACTUALITIES, FIELDS
from app.storage.filters import held_then
from app.storage.listing import listed
from app.storage.mention_row import interval_of
from app.storage.tables import articles, event_mentions, event_states, events
from app.storage.tables import mentions as mentions_table

# What evidence is made from beside the event's id, in the order in which `_evidence` takes it.
_COLUMNS = (
    mentions_table.c.id,
    mentions_table.c.article_id,
    articles.c.title,
    articles.c.url,
    articles.c.source,
    told(articles.c.published_at),
    *(mentions_table.c[f"sentence_{part}"] for part in ("text", "field", "start", "end")),
    *(mentions_table.c[f"trigger_{part}"] for part in ("text", "lemma", "field", "start", "end")),
    *(mentions_table.c[f"expression_{part}"] for part in ("text", "field", "start", "end")),
    mentions_table.c.interval_start,
    mentions_table.c.interval_end,
    mentions_table.c.granularity,
    mentions_table.c.rule,
    mentions_table.c.explanation,
    mentions_table.c.factuality,
    mentions_table.c.attribution_name,
)


def _quoted(told: FromClause, order: ColumnElement[int]) -> Select[*tuple[Any, ...]]:
    """Mentions that events are told in, in this order."""
    return (
        select(told.c.event_id, *_COLUMNS)
        .select_from(told)
        .join(
            mentions_table,
            (mentions_table.c.article_id == told.c.article_id) & (mentions_table.c.id == told.c.mention_id),
        )
        .join(articles, articles.c.id == told.c.article_id)
        .order_by(told.c.event_id, order)
    )


# Ranks count up to -1, which is the last.
_NOW = (
    _quoted(event_mentions, event_mentions.c.rank)
    .join(events, events.c.id == event_mentions.c.event_id)
    .where(listed(events.c.id), event_mentions.c.rank < bindparam("most") - events.c.mention_count)
)
_AS_OF = bindparam("as_of", type_=Instant)
# Of what was published by then, the mention that gave the event its time then goes first.
_THEN = (
    select(event_mentions)
    .add_columns(
        func.row_number()
        .over(
            partition_by=event_mentions.c.event_id,
            order_by=(case((event_mentions.c.mention_id == event_states.c.lead, 0), else_=1), event_mentions.c.rank),
        )
        .label("place")
    )
    .outerjoin(event_states, and_(event_states.c.id == event_mentions.c.event_id, held_then(event_states, _AS_OF)))
    .where(listed(event_mentions.c.event_id), event_mentions.c.published_at < _AS_OF)
    .subquery("told")
)
_BY_THEN = _quoted(_THEN, _THEN.c.place).where(_THEN.c.place <= bindparam("most"))
Quoted = Mapping[str, Sequence[Evidence]]


def evidence(connection: Connection, ids: Sequence[str], most: int) -> Quoted:
    """Up to `most` mentions of each event, the one that gives it its time first."""
    return _by_event(connection.execute(_NOW, {"ids": ids, "most": most}).all())


def evidence_then(connection: Connection, ids: Sequence[str], most: int, as_of: datetime) -> Quoted:
    """The same of what was published before `as_of`."""
    return _by_event(connection.execute(_BY_THEN, {"ids": ids, "most": most, "as_of": as_of}).all())


def _by_event(rows: Sequence[AnyRow]) -> Quoted:
    found: dict[str, list[Evidence]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(_evidence(row))
    return found


def _evidence(row: AnyRow) -> Evidence:
    _, key, article_id, title, url, source, published_at, *rest = row
    sentence, sentence_field, sentence_start, sentence_end, *rest = rest
    trigger, lemma, trigger_field, trigger_start, trigger_end, *rest = rest
    words_told, field, start, end, *rest = rest
    interval_start, interval_end, granularity, rule, explanation, factuality, attribution = rest
    return Evidence(
        id=key,
        article_id=article_id,
        title=title,
        url=url,
        source=source,
        published_at=published_at,
        sentence=Span(sentence, FIELDS[sentence_field], sentence_start, sentence_end),
        trigger=Trigger(trigger, lemma, FIELDS[trigger_field], trigger_start, trigger_end),
        expression=None if words_told is None else Span(words_told, FIELDS[field], start, end),
        interval=None if interval_start is None else interval_of(interval_start, interval_end, granularity),
        rule=rule,
        explanation=explanation,
        factuality=FACTUALITIES[factuality],
        attribution=attribution,
    )
