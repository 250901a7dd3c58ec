"""What one telling is to a later one of another article: the same event, a moved one, a disputed one, or nothing.

A wrong merge is worse than a missed one: without a second actor or words in common, two tellings stay two.
"""

from datetime import timedelta
from enum import StrEnum

from app.domain.civil import MINUTES_A_DAY
from app.domain.mention import Factuality
from app.domain.story import Telling
from app.extract.story.change import PLANS, is_change, is_moving
from app.extract.story.dispute import is_disputed, is_one
from app.extract.story.evidence import MUCH_THE_SAME, SEVERAL, Evidence, evidence, is_clash
from app.extract.story.place import DISPUTED, MOVED_ON, TOLD, apart, days, is_precise, meet, place
from app.extract.story.sense import is_empty, is_once, is_repeated

# What is told without a date may be done every day: only much the same words tell of one time, and those of one actor
# only within a day's editions. Verbs that say nothing themselves need as many.
_SOON = timedelta(hours=18)
# The share of words by which one says of what plan it tells.
_NAMED = 0.3


class Relation(StrEnum):
    SAME = "same"
    MOVED = "moved"
    DISPUTED = "disputed"


def relation(one: Telling, other: Telling) -> Relation | None:
    """The order of the two doesn't matter: the earlier published is looked at first."""
    if one.article_id == other.article_id or one.sense != other.sense or not one.sense:
        return None
    first, later = sorted((one, other), key=published)
    if not meet(place(first), place(later)) and (first.basis not in TOLD or later.basis not in TOLD):
        return None
    found = evidence(first, later)
    if not found.doers and found.actors < SEVERAL:  # a place alone is shared by all that is there
        return None
    if is_empty(first.sense) and found.share < MUCH_THE_SAME:
        return None
    if is_clash(first, later):
        return None
    if meet(place(first), place(later)):
        return Relation.SAME if _is_same(first, later, found) else None
    if _is_moved(first, later, found):
        return Relation.MOVED
    return Relation.DISPUTED if is_disputed(first, later, found) else None


def published(telling: Telling) -> tuple[object, str, str]:
    """The order in which stories grow."""
    return telling.published_at, telling.article_id, telling.id


def _is_same(first: Telling, later: Telling, found: Evidence) -> bool:
    denied = first.factuality is Factuality.NEGATED, later.factuality is Factuality.NEGATED
    if denied == (True, False) or (denied == (False, True) and first.factuality not in PLANS):
        return False
    if first.factuality in PLANS and is_change(later) and later.factuality is not Factuality.ASSERTED:
        return _is_of_plan(first, later, found)
    if is_precise(first) and is_precise(later):
        return found.actors >= SEVERAL or found.words >= 2 or is_once(first.sense) or _is_plain(first, later, found)
    if is_once(first.sense) and apart(first, later) <= MINUTES_A_DAY:
        return True
    if first.basis not in TOLD and later.basis not in TOLD and not _is_told_again(first, later, found):
        return False
    return _is_strong(found)


def _is_plain(first: Telling, later: Telling, found: Evidence) -> bool:
    """Whether a day and one doer are enough: one of the two says no more, or what was planned with it is now done."""
    if is_repeated(first.sense) or not found.doers or set(days(first)).isdisjoint(days(later)):
        return False
    is_done = first.factuality in PLANS and later.factuality is Factuality.ASSERTED
    return found.rest == 0 or (is_done and found.words > 0)


def _is_told_again(first: Telling, later: Telling, found: Evidence) -> bool:
    """Whether two tellings without a date are of one time: much the same words, and soon after where one acts alone."""
    if found.share < MUCH_THE_SAME:
        return False
    return found.actors >= SEVERAL or later.published_at - first.published_at <= _SOON


def _is_strong(found: Evidence) -> bool:
    """Words in common that chance doesn't give, fewer where several actors are shared."""
    if found.actors >= SEVERAL:
        return found.words >= 2 and found.share >= 0.3
    return found.words >= 3 and found.share >= 0.5


def _is_of_plan(first: Telling, later: Telling, found: Evidence) -> bool:
    """Whether a change is of this plan: others take part too, or it names what is planned, or says nothing else.

    Not where each names another beside the one they share.
    """
    if found.actors < SEVERAL and min(len(first.parties), len(later.parties)) > found.actors:
        return False
    return found.actors >= SEVERAL or found.share >= _NAMED or found.later <= 1


def _is_moved(first: Telling, later: Telling, found: Evidence) -> bool:
    """A plan that a later article gives another time, not before it was announced and not a year on."""
    if first.factuality not in PLANS or apart(first, later) > MOVED_ON or later.end <= first.told_at:
        return False
    if is_moving(later):
        return _is_of_plan(first, later, found)
    if later.factuality is Factuality.ASSERTED:
        return apart(first, later) <= DISPUTED and is_one(first, found)
    if found.actors < SEVERAL or not _is_strong(found):
        return False  # what one does every week is announced in the same words every week
    return later.told_at < first.end  # after that, the same words announce the next of its kind
