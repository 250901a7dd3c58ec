"""A text laid out for the model of times: its sentences, what is quoted, and its datings tied to their tokens."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from app.domain import civil
from app.domain.article import Anchor
from app.domain.expression import Dating, TimexType
from app.extract.learned.verb_group import VerbGroup, governor, is_verb, verb_group
from app.text.annotation import AnnotatedSentence

_OPENING = frozenset({"``", "“"})
_CLOSING = frozenset({"''", "”"})
_NEAR = ((1, "1"), (7, "7"), (31, "31"), (366, "365"))


@dataclass(frozen=True, slots=True)
class Told:
    """A dating at its place: sentence, head token, preposition, the verb above it.

    `first` and `last` are day numbers, both inclusive, and None where the dating has no interval.
    """

    dating: Dating
    sentence: int
    head: int
    preposition: str
    verb: int | None
    first: int | None
    last: int | None
    grain: str
    relation: str

    @property
    def side(self) -> str:
        """Of publication: `p` before, `f` after, `eq` that day, `inn` holding it, `none`."""
        return self.relation if self.relation in ("eq", "inn", "none") else self.relation[0]

    @property
    def span(self) -> tuple[int | None, int | None]:
        return self.first, self.last


class Story:
    """All that features may look at."""

    def __init__(self, sentences: Sequence[AnnotatedSentence], datings: Sequence[Dating], anchor: Anchor) -> None:
        self.sentences = sentences
        self.day = anchor.day
        self.quoted = _quoted(sentences)
        starts = [sentence.sentence.start for sentence in sentences]
        placed = (_told(dating, starts, sentences, anchor.day) for dating in datings)
        self.told = tuple(each for each in placed if each is not None)
        self._groups: dict[tuple[int, int], VerbGroup] = {}
        self._tops: dict[int, tuple[VerbGroup, ...]] = {}

    def group(self, sentence: int, verb: int) -> VerbGroup:
        """The verb group of this verb."""
        found = self._groups.get((sentence, verb))
        if found is None:
            found = self._groups[sentence, verb] = verb_group(self.sentences[sentence], verb)
        return found

    def tops(self, sentence: int) -> tuple[VerbGroup, ...]:
        """The groups of the verbs at the top of a sentence."""
        found = self._tops.get(sentence)
        if found is None:
            tokens = self.sentences[sentence].tokens
            verbs = (at for at, token in enumerate(tokens) if token.head == at and is_verb(token))
            found = self._tops[sentence] = tuple(self.group(sentence, at) for at in verbs)
        return found

    @cached_property
    def dated(self) -> tuple[Told, ...]:
        """Those with an interval."""
        return tuple(each for each in self.told if each.first is not None)

    @cached_property
    def by_sentence(self) -> tuple[tuple[Told, ...], ...]:
        """All datings of each sentence, also those without an interval."""
        found: list[list[Told]] = [[] for _ in self.sentences]
        for each in self.told:
            found[each.sentence].append(each)
        return tuple(map(tuple, found))

    @cached_property
    def times_told(self) -> dict[tuple[int | None, int | None], int]:
        """How often each interval is told."""
        counted: dict[tuple[int | None, int | None], int] = {}
        for each in self.dated:
            counted[each.span] = counted.get(each.span, 0) + 1
        return counted


def _quoted(sentences: Sequence[AnnotatedSentence]) -> tuple[tuple[bool, ...], ...]:
    """For each token whether it stands inside double quotes; a quotation may run over sentences."""
    inside = False
    rows = []
    for sentence in sentences:
        row = []
        for token in sentence.tokens:
            if token.text in _OPENING:
                inside = True
            elif token.text in _CLOSING:
                inside = False
            elif token.text == '"':
                inside = not inside
            row.append(inside)
        rows.append(tuple(row))
    return tuple(rows)


def _told(dating: Dating, starts: Sequence[int], sentences: Sequence[AnnotatedSentence], day: int) -> Told | None:
    expression = dating.expression
    at = bisect_right(starts, expression.start) - 1
    if at < 0:
        return None
    sentence = sentences[at]
    tokens = sentence.tokens
    inside = [i for i, token in enumerate(tokens) if token.start < expression.end and token.end > expression.start]
    if not inside:
        return None
    outward = [i for i in inside if tokens[i].head == i or tokens[i].head not in inside]
    head = (outward or inside)[-1]
    above = tokens[tokens[head].head]
    preposition = above.lemma.lower() if above.pos in ("ADP", "SCONJ") else ""
    first, last = _days(dating)
    verb = governor(sentence, head).verb
    return Told(dating, at, head, preposition, verb, first, last, _grain(dating), _relation(first, last, day))


def _days(dating: Dating) -> tuple[int | None, int | None]:
    interval = dating.expression.interval
    if interval is None:
        return None, None
    start, end = civil.minutes(interval.start), civil.minutes(interval.end)
    return start // civil.MINUTES_A_DAY, max(start, end - 1) // civil.MINUTES_A_DAY


def _grain(dating: Dating) -> str:
    granularity = dating.expression.granularity
    if granularity is None:
        return str(dating.expression.type if dating.expression.type is not TimexType.TIME else TimexType.DATE)
    return "time" if granularity.finer_than_day else str(granularity)


def _relation(first: int | None, last: int | None, day: int) -> str:
    """Where an interval lies to publication: eq, inn, or `p`/`f` with the size of the gap."""
    if first is None or last is None:
        return "none"
    if first <= day <= last:
        return "eq" if first == last else "inn"
    gap, side = (day - last, "p") if last < day else (first - day, "f")
    return side + next((name for most, name in _NEAR if gap <= most), "far")
