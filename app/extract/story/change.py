"""Tellings that change a plan which was told before: they give it another time, or give it up."""

import re
from functools import lru_cache

from app.domain.mention import Factuality
from app.domain.story import Telling
from app.extract.story.wording import words

PLANS = (Factuality.PLANNED, Factuality.POSSIBLE)
# What a sentence says that moves a plan; verbs that move other things too need a day to go to.
_DAY = r"(?:(?:a|the|early|late|mid|next|later) ){0,3}(?:(?-i:[A-Z0-9])\w*|week|month|year|date|day)"
_MOVING = (
    r"(?:postpone|delay|reschedule|adjourn|defer|extend)(?:s|d|ed|red)?",
    r"(?:postponing|delaying|brought forward|instead|new date|will now)",
    r"now (?:set|due|scheduled|planned|expected)",
    r"(?:put|push(?:ed)?|moved?) (?:\w+ ){0,4}(?:off|back|forward)",
    rf"(?:moved?|shift(?:ed)?|push(?:ed)?) (?:[\w']+ ){{0,6}}(?:to|from|until) {_DAY}",
)
_MOVES = re.compile(rf"\b(?:{'|'.join(_MOVING)})\b", re.IGNORECASE)
# What says no more than that a plan is changed.
_OF_CHANGE = words(
    "postpone postponed delay delayed reschedule rescheduled adjourn adjourned defer deferred bring brought forward "
    "move moved shift shifted push pushed put back off cancel cancelled canceled call called scrap scrapped abandon "
    "abandoned shelve shelved drop dropped hold held go ahead planned originally"
)


def is_moving(telling: Telling) -> bool:
    return _moves(telling.sentences)


def is_change(telling: Telling) -> bool:
    """Whether it may speak of a plan as no longer what it was."""
    return telling.factuality is Factuality.NEGATED or is_moving(telling)


def of_itself(told: frozenset[str]) -> frozenset[str]:
    """The words that say something beside the change."""
    return told - _OF_CHANGE


@lru_cache(maxsize=16_384)
def _moves(sentences: tuple[str, ...]) -> bool:
    return any(_MOVES.search(" ".join(sentence.split())) for sentence in sentences)
