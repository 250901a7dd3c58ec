"""Which date belongs to which event: by the parse, not by nearness.

In go an annotated sentence, its candidates and the datings found in it; out comes, for each candidate, the dating its
own clause gives it, or None. What is carried over from other sentences is narrative.py's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from app.domain.expression import Dating, TimexType
from app.domain.interval import Bound, Extent, Granularity
from app.extract.dating import together
from app.extract.dating.hanging import hung_on, targets, when
from app.extract.sentence import clause, lexicon
from app.extract.sentence.fixing import as_told, goes_to, is_fixed, is_put, mover, putting
from app.extract.sentence.happening import is_regarded, names_happening, supports
from app.extract.sentence.tense import spine
from app.extract.sentence.triggers import Candidate
from app.text.annotation import AnnotatedSentence

_DAY = Granularity.DAY
# How long one thing lasts says nothing of what it is joined to: "was held until Monday".
_LASTING = frozenset({Bound.UNTIL, Bound.SINCE})


class Tie(IntEnum):
    """How closely a dating is bound to an event, closest first."""

    OWN = 0  # hangs on the trigger or its light verb
    FRAME = 1  # of the noun event that frames the verb, or of the verb a noun takes part in
    SHARED = 2  # of a verb joined to it


@dataclass(frozen=True, slots=True)
class Tied:
    """A dating and how it is bound to an event."""

    dating: Dating
    tie: Tie


def tied(
    sentence: AnnotatedSentence, candidates: Sequence[Candidate], datings: Sequence[Dating]
) -> tuple[Tied | None, ...]:
    """For each candidate the dating of its clause; datings without an interval date nothing."""
    found = list(_hung(sentence, datings))
    best = [_best(sentence, candidate, found) for candidate in candidates]
    return tuple(
        each or _lost(sentence, candidate, candidates, found) for candidate, each in zip(candidates, best, strict=True)
    )


def _lost(
    sentence: AnnotatedSentence,
    candidate: Candidate,
    candidates: Sequence[Candidate],
    found: Sequence[tuple[int, Dating]],
) -> Tied | None:
    """A date on what a verb is done to that is no event here after all is the verb's: "halted flights on Monday"."""
    told = {each.index for each in candidates}
    things = clause.children(sentence, candidate.index, "dobj") if not candidate.is_noun else ()
    for noun in (thing for thing in things if names_happening(sentence.tokens[thing])):
        dating = next((dating for target, dating in found if target == noun and noun not in told), None)
        if dating is not None:
            return Tied(dating, Tie.OWN)
    return None


def hung(sentence: AnnotatedSentence, datings: Sequence[Dating]) -> frozenset[int]:
    """The tokens that these datings hang on."""
    return frozenset(target for target, _ in _hung(sentence, datings))


_UNKNOWN = frozenset({"PAST_REF", "FUTURE_REF"})


def vague(sentence: AnnotatedSentence, datings: Sequence[Dating], absent: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The tokens that words hang on which tell another time without saying which: "last season", and the spans `absent`
    of days that don't exist."""
    unknown = (dating for dating in datings if dating.expression.value in _UNKNOWN)
    found = {target for dating in unknown for target in targets(sentence, dating)}
    return frozenset(found.union(*(hung_on(sentence, *span) for span in absent)))


def _hung(sentence: AnnotatedSentence, datings: Sequence[Dating]) -> Iterator[tuple[int, Dating]]:
    for dating in datings:
        if _dates(dating):
            yield from ((target, as_told(sentence, target, dating)) for target in targets(sentence, dating))
            then = replace(dating, bound=None, extent=Extent.WITHIN)
            yield from ((verb, then) for verb in when(sentence, dating))


def _dates(dating: Dating) -> bool:
    return dating.dates_by.interval is not None and dating.expression.type is not TimexType.SET


def _best(sentence: AnnotatedSentence, candidate: Candidate, targets: Sequence[tuple[int, Dating]]) -> Tied | None:
    reached = dict(_reached(sentence, candidate))
    found = [
        Tied(dating, reached[target])
        for target, dating in targets
        if target in reached and not (reached[target] is Tie.SHARED and dating.bound in _LASTING)
    ]
    middle, verb = sentence.tokens[candidate.index].start, mover(sentence, candidate.index)

    def precedence(each: Tied) -> tuple[Tie, bool, int, int]:
        is_left = verb is not None and not goes_to(sentence, verb, each.dating)
        return each.tie, is_left, -_fineness(each.dating), _distance(each.dating, middle)

    return min(found, key=precedence, default=None)


def _fineness(dating: Dating) -> int:
    grain = dating.dates_by.granularity
    return min(grain.fineness, _DAY.fineness) if grain else 0


def _distance(dating: Dating, at: int) -> int:
    return abs(dating.expression.start - at)


def _reached(sentence: AnnotatedSentence, candidate: Candidate) -> Iterator[tuple[int, Tie]]:
    """The tokens whose dates are the candidate's, farther ties first so that closer ones overwrite them."""
    tokens = sentence.tokens
    index, carrier = candidate.index, candidate.carrier
    verb = carrier if candidate.is_noun else index
    takes_part = candidate.is_carried or not candidate.is_noun or _is_argument(sentence, index, verb)
    if takes_part:
        yield from ((at, Tie.SHARED) for at in together.joined(sentence, verb))
        yield from ((at, Tie.SHARED) for at in together.meanwhile(sentence, verb))
        yield from ((at, Tie.FRAME) for at in together.frames(sentence, verb))
        yield from ((at, Tie.FRAME) for at in together.done_in(sentence, verb))
        yield verb, Tie.OWN if candidate.is_carried else Tie.FRAME
    shared = spine(sentence, index)
    is_infinitive = tokens[index].dep == "xcomp" and tokens[tokens[index].head].lemma not in lexicon.ASPECTUAL
    if not candidate.is_noun and shared != index and not is_infinitive:
        yield shared, Tie.FRAME
    if candidate.is_noun:
        yield from ((at, Tie.SHARED) for at in putting(sentence, index) if tokens[at].head == index)
        yield from ((at, Tie.OWN) for at in supports(sentence, index))
    yield index, Tie.OWN


def _is_argument(sentence: AnnotatedSentence, noun: int, verb: int) -> bool:
    """Whether a noun event happens when its verb does: its subject or object, or what frames it."""
    token = sentence.tokens[noun]
    if sentence.tokens[verb].lemma in lexicon.REPORTING and token.dep not in {"pobj"}:
        return False
    if is_regarded(sentence, noun) or is_fixed(sentence, noun) or is_put(sentence, noun):
        return False
    if token.head == verb:
        return token.dep in {"nsubj", "nsubjpass", "dobj"}
    head = sentence.tokens[token.head]
    return token.dep == "pobj" and head.head == verb and head.lemma.lower() in together.FRAMING
