"""How sure a happening is that is moved: planned for where it goes, and no longer for where it was."""

from app.domain.mention import Factuality
from app.extract.dating.anchor import Tied
from app.extract.sentence import clause, cues
from app.extract.sentence.fixing import goes_to, mover
from app.extract.sentence.triggers import Candidate
from app.text.annotation import AnnotatedSentence

_SURE = (Factuality.ASSERTED, Factuality.PLANNED)
# With these beside it a verb puts off whatever it is done to, if no day is named either.
_OFF = frozenset({"off", "back", "forward"})


def sureness(sentence: AnnotatedSentence, candidate: Candidate, cued: Factuality, tied: Tied | None) -> Factuality:
    """`cued` is what its words say without regard to a date; `tied` the date that its own clause gives it."""
    verb = mover(sentence, candidate.index) if candidate.is_noun else None
    if verb is None or cued not in _SURE or _is_denied(sentence, verb):
        return cued
    if tied is None:
        return Factuality.PLANNED if _puts_off(sentence, verb) else cued
    if goes_to(sentence, verb, tied.dating):
        return Factuality.PLANNED
    return Factuality.NEGATED if sentence.tokens[verb].lemma in cues.PUTTING_OFF else cued


def _is_denied(sentence: AnnotatedSentence, verb: int) -> bool:
    return clause.child(sentence, verb, "neg") is not None


def _puts_off(sentence: AnnotatedSentence, verb: int) -> bool:
    if sentence.tokens[verb].lemma in cues.PUTTING_OFF:
        return True
    return any(sentence.tokens[at].lemma.lower() in _OFF for at in sentence.children[verb])
