"""The words of a language: what dateparser ships (months, weekdays, relative phrases) and our own tables beside it.

Own tables hold fragments of RE2 patterns, always lower case and without capturing groups. They know no dates.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.interval import Bound, Granularity
from app.timex.meaning import Mod

Step = tuple[Granularity, int]
"""A unit and how many of them from the anchor's own: (week, -1) is last week."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """What dateparser ships for a language, words casefolded: months 1–12, weekdays 0–6 from Monday. The abbreviations
    among them are named in `short` too."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    short: frozenset[str]
    phrases: Mapping[str, Step]
    units: Mapping[Granularity, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Around:
    """Words that step a noun when they stand before or after it ("next", "que viene"); empty for none."""

    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Tables:
    """Our own words for one language.

    `ambiguous` words count as months or weekdays only beside a number, or after `month_before`. `article` is told with
    the span where a noun heads the phrase; a bare weekday after `habitual` or `every` is a habit, one beside
    `narrative` counts from the story, and neither is a date. `last_weekday` steps weekdays alone: "el último martes",
    but "el último año" is a length. `capitals`: months and weekdays are written with a capital anywhere. `parts` and
    `parts_before` map a part of the day beside a day to its code; `part_phrases` are whole phrases: (days from the
    anchor, code). `attached`: parts of the day are written in one word with the day. `week_weekdays`: "next Tuesday"
    is the Tuesday of next week. `numeric` are orders of dates in figures. `edges` before and
    `edges_after` a month or year tell its first, middle or last third. `day_words` are days of the month in words.
    `seasons` count from spring, 0; `quarters` are the ordinals that stand with `quarter`. A weekday after `indefinite`
    ("un domingo de 1987") is no day of this week. `weekday_ahead` counts on from the weekday before it. `nights` and
    `small_hours` lead into the weekday {last}, a night from the one `{first}` where it is told.
    """

    code: str
    article: str
    last: Around
    this: Around
    next: Around
    units: Mapping[Granularity, str]
    ago: tuple[str, ...]
    ahead: tuple[str, ...]
    numbers: Mapping[str, int]
    bounds: Mapping[Bound, str]
    future: str
    past: str
    year_before: str
    phrases: Mapping[str, Step] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    ambiguous: frozenset[str] = frozenset()
    capitals: bool = False
    last_weekday: str = ""
    every: str = ""
    habitual: str = ""
    narrative: Around = Around()
    proclitic: str = ""
    preposition: str = ""
    month_before: str = ""
    paired_months: bool = False
    week_weekdays: bool = False
    of: str = ""
    of_week: str = ""
    ordinal: str = ""
    year_after: str = ""
    day_before: str = ""
    quantities: str = ""
    decades: tuple[str, ...] = ()
    tens: Mapping[str, int] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    parts_before: Mapping[str, str] = field(default_factory=dict)
    part_phrases: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    attached: bool = False
    clock: str = ""
    bounds_after: Mapping[Bound, str] = field(default_factory=dict)
    edges: Mapping[Mod, str] = field(default_factory=dict)
    edges_after: Mapping[Mod, str] = field(default_factory=dict)
    day_words: Mapping[str, int] = field(default_factory=dict)
    seasons: Mapping[str, int] = field(default_factory=dict)
    quarter: str = ""
    quarters: Mapping[str, int] = field(default_factory=dict)
    numeric: tuple[str, ...] = ()
    decoys: tuple[str, ...] = ()
    indefinite: str = ""
    weekday_ahead: tuple[str, ...] = ()
    nights: tuple[str, ...] = ()
    small_hours: tuple[str, ...] = ()
    spaced: bool = True
