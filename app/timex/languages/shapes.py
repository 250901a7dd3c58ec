"""The shapes of time expressions outside English, as RE2 patterns built from a vocabulary. Computes no date.

Named groups say what was found: year, month, day, weekday, last, this, next, unit, n, ago, ahead, phrase, decade, tens,
part, part_before. `x` is the span to tell where it is less than the whole.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.interval import Granularity
from app.timex.languages.vocabulary import SPACE as S
from app.timex.languages.vocabulary import Vocabulary, alternatives, spaced

DIGIT = "[0-9٠-٩]"
_DAY = f"(?P<day>{DIGIT}{{1,2}})"
_YEAR = f"(?P<year>{DIGIT}{{4}})"
_DAY_IN_BRACKETS = f"(?P<day_in_brackets>{DIGIT}{{1,2}})(?:/{DIGIT}{{1,2}})?"
_STEPPABLE = (Granularity.YEAR, Granularity.MONTH, Granularity.WEEK, Granularity.WEEKEND)


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
        *_weekdays(words),
        *_stepped(words),
        *_counted(words),
        *_phrases(words),
        *_bare(words),
    )
    return tuple(Shape(name, pattern) for name, pattern in pairs)


def _decoys(words: Vocabulary) -> Iterator[tuple[str, str]]:
    own = words.tables
    names = "|".join((words.names(words.weekdays, numbered=False), words.names(words.months, numbered=False)))
    noun = f"(?:{names}|{words.units_of(*_STEPPABLE, Granularity.DAY)})"
    for fragment in own.decoys:
        yield "decoy", spaced(fragment)
    if own.every:
        yield "decoy/every", f"(?:{spaced(own.every)}){S}{noun}"
    if own.narrative.before:
        yield "decoy/narrative", f"{_article(words)}(?:{spaced(own.narrative.before)}){S}{noun}"
    if own.narrative.after:
        yield "decoy/narrative", f"{_article(words)}{noun}{S}(?:{spaced(own.narrative.after)})"


def _dates(words: Vocabulary) -> Iterator[tuple[str, str]]:
    own = words.tables
    month, of = _month(words, numbered=True), _of(words)
    every = f"(?P<weekday>{words.names(words.weekdays, numbered=True)})"
    lead = f"(?:{_article(words)}{_unstepped(words)}{every},?{S}{_article(words)})?{_day_word(words)}"
    day = _day(words)
    year_word = f"(?:{S}(?:{spaced(own.year_after)}))?" if own.year_after else ""
    yield "date/written", f"{lead}{day}{of}{month}(?:,?{of}){_YEAR}{year_word}"
    yield "date/written", f"{_DAY}[-/.]{month}[-/.]{_YEAR}"
    yield "date/written", f"{month}{S}{_DAY},{S}{_YEAR}"
    for order in own.numeric:
        yield "date/figures", f"{lead}{numeric(order)}"
    yield "date/figures", f"(?P<year>{DIGIT}{{4}})-(?P<month>{DIGIT}{{2}})-(?P<day>{DIGIT}{{2}})"
    for year in _stepped_years(words):
        yield "month-day/of-year", f"{lead}{day}{of}{_month(words, numbered=False)}{_year_of(words)}{year}"
        yield "month/of-year", f"{_month(words, numbered=False)}{_year_of(words)}{year}"
    yield from _stepped_days(words, lead)
    yield "month-day", f"{lead}{day}{of}{_month(words, numbered=False)}"
    if dotted := _dotted(words):
        yield "month-day", f"{lead}{day}{of}(?P<month>{dotted})"
    yield "date/month", f"{month}(?:{of}|,{S}|/){_YEAR}{year_word}"


def _stepped_days(words: Vocabulary, lead: str) -> Iterator[tuple[str, str]]:
    """ "el pasado 20 de noviembre", "le 4 décembre dernier"."""
    own, date = words.tables, f"{_day(words)}{_of(words)}{_month(words, numbered=False)}"
    if before := _steps(own.last.before, "", own.next.before):
        yield "month-day/stepped", f"(?:{before}){S}{date}"
    if after := _steps(own.last.after, "", own.next.after):
        yield "month-day/stepped", f"{lead}{date}{S}(?:{after})"


def _day(words: Vocabulary) -> str:
    own = words.tables
    in_words = f"|{alternatives(own.day_words)}" if own.day_words else ""
    return f"(?P<day>{DIGIT}{{1,2}}{in_words})" + (f"(?:{own.ordinal})?" if own.ordinal else "")


def numeric(order: str) -> str:
    """The pattern of a date in figures: `{d}/{m}/{y}`."""
    day, month, year = f"(?P<day>{DIGIT}{{1,2}})", f"(?P<month>{DIGIT}{{1,2}})", f"(?P<year>{DIGIT}{{4}})"
    return order.replace(" ?", f"{S}?").replace("{d}", day).replace("{m}", month).replace("{y}", year)


def _weekdays(words: Vocabulary) -> Iterator[tuple[str, str]]:
    own = words.tables
    every = f"(?P<weekday>{words.names(words.weekdays, numbered=True)})"
    name = f"(?P<weekday>{words.names(_clear(words, words.weekdays), numbered=False)})"
    article, part = _article(words), _part(words)
    before = "|".join(part for part in (own.last.before, own.last_weekday) if part)
    steps = _steps(before, own.this.before, own.next.before)
    day = f"(?:{_before_number(words)}{_DAY}|{S}?\\({_day_word(words)}{_DAY_IN_BRACKETS}\\))"
    yield "weekday/numbered", f"{article}{_unstepped(words)}{every}{day}"
    for week in _stepped_weeks(words):
        yield "weekday/of-week", f"{article}{name}{S}(?:(?:{own.of_week}){S}?)?{article}{week}"
    if steps:
        yield "weekday/stepped", f"{article}(?:{steps}){S}?{name}{part}"
    after = _steps(own.last.after, own.this.after, own.next.after)
    if after:
        yield "weekday/stepped", f"{article}{_day_word(words)}{name}{S}(?:{after})"
    lead = f"(?:(?P<part_before>{alternatives(own.parts_before)}){S})?" if own.parts_before else ""
    if own.habitual:
        yield "decoy/habit", f"(?:{own.habitual}){S}(?:{words.names(words.weekdays, numbered=False)})"
    yield "weekday", f"{lead}{article}{_day_word(words)}{name}{part}"


def _stepped(words: Vocabulary) -> Iterator[tuple[str, str]]:
    own = words.tables
    article, month = _article(words), _month(words, numbered=False)
    unit = f"(?P<unit>{words.units_of(*_STEPPABLE)})"
    before = _steps(own.last.before, own.this.before, own.next.before)
    after = _steps(own.last.after, own.this.after, own.next.after)
    yield from _parts_of_years(words, before, after)
    if before:
        yield "unit/stepped", f"{article}(?:{before}){S}?{unit}"
        yield "month/stepped", f"{article}(?:{before}){S}?{month}"
    if after:
        yield "unit/stepped", f"{article}{unit}{S}(?:{after})"
        yield "month/stepped", f"{month}{S}(?:{after})"


def _parts_of_years(words: Vocabulary, before: str, after: str) -> Iterator[tuple[str, str]]:
    """Seasons and quarters of a year told, and seasons stepped."""
    own = words.tables
    year = _YEAR + (f"(?:{S}(?:{spaced(own.year_after)}))?" if own.year_after else "")
    season = f"(?P<season>{alternatives(own.seasons)})"
    yield "season", f"{_article(words)}{season}{_year_of(words)}{year}"
    if before:
        yield "season/stepped", f"{_article(words)}(?:{before}){S}{season}"
    if after:
        yield "season/stepped", f"{_article(words)}{season}{S}(?:{after})"
    if own.quarters:
        quarter = f"(?P<quarter>{alternatives(own.quarters)}){S}(?:{own.quarter})"
        yield "quarter", f"{_article(words)}{quarter}{_year_of(words)}{year}"


def _counted(words: Vocabulary) -> Iterator[tuple[str, str]]:
    own = words.tables
    number = f"(?P<n>{DIGIT}{{1,3}}|{alternatives(own.numbers)})"
    unit = f"(?P<unit>{words.units_of(*(set(own.units) - {Granularity.WEEKEND}))})"
    for sign, templates in (("ago", own.ago), ("ahead", own.ahead)):
        for template in templates:
            pattern = spaced(template).replace("{n}", number).replace("{unit}", unit)
            yield f"counted/{sign}", pattern


def _phrases(words: Vocabulary) -> Iterator[tuple[str, str]]:
    own = words.tables
    if own.part_phrases:
        yield "phrase/part", f"(?P<phrase>{alternatives(own.part_phrases)})"
    yield "phrase", f"(?P<phrase>{alternatives(words.phrases)}){_part(words)}"


def _bare(words: Vocabulary) -> Iterator[tuple[str, str]]:
    own = words.tables
    for decade in own.decades:
        yield "decade", spaced(decade)
    if own.day_before and own.spaced:
        yield "day-of-month", f"(?:{own.day_before}){S}{_DAY}"
    yield "month", _month(words, numbered=False)
    year = "(?P<year>(?:1[5-9]|20)[0-9]{2}|[١٢][٠-٩]{3})"
    if own.year_before:
        yield "year", f"(?:{spaced(own.year_before)}){S}?(?P<x>{year})"
    if own.year_after:
        yield "year", f"{year}{S}(?:{spaced(own.year_after)})"


def _clear(words: Vocabulary, names: Mapping[str, int]) -> list[str]:
    """Those that are dates without a number beside them."""
    return [name for name in names if name not in words.tables.ambiguous]


def _month(words: Vocabulary, *, numbered: bool) -> str:
    return f"(?P<month>{words.names(words.months, numbered=numbered)}){_paired(words, numbered=numbered)}"


def _paired(words: Vocabulary, *, numbered: bool) -> str:
    """A month told twice, in two naming traditions: "كانون الثاني/يناير"."""
    if not words.tables.paired_months:
        return ""
    return f"(?:{S}?[/(]{S}?(?:{words.names(words.months, numbered=numbered)})\\)?)?"


def _dotted(words: Vocabulary) -> str:
    """Abbreviated months that keep their full stop, which tells them from other words."""
    short = [word for word in words.months if word in words.short and word not in words.tables.ambiguous]
    return f"(?:{alternatives(short)})\\." if short else ""


def _stepped_years(words: Vocabulary) -> Iterator[str]:
    own = words.tables
    unit = words.units_of(Granularity.YEAR)
    before = _steps(own.last.before, own.this.before, own.next.before)
    after = _steps(own.last.after, own.this.after, own.next.after)
    if before:
        yield f"(?:{before}){S}?(?:{unit})"
    if after:
        yield f"(?:{unit}){S}(?:{after})"


def _year_of(words: Vocabulary) -> str:
    """What stands between a month and its year: "del", "de l'", or a space alone."""
    of = f"(?:(?:{words.tables.of}){S}?)?" if words.tables.of else ""
    return f"{S}{of}{_article(words)}"


def _of(words: Vocabulary) -> str:
    return f"(?:{S}(?:{words.tables.of}){S}|{S})" if words.tables.of else S


def _steps(last: str, this: str, next: str) -> str:
    named = (("last", last), ("this", this), ("next", next))
    return "|".join(f"(?P<{name}>{spaced(fragment)})" for name, fragment in named if fragment)


def _before_number(words: Vocabulary) -> str:
    """Between a weekday and its number; after a comma only with an article ("Dienstag, den 13."), else it counts things
    ("martes, 13 personas")."""
    own = words.tables
    leads = "|".join(lead for lead in (own.article, own.day_before) if lead)
    return f"(?:,?{S}(?:{leads}){S}|{S})" if leads else S


def _unstepped(words: Vocabulary) -> str:
    """A step that the date told after it makes needless: "la próxima" before "lunes, 18 de marzo"."""
    own = words.tables
    steps = (own.last.before, own.last_weekday, own.this.before, own.next.before)
    return f"(?:(?:{spaced('|'.join(filter(None, steps)))}){S})?" if any(steps) else ""


def _stepped_weeks(words: Vocabulary) -> Iterator[str]:
    own, unit = words.tables, words.units_of(Granularity.WEEK)
    if before := _steps(own.last.before, own.this.before, own.next.before):
        yield f"(?:{before}){S}?(?:{unit})"
    if after := _steps(own.last.after, own.this.after, own.next.after):
        yield f"(?:{unit}){S}(?:{after})"


def _article(words: Vocabulary) -> str:
    return f"(?:(?:{words.tables.article}){S}?)?" if words.tables.article else ""


def _day_word(words: Vocabulary) -> str:
    return f"(?:(?:{words.tables.day_before}){S})?" if words.tables.day_before else ""


def _part(words: Vocabulary) -> str:
    if not words.tables.parts:
        return ""
    gap = f"{S}?" if words.tables.attached or not words.tables.spaced else S
    return f"(?:{gap}(?P<part>{alternatives(words.tables.parts)}))?"
