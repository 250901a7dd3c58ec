"""Where on the calendar a telling can meet another: civil minutes [start, end), always closed.

An open reach says little of when: "reported, no date told" means the days before publication and not all of history.
"""

from app.domain.civil import MINUTES_A_DAY
from app.domain.interval import Bound, Granularity
from app.domain.mention import Basis, Factuality
from app.domain.story import Telling
from app.extract.story.change import PLANS, is_change

# An undated report is of the day of publication or the day before.
_FRESH = MINUTES_A_DAY
# An undated past is told again within this long, an undated plan comes within this long.
_BEFORE = 3 * MINUTES_A_DAY
_OPEN = 31 * MINUTES_A_DAY
# How far apart two times of one event may be told: a yearly event of another year is another event.
DISPUTED = 31 * MINUTES_A_DAY
MOVED_BACK = 62 * MINUTES_A_DAY
MOVED_ON = 185 * MINUTES_A_DAY
_FEW_DAYS = 31

TOLD = (Basis.EXPRESSION, Basis.NARRATIVE)


def place(telling: Telling) -> tuple[int, int]:
    """Where the event can lie for its time to be compatible with another's.

    What is given up or put off without a date may have been planned for any day on which it could still be moved, and
    that it was given up may be told once the day has passed.
    """
    if telling.basis is Basis.PUBLICATION and telling.bound is Bound.AFTER and is_change(telling):
        back = _OPEN if telling.factuality is Factuality.NEGATED else 0
        return telling.start - back, telling.end + MOVED_ON
    return lying(telling.start, telling.end, bound=telling.bound, basis=telling.basis)


def lying(start: int, end: int, *, bound: Bound | None, basis: Basis | None) -> tuple[int, int]:
    """Where what is told with this time can lie."""
    if basis is Basis.PUBLICATION:
        match bound:
            case None:
                return start - _FRESH, end
            case Bound.BEFORE:
                return start - _BEFORE, end
            case _:
                return start, end + _OPEN
    match bound:
        case None:
            return start, end
        case Bound.SINCE | Bound.NOT_BEFORE:
            return start, end + _OPEN
        case Bound.AFTER:
            return end, end + _OPEN
        case Bound.UNTIL | Bound.NOT_AFTER:
            return start - _OPEN, end
        case Bound.BEFORE:
            return start - _OPEN, start


def surroundings(telling: Telling) -> tuple[int, int]:
    """Where another telling must lie for the two to have anything to do with each other: joined, moved or disputed."""
    start, end = place(telling)
    if telling.basis not in TOLD:
        return start, end
    if telling.factuality in PLANS:
        return start - MOVED_BACK, end + MOVED_ON
    return start - DISPUTED, end + DISPUTED


def meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def apart(one: Telling, other: Telling) -> int:
    """Minutes between two intervals; 0 where they meet."""
    return max(0, one.start - other.end, other.start - one.end)


def is_precise(telling: Telling) -> bool:
    """A day or finer that the text itself tells."""
    fine = telling.granularity.fineness >= Granularity.DAY.fineness
    return fine and telling.basis in TOLD and telling.bound is None


def days(telling: Telling) -> range:
    """The days it lies in, where the text tells a few."""
    first, after = telling.start // MINUTES_A_DAY, (telling.end - 1) // MINUTES_A_DAY + 1
    return range(first, after) if is_precise(telling) and after - first <= _FEW_DAYS else range(0)
