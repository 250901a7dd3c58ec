"""The mentions of one article grouped by happening, and happenings that seem one but disagree on the time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from app.domain.actor import TAKING_PART, ActorKind
from app.domain.extraction import LocalConflict
from app.domain.interval import reach
from app.domain.mention import Basis, Factuality, Mention
from app.extract import lexicon


@dataclass(frozen=True, slots=True)
class Sensed:
    """A mention with the sense of its trigger, by which "invaded" and "invasion" are one.

    `is_definite`: a noun that the text has told of before ("the invasion").
    """

    mention: Mention
    sense: str
    is_noun: bool
    is_definite: bool = False
    is_headline: bool = False


# The last of these relations decides: a telling with a phrase of its own weighs most.
_TOLD = (Basis.EXPRESSION, Basis.NARRATIVE)


def happenings(mentions: Sequence[Sensed]) -> tuple[tuple[tuple[int, ...], ...], tuple[LocalConflict, ...]]:
    """Groups of indices of dated mentions that tell of one event, in order of text; and conflicts between groups."""
    groups: list[list[int]] = []
    for index, sensed in enumerate(mentions):
        if sensed.mention.time.interval is None:
            continue
        home = next((group for group in groups if all(_is_same(mentions[at], sensed) for at in group)), None)
        if home is None:
            groups.append([index])
        else:
            home.append(index)
    return tuple(map(tuple, groups)), tuple(_conflicts(mentions, groups))


def untold(heads: Sequence[Sensed], body: Sequence[Sensed]) -> list[Sensed]:
    """The title's mentions that no sentence of the body tells: none shares its sense or anyone who takes part."""
    senses = {each.sense for each in body}
    acting = frozenset(actor for each in body for actor in taking_part(each.mention))
    return [each for each in heads if each.sense not in senses and not taking_part(each.mention) & acting]


def _is_same(one: Sensed, other: Sensed) -> bool:
    """One sense, an actor in common (or the same words in one sentence), times that can be one."""
    if one.sense != other.sense or not _is_compatible(one.mention, other.mention):
        return False
    if (one.mention.factuality is Factuality.NEGATED) != (other.mention.factuality is Factuality.NEGATED):
        return False
    shared = taking_part(one.mention) & taking_part(other.mention)
    if one.sense in lexicon.REPORTING:
        return False
    return bool(shared)


def taking_part(mention: Mention) -> frozenset[tuple[str, ActorKind]]:
    """Name and kind of those who take part."""
    return frozenset((actor.name, actor.kind) for actor in mention.actors if actor.role in TAKING_PART)


def _is_compatible(one: Mention, other: Mention) -> bool:
    """Whether two times can be of one moment: one of them told by publication only, or reaches that meet."""
    first, second = one.time.interval, other.time.interval
    if first is None or second is None:
        return False
    return reach(first, one.time.bound).meets(reach(second, other.time.bound))


def _conflicts(mentions: Sequence[Sensed], groups: Sequence[Sequence[int]]) -> Iterator[LocalConflict]:
    for (first, one), (second, other) in combinations(enumerate(groups), 2):
        reason = next(
            (found for i in one for j in other if (found := _disagreement(mentions[i], mentions[j])) is not None), None
        )
        if reason is not None:
            yield LocalConflict(first, second, reason)


def _disagreement(one: Sensed, other: Sensed) -> str | None:
    """Why two mentions that each tell a time of their own seem one event and yet can't be."""
    if one.sense != other.sense or not (one.is_noun and other.is_noun):
        return None
    if one.mention.time.basis not in _TOLD or other.mention.time.basis not in _TOLD:
        return None
    shared = sorted(name for name, _ in taking_part(one.mention) & taking_part(other.mention))
    if len(shared) < 2 or _is_compatible(one.mention, other.mention):
        return None
    labels = f"{one.mention.time.edtf} and {other.mention.time.edtf}"
    return f"both tell of {one.mention.trigger.lemma} with {', '.join(shared)}, but at {labels}"
