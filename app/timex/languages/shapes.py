"""The shapes of time expressions outside English, as RE2 patterns built from a vocabulary. Computes no date.

Named groups say what was found: year, month, day, weekday, last, this, next, unit, n, ago, ahead, phrase, decade, tens,
part, part_before. `x` is the span to tell where it is less than the whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.interval import Granularity
from app.timex.languages import weekdays
from app.timex.languages.fragments import (
    DAY,
    DIGIT,
    STEPPABLE,
    YEAR,
    article_of,
    count,
    day_of_month,
    day_word,
    dotted_months,
    month_name,
    numeric,
    of_word,
    part_of_day,
    step_groups,
    stepped_years,
    unstepped,
    year_of,
)
from app.timex.languages.vocabulary import SPACE as S
from app.timex.languages.vocabulary import Vocabulary, alternatives, spaced


@dataclass(frozen=True, slots=True)
class Shape:
    """A rule: its name without the family, and its pattern."""

    name: str
    pattern: str


def shapes(words: Vocabulary) -> tuple[Shape, ...]:
    """Every shape of a spaced language, the one that wins the span first."""
    pairs = (
        *_decoys(words),
        *_dates(words),
        *weekdays.shapes(words),
        *_stepped(words),
        *_counted(words),
        *_phrases(words),
        *_bare(words),
    )
    return tuple(Shape(name, pattern) for name, pattern in pairs)


def _decoys(words: Vocabulary) -> Iterator[tuple[str, str]]:
    own = words.tables
    names = "|".join((words.names(words.weekdays, numbered=False), words.names(words.months, numbered=False)))
    noun = f"(?:{names}|{words.units_of(*STEPPABLE, Granularity.DAY)})"
    for fragment in own.decoys:
        yield "decoy", spaced(fragment)
    if own.every:
        yield "decoy/every", f"(?:{spaced(own.every)}){S}{noun}"
    if own.narrative.before:
        yield "decoy/narrative", f"{article_of(words)}(?:{spaced(own.narrative.before)}){S}{noun}"
    if own.narrative.after:
        yield "decoy/narrative", f"{article_of(words)}{noun}{S}(?:{spaced(own.narrative.after)})"


def _dates(words: Vocabulary) -> Iterator[tuple[str, str]]:
    own = words.tables
    month, of = month_name(words, numbered=True), of_word(words)
    every = f"(?P<weekday>{words.names(words.weekdays, numbered=True)})"
    lead = f"(?:{article_of(words)}{unstepped(words)}{every},?{S}{article_of(words)})?{day_word(words)}"
    day = day_of_month(words)
    year_word = f"(?:{S}(?:{spaced(own.year_after)}))?" if own.year_after else ""
    yield "date/written", f"{lead}{day}{of}{month}(?:,?{of}){YEAR}{year_word}"
    yield "date/written", f"{DAY}[-/.]{month}[-/.]{YEAR}"
    yield "date/written", f"{month}{S}{DAY},{S}{YEAR}"
    for order in own.numeric:
        yield "date/figures", f"{lead}{numeric(order)}"
    yield "date/figures", f"(?P<year>{DIGIT}{{4}})-(?P<month>{DIGIT}{{2}})-(?P<day>{DIGIT}{{2}})"
    for year in stepped_years(words):
        yield "month-day/of-year", f"{lead}{day}{of}{month_name(words, numbered=False)}{year_of(words)}{year}"
        yield "month/of-year", f"{month_name(words, numbered=False)}{year_of(words)}{year}"
    yield from _stepped_days(words, lead)
    yield "month-day", f"{lead}{day}{of}{month_name(words, numbered=False)}"
    if dotted := dotted_months(words):
        yield "month-day", f"{lead}{day}{of}(?P<month>{dotted})"
    yield "date/month", f"{month}(?:{of}|,{S}|/){YEAR}{year_word}"


def _stepped_days(words: Vocabulary, lead: str) -> Iterator[tuple[str, str]]:
    """ "el pasado 20 de noviembre", "le 4 décembre dernier"."""
    own, date = words.tables, f"{day_of_month(words)}{of_word(words)}{month_name(words, numbered=False)}"
    if before := step_groups(own.last.before, "", own.next.before):
        yield "month-day/stepped", f"(?:{before}){S}{date}"
    if after := step_groups(own.last.after, "", own.next.after):
        yield "month-day/stepped", f"{lead}{date}{S}(?:{after})"


def _stepped(words: Vocabulary) -> Iterator[tuple[str, str]]:
    own = words.tables
    article, month = article_of(words), month_name(words, numbered=False)
    unit = f"(?P<unit>{words.units_of(*STEPPABLE)})"
    before = step_groups(own.last.before, own.this.before, own.next.before)
    after = step_groups(own.last.after, own.this.after, own.next.after)
    yield from _parts_of_years(words, after)
    if before:
        yield "unit/stepped", f"{article}(?:{before}){S}?{unit}"
        yield "month/stepped", f"{article}(?:{before}){S}?{month}"
    if after:
        yield "unit/stepped", f"{article}{unit}{S}(?:{after})"
        yield "month/stepped", f"{month}{S}(?:{after})"


def _parts_of_years(words: Vocabulary, after: str) -> Iterator[tuple[str, str]]:
    """Seasons and quarters of a year told, and seasons stepped."""
    own = words.tables
    year = YEAR + (f"(?:{S}(?:{spaced(own.year_after)}))?" if own.year_after else "")
    season = f"(?P<season>{alternatives(own.seasons)})"
    yield "season", f"{article_of(words)}{season}{year_of(words)}{year}"
    for stepped_year in stepped_years(words):
        yield "season/of-year", f"{article_of(words)}{season}{year_of(words)}{stepped_year}"
    lasting = "|".join(filter(None, (own.last.before, own.last_weekday)))
    if steps := step_groups(lasting, own.this.before, own.next.before):
        yield "season/stepped", f"{article_of(words)}(?:{steps}){S}{season}"
    if after:
        yield "season/stepped", f"{article_of(words)}{season}{S}(?:{after})"
    if own.quarters:
        quarter = f"(?P<quarter>{alternatives(own.quarters)}){S}(?:{own.quarter})"
        yield "quarter", f"{article_of(words)}{quarter}{year_of(words)}{year}"


def _counted(words: Vocabulary) -> Iterator[tuple[str, str]]:
    own = words.tables
    today = f"(?P<phrase>{alternatives(phrase for phrase, step in words.phrases.items() if step == _TODAY)})"
    for template in own.ago:
        yield "phrase/counted-ago", f"{today}{S}{count(words, template)}"
        yield "phrase/counted-ago", f"{count(words, template)}{S}{today}"
    for sign, templates in (("ago", own.ago), ("ahead", own.ahead)):
        for template in templates:
            yield f"counted/{sign}", count(words, template)


_TODAY = (Granularity.DAY, 0)


def _phrases(words: Vocabulary) -> Iterator[tuple[str, str]]:
    own = words.tables
    if own.part_phrases:
        yield "phrase/part", f"(?P<phrase>{alternatives(own.part_phrases)})"
    yield "phrase", f"(?P<phrase>{alternatives(words.phrases)}){part_of_day(words)}"


def _bare(words: Vocabulary) -> Iterator[tuple[str, str]]:
    own = words.tables
    for decade in own.decades:
        yield "decade", spaced(decade)
    if own.day_before and own.spaced:
        yield "day-of-month", f"(?:{own.day_before}){S}{DAY}"
    yield "month", month_name(words, numbered=False)
    year = "(?P<year>(?:1[5-9]|20)[0-9]{2}|[١٢][٠-٩]{3})"
    if own.year_before:
        yield "year", f"(?:{spaced(own.year_before)}){S}?(?P<x>{year})"
    if own.year_after:
        yield "year", f"{year}{S}(?:{spaced(own.year_after)})"
