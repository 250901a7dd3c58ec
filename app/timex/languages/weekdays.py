"""The shapes of weekdays outside English: stepped, numbered, counted on from, and the nights that lead into them."""

from collections.abc import Iterator

from app.timex.languages.fragments import (
    DAY,
    DAY_IN_BRACKETS,
    article_of,
    before_number,
    clear_names,
    count,
    day_word,
    part_of_day,
    step_groups,
    stepped_weeks,
    unstepped,
)
from app.timex.languages.vocabulary import SPACE as S
from app.timex.languages.vocabulary import Vocabulary, alternatives, spaced


def shapes(words: Vocabulary) -> Iterator[tuple[str, str]]:
    """Names and patterns, the one that wins first."""
    own = words.tables
    every = f"(?P<weekday>{words.names(words.weekdays, numbered=True)})"
    name = f"(?P<weekday>{words.names(clear_names(words, words.weekdays), numbered=False)})"
    article, part = article_of(words), part_of_day(words)
    before = "|".join(part for part in (own.last.before, own.last_weekday) if part)
    steps = step_groups(before, own.this.before, own.next.before)
    day = f"(?:{before_number(words)}{DAY}|{S}?\\({day_word(words)}{DAY_IN_BRACKETS}\\))"
    yield "weekday/numbered", f"{article}{unstepped(words)}{every}{day}"
    for week in stepped_weeks(words):
        yield "weekday/of-week", f"{article}{name}{S}(?:(?:{own.of_week}){S}?)?{article}{week}"
        yield "weekday/of-week", f"{article}{week},?{S}{article}{name}{part}"
    if steps:
        yield "weekday/stepped", f"{article}(?:{steps}){S}?{name}{part}"
    after = step_groups(own.last.after, own.this.after, own.next.after)
    if after:
        yield "weekday/stepped", f"{article}{day_word(words)}{name}{S}(?:{after})"
    lead = f"(?:(?P<part_before>{alternatives(own.parts_before)}){S})?" if own.parts_before else ""
    if own.habitual:
        yield "decoy/habit", f"(?:{own.habitual}){S}(?:{words.names(words.weekdays, numbered=False)})"
    if own.indefinite:
        yield "decoy/indefinite", f"(?:{spaced(own.indefinite)}){S}(?:{words.names(words.weekdays, numbered=False)})"
    yield from _nights(words)
    for sign, templates in (("ago", own.ago), ("ahead", (*own.ahead, *own.weekday_ahead))):
        for template in templates:
            yield f"weekday/counted-{sign}", f"{article}{name}{part},?{S}{count(words, template)}"
    yield "weekday", f"{lead}{article}{day_word(words)}{name}{part}"


def _nights(words: Vocabulary) -> Iterator[tuple[str, str]]:
    """The night that leads into a weekday: "der Nacht zum Samstag", "la noche del lunes al martes"."""
    names = words.names(clear_names(words, words.weekdays), numbered=False)
    for rule, templates in (("night", words.tables.nights), ("small-hours", words.tables.small_hours)):
        for template in templates:
            night = spaced(template).replace("{first}", f"(?P<eve>{names})").replace("{last}", f"(?P<weekday>{names})")
            yield f"weekday/{rule}", night
