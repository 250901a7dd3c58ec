"""Whether two mentions of one article tell of one happening.

The same word and the same doer are no proof: a company launches one thing in January and another in May. What it is
done to must agree too, or a noun must point back at what was told ("the launch").
"""

from app.domain import civil
from app.domain.actor import TAKING_PART, Role
from app.domain.interval import Interval, reach
from app.domain.mention import Basis, Factuality, Mention
from app.extract.article.sensed import Sensed, taking_part
from app.extract.story.place import lying, meet
from app.extract.story.sense import family, is_once
from app.extract.story.wording import is_year, words

# "The announcement" of a sentence is what the sentence before it announced; between the two is white space. What was
# unveiled was launched: that it was announced is another thing.
_ANNOUNCING = frozenset({"announce", "state", "declare", "reveal", "disclose", "confirm"})
_GAP = 3


def keys(sensed: Sensed) -> frozenset[str]:
    """What two mentions share at least one of where `is_same` holds: senses, and the word for their likes."""
    found = {sensed.sense, family(sensed.sense) or sensed.sense}
    return frozenset(found | {"announce"} if sensed.sense in _ANNOUNCING else found)


def can_be(one: Sensed, other: Sensed) -> bool:
    """Times that can be one, both denied or neither, no other number, and no one else who does it."""
    return is_compatible(one.mention, other.mention) and can_be_but_for_time(one, other)


def can_be_but_for_time(one: Sensed, other: Sensed) -> bool:
    """Both denied or neither, no other number, and no one else who does it."""
    if (one.mention.factuality is Factuality.NEGATED) != (other.mention.factuality is Factuality.NEGATED):
        return False
    if _is_other_number(one.about, other.about):
        return False
    return other.is_known or one.is_known or not _is_others(one.mention, other.mention)


def _is_others(one: Mention, other: Mention) -> bool:
    """Whether each names who does it, and neither names the other's: a company stands beside its head."""
    mine, theirs = _named(one, Role.AGENT), _named(other, Role.AGENT)
    return bool(mine and theirs) and not (mine & _named(other, *Role) or theirs & _named(one, *Role))


def _named(mention: Mention, *roles: Role) -> frozenset[str]:
    return frozenset(actor.name for actor in mention.actors if actor.role in roles)


def _is_other_number(one: frozenset[str], other: frozenset[str]) -> bool:
    numbers, others = ({word for word in about if word[0].isdigit() and not is_year(word)} for about in (one, other))
    return bool(numbers and others) and not numbers & others


def is_same(first: Sensed, later: Sensed) -> bool:
    """Whether something says that the two, in order of text, are one happening."""
    if later.is_known and (first.sense == later.sense or _is_announcement(first, later)):
        return True
    if later.is_new and not first.is_headline:
        return False
    if first.is_noun and later.is_noun and first.sense == later.sense:
        return in_common(first, later) > 0
    sense = family(first.sense)
    if not sense or sense != family(later.sense) or is_in_one_sentence(first, later):
        return False
    if taking_part(first.mention) & taking_part(later.mention):
        return is_once(sense) or in_common(first, later) >= (1 if first.sense == later.sense else 2)
    if first.is_noun and later.is_known and _is_among(later.mention, first.mention):
        return True
    return _is_beside(first.mention, later.mention) and in_common(first, later) >= (
        1 if _is_told_alike(first, later) else 2
    )


def _is_told_alike(one: Sensed, other: Sensed) -> bool:
    """Whether a phrase, there or before, gives both the same time."""
    times = one.mention.time, other.mention.time
    return times[0].interval == times[1].interval and Basis.PUBLICATION not in (times[0].basis, times[1].basis)


def _is_among(one: Mention, other: Mention) -> bool:
    """Whether one names somebody, and nobody the other doesn't."""
    return bool(one.actors) and _named(one, *Role) <= _named(other, *Role)


def _is_beside(one: Mention, other: Mention) -> bool:
    """Whether one of them names who takes part in the other, if only beside it."""
    mine, theirs = _named(one, *TAKING_PART), _named(other, *TAKING_PART)
    return bool(mine & _named(other, *Role) or theirs & _named(one, *Role))


def _is_announcement(first: Sensed, later: Sensed) -> bool:
    between = later.mention.sentence.start - first.mention.sentence.end
    return {first.sense, later.sense} <= _ANNOUNCING and 0 <= between <= _GAP


def in_common(one: Sensed, other: Sensed, *, names: bool = False) -> int:
    """Words that both are about; the names of actors where wanted: they are compared as actors elsewhere."""
    if names:
        return len(one.about & other.about)
    called = {word for each in (one, other) for actor in each.mention.actors for word in words(actor.text)}
    return len((one.about & other.about) - called)


def is_in_one_sentence(one: Sensed, other: Sensed) -> bool:
    mine, theirs = one.mention.sentence, other.mention.sentence
    return (mine.field, mine.start) == (theirs.field, theirs.start)


def is_compatible(one: Mention, other: Mention) -> bool:
    """Whether two times can be of one moment: reaches that meet, or days of publication beside each other."""
    first, second = one.time.interval, other.time.interval
    if first is None or second is None:
        return False
    if reach(first, one.time.bound).meets(reach(second, other.time.bound)):
        return True
    return Basis.PUBLICATION in (one.time.basis, other.time.basis) and meet(_place(first, one), _place(second, other))


def _place(interval: Interval, mention: Mention) -> tuple[int, int]:
    start, end = civil.minutes(interval.start), civil.minutes(interval.end)
    return lying(start, end, bound=mention.time.bound, basis=mention.time.basis)
