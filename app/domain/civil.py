"""Civil time as numbers and as ISO 8601 text, proleptic Gregorian, years from -9999 to 9999.

Year 0 is 1 BC, as in ISO 8601. Pure arithmetic: no clock, no zone.
"""

from functools import lru_cache

MINUTES_A_DAY = 24 * 60
LAST_YEAR = 9999

_DAYS_A_CYCLE = 146_097  # 400 Gregorian years
# Days from 0000-03-01, where the arithmetic below starts, to 0001-01-01, where day numbers start.
_SHIFT = 306


def day_number(year: int, month: int, day: int) -> int:
    """Days from 0001-01-01 (day 0) to the given date; negative before. Equals `date.toordinal() - 1`.

    The month must be 1–12 and the day one that exists; neither is checked. Algorithm: Howard Hinnant,
    "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
    """
    shifted = year - (month <= 2)
    cycle = shifted // 400
    year_of_cycle = shifted - cycle * 400
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_cycle = year_of_cycle * 365 + year_of_cycle // 4 - year_of_cycle // 100 + day_of_year
    return cycle * _DAYS_A_CYCLE + day_of_cycle - _SHIFT


def date_of(day: int) -> tuple[int, int, int]:
    """The (year, month, day) of a day number; the inverse of `day_number` (civil_from_days)."""
    shifted = day + _SHIFT
    cycle = shifted // _DAYS_A_CYCLE
    day_of_cycle = shifted - cycle * _DAYS_A_CYCLE
    year_of_cycle = (day_of_cycle - day_of_cycle // 1460 + day_of_cycle // 36_524 - day_of_cycle // 146_096) // 365
    day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle // 4 - year_of_cycle // 100)
    month_from_march = (5 * day_of_year + 2) // 153
    month = month_from_march + 3 if month_from_march < 10 else month_from_march - 9
    year = year_of_cycle + cycle * 400 + (month <= 2)
    return year, month, day_of_year - (153 * month_from_march + 2) // 5 + 1


# An article tells of few days, and each is asked for by several tables.
@lru_cache(maxsize=4_096)
def minutes(text: str) -> int:
    """Minutes since 0001-01-01T00:00 of `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, the year optionally signed.

    A bare date is its midnight. Raises ValueError on any other shape and on dates that don't exist.
    """
    date, _, time = text.partition("T")
    sign = -1 if date.startswith("-") else 1
    year, month, day = (int(part) for part in date.removeprefix("-").split("-"))
    number = day_number(sign * year, month, day)
    if date_of(number) != (sign * year, month, day):
        raise ValueError(f"no such date: {text!r}")
    return number * MINUTES_A_DAY + (_minute_of_day(time) if time else 0)


def _minute_of_day(time: str) -> int:
    hour, minute = (int(part) for part in time.split(":"))
    if not (0 <= hour < 24 and 0 <= minute < 60):
        raise ValueError(f"no such time of day: {time!r}")
    return hour * 60 + minute


@lru_cache(maxsize=4_096)
def day_text(minute: int) -> str:
    """`YYYY-MM-DD` of the day that holds this minute; years before 0 are signed (`-0322-01-01`)."""
    year, month, day = date_of(minute // MINUTES_A_DAY)
    return f"{year_text(year)}-{month:02d}-{day:02d}"


def minute_text(minute: int) -> str:
    """`YYYY-MM-DDTHH:MM` of this minute."""
    hour, rest = divmod(minute % MINUTES_A_DAY, 60)
    return f"{day_text(minute)}T{hour:02d}:{rest:02d}"


def year_text(year: int) -> str:
    """Four digits, signed before year 0: `2021`, `0044`, `-0322`."""
    return f"{year:05d}" if year < 0 else f"{year:04d}"
