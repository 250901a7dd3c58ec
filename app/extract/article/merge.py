"""The mentions of one article grouped by happening, and happenings that seem one but disagree on the time."""

from collections import defaultdict
from collections.abc import Sequence

from app.domain.extraction import LocalConflict
from app.extract.article.disagreement import conflicts
from app.extract.article.sameness import can_be, is_same, keys
from app.extract.article.sensed import Sensed, taking_part

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
    return tuple(map(tuple, groups)), tuple(conflicts(mentions, groups))


def untold(heads: Sequence[Sensed], body: Sequence[Sensed]) -> list[Sensed]:
    """The title's mentions that no sentence of the body tells: none shares its sense or anyone who takes part."""
    senses = {each.sense for each in body}
    acting = frozenset(actor for each in body for actor in taking_part(each.mention))
    return [each for each in heads if each.sense not in senses and not taking_part(each.mention) & acting]


def _belongs(sensed: Sensed, group: Sequence[Sensed]) -> bool:
    """Whether a mention tells what one of the group tells, and nothing that speaks against any of them."""
    return any(is_same(one, sensed) for one in group) and all(can_be(one, sensed) for one in group)
