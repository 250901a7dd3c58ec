"""Time expressions, mentions and their actors as rows and back."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from app.domain import civil
from app.domain.actor import ActorIdentity, ActorKind, ActorMention, Match, Role
from app.domain.expression import TimeExpression, TimexType
from app.domain.extraction import Extraction, Notice, NoticeCode
from app.domain.interval import Bound, Extent, Granularity, Interval
from app.domain.mention import Attribution, Basis, EventTime, Factuality, Mention, Trigger
from app.domain.span import Field, Span
from app.storage.columns import AnyRow
from app.storage.enumerated import GRANULARITIES

Values = dict[str, object]


def interval_values(interval: Interval | None) -> Values:
    """An interval as `interval_start` and `interval_end`, in civil minutes."""
    if interval is None:
        return {"interval_start": None, "interval_end": None}
    return {"interval_start": civil.minutes(interval.start), "interval_end": civil.minutes(interval.end)}


@lru_cache(maxsize=2_048)
def interval_of(start: int, end: int, granularity: str) -> Interval:
    return Interval.of_minutes(start, end, GRANULARITIES[granularity])


def _interval(row: AnyRow) -> Interval | None:
    if row.interval_start is None:
        return None
    return interval_of(row.interval_start, row.interval_end, row.granularity)


def _span_values(name: str, span: Span | Trigger | Attribution | None) -> Values:
    parts = (span.text, span.field.value, span.start, span.end) if span else (None,) * 4
    return dict(zip((f"{name}_text", f"{name}_field", f"{name}_start", f"{name}_end"), parts, strict=True))


def extraction_values(article_id: str, revision: int, extraction: Extraction, now: datetime) -> Values:
    warnings = [[notice.code.value, notice.detail, notice.pointer] for notice in extraction.warnings]
    return {
        "article_id": article_id,
        "revision": revision,
        "language": extraction.language,
        "anchor": extraction.anchor,
        "timezone": extraction.timezone,
        "extractor_version": extraction.extractor_version,
        "extracted_at": now,
        "warnings": json.dumps(warnings, ensure_ascii=False),
    }


def warnings_of(text: str) -> tuple[Notice, ...]:
    return tuple(Notice(NoticeCode(code), detail, pointer) for code, detail, pointer in json.loads(text))


def expression_values(article_id: str, position: int, expression: TimeExpression) -> Values:
    return {
        "article_id": article_id,
        "position": position,
        "field": expression.field.value,
        "start": expression.start,
        "end": expression.end,
        "text": expression.text,
        "type": expression.type.value,
        "value": expression.value,
        "mod": expression.mod,
        "edtf": expression.edtf,
        "granularity": expression.granularity,
        **interval_values(expression.interval),
        "zone": expression.zone,
        "rule": expression.rule,
        "explanation": expression.explanation,
    }


def expression_of(row: AnyRow) -> TimeExpression:
    return TimeExpression(
        text=row.text,
        field=Field(row.field),
        start=row.start,
        end=row.end,
        type=TimexType(row.type),
        value=row.value,
        mod=row.mod,
        edtf=row.edtf,
        granularity=Granularity(row.granularity) if row.granularity else None,
        interval=_interval(row),
        zone=row.zone,
        rule=row.rule,
        explanation=row.explanation,
    )


def mention_values(article_id: str, mention_id: str, position: int, mention: Mention) -> Values:
    time, attribution = mention.time, mention.attribution
    return {
        "article_id": article_id,
        "id": mention_id,
        "position": position,
        **_span_values("sentence", mention.sentence),
        **_span_values("trigger", mention.trigger),
        "trigger_lemma": mention.trigger.lemma,
        **interval_values(time.interval),
        "zone": time.zone,
        "bound": time.bound,
        "extent": time.extent,
        "edtf": time.edtf,
        "granularity": time.granularity,
        "basis": time.basis,
        **_span_values("expression", time.expression),
        "rule": time.rule,
        "explanation": time.explanation,
        "factuality": mention.factuality,
        "attribution_name": attribution.name if attribution else None,
        **_span_values("attribution", attribution),
        "confidence": mention.confidence,
    }


def mention_of(row: AnyRow, actors: tuple[ActorMention, ...]) -> Mention:
    return Mention(
        sentence=_sentence(row),
        trigger=_trigger(row),
        time=EventTime(
            interval=_interval(row),
            zone=row.zone,
            bound=Bound(row.bound) if row.bound else None,
            extent=Extent(row.extent),
            edtf=row.edtf,
            granularity=Granularity(row.granularity) if row.granularity else None,
            basis=Basis(row.basis) if row.basis else None,
            expression=_expression(row),
            rule=row.rule,
            explanation=row.explanation,
        ),
        factuality=Factuality(row.factuality),
        attribution=_attribution(row),
        actors=actors,
        confidence=row.confidence,
    )


def _sentence(row: AnyRow) -> Span:
    return Span(row.sentence_text, Field(row.sentence_field), row.sentence_start, row.sentence_end)


def _trigger(row: AnyRow) -> Trigger:
    return Trigger(row.trigger_text, row.trigger_lemma, Field(row.trigger_field), row.trigger_start, row.trigger_end)


def _expression(row: AnyRow) -> Span | None:
    if row.expression_text is None:
        return None
    return Span(row.expression_text, Field(row.expression_field), row.expression_start, row.expression_end)


def _attribution(row: AnyRow) -> Attribution | None:
    if row.attribution_name is None:
        return None
    field = Field(row.attribution_field)
    return Attribution(row.attribution_name, row.attribution_text, field, row.attribution_start, row.attribution_end)


def actor_values(
    mention: Mention, key: Mapping[str, object], identities: Mapping[tuple[str, ActorKind], ActorIdentity]
) -> list[Values]:
    """The rows of a mention's actors; `key` holds `article_id` and `mention_id`."""
    return [
        {
            **key,
            "position": position,
            "actor_id": identities[actor.name, actor.kind].id,
            "name": actor.name,
            "kind": actor.kind,
            "role": actor.role,
            "text": actor.text,
            "field": actor.field.value,
            "start": actor.start,
            "end": actor.end,
            "match": actor.match,
        }
        for position, actor in enumerate(mention.actors)
    ]


def actor_of(row: AnyRow) -> ActorMention:
    return ActorMention(
        name=row.name,
        kind=ActorKind(row.kind),
        role=Role(row.role),
        text=row.text,
        field=Field(row.field),
        start=row.start,
        end=row.end,
        match=Match(row.match),
    )
