"""Whether two tellings of different times are of one happening all the same.

What is done once needs no words. Who meets whom, and what is counted, is told of another day on any day.
"""

from datetime import timedelta

from app.domain.civil import MINUTES_A_DAY
from app.domain.interval import Granularity
from app.domain.mention import Factuality
from app.domain.story import Telling
from app.extract.story.evidence import MUCH_THE_SAME, SEVERAL, Evidence, amounts
from app.extract.story.place import DISPUTED, apart
from app.extract.story.sense import is_phase, is_repeated, is_single

# Words in common of tellings that share one actor alone, the share of the shorter's, and how many of them name a thing
# where the shorter says no more.
_SEVERAL_WORDS = 4
_SOME = 0.35
_NAMED = 2
# So many, and no other, are a text filed again, which happens within days.
_MANY_WORDS = 10
_FILED_AGAIN = timedelta(days=5)
# What ended so shortly before it is told is news. The news of two days in other words is of two happenings, unless both
# stand in editions of one day.
_NEWS = 2 * MINUTES_A_DAY
_ONE_DAY = timedelta(hours=18)


def is_disputed(first: Telling, later: Telling, found: Evidence) -> bool:
    """Both are told as done, at times that don't meet."""
    if (first.factuality, later.factuality) != (Factuality.ASSERTED, Factuality.ASSERTED):
        return False
    if apart(first, later) > DISPUTED or not (_is_fine(first) and _is_fine(later)):
        return False
    if first.lemma != later.lemma and (is_phase(first.lemma) or is_phase(later.lemma)):
        return False  # "the trial began", "the trial ended"
    if _is_counted(first, later):
        return False
    if is_single(first.sense):
        return found.doers > 0
    since = later.published_at - first.published_at
    if _is_news(first) and _is_news(later) and since > _ONE_DAY:
        return since <= _FILED_AGAIN and _is_same_news(first, found)
    return is_one(first, found)


def _is_same_news(first: Telling, found: Evidence) -> bool:
    if found.actors >= SEVERAL and not is_repeated(first.sense):
        return is_one(first, found)
    alone = _MANY_WORDS if is_repeated(first.sense) else _NAMED
    return found.rest == 0 and found.words >= (_NAMED if found.actors >= SEVERAL else alone)


def is_one(first: Telling, found: Evidence) -> bool:
    """Whether what is shared says that two tellings of other times are of one happening."""
    if is_repeated(first.sense):
        return found.words >= (_NAMED if found.actors >= SEVERAL else _SEVERAL_WORDS) and found.share >= MUCH_THE_SAME
    if found.actors >= SEVERAL:
        return found.rest <= 1 or (found.words >= 1 and found.share >= _SOME)
    if found.rest == 0:
        return found.words >= _NAMED
    return found.words >= _SEVERAL_WORDS and found.share >= _SOME


def _is_counted(first: Telling, later: Telling) -> bool:
    """Whether they give the figures of two months or weeks, which are told in the same words with other numbers."""
    if any(one.end - one.start <= MINUTES_A_DAY for one in (first, later)):
        return False
    mine, theirs = amounts(first), amounts(later)
    return bool(mine and theirs) and mine != theirs


def _is_news(telling: Telling) -> bool:
    return telling.told_at - telling.end <= _NEWS


def _is_fine(telling: Telling) -> bool:
    return telling.granularity.fineness >= Granularity.MONTH.fineness
