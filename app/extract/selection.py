"""Which candidates become mentions: happenings with participants or a time; no states, no rhetoric."""

from app.domain.actor import TAKING_PART, ActorMention
from app.domain.mention import EventTime, Factuality
from app.extract import lexicon
from app.extract.tense import Tense, told_in
from app.extract.triggers import Candidate
from app.text.annotation import AnnotatedSentence

_FREE = frozenset({Tense.NONE, Tense.PRESENT, Tense.PROGRESSIVE, Tense.MODAL, Tense.FUTURE})


def is_mention(
    sentence: AnnotatedSentence,
    candidate: Candidate,
    told: tuple[Factuality, EventTime, tuple[ActorMention, ...]],
    *,
    is_quoted: bool,
) -> bool:
    """Whether a timeline's reader would take this candidate for an event."""
    factuality, time, actors = told
    own_date = time.expression is not None
    if is_quoted and not own_date and (factuality is not Factuality.ASSERTED or _is_rhetoric(sentence, candidate)):
        return False
    if sentence.tokens[candidate.carrier].lemma in lexicon.STATIVE and not candidate.is_noun and not own_date:
        return False
    return own_date or any(actor.role in TAKING_PART for actor in actors)


def _is_rhetoric(sentence: AnnotatedSentence, candidate: Candidate) -> bool:
    """What speakers say of the present or in general."""
    return told_in(sentence, candidate) in _FREE
