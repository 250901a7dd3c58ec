"""What time the text before gives to a sentence without a date of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain import civil
from app.domain.article import Anchor
from app.domain.expression import Dating
from app.domain.interval import Granularity
from app.domain.mention import Factuality
from app.extract.dating.anchor import Tied
from app.extract.sentence import lexicon
from app.extract.sentence.tense import Tense, is_main, told_in
from app.extract.sentence.triggers import Candidate
from app.text.annotation import AnnotatedSentence

# A day's story is told in the sentences right after; beyond these the text has moved on.
_REACH = 2
# The story of an article is told in its first sentences, and is a few days old; of today's, publication tells as much.
_LEAD = 3
_FRESH_DAYS = 4
_DAY = frozenset({Granularity.DAY, Granularity.PART_OF_DAY, Granularity.HOUR, Granularity.MINUTE})
_PAST = frozenset({Tense.PAST, Tense.PERFECT})


@dataclass(frozen=True, slots=True)
class Told:
    """A candidate with how sure it is and the dating its clause gives it; `is_vague`: one that tells no date."""

    candidate: Candidate
    factuality: Factuality
    tied: Tied | None
    is_vague: bool = False


@dataclass(frozen=True, slots=True)
class Thread:
    """Where the story stands: the dating of the last sentences, how long it carries, and that of the article's lead.

    `read` counts the sentences so far; `cast` names the actors of the lead's sentence. What opens with today's news has
    no lead to carry (`is_todays`): publication tells its day.
    """

    dating: Dating | None = None
    left: int = 0
    lead: Dating | None = None
    read: int = 0
    cast: frozenset[str] = frozenset()
    is_todays: bool = False


def after(
    thread: Thread, sentence: AnnotatedSentence, told: Sequence[Told], *, names: frozenset[str], anchor: Anchor
) -> Thread:
    """The thread after a sentence: a past main event dated to a day sets it, other sentences wear it down."""
    days = [
        (each, each.tied.dating) for each in told if each.tied is not None and _is_day_told(sentence, each, each.tied)
    ]
    lead, cast, is_todays = thread.lead, thread.cast, thread.is_todays
    if thread.read == 0:
        is_todays = any(_is_of_today(each, anchor) for each in told)
    if lead is None and thread.read < _LEAD and not is_todays:
        lead = next((dating for _, dating in days if _is_fresh(dating, anchor)), None)
        is_todays = lead is None and bool(days)
        cast = names if lead is not None else cast
    reports = lexicon.REPORTING
    scene = next((day for each, day in days if sentence.tokens[each.candidate.carrier].lemma not in reports), None)
    if scene is not None:
        return Thread(scene, _REACH, lead, thread.read + 1, cast, is_todays)
    is_dated = any(each.tied is not None and is_main(sentence, each.candidate.carrier) for each in told)
    if is_dated or thread.left <= 1:
        return Thread(None, 0, lead, thread.read + 1, cast, is_todays)
    return Thread(thread.dating, thread.left - 1, lead, thread.read + 1, cast, is_todays)


def _is_day_told(sentence: AnnotatedSentence, told: Told, tied: Tied) -> bool:
    return (
        told.factuality is Factuality.ASSERTED
        and tied.dating.bound is None
        and tied.dating.dates_by.granularity in _DAY
        and told_in(sentence, told.candidate) in _PAST
        and is_main(sentence, told.candidate.carrier)
    )


def _is_of_today(told: Told, anchor: Anchor) -> bool:
    """Whether something is told as done on the day of publication: "…, it said on Friday"."""
    tied = told.tied
    if tied is None or told.factuality is not Factuality.ASSERTED or tied.dating.bound is not None:
        return False
    interval, grain = tied.dating.dates_by.interval, tied.dating.dates_by.granularity
    return interval is not None and grain in _DAY and civil.minutes(interval.start) // civil.MINUTES_A_DAY == anchor.day


def _is_fresh(dating: Dating, anchor: Anchor) -> bool:
    interval = dating.dates_by.interval
    if interval is None:
        return False
    return 0 < anchor.day - civil.minutes(interval.start) // civil.MINUTES_A_DAY <= _FRESH_DAYS
