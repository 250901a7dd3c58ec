"""All English rules in one list, the earlier ones first where two read the same phrase, and their grammar."""

from app.timex.en import absolute, month, relative, weekday
from app.timex.en.words import TABLES
from app.timex.rule import Grammar

RULES = (
    *absolute.DAYS,
    *absolute.MONTHS,
    *absolute.YEARS,
    *weekday.RULES,
    *month.DAYS,
    *month.MONTHS,
    *month.SEASONS,
    *relative.DAYS,
    *relative.CELLS,
    *relative.RULES,
)
GRAMMAR = Grammar(RULES, TABLES)
