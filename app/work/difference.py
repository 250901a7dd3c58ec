"""What a correction changed: the mentions that came, went, or have another time than before."""

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.mention import EventTime, Mention, Trigger

_Telling = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Moved:
    """A mention told in the same words as before, at another time."""

    trigger: Trigger
    before: EventTime
    after: EventTime


@dataclass(frozen=True, slots=True)
class Difference:
    """`removed` are mentions of the old revision, `added` of the new; offsets point into their own revision."""

    added: tuple[Mention, ...]
    removed: tuple[Mention, ...]
    moved: tuple[Moved, ...]


def difference(before: Sequence[Mention], after: Sequence[Mention]) -> Difference:
    """Mentions are the same when trigger and sentence read the same; of several alike the first goes with the first."""
    waiting: defaultdict[_Telling, deque[Mention]] = defaultdict(deque)
    for mention in before:
        waiting[_telling(mention)].append(mention)
    added, moved = [], []
    for mention in after:
        if not (alike := waiting[_telling(mention)]):
            added.append(mention)
        elif _when(old := alike.popleft()) != _when(mention):
            moved.append(Moved(mention.trigger, old.time, mention.time))
    left = {id(mention) for alike in waiting.values() for mention in alike}
    return Difference(tuple(added), tuple(mention for mention in before if id(mention) in left), tuple(moved))


def _telling(mention: Mention) -> _Telling:
    return mention.sentence.field, mention.sentence.text, mention.trigger.text


def _when(mention: Mention) -> tuple[object, ...]:
    """What makes a time another one: the words that explain it may change without it."""
    time = mention.time
    return time.interval, time.zone, time.bound, time.extent, time.granularity, time.basis
