"""The mentions of a field: sentence by sentence, with what the text carries over from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import structlog

from app.actors.reference import ActorReference
from app.domain.article import Anchor
from app.domain.expression import Dating
from app.domain.extraction import Notice
from app.domain.mention import Mention, Trigger
from app.extract import notices
from app.extract.article.sensed import Sensed
from app.extract.dating import narrative, when
from app.extract.dating.anchor import hung, tied, vague
from app.extract.dating.confidence import confidence
from app.extract.dating.counted import counted
from app.extract.dating.narrative import Told
from app.extract.dating.untold import untold_time
from app.extract.learned.times import Model, Reader
from app.extract.selection import is_mention
from app.extract.sentence import clause, roles
from app.extract.sentence.about import about, is_known, is_new, takes_place
from app.extract.sentence.quotation import quoted
from app.extract.sentence.triggers import Candidate, candidates
from app.extract.sureness import moved
from app.extract.sureness.factuality import factualities
from app.text.annotation import AnnotatedSentence

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with all that was read of it before events; `starts` says that a paragraph begins with it.

    `absent` are the spans in it that name days which no calendar has.
    """

    sentence: AnnotatedSentence
    datings: tuple[Dating, ...]
    references: tuple[ActorReference, ...]
    starts: bool
    absent: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Context:
    """What the text before gives to a sentence: its thread, and whether a quotation is open."""

    thread: narrative.Thread
    is_quoting: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The mentions of a field in order of text, warnings of sentences left out, and where the story ended."""

    mentions: tuple[Sensed, ...]
    warnings: tuple[Notice, ...]
    thread: narrative.Thread


def mentions(passages: Sequence[Passage], anchor: Anchor, headline_of: narrative.Thread | None = None) -> Found:
    """All mentions; a sentence that breaks a stage is left out, logged and noted.

    `headline_of` is the thread of the body these passages are the headline of.
    """
    found: list[Sensed] = []
    warnings: list[Notice] = []
    start = narrative.Thread(lead=headline_of.lead) if headline_of else narrative.Thread()
    context = _Context(start, is_quoting=False)
    reader = reader_of(passages, anchor)
    for number, passage in enumerate(passages):
        if passage.starts:
            context = _Context(context.thread, is_quoting=False)
        try:
            told = tell(passage, _outside_dates(passage))
            inside, still_quoting = quoted(passage.sentence, open_before=context.is_quoting)
            tellings = [
                when.Telling(
                    sentence=passage.sentence,
                    told=each,
                    thread=context.thread,
                    is_quoted=each.candidate.index in inside,
                    has_dates=any(dating.expression.interval for dating in passage.datings),
                    acting=acting(passage, each.candidate),
                    is_headline=headline_of is not None,
                    on_publication=partial(reader.on_publication, number, each.candidate.index),
                )
                for each in told
            ]
            read = [(telling, sensed(passage, telling, anchor)) for telling in tellings]
            found.extend(dated(telling, each, anchor) for telling, each in read if is_mention(telling, each.mention))
            context = _Context(
                narrative.after(context.thread, passage.sentence, told, names=named(passage), anchor=anchor),
                still_quoting,
            )
        except Exception as error:
            span = passage.sentence.sentence
            _log.warning("sentence skipped", error=type(error).__name__, field=span.field, start=span.start)
            warnings.append(notices.skipped(span))
    return Found(tuple(found), tuple(warnings), context.thread)


def reader_of(passages: Sequence[Passage], anchor: Anchor, model: Model | None = None) -> Reader:
    """The learned reader of these passages; `model` stands for the shipped one."""
    datings = [dating for passage in passages for dating in passage.datings]
    return Reader([passage.sentence for passage in passages], datings, anchor, model)


def named(passage: Passage) -> frozenset[str]:
    """The names of all actors of a sentence."""
    return frozenset(reference.name for reference in passage.references)


def acting(passage: Passage, candidate: Candidate) -> frozenset[str]:
    """The names of the actors that are the subject of a candidate's clause."""
    subject = clause.subject(passage.sentence, candidate.carrier)
    return frozenset(reference.name for reference in passage.references if reference.head == subject)


def _outside_dates(passage: Passage) -> tuple[Candidate, ...]:
    """The candidates that are no word of a time expression: "March" is a month there."""
    spans = [(dating.expression.start, dating.expression.end) for dating in passage.datings]
    tokens = passage.sentence.tokens
    return tuple(
        each
        for each in candidates(passage.sentence, hung(passage.sentence, passage.datings))
        if not any(start <= tokens[each.index].start < end for start, end in spans)
    )


def tell(passage: Passage, listed: Sequence[Candidate]) -> tuple[Told, ...]:
    """Candidates of a sentence with what their own clauses say of them."""
    sentence = passage.sentence
    dated = counted(sentence, listed, tied(sentence, listed, passage.datings), passage.datings)
    unknown = vague(sentence, passage.datings, passage.absent)
    return tuple(
        Told(
            candidate,
            moved.sureness(sentence, candidate, sureness, dating),
            dating,
            is_vague=not unknown.isdisjoint({candidate.index, candidate.carrier}),
        )
        for candidate, sureness, dating in zip(listed, factualities(sentence, listed), dated, strict=True)
    )


def sensed(passage: Passage, telling: when.Telling, anchor: Anchor) -> Sensed:
    """The mention of one candidate, whether a timeline shows it or not, with the time that the text tells."""
    sentence = passage.sentence
    candidate = telling.candidate
    time = when.told_time(telling, anchor)
    source, attribution = roles.source(sentence, candidate, passage.references)
    mention = Mention(
        sentence=sentence.sentence,
        trigger=_trigger(sentence, candidate),
        time=time,
        factuality=when.settled(telling.told.factuality, time, anchor),
        attribution=attribution,
        actors=roles.actors(sentence, candidate, passage.references, source),
        confidence=confidence(telling, time),
    )
    return Sensed(
        mention,
        candidate.sense,
        candidate.is_noun,
        telling.is_definite,
        telling.is_headline,
        is_known(sentence, candidate),
        is_new(sentence, candidate),
        takes_place(sentence, candidate),
        about(sentence, candidate),
    )


def dated(telling: when.Telling, sensed: Sensed, anchor: Anchor) -> Sensed:
    """The same mention, dated by publication where the text tells no time. The costly part: for what is shown alone."""
    if sensed.mention.time.basis is not None:
        return sensed
    time = untold_time(telling, anchor)
    return replace(sensed, mention=replace(sensed.mention, time=time, confidence=confidence(telling, time)))


def _trigger(sentence: AnnotatedSentence, candidate: Candidate) -> Trigger:
    token = sentence.tokens[candidate.index]
    return Trigger(token.text, token.lemma.lower(), sentence.sentence.field, token.start, token.end)
