"""The mentions of one article grouped by happening, and happenings that seem one but disagree on the time."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from app.domain.extraction import LocalConflict
from app.domain.mention import Basis
from app.extract.sameness import can_be, is_compatible, is_same, keys
from app.extract.sensed import Sensed, taking_part

# Only what the text told by a phrase, there or before, can disagree.
_TOLD = (Basis.EXPRESSION, Basis.NARRATIVE)
# Happenings of one sense that a mention is held against, the latest: a text made to hurt has thousands.
_LATEST = 64


def happenings(mentions: Sequence[Sensed]) -> tuple[tuple[tuple[int, ...], ...], tuple[LocalConflict, ...]]:
    """Groups of indices of dated mentions that tell of one event, in order of text; and conflicts between groups."""
    groups: list[list[int]] = []
    by_key: dict[str, list[int]] = defaultdict(list)
    for index, sensed in enumerate(mentions):
        if sensed.mention.time.interval is None:
            continue
        near = sorted({at for key in keys(sensed) for at in by_key[key][-_LATEST:]}, reverse=True)
        home = next(
            (at for at in near if _belongs(sensed, [mentions[member] for member in groups[at][-_LATEST:]])), None
        )
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(index)
        for key in keys(sensed):
            if by_key[key][-1:] != [home]:
                by_key[key].append(home)
    return tuple(map(tuple, groups)), tuple(_conflicts(mentions, groups))


def untold(heads: Sequence[Sensed], body: Sequence[Sensed]) -> list[Sensed]:
    """The title's mentions that no sentence of the body tells: none shares its sense or anyone who takes part."""
    senses = {each.sense for each in body}
    acting = frozenset(actor for each in body for actor in taking_part(each.mention))
    return [each for each in heads if each.sense not in senses and not taking_part(each.mention) & acting]


def _belongs(sensed: Sensed, group: Sequence[Sensed]) -> bool:
    """Whether a mention tells what one of the group tells, and nothing that speaks against any of them."""
    return any(is_same(one, sensed) for one in group) and all(can_be(one, sensed) for one in group)


def _conflicts(mentions: Sequence[Sensed], groups: Sequence[Sequence[int]]) -> Iterator[LocalConflict]:
    told: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for sense in sorted({mentions[at].sense for at in group if _is_told_noun(mentions[at])}):
            told[sense].append(number)
    pairs = {pair for same in told.values() for pair in combinations(same[:_LATEST], 2)}
    for first, second in sorted(pairs):
        found = (_disagreement(mentions[i], mentions[j]) for i in groups[first] for j in groups[second])
        reason = next((each for each in found if each is not None), None)
        if reason is not None:
            yield LocalConflict(first, second, reason)


def _is_told_noun(sensed: Sensed) -> bool:
    return sensed.is_noun and sensed.mention.time.basis in _TOLD


def _disagreement(one: Sensed, other: Sensed) -> str | None:
    """Why two mentions that each tell a time of their own seem one event and yet can't be."""
    if one.sense != other.sense or not (_is_told_noun(one) and _is_told_noun(other)):
        return None
    shared = sorted(name for name, _ in taking_part(one.mention) & taking_part(other.mention))
    if len(shared) < 2 or is_compatible(one.mention, other.mention):
        return None
    labels = f"{one.mention.time.edtf} and {other.mention.time.edtf}"
    return f"both tell of {one.mention.trigger.lemma} with {', '.join(shared)}, but at {labels}"
