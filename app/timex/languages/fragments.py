"""Pieces that the patterns of spaced languages are made from: months, days, articles, steps. Computes no date."""

from collections.abc import Iterator, Mapping

from app.domain.interval import Granularity
from app.timex.languages.vocabulary import SPACE as S
from app.timex.languages.vocabulary import Vocabulary, alternatives, spaced

DIGIT = "[0-9٠-٩]"
DAY = f"(?P<day>{DIGIT}{{1,2}})"
YEAR = f"(?P<year>{DIGIT}{{4}})"
DAY_IN_BRACKETS = f"(?P<day_in_brackets>{DIGIT}{{1,2}})(?:/{DIGIT}{{1,2}})?"
STEPPABLE = (Granularity.YEAR, Granularity.MONTH, Granularity.WEEK, Granularity.WEEKEND)


def day_of_month(words: Vocabulary) -> str:
    own = words.tables
    in_words = f"|{alternatives(own.day_words)}" if own.day_words else ""
    return f"(?P<day>{DIGIT}{{1,2}}{in_words})" + (f"(?:{own.ordinal})?" if own.ordinal else "")


def numeric(order: str) -> str:
    """The pattern of a date in figures: `{d}/{m}/{y}`."""
    day, month, year = f"(?P<day>{DIGIT}{{1,2}})", f"(?P<month>{DIGIT}{{1,2}})", f"(?P<year>{DIGIT}{{4}})"
    return order.replace(" ?", f"{S}?").replace("{d}", day).replace("{m}", month).replace("{y}", year)


def clear_names(words: Vocabulary, names: Mapping[str, int]) -> list[str]:
    """Those that are dates without a number beside them."""
    return [name for name in names if name not in words.tables.ambiguous]


def month_name(words: Vocabulary, *, numbered: bool) -> str:
    return f"(?P<month>{words.names(words.months, numbered=numbered)}){paired_month(words, numbered=numbered)}"


def paired_month(words: Vocabulary, *, numbered: bool) -> str:
    """A month told twice, in two naming traditions: "كانون الثاني/يناير"."""
    if not words.tables.paired_months:
        return ""
    return f"(?:{S}?[/(]{S}?(?:{words.names(words.months, numbered=numbered)})\\)?)?"


def dotted_months(words: Vocabulary) -> str:
    """Abbreviated months that keep their full stop, which tells them from other words."""
    short = [word for word in words.months if word in words.short and word not in words.tables.ambiguous]
    return f"(?:{alternatives(short)})\\." if short else ""


def stepped_years(words: Vocabulary) -> Iterator[str]:
    own = words.tables
    unit = words.units_of(Granularity.YEAR)
    before = step_groups(own.last.before, own.this.before, own.next.before)
    after = step_groups(own.last.after, own.this.after, own.next.after)
    if before:
        yield f"(?:{before}){S}?(?:{unit})"
    if after:
        yield f"(?:{unit}){S}(?:{after})"


def year_of(words: Vocabulary) -> str:
    """What stands between a month and its year: "del", "de l'", or a space alone."""
    of = f"(?:(?:{words.tables.of}){S}?)?" if words.tables.of else ""
    return f"{S}{of}{article_of(words)}"


def of_word(words: Vocabulary) -> str:
    return f"(?:{S}(?:{words.tables.of}){S}|{S})" if words.tables.of else S


def step_groups(last: str, this: str, next: str) -> str:
    named = (("last", last), ("this", this), ("next", next))
    return "|".join(f"(?P<{name}>{spaced(fragment)})" for name, fragment in named if fragment)


def before_number(words: Vocabulary) -> str:
    """Between a weekday and its number; after a comma only with an article ("Dienstag, den 13."), else it counts things
    ("martes, 13 personas")."""
    own = words.tables
    leads = "|".join(lead for lead in (own.article, own.day_before) if lead)
    return f"(?:,?{S}(?:{leads}){S}|{S})" if leads else S


def unstepped(words: Vocabulary) -> str:
    """A step that the date told after it makes needless: "la próxima" before "lunes, 18 de marzo"."""
    own = words.tables
    steps = (own.last.before, own.last_weekday, own.this.before, own.next.before)
    return f"(?:(?:{spaced('|'.join(filter(None, steps)))}){S})?" if any(steps) else ""


def stepped_weeks(words: Vocabulary) -> Iterator[str]:
    own, unit = words.tables, words.units_of(Granularity.WEEK)
    if before := step_groups(own.last.before, own.this.before, own.next.before):
        yield f"(?:{before}){S}?(?:{unit})"
    if after := step_groups(own.last.after, own.this.after, own.next.after):
        yield f"(?:{unit}){S}(?:{after})"


def article_of(words: Vocabulary) -> str:
    return f"(?:(?:{words.tables.article}){S}?)?" if words.tables.article else ""


def day_word(words: Vocabulary) -> str:
    return f"(?:(?:{words.tables.day_before}){S})?" if words.tables.day_before else ""


def part_of_day(words: Vocabulary) -> str:
    if not words.tables.parts:
        return ""
    gap = f"{S}?" if words.tables.attached or not words.tables.spaced else S
    return f"(?:{gap}(?P<part>{alternatives(words.tables.parts)}))?"


def count(words: Vocabulary, template: str) -> str:
    """ "vor {n} {unit}" with any number and unit."""
    own = words.tables
    number = f"(?P<n>{DIGIT}{{1,3}}|{alternatives(own.numbers)})"
    unit = f"(?P<unit>{words.units_of(*(set(own.units) - {Granularity.WEEKEND}))})"
    return spaced(template).replace("{n}", number).replace("{unit}", unit)
