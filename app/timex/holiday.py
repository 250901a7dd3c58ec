"""Named days of the calendar, by year: fixed ones from their date, movable ones from the libraries that know them."""

from collections.abc import Callable
from datetime import date as civil_date
from functools import lru_cache

from dateutil.easter import EASTER_ORTHODOX, easter  # type: ignore[import-untyped]  # ships no types
from hijridate import Hijri
from holidays import country_holidays
from holidays.calendars import _ChineseLunisolar, _HebrewLunisolar, _HinduLunisolar

from app.domain import civil
from app.domain.interval import Granularity
from app.timex import calendar
from app.timex.calendar import Cell
from app.timex.meaning import Holiday, Lean
from app.timex.origin import Origin
from app.timex.resolved import Resolved, date
from app.timex.unit import Unit

_AGAINST = 300  # days

# (first day number, last day number) of a holiday in a year, None where the year has none.
_Days = tuple[int, int] | None
_CHINESE, _HEBREW, _HINDU = _ChineseLunisolar(), _HebrewLunisolar(), _HinduLunisolar()


def resolve(meaning: Holiday, origin: Origin, lean: Lean) -> Resolved | None:
    """The one nearest to the origin, or the latest before or the first after it; the lean decides at half a year."""
    year = civil.date_of(origin.day)[0]
    cells = [cell for near in range(year - 2, year + 3) if (cell := in_year(meaning.name, near)) is not None]
    before = [cell for cell in cells if cell.last_day < origin.day]
    after = [cell for cell in cells if cell.first_day > origin.day]
    if meaning.step == -1:
        return date(before[-1], f"the latest before {origin.words}") if before else None
    if meaning.step == 1:
        return date(after[0], f"the first after {origin.words}") if after else None
    if meaning.step == 0:
        own = in_year(meaning.name, year)
        return date(own, f"in the year of {origin.words}") if own else None
    nearest = min(cells, key=lambda cell: _distance(cell, origin.day, lean), default=None)
    return date(nearest, f"the one nearest to {origin.words}") if nearest else None


def _distance(cell: Cell, day: int, lean: Lean) -> int:
    """Days off. The side leant away from is meant only where the other is nearly a year off."""
    if cell.first_day <= day <= cell.last_day:
        return 0
    ahead = cell.first_day > day
    away = (ahead and lean is Lean.BACK) or (not ahead and lean is Lean.FORWARD)
    return min(abs(cell.first_day - day), abs(cell.last_day - day)) + (_AGAINST if away else 0)


@lru_cache(maxsize=4096)
def in_year(name: str, year: int) -> Cell | None:
    """The holiday's days in a year; None where it has none, or the library does not reach that far."""
    if not 1 <= year <= civil.LAST_YEAR:
        return None
    found = _HOLIDAYS[name](year)
    if found is None:
        return None
    first, last = found
    if first == last:
        return calendar.cell(Unit.DAY, first)
    written = f"{calendar.value(Unit.DAY, first)}/{calendar.value(Unit.DAY, last)}"
    return calendar.days(first, last, Granularity.DAY, written)


def _number(day: civil_date) -> int:
    return day.toordinal() - 1


def _fixed(month: int, day: int) -> Callable[[int], _Days]:
    def days(year: int) -> _Days:
        number = calendar.day_of(year, month, day)
        return None if number is None else (number, number)

    return days


def _weekday_of(month: int, weekday: int, nth: int, offset: int = 0) -> Callable[[int], _Days]:
    """The nth weekday of a month, and so many days on from there."""

    def days(year: int) -> _Days:
        first = civil.day_number(year, month, 1)
        number = first + (weekday - first) % 7 + 7 * (nth - 1) + offset
        return number, number

    return days


def _easter(offset: int, length: int = 1, *, orthodox: bool = False) -> Callable[[int], _Days]:
    def days(year: int) -> _Days:
        if not 1583 <= year <= 4099:  # what dateutil computes
            return None
        first = _number(easter(year, EASTER_ORTHODOX) if orthodox else easter(year)) + offset
        return first, first + length - 1

    return days


def _american(name: str) -> Callable[[int], _Days]:
    def days(year: int) -> _Days:
        for day, names in country_holidays("US", years=year, observed=False).items():
            # Two may share a day; "Juneteenth National Independence Day" is not Independence Day.
            if any(told.startswith(name) for told in names.split("; ")):
                return _number(day), _number(day)
        return None

    return days


