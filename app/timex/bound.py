"""The bound and extent that the words beside a phrase give to the event it dates."""

from app.domain.interval import Bound, Extent
from app.timex.cues import Cues
from app.timex.meaning import Meaning, Mod, Part

# "Delayed until", "pushed back again until": what is put off until a day is to happen from then on.
_PUT_OFF = 4


def bound(before: str, after: str, cues: Cues) -> tuple[Bound | None, Extent]:
    """By the words just before it; none for a possessive ("since Monday's vote"), which dates another event."""
    if after.startswith(("'s", "-")):
        return None, Extent.WITHIN
    stripped = _without_hedge(before.rstrip(), cues)
    for words, how, extent in cues.bounds:
        if stripped.endswith(words) and not stripped[: -len(words)][-1:].isalnum():
            put_off = how is Bound.UNTIL and not cues.movers.isdisjoint(stripped.split()[-_PUT_OFF:])
            return (Bound.NOT_BEFORE, Extent.WITHIN) if put_off else (how, extent)
    return None, Extent.WITHIN


def at_the_end(meaning: Meaning, how: Bound | None) -> Bound | None:
    """ "Before the end of the year" is no later than its last day, not before its last third."""
    is_end = isinstance(meaning, Part) and meaning.mod is Mod.END
    return Bound.NOT_AFTER if is_end and how is Bound.BEFORE else how


def _without_hedge(before: str, cues: Cues) -> str:
    """ "Since at least 2017" is since."""
    hedge = next((words for words in cues.hedges if before.endswith(words)), "")
    return before.removesuffix(hedge).rstrip()
