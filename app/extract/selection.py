"""Which candidates become mentions: happenings with participants or a time; no states, no rhetoric."""

from app.domain.actor import TAKING_PART
from app.domain.mention import Factuality, Mention
from app.extract.dating.when import Telling
from app.extract.sentence import clause, lexicon
from app.extract.sentence.fixing import put
from app.extract.sentence.tense import Tense, told_in
from app.extract.sentence.triggers import Candidate
from app.text.annotation import AnnotatedSentence

_LEANING = frozenset(
    ["plan", "intend", "expect", "schedule", "set", "slate", "want", "hope", "seek", "try", "aim", "mean", "wish"]
)
# Not to rule a thing out is to do nothing: the thing is the event, and possible.
_LEFT_OPEN = frozenset({"rule out", "exclude", "preclude"})
_FREE = frozenset({Tense.NONE, Tense.PRESENT, Tense.PROGRESSIVE, Tense.MODAL, Tense.FUTURE})


def is_mention(telling: Telling, mention: Mention) -> bool:
    """Whether a timeline's reader would take this for an event."""
    sentence, candidate = telling.sentence, telling.candidate
    own_date = mention.time.expression is not None
    is_sure = mention.factuality is Factuality.ASSERTED
    if telling.is_quoted and not own_date and (not is_sure or _is_rhetoric(sentence, candidate)):
        return False
    if _only_leans(sentence, candidate) or (
        candidate.sense in _LEFT_OPEN and telling.told.factuality is Factuality.NEGATED
    ):
        return False
    if clause.is_state(sentence, candidate.carrier) and not candidate.is_noun and not own_date:
        return False
    return own_date or any(actor.role in TAKING_PART for actor in mention.actors)


def _only_leans(sentence: AnnotatedSentence, candidate: Candidate) -> bool:
    """ "Plans to sign", "the vote is set for Friday": the signing and the vote are the events."""
    tokens, verb = sentence.tokens, candidate.index
    if candidate.is_noun or tokens[verb].lemma not in _LEANING:
        return False
    is_put = tokens[verb].lemma in lexicon.FIXING | lexicon.PLANNING and clause.is_passive(sentence, verb)
    return (is_put and bool(put(sentence, verb))) or any(
        tokens[at].pos == "VERB" for at in clause.children(sentence, verb, "xcomp")
    )


def _is_rhetoric(sentence: AnnotatedSentence, candidate: Candidate) -> bool:
    """What speakers say of the present or in general."""
    return told_in(sentence, candidate) in _FREE
