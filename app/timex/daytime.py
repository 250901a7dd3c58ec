"""Times and parts of a day: on the day told with them, else on the day in view."""

from app.domain.expression import TimexType
from app.domain.interval import Granularity
from app.timex import calendar
from app.timex.calendar import Cell
from app.timex.meaning import Clock, Lean, Meaning, PartOfDay, Stepped
from app.timex.origin import Origin
from app.timex.resolved import Resolve, Resolved, cell_of
from app.timex.unit import Unit

_MORNING = 6 * 60  # minute of the day


def _day_in_view(on: Meaning | None, origin: Origin, lean: Lean, rest: Resolve) -> tuple[Cell, str] | None:
    if on is None:
        return calendar.holding(Unit.DAY, origin.day), f"on the day of {origin.words}"
    found = cell_of(on, origin, lean, rest)
    return found if found and found[0].first_day == found[0].last_day else None


def part_of_day(meaning: PartOfDay, origin: Origin, lean: Lean, rest: Resolve) -> Resolved | None:
    """A part of the day. "This evening", of what has happened by the small hours, is the evening before."""
    found = _evening_before(meaning, origin) if lean is Lean.BACK else None
    found = found or _day_in_view(meaning.on, origin, lean, rest)
    if found is None:
        return None if meaning.on is None else rest(meaning.on, origin, lean)
    suffix, first, after = meaning.part.value
    midnight = found[0].first_day * calendar.DAY
    value = f"{calendar.value(Unit.DAY, found[0].first_day)}T{suffix}"
    cell = Cell(midnight + first, midnight + after, Granularity.PART_OF_DAY, value)
    return Resolved(TimexType.TIME, value, None, cell, None, found[1])


def _evening_before(meaning: PartOfDay, origin: Origin) -> tuple[Cell, str] | None:
    is_night = origin.minute is not None and origin.minute < _MORNING <= meaning.part.value[1] - _MORNING
    if not (is_night and meaning.on == Stepped(Unit.DAY, 0)):
        return None
    return calendar.holding(Unit.DAY, origin.day - 1), f"on the day before {origin.words}"


def clock(meaning: Clock, origin: Origin, lean: Lean, rest: Resolve) -> Resolved | None:
    """A time of day. Midnight, 24:00, ends the day that it is told with. A date that is no one day stays that date."""
    found = _past_time(meaning, origin) if meaning.on is None and lean is Lean.BACK else None
    found = found or _day_in_view(meaning.on, origin, lean, rest)
    if found is None:
        return None if meaning.on is None else rest(meaning.on, origin, lean)
    day, why = found
    minute = day.first_day * calendar.DAY + meaning.hour * 60 + meaning.minute
    value = f"{calendar.value(Unit.DAY, day.first_day)}T{meaning.hour:02d}:{meaning.minute:02d}"
    why = f"{_MIDNIGHTS[meaning.hour]} of the day, {why}" if meaning.minute == 0 and meaning.hour in _MIDNIGHTS else why
    return Resolved(TimexType.TIME, value, None, Cell(minute, minute + 1, Granularity.MINUTE, value), meaning.zone, why)


_MIDNIGHTS = {0: "the start", 24: "the end"}


def _past_time(meaning: Clock, origin: Origin) -> tuple[Cell, str] | None:
    """The day before, where something has happened at a time of day that publication's day has yet to come to."""
    if origin.minute is None or meaning.zone is not None or meaning.hour * 60 + meaning.minute <= origin.minute:
        return None
    return calendar.holding(Unit.DAY, origin.day - 1), f"on the day before {origin.words}"
