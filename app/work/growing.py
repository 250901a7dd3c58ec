"""A story that very many tell, divided into steps that can be written one after the other.

After each of them every telling is in one event: in the story's, or still where it was. The story grows by publication,
so that what was written of its past need not be written again.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from app.extract.story.clustering import story
from app.storage.stories.founding import Founded
from app.storage.stories.growth import Step
from app.storage.stories.tellings import Kept

# A step adds so many tellings, or this share of those before it: what it does for all of them then weighs little.
_STEP = 200
_SHARE = 16


def steps(one: Founded, kept: Mapping[str, Kept]) -> Iterator[Step]:
    """The event step by step; the last is all of it."""
    told, ahead = one.story.tellings, _ahead(one, kept)
    left, done, added = len(told) - len(ahead), 0, sorted(ahead)
    size = max(_STEP, len(ahead))
    for stage in one.story.stages:
        new = [key for key in told[done : stage.count] if key not in ahead]
        added, left, done = [*added, *new], left - len(new), stage.count
        if not left:
            yield Step(replace(one, before=_before(one, kept, added)), tuple(added), len(told))
            return
        if len(added) >= size:
            yield _step(one, kept, added, (done, ahead))
            added, size = [], max(_STEP, len(ahead), done // _SHARE)


def _ahead(one: Founded, kept: Mapping[str, Kept]) -> Set[str]:
    """The tellings that the first step takes whenever they were published: of events that go in whole.

    These are events of several tellings, what has no event, and that under whose id the story goes.
    """
    home = {key: key if kept[key].event_id is None else kept[key].event_id for key in one.story.tellings}
    several = Counter(home.values())
    return {key for key, event in home.items() if not event or several[event] > 1 or event == one.id}


def _step(one: Founded, kept: Mapping[str, Kept], added: Sequence[str], so_far: tuple[int, Set[str]]) -> Step:
    """The event with the first so many of its tellings, and those that go ahead of the others."""
    done, ahead = so_far
    told = one.story.tellings
    members = [*told[:done], *(key for key in told[done:] if key in ahead)]
    event = Founded(story([kept[key].telling for key in members]), one.id, _before(one, kept, added))
    return Step(event, tuple(added), done)


def _before(one: Founded, kept: Mapping[str, Kept], added: Sequence[str]) -> frozenset[str]:
    return frozenset({one.id, *(kept[key].event_id or key for key in added)})
