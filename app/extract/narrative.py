"""What time the text before gives to a sentence without a date of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.expression import Dating
from app.domain.interval import Granularity
from app.domain.mention import Factuality
from app.extract import lexicon
from app.extract.anchor import Tied
from app.extract.tense import Tense, is_main, told_in
from app.extract.triggers import Candidate
from app.text.annotation import AnnotatedSentence

# A day's story is told in the sentences right after; beyond these the text has moved on.
_REACH = 2


@dataclass(frozen=True, slots=True)
class Told:
    """A candidate with how sure it is and the dating its clause gives it."""

    candidate: Candidate
    factuality: Factuality
    tied: Tied | None


_FINE = frozenset({Granularity.DAY, Granularity.PART_OF_DAY, Granularity.HOUR, Granularity.MINUTE})


@dataclass(frozen=True, slots=True)
class Thread:
    """The dating that the story stands at, and for how many more sentences it carries."""

    dating: Dating | None = None
    left: int = 0


def after(
    thread: Thread,
    sentence: AnnotatedSentence,
    told: Sequence[Told],
) -> Thread:
    """The thread after a sentence: a past main event dated to a day sets it, every other sentence wears it down."""
    for each in told:
        if each.tied is not None and _sets_scene(sentence, each, each.tied):
            return Thread(each.tied.dating, _REACH)
    if any(each.tied is not None and is_main(sentence, each.candidate.carrier) for each in told):
        return Thread()
    return Thread(thread.dating, thread.left - 1) if thread.left > 1 else Thread()


def _sets_scene(sentence: AnnotatedSentence, told: Told, tied: Tied) -> bool:
    candidate = told.candidate
    return (
        told.factuality is Factuality.ASSERTED
        and tied.dating.bound is None
        and tied.dating.expression.granularity in _FINE
        and sentence.tokens[candidate.carrier].lemma not in lexicon.REPORTING
        and told_in(sentence, candidate) is Tense.PAST
        and is_main(sentence, candidate.carrier)
    )
