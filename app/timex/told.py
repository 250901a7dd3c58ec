"""Found expressions told to the outside: TIMEX3 readings with intervals, labels and explanations."""

from collections.abc import Iterator, Sequence

from app.domain import edtf
from app.domain.article import Anchor
from app.domain.expression import Dating, TimeExpression, TimexType
from app.domain.interval import Interval
from app.domain.span import Field
from app.timex.calendar import Cell
from app.timex.found import Found, leans
from app.timex.meaning import Lean
from app.timex.ranges import Pair
from app.timex.resolved import Resolved

_WAYS = {Lean.BACK: "looks back", Lean.FORWARD: "looks ahead"}


class Teller:
    """What is the same for all expressions of a field."""

    def __init__(self, text: str, field: Field, anchor: Anchor) -> None:
        self.text, self.field, self.anchor = text, field, anchor

    def datings(self, found: Sequence[Found | Pair]) -> Iterator[Dating]:
        for one in found:
            if isinstance(one, Pair):
                yield from self._pair(one)
            else:
                yield Dating(self._expression(one), one.bound, one.extent)

    def _pair(self, pair: Pair) -> Iterator[Dating]:
        """Both ends, each with the whole range that an event is dated by."""
        whole = self._range(pair)
        for end in (pair.first, pair.last):
            yield Dating(self._expression(end), None, pair.extent, whole)

    def _range(self, pair: Pair) -> TimeExpression:
        text = self.text[pair.first.start : pair.last.end]
        resolved = Resolved(TimexType.DATE, pair.cell.value, None, pair.cell, pair.first.resolved.zone, pair.why)
        return self._told(pair.first.start, pair.last.end, pair.rule, resolved, f"{_one_line(text)}: {pair.why}")

    def _expression(self, found: Found) -> TimeExpression:
        return self._told(found.start, found.end, found.rule, found.resolved, self._explanation(found))

    def _explanation(self, found: Found) -> str:
        """One sentence: the phrase, what it is counted from, and the word that the lean was seen by."""
        said = f"{_one_line(self.text[found.start : found.end])}: {found.resolved.why}"
        if found.cue is None or found.lean is Lean.NEAR or not leans(found.meaning) or self._gainsays(found):
            return said
        return f"{said}, because “{found.cue}” {_WAYS[found.lean]}"

    def _gainsays(self, found: Found) -> bool:
        """Whether the reading lies the other way: the nearest day of a month is told, however the verb leans."""
        cell = found.resolved.cell
        ahead, behind = (cell.first_day > self.anchor.day, cell.last_day < self.anchor.day) if cell else (False, False)
        return ahead if found.lean is Lean.BACK else behind

    def _told(  # noqa: PLR0917 - the five parts of a telling
        self, start: int, end: int, rule: str, resolved: Resolved, explanation: str
    ) -> TimeExpression:
        cell = resolved.cell
        interval = _interval(cell)
        finer = cell is not None and cell.grain.finer_than_day
        return TimeExpression(
            text=self.text[start:end],
            field=self.field,
            start=start,
            end=end,
            type=resolved.type,
            value=resolved.value,
            mod=resolved.mod,
            edtf=edtf.label(interval, cell.grain, None) if interval and cell else None,
            granularity=cell.grain if cell else None,
            interval=interval,
            zone=(resolved.zone or self.anchor.zone) if finer else None,
            rule=rule,
            explanation=explanation,
        )


def _interval(cell: Cell | None) -> Interval | None:
    return None if cell is None else Interval.of_minutes(cell.start, cell.end, cell.grain)


def _one_line(text: str) -> str:
    return " ".join(text.split())
