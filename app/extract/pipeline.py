"""An article in, its reading out: the composition of text, time expressions, actors and events. No clock, no I/O."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

import re2
import structlog

from app.actors.link import link
from app.actors.reference import ActorReference
from app.domain.article import Anchor, Article, anchor_of
from app.domain.expression import Dating
from app.domain.extraction import Extraction, Notice, Reading
from app.domain.span import Field, Span
from app.extract import notices
from app.extract.article import merge
from app.extract.article.echo import echoed
from app.extract.article.sensed import Sensed
from app.extract.mentions import Passage, mentions
from app.extract.version import EXTRACTOR_VERSION
from app.text.annotate import Annotator
from app.text.annotation import AnnotatedSentence
from app.text.blocks import Block, BlockKind, blocks
from app.text.normalise import clean
from app.text.sentences import sentences_of
from app.timex import language as languages
from app.timex import read
from app.timex.absent import Scanned

_ENGLISH = "en"
# An article of the largest allowed size has some 20,000; more is a text made to hurt.
_MOST_MENTIONS = 20_000

# Entered with the name of a stage, left at its end, for whoever takes the time; there is no clock here.
Stage = Callable[[str], AbstractContextManager[None]]

_log = structlog.get_logger()


def _untimed(_: str) -> AbstractContextManager[None]:
    return nullcontext()


@dataclass(frozen=True, slots=True)
class _Field:
    """A clean field and the datings in it."""

    field: Field
    text: str
    body: tuple[Block, ...]
    dates: Scanned

    @property
    def datings(self) -> tuple[Dating, ...]:
        return self.dates.datings


class Extractor:
    """Reads articles. Built once a process; not for sharing between threads."""

    def __init__(self, annotator: Annotator) -> None:
        self._annotator = annotator

    @classmethod
    def load(cls, model: str) -> "Extractor":
        """With the spaCy model of this package name or folder; raises ModelMissing."""
        return cls(Annotator.load(model))

    def read(self, article: Article, *, stage: Stage = _untimed) -> Reading:
        """Everything the article tells of, in order of text, the title first."""
        anchor = anchor_of(article)
        text = clean(article.text)
        language = article.language or languages.detected(text)
        with stage("timex"):
            title = _field(Field.TITLE, clean(article.title or ""), article, (anchor, language))
            body = _field(Field.TEXT, text, article, (anchor, language))
        warnings = [*notices.of_publication(article, anchor), *notices.of_language(language, languages.SUPPORTED)]
        for each in (title, body):
            warnings += notices.of_dates(each.field, each.dates)
        sensed: list[Sensed] = []
        if language == _ENGLISH:
            fields = (title, body)
            spans = [(each, span) for each in fields for span in sentences_of(each.text, each.field, each.body)]
            passages = self._passages(fields, [one for one in spans if _has_words(one[1])], stage)
            with stage("events"):
                sensed, found = _events(passages, anchor)
            warnings += found
        with stage("merge"):
            groups, conflicts = merge.happenings(sensed)
        extraction = Extraction(
            language=language,
            anchor=anchor.text,
            timezone=anchor.zone,
            extractor_version=EXTRACTOR_VERSION,
            warnings=tuple(warnings),
            time_expressions=tuple(dating.expression for dating in (*title.datings, *body.datings)),
            mentions=tuple(each.mention for each in sensed),
        )
        return Reading(extraction, groups, conflicts, tuple(each.sense for each in sensed))

    def _passages(self, fields: Sequence[_Field], spans: Sequence[tuple[_Field, Span]], stage: Stage) -> list[Passage]:
        """The sentences annotated, with their actors and datings."""
        passages: list[Passage] = []
        with stage("annotate"):
            annotated = list(self._annotator.annotate([span for _, span in spans]))
        with stage("link"):
            linked = _linked(annotated)
        starts = {(field.field, block.start) for field in fields for block in field.body}
        for (field, span), sentence, references in zip(spans, annotated, linked, strict=True):
            inside = _inside(field.datings, span)
            passages.append(
                Passage(
                    sentence,
                    inside,
                    _no_dates(references, inside),
                    (span.field, span.start) in starts,
                    _spans_inside(field.dates.absent, span),
                )
            )
        return passages


def _events(passages: Sequence[Passage], anchor: Anchor) -> tuple[list[Sensed], list[Notice]]:
    """The body's mentions, before them those of the title that no sentence of the body tells."""
    found = mentions([each for each in passages if each.sentence.sentence.field is Field.TEXT], anchor)
    heads = mentions(
        [each for each in passages if each.sentence.sentence.field is Field.TITLE], anchor, headline_of=found.thread
    )
    every = echoed([*merge.untold(heads.mentions, found.mentions), *found.mentions])
    warnings = [*heads.warnings, *found.warnings]
    if len(every) > _MOST_MENTIONS:
        warnings.append(notices.capped(len(every), _MOST_MENTIONS))
    return every[:_MOST_MENTIONS], warnings


def _field(field: Field, text: str, article: Article, told: tuple[Anchor, str]) -> _Field:
    anchor, language = told
    dates = read.scanned(text, field=field, anchor=anchor, language=language)
    if field is Field.TITLE:
        return _Field(field, text, (Block(BlockKind.BODY, 0, len(text)),) if text.strip() else (), dates)
    parts = tuple(block for block in blocks(text, article.title) if block.kind is BlockKind.BODY)
    return _Field(field, text, parts, dates)


# No verb and no noun that tells of an event is shorter.
_WORD = re2.compile(r"\pL\pL")


def _has_words(span: Span) -> bool:
    """Without any it tells of nothing: a megabyte of brackets, or of "a-", took minutes to annotate."""
    return _WORD.search(span.text) is not None


def _inside(datings: Sequence[Dating], span: Span) -> tuple[Dating, ...]:
    """The datings, in order of text, that start in a sentence."""
    first = bisect_left(datings, span.start, key=lambda dating: dating.expression.start)
    last = bisect_left(datings, span.end, key=lambda dating: dating.expression.start)
    return tuple(datings[first:last])


def _spans_inside(spans: Sequence[tuple[int, int]], sentence: Span) -> tuple[tuple[int, int], ...]:
    """The spans, in order of text, that start in a sentence."""
    first = bisect_left(spans, (sentence.start,))
    return tuple(spans[first : bisect_left(spans, (sentence.end,))])


def _no_dates(references: Sequence[ActorReference], datings: Sequence[Dating]) -> tuple[ActorReference, ...]:
    """Those of the references that are no part of a time expression: Easter Sunday does nothing."""
    spans = [(dating.expression.start, dating.expression.end) for dating in datings]
    return tuple(one for one in references if not any(start <= one.start and one.end <= end for start, end in spans))


def _linked(sentences: Sequence[AnnotatedSentence]) -> tuple[tuple[ActorReference, ...], ...]:
    """The actors of each sentence; where linking breaks, the article keeps its events without them."""
    try:
        return link(sentences)
    except Exception as error:
        _log.warning("actors skipped", error=type(error).__name__)
        return tuple(() for _ in sentences)