def _hijri(month: int, day: int, length: int = 1) -> Callable[[int], _Days]:
    """By the Umm al-Qura calendar, which hijridate has for 1924 to 2077; what is sighted may differ by a day."""

    def days(year: int) -> _Days:
        for hijri in range(int((year - 622) * 33 / 32) - 1, int((year - 622) * 33 / 32) + 3):
            try:
                first = Hijri(hijri, month, day).to_gregorian()
            except (OverflowError, ValueError):
                continue
            if first.year == year:
                return _number(first), _number(first) + length - 1
        return None

    return days


def _ramadan(year: int) -> _Days:
    first, after = _hijri(9, 1)(year), _hijri(10, 1)(year)
    if first is None:
        return None
    after = after if after and after[0] > first[0] else _hijri(10, 1)(year + 1)
    return after and (first[0], after[0] - 1)


def _lunisolar(day_of_year: Callable[[int], object], length: int = 1, offset: int = 0) -> Callable[[int], _Days]:
    """From the holidays library, which gives a date, several, a date and whether it is exact, or None."""

    def days(year: int) -> _Days:
        found = day_of_year(year)
        day = min((one for one in found if one.year == year), default=None) if isinstance(found, set) else found
        day = day[0] if isinstance(day, tuple) else day
        if not isinstance(day, civil_date):
            return None
        return _number(day) + offset, _number(day) + offset + length - 1

    return days


_HOLIDAYS: dict[str, Callable[[int], _Days]] = {
    "new year": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "epiphany": _fixed(1, 6),
    "martin luther king day": _american("Martin Luther King Jr. Day"),
    "groundhog day": _fixed(2, 2),
    "valentine's day": _fixed(2, 14),
    "presidents' day": _weekday_of(2, 0, 3),
    "international women's day": _fixed(3, 8),
    "pi day": _fixed(3, 14),
    "st patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "earth day": _fixed(4, 22),
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "victory day": _fixed(5, 9),
    "mother's day": _weekday_of(5, 6, 2),
    "memorial day": _american("Memorial Day"),
    "father's day": _weekday_of(6, 6, 3),
    "juneteenth": _fixed(6, 19),
    "canada day": _fixed(7, 1),
    "independence day": _american("Independence Day"),
    "bastille day": _fixed(7, 14),
    "assumption day": _fixed(8, 15),
    "labor day": _american("Labor Day"),
    "columbus day": _american("Columbus Day"),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "guy fawkes night": _fixed(11, 5),
    "armistice day": _fixed(11, 11),
    "veterans day": _fixed(11, 11),
    "election day": _weekday_of(11, 0, 1, offset=1),
    "thanksgiving": _american("Thanksgiving"),
    "black friday": _weekday_of(11, 3, 4, offset=1),
    "cyber monday": _weekday_of(11, 3, 4, offset=4),
    "christmas eve": _fixed(12, 24),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "september 11": _fixed(9, 11),
    "shrove tuesday": _easter(-47),
    "ash wednesday": _easter(-46),
    "lent": _easter(-46, 46),
    "palm sunday": _easter(-7),
    "holy week": _easter(-7, 7),
    "maundy thursday": _easter(-3),
    "good friday": _easter(-2),
    "holy saturday": _easter(-1),
    "easter": _easter(0),
    "easter monday": _easter(1),
    "easter weekend": _easter(-2, 4),
    "ascension day": _easter(39),
    "pentecost": _easter(49),
    "whit monday": _easter(50),
    "corpus christi": _easter(60),
    "orthodox easter": _easter(0, orthodox=True),
    "orthodox christmas": _fixed(1, 7),
    "lunar new year": _lunisolar(_CHINESE.lunar_new_year_date),
    "mid-autumn festival": _lunisolar(_CHINESE.mid_autumn_date),
    "diwali": _lunisolar(_HINDU.diwali_date),
    "holi": _lunisolar(_HINDU.holi_date),
    "passover": _lunisolar(_HEBREW.passover_date, 8),
    "rosh hashanah": _lunisolar(_HEBREW.rosh_hashanah_date, 2),
    "yom kippur": _lunisolar(_HEBREW.yom_kippur_date),
    "hanukkah": _lunisolar(_HEBREW.hanukkah_date, 8),
    "purim": _lunisolar(_HEBREW.purim_date),
    "sukkot": _lunisolar(_HEBREW.sukkot_date, 7),
    "ramadan": _ramadan,
    "eid al-fitr": _hijri(10, 1),
    "eid al-adha": _hijri(12, 10),
    "ashura": _hijri(1, 10),
    "mawlid": _hijri(3, 12),
}
NAMES = frozenset(_HOLIDAYS)
