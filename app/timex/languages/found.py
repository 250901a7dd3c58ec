"""A shape found in a text, with what its words stand for. Computes no date."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.domain import civil
from app.domain.interval import Granularity
from app.timex.calendar import Cell
from app.timex.languages.vocabulary import Vocabulary

WrittenDate = Callable[[], tuple[int, int, int] | None]
"""Year, month and day that dateparser reads in the whole span, or None."""

Told = tuple[Cell, str] | None
"""The cell a shape names and the reason in words; None where it names no date that exists."""

_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")


@dataclass(frozen=True, slots=True)
class Found:
    """A shape found in the text: its rule, the groups that took part, whether words about it look ahead."""

    rule: str
    groups: Mapping[str, str]
    words: Vocabulary
    ahead: bool
    written: WrittenDate

    def number(self, group: str) -> int:
        told = self.groups[group]
        return self.words.tables.day_words.get(told) or figure(told, self.words.tables.numbers)

    @property
    def step(self) -> int:
        return -1 if "last" in self.groups else 1 if "next" in self.groups else 0

    @property
    def month(self) -> int:
        name = self.groups["month"].rstrip(".")
        return self.words.months.get(name) or self.number("month")

    @property
    def weekday(self) -> int | None:
        name = self.groups.get("weekday", "").rstrip(".")
        return self.words.weekdays[name] if name else None


def figure(text: str, numbers: Mapping[str, int]) -> int:
    """A number in figures of any script, or in words of the table; 0, which is no day, month or year, for others."""
    figures = text.translate(_DIGITS)
    return numbers[text] if text in numbers else int(figures) if figures.isdecimal() else 0


def told(cell: Cell | None, reason: str) -> Told:
    return (cell, reason) if cell else None


def sign(found: Found) -> int:
    return -1 if found.rule.endswith("ago") else 1


def day_text(day: int) -> str:
    return civil.day_text(day * civil.MINUTES_A_DAY)


def counted_from(unit: Granularity, steps: int, today: int) -> str:
    if not steps:
        return f"the {unit} of publication on {day_text(today)}"
    many = f"{abs(steps)} {unit}s" if abs(steps) > 1 else f"1 {unit}"
    return f"{many} {'before' if steps < 0 else 'after'} that of publication on {day_text(today)}"
