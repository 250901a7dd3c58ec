"""Dates that a text tells aside from its story: how old a thing is, when what it names was."""

from enum import Enum, auto
from itertools import pairwise

from app.domain.interval import Bound
from app.timex.cues import Cues

_WORDS = 8  # before the date


class Aside(Enum):
    """Whether what the next sentence counts in days ("the next morning") counts from a date told."""

    NO = auto()
    MAYBE = auto()  # "was founded on 3 May 1998": either that or the story goes on
    YES = auto()  # "the bridge, which opened on 3 May 1998": the story goes on


def aside(beside: tuple[str, str], how: Bound | None, cues: Cues, *, is_second: bool) -> Aside:
    """By the text of its sentence before and after a date (lower case), and what the phrase bounds.

    `is_second`: its sentence told a day before: "opens on Monday, they said on Friday" goes on from Monday.
    """
    words = beside[0].split()[-_WORDS:]
    if is_second and not beside[1].strip() and not cues.reporting.isdisjoint(words[-2:]):
        return Aside.YES
    if how is Bound.SINCE or words[-1:] == [cues.named_by] or not cues.relatives.isdisjoint(words):
        return Aside.YES
    if any(word == cues.that and before not in cues.reporting for before, word in pairwise(words)):
        return Aside.YES
    return Aside.MAYBE if not cues.founding.isdisjoint(words) else Aside.NO
