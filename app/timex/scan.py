"""A whole field's time expressions: found by a grammar, resolved against publication and what was told before."""

from app.domain import edtf
from app.domain.article import Anchor
from app.domain.expression import Dating, TimeExpression
from app.domain.interval import Interval
from app.domain.span import Field
from app.timex import bound
from app.timex.cues import Language
from app.timex.lean import as_bounded, lean
from app.timex.meaning import Nothing
from app.timex.narrative import Story
from app.timex.origin import publication
from app.timex.plain import plain
from app.timex.resolve import resolve
from app.timex.resolved import Resolved
from app.timex.rule import Read
from app.timex.sentence import around

_BEHIND = 20  # characters: the longest word that a rule wants before its phrase


def datings(text: str, *, field: Field, anchor: Anchor, language: Language) -> tuple[Dating, ...]:
    """The datings of a field in the order of the text, non-overlapping. Pure."""
    scan = _Scan(text, field, anchor, language)
    found = (scan.dating(start, end) for start, end in language.grammar.spans(scan.plain))
    return tuple(dating for dating in found if dating is not None)


class _Scan:
    """One pass over a field, with what it has told so far."""

    def __init__(self, text: str, field: Field, anchor: Anchor, language: Language) -> None:
        self.text, self.field, self.anchor, self.language = text, field, anchor, language
        self.plain = plain(text)
        self.story = Story(publication(anchor), narrates=False)

    def dating(self, start: int, end: int) -> Dating | None:
        """What the words found here date; None for decoys and for what no calendar has."""
        read = self._reading(start, self.plain[start:end])
        if read is None or isinstance(read.meaning, Nothing) or self._inside_a_word(start, end):
            return None
        start, end = start + read.skip, end - read.drop
        end += read.dotted and self.plain[end : end + 1] == b"."
        before, after = around(self.plain, start, end, self.language.cues)
        leaning, _ = lean(before, after, self.language.cues)
        how, extent = bound.bound(before, after, self.language.cues)
        meaning, origin = self.story.view(read.meaning, start)
        try:
            resolved = resolve(meaning, origin, as_bounded(leaning, how, read.meaning))
        except OverflowError:
            return None
        if resolved is None:
            return None
        if resolved.cell is not None:
            self.story.tell(read.meaning, resolved.cell, start)
        return Dating(self._expression(start, end, read, resolved), how if resolved.cell else None, extent)

    def _reading(self, start: int, phrase: bytes) -> Read | None:
        """The first rule that reads the phrase and finds the word it wants before it."""
        behind = self.plain[max(0, start - _BEHIND) : start].decode("ascii").lower().rstrip(' "(').rpartition(" ")[2]
        readings = self.language.grammar.read(phrase)
        return next((read for read in readings if not read.rule.behind or behind in read.rule.behind), None)

    def _inside_a_word(self, start: int, end: int) -> bool:
        """Letters outside ASCII are no word characters to RE2, so the edges are looked at here."""
        return (start > 0 and self.text[start - 1].isalnum()) or (end < len(self.text) and self.text[end].isalnum())

    def _expression(self, start: int, end: int, read: Read, resolved: Resolved) -> TimeExpression:
        text, cell = self.text[start:end], resolved.cell
        interval = Interval.of_minutes(cell.start, cell.end, cell.grain) if cell else None
        return TimeExpression(
            text=text,
            field=self.field,
            start=start,
            end=end,
            type=resolved.type,
            value=resolved.value,
            mod=resolved.mod,
            edtf=edtf.label(interval, cell.grain, None) if interval and cell else None,
            granularity=cell.grain if cell else None,
            interval=interval,
            zone=(resolved.zone or self.anchor.zone) if cell and cell.grain.finer_than_day else None,
            rule=read.rule.name,
            explanation=f"{' '.join(text.split())}: {resolved.why}",
        )
