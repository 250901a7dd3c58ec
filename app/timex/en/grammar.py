"""All English rules in one list, the earlier ones first where two read the same phrase, and their grammar."""

from dataclasses import replace

from app.timex.en import (
    absolute,
    clock,
    daypart,
    decoys,
    duration,
    era,
    month,
    named,
    part,
    quarter,
    recurring,
    relative,
    spans,
    story,
    vague,
    weekday,
)
from app.timex.en.words import TABLES
from app.timex.rule import Grammar, phrases

_HOLIDAYS = TABLES | {"holiday": named.HOLIDAYS}
_DATES = (*absolute.DAYS, *weekday.RULES, *month.DAYS, *relative.DAYS, *named.DAYS[:4])
_CELLS = (
    *absolute.MONTHS,
    *absolute.YEARS,
    *month.MONTHS,
    *month.SEASONS,
    *relative.CELLS,
    *relative.WEEKENDS,
    *era.CELLS,
    *(replace(rule, behind=frozenset()) for rule in (*absolute.FAR_YEARS, *named.NEW_YEARS)),
)
_TABLES = _HOLIDAYS | {"date": phrases(_DATES, _HOLIDAYS), "cell": phrases(_CELLS, _HOLIDAYS)}

RULES = (
    *decoys.RULES,
    *spans.RULES,
    *absolute.DAYS,
    *absolute.MONTHS,
    *absolute.YEARS,
    *absolute.FAR_YEARS,
    *absolute.SHORT_YEARS,
    *weekday.RULES,
    *named.NEW_YEARS,
    *named.DAYS,
    *month.DAYS,
    *month.MONTHS,
    *month.YEARS_AGO,
    *month.SEASONS,
    *relative.DAYS,
    *relative.RULES,
    *relative.CELLS,
    *relative.WEEKENDS,
    *quarter.RULES,
    *era.CELLS,
    *era.RULES,
    *part.RULES,
    *clock.PLAIN,
    *clock.RULES,
    *daypart.RULES,
    *story.RULES,
    *recurring.RULES,
    *duration.RULES,
    *vague.RULES,
    *month.BEFORE_NAMES,
)
GRAMMAR = Grammar(RULES, _TABLES)
