"""The stories of tellings made the events in the database: those that are as they were are left alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from app.storage.events.event_json import expire_beside
from app.storage.stories import becoming, event_write, founding, growth
from app.storage.stories.disputing import Disputed, dispute, dispute_more
from app.storage.stories.founding import Founded, is_new_and_alone
from app.storage.stories.growth import Growth, Step
from app.storage.stories.tellings import Kept


@dataclass(frozen=True, slots=True)
class Round:
    """What is merged together: tellings as kept, what disagrees, the tellings that were to be merged, and the clock.

    `known` are the events of which an article told before it was read anew or retracted.
    """

    kept: Mapping[str, Kept]
    disputes: Iterable[Disputed]
    fresh: frozenset[str]
    known: frozenset[str]
    now: datetime


def settle(connection: Connection, events: Sequence[Founded], merging: Round) -> None:
    """Makes these events of the round what they are now, and notes what became of them."""
    kept = merging.kept
    said = founding.said_of(connection, events, kept)
    unsettled = {one.id for one in founding.unsettled(connection, events, kept)}
    changed = [
        one for one in events if one.id in unsettled or (one.id in said and merging.fresh & set(one.story.tellings))
    ]
    alone = [one for one in changed if is_new_and_alone(one, kept) and one.id not in said]
    written = {one.id for one in alone}
    rewritten = [one for one in changed if one.id not in written]
    moved_before = founding.moved(connection, {key for one in rewritten for key in one.before})
    event_write.rewrite(connection, rewritten, kept, said)
    event_write.assign(connection, changed, kept)
    if changed:
        expire_beside(connection, [one.id for one in changed])
    dispute(connection, events, merging.disputes)
    becoming.note(connection, becoming.of_written(alone, merging.known), merging.now)
    becoming.note(connection, becoming.of_rewritten(rewritten, kept, merging.known, moved_before), merging.now)


def grow(connection: Connection, step: Step, merging: Round, before: Growth | None) -> Growth | None:
    """The same for one step of a long story; `before` is what the step before it answered.

    None where the event is as it was.
    """
    one, kept = step.event, merging.kept
    part = replace(one, story=replace(one.story, tellings=step.added))
    begun = _begun(connection, step, kept, before)
    is_said = begun.said and not merging.fresh.isdisjoint(step.added)
    if not (before or is_said or founding.unsettled(connection, [one], kept)):
        return None
    moved_before = founding.moved(connection, one.before)
    after = growth.grow(connection, step, kept, begun)
    event_write.assign(connection, [part], kept)
    if begun is before:
        dispute_more(connection, [part], merging.disputes)
    else:  # the first step that writes, or one that starts over: nothing is linked yet, or all anew
        expire_beside(connection, [one.id])
        dispute(connection, [one], merging.disputes)
    known = {one.id} if before else merging.known
    becoming.note(connection, becoming.of_rewritten([part if before else one], kept, known, moved_before), merging.now)
    return after


def _begun(connection: Connection, step: Step, kept: Mapping[str, Kept], before: Growth | None) -> Growth:
    """What a step goes on from. Only of a whole story is it certain what persons said of it and not of a part."""
    if before and not step.is_last:
        return before
    said = founding.said_of(connection, [step.event], kept).get(step.event.id, ())
    return before if before and list(before.said) == list(said) else Growth(step.event.id, said)
