"""The mentions of a field: sentence by sentence, with what the text carries over from one to the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import structlog

from app.actors.reference import ActorReference
from app.domain.article import Anchor
from app.domain.expression import Dating
from app.domain.extraction import Notice
from app.domain.mention import Mention, Trigger
from app.extract import narrative, notices, roles, when
from app.extract.anchor import tied
from app.extract.confidence import confidence
from app.extract.factuality import factuality
from app.extract.merge import Sensed
from app.extract.narrative import Told
from app.extract.quotation import quoted
from app.extract.selection import is_mention
from app.extract.triggers import Candidate, candidates
from app.text.annotation import AnnotatedSentence

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with all that was read of it before events; `starts` says that a paragraph begins with it."""

    sentence: AnnotatedSentence
    datings: tuple[Dating, ...]
    references: tuple[ActorReference, ...]
    starts: bool


@dataclass(frozen=True, slots=True)
class _Context:
    """What the text before gives to a sentence: its thread, and whether a quotation is open."""

    thread: narrative.Thread
    is_quoting: bool


def mentions(passages: Sequence[Passage], anchor: Anchor) -> tuple[list[Sensed], list[Notice]]:
    """All mentions in order of text; a sentence that breaks a stage is left out, logged and noted."""
    found: list[Sensed] = []
    warnings: list[Notice] = []
    context = _Context(narrative.Thread(), is_quoting=False)
    for passage in passages:
        if passage.starts:
            context = _Context(context.thread, is_quoting=False)
        try:
            told = tell(passage, candidates(passage.sentence))
            inside, still_quoting = quoted(passage.sentence, open_before=context.is_quoting)
            tellings = [
                when.Telling(passage.sentence, each, context.thread.dating, each.candidate.index in inside)
                for each in told
            ]
            found.extend(_mentions(passage, tellings, anchor))
            context = _Context(narrative.after(context.thread, passage.sentence, told), still_quoting)
        except Exception as error:
            span = passage.sentence.sentence
            _log.warning("sentence skipped", error=type(error).__name__, field=span.field, start=span.start)
            warnings.append(notices.skipped(span))
    return found, warnings


def tell(passage: Passage, listed: Sequence[Candidate]) -> tuple[Told, ...]:
    """Candidates of a sentence with what their own clauses say of them."""
    sentence = passage.sentence
    dated = tied(sentence, listed, passage.datings)
    return tuple(
        Told(candidate, factuality(sentence, candidate), dating)
        for candidate, dating in zip(listed, dated, strict=True)
    )


def _mentions(passage: Passage, tellings: Sequence[when.Telling], anchor: Anchor) -> Iterator[Sensed]:
    sentence = passage.sentence
    for telling in tellings:
        candidate, tie = telling.told.candidate, telling.told.tied
        time = when.time_of(telling, anchor)
        sureness = when.settled(telling.told.factuality, time, anchor)
        source, attribution = roles.source(sentence, candidate, passage.references)
        actors = roles.actors(sentence, candidate, passage.references, source)
        if not is_mention(sentence, candidate, (sureness, time, actors), is_quoted=telling.is_quoted):
            continue
        mention = Mention(
            sentence=sentence.sentence,
            trigger=_trigger(sentence, candidate),
            time=time,
            factuality=sureness,
            attribution=attribution,
            actors=actors,
            confidence=confidence(time, tie.tie if tie else None),
        )
        yield Sensed(mention, candidate.sense, candidate.is_noun)


def _trigger(sentence: AnnotatedSentence, candidate: Candidate) -> Trigger:
    token = sentence.tokens[candidate.index]
    return Trigger(token.text, token.lemma.lower(), sentence.sentence.field, token.start, token.end)
