"""One pass over a field in a language other than English: candidates read, told with bound, edge and clock time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.domain import civil, edtf
from app.domain.article import Anchor
from app.domain.expression import Dating, TimeExpression
from app.domain.interval import Bound, Extent, Granularity, Interval
from app.domain.span import Field
from app.timex.calendar import Cell
from app.timex.languages.context import Context
from app.timex.languages.found import Found
from app.timex.languages.grammar import LONGEST, Candidate, Grammar
from app.timex.languages.reading import Reading, at_clock, names_no_day, reading
from app.timex.meaning import Mod
from app.timex.thirds import third

Parsed = Callable[[str, int], tuple[int, int, int] | None]
"""A span and the anchor's day to the year, month and day that dateparser reads in it."""

# dateparser takes about a millisecond a date; past this many distinct ones in a field our own arithmetic reads them.
_PARSED_A_FIELD = 300
_THROUGHOUT = frozenset({Bound.SINCE, Bound.UNTIL})
_WITH_EDGES = frozenset({Granularity.DECADE, Granularity.YEAR, Granularity.MONTH, Granularity.WEEK})
_LEANING = frozenset({"weekday", "weekday/night", "weekday/small-hours"})
_ASCII_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


@dataclass(frozen=True, slots=True)
class _Told:
    """A reading at its span [start, end), with a clock time or an edge ("finales de") taken in."""

    rule: str
    start: int
    end: int
    reading: Reading
    mod: Mod | None


class Scan:
    """The state of one pass: which dates dateparser was asked for, and where days stand that no calendar has."""

    def __init__(self, text: str, anchor: Anchor, grammar: Grammar, context: Context, *, parsed: Parsed) -> None:
        self.text, self.anchor, self.grammar, self.context = text, anchor, grammar, context
        self.parsed, self.asked, self.absent = parsed, set[str](), list[tuple[int, int]]()

    def datings(self, field: Field) -> Iterator[Dating]:
        """In the order of the text, non-overlapping."""
        free = 0
        for start in self.grammar.starts(self.text):
            if start < free:
                continue
            for candidate in self.grammar.candidates(self.text, start):
                told = self._told(candidate, free)
                if told is not None:
                    yield self._dating(told, field)
                    free = told.end
                    break
                if _wins_unread(candidate):
                    free = candidate.end
                    break

    def _told(self, candidate: Candidate, free: int) -> _Told | None:
        read = self._read(candidate)
        if read is None:
            return None
        if read.granularity is Granularity.DAY:
            return self._with_clock(candidate, read)
        if read.granularity in _WITH_EDGES:
            return self._with_edge(candidate, read, free)
        return _Told(candidate.rule, candidate.start, candidate.end, read, None)

    def _read(self, candidate: Candidate) -> Reading | None:
        """None where it is no date after all."""
        if candidate.rule.startswith("decoy") or self._is_other(candidate):
            return None
        ahead = candidate.rule in _LEANING and self.context.ahead(self.text, candidate.start, candidate.end)
        found = Found(candidate.rule, candidate.groups, self.grammar.words, ahead, lambda: self._written(candidate))
        if names_no_day(found):
            self.absent.append((candidate.start, candidate.end))
        return reading(found, self.anchor)

    def _with_clock(self, candidate: Candidate, read: Reading) -> _Told:
        start, end = candidate.start, candidate.end
        clock = self.context.clock(self.text, end)
        if clock is None or end + clock.length - start > LONGEST:
            return _Told(candidate.rule, start, end, read, None)
        timed = at_clock(read.start // civil.MINUTES_A_DAY, clock.hour, clock.minute, read.reason)
        return _Told(candidate.rule, start, end + clock.length, timed, None)

    def _with_edge(self, candidate: Candidate, read: Reading, free: int) -> _Told:
        """ "finales de mayo" is the last third of May, with the words that say so in the span."""
        start, end = candidate.start, candidate.end
        edge = self.context.edge(self.text, start, end)
        if edge is None or start - edge.before < free:
            return _Told(candidate.rule, start, end, read, None)
        cell = third(Cell(read.start, read.end, read.granularity, read.value), edge.mod)
        cut = Reading(cell.start, cell.end, read.granularity, read.type, read.value, f"{edge.words}; {read.reason}")
        return _Told(candidate.rule, start - edge.before, end + edge.after, cut, edge.mod)

    def _is_other(self, candidate: Candidate) -> bool:
        start, end, groups = candidate.start, candidate.end, candidate.groups
        if self.context.is_compound(self.text, end):
            return True
        match candidate.rule:
            case "weekday" | "month":
                return self.context.is_name(self.text, start, end, groups)
            case "year":
                return self.context.is_amount(self.text, end, int(groups["year"]) if groups["year"].isdecimal() else 0)
            case "phrase":
                return self.context.is_noun(self.text, start)
            case _:
                return False

    def _written(self, candidate: Candidate) -> tuple[int, int, int] | None:
        span = self.text[candidate.start : candidate.end].translate(_ASCII_DIGITS)
        if len(self.asked) >= _PARSED_A_FIELD and span not in self.asked:
            return None
        self.asked.add(span)
        return self.parsed(span, self.anchor.day)

    def _dating(self, told: _Told, field: Field) -> Dating:
        read, text = told.reading, self.text[told.start : told.end]
        interval = Interval.of_minutes(read.start, read.end, read.granularity)
        bound = self.context.bound(self.text, told.start, told.end)
        expression = TimeExpression(
            text=text,
            field=field,
            start=told.start,
            end=told.end,
            type=read.type,
            value=read.value,
            mod=told.mod.value if told.mod else None,
            edtf=edtf.label(interval, read.granularity, None),
            granularity=read.granularity,
            interval=interval,
            zone=self.anchor.zone if read.granularity.finer_than_day else None,
            rule=f"languages/{told.rule}",
            explanation=f"{' '.join(text.split())}: {read.reason}",
        )
        return Dating(expression, bound, Extent.THROUGHOUT if bound in _THROUGHOUT else Extent.WITHIN)


def _wins_unread(candidate: Candidate) -> bool:
    """Whether it keeps its span without a reading: decoys, dates that don't exist ("30.02.2024"), and a weekday with a
    number it doesn't fit ("martes 13")."""
    return candidate.rule.startswith(("decoy", "date/", "month-day")) or candidate.rule == "weekday/numbered"
