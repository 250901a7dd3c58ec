"""Happenings of one article that seem one but are told of different times.

A text that names a day with a happening mostly tells it from its like by it ("Monday's vote", "the 1967 war"). So two
times of one are taken for a disagreement only where something else says that it is one happening.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from app.domain import civil
from app.domain.extraction import LocalConflict
from app.domain.interval import Granularity, Interval
from app.domain.mention import Basis, Factuality
from app.extract.article.sameness import can_be_but_for_time, in_common, is_compatible, is_in_one_sentence
from app.extract.article.sensed import Sensed, taking_part
from app.extract.story.place import DISPUTED
from app.extract.story.sense import family, is_phase, is_repeated, is_single

# Only what the text told by a phrase, there or before, can disagree.
_TOLD = (Basis.EXPRESSION, Basis.NARRATIVE)
_SURE = (Factuality.ASSERTED, Factuality.PLANNED)
# Happenings of one sense that are held against each other, the first: a text made to hurt has thousands.
_FIRST = 64
_MENTIONS = 3  # of each
_SEVERAL = 2


def conflicts(mentions: Sequence[Sensed], groups: Sequence[Sequence[int]]) -> Iterator[LocalConflict]:
    """Each pair of groups once, with the reason in words."""
    told: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for sense in sorted({_sense(mentions[at]) for at in group if mentions[at].mention.time.basis in _TOLD}):
            told[sense].append(number)
    pairs = {pair for same in told.values() for pair in combinations(same[:_FIRST], 2)}
    few = {at: [mentions[i] for i in groups[at] if _is_told(mentions[i])][:_MENTIONS] for pair in pairs for at in pair}
    for first, second in sorted(pairs):
        found = (_disagreement(one, other) for one in few[first] for other in few[second])
        reason = next((each for each in found if each is not None), None)
        if reason is not None:
            yield LocalConflict(first, second, reason)


def _sense(sensed: Sensed) -> str:
    return family(sensed.sense) or sensed.sense


def _disagreement(one: Sensed, other: Sensed) -> str | None:
    """Why two mentions that each tell a time of their own seem one event and yet can't be."""
    if _sense(one) != _sense(other):
        return None
    if is_compatible(one.mention, other.mention) or not can_be_but_for_time(one, other) or not _is_near(one, other):
        return None
    if not _is_one(one, other):
        return None
    shared = sorted(name for name, _ in taking_part(one.mention) & taking_part(other.mention))
    who = f" with {', '.join(shared)}" if shared else ""
    what = one.mention.trigger.lemma
    return f"both tell of {what}{who}, but at {one.mention.time.edtf} and {other.mention.time.edtf}"


def _is_told(sensed: Sensed) -> bool:
    return sensed.mention.time.basis in _TOLD and sensed.mention.factuality in _SURE and not sensed.is_headline


def _is_near(one: Sensed, other: Sensed) -> bool:
    """A yearly event of another year is another event."""
    first, later = _minutes(one.mention.time.interval), _minutes(other.mention.time.interval)
    return max(first[0], later[0]) - min(first[1], later[1]) <= DISPUTED


def _minutes(interval: Interval | None) -> tuple[int, int]:
    if interval is None:
        raise ValueError("what is told has an interval")
    return civil.minutes(interval.start), civil.minutes(interval.end)


def _is_one(one: Sensed, other: Sensed) -> bool:
    """Whether something beside the sense says that the two, in order of text, are one happening."""
    if is_in_one_sentence(one, other):  # where two times are told apart: "sold 20 today after 30 yesterday"
        return False
    if one.mention.trigger.lemma != other.mention.trigger.lemma and (_is_part(one) or _is_part(other)):
        return False
    shared = taking_part(one.mention) & taking_part(other.mention)
    if one.is_noun and other.is_noun and one.sense == other.sense and len(shared) >= _SEVERAL:
        return True
    if shared and is_single(_sense(one)):
        return True
    if other.takes_place and not one.is_noun:
        return True
    return bool(shared) and _is_told_again(one, other)


def _is_part(sensed: Sensed) -> bool:
    """ "The trial began" and "the trial ended" are told of two days."""
    return not sensed.is_noun and is_phase(sensed.mention.trigger.lemma)


def _is_told_again(one: Sensed, other: Sensed) -> bool:
    """The same done to the same on another day."""
    if one.sense != other.sense or one.is_noun or other.is_noun or is_repeated(_sense(one)):
        return False
    if not (_is_day_done(one) and _is_day_done(other)):
        return False
    least = min(len(one.about), len(other.about))
    return least > 0 and in_common(one, other, names=True) >= least


def _is_day_done(sensed: Sensed) -> bool:
    grain, sure = sensed.mention.time.granularity, sensed.mention.factuality
    return grain is not None and grain.fineness >= Granularity.DAY.fineness and sure is Factuality.ASSERTED
