"""Which date belongs to which event: by the parse, not by nearness.

In go an annotated sentence, its candidates and the datings found in it; out comes, for each candidate, the dating its
own clause gives it, or None. What is carried over from other sentences is narrative.py's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from app.domain.expression import Dating, TimexType
from app.domain.interval import Granularity
from app.extract import clause, lexicon
from app.extract.fixing import is_fixed
from app.extract.hanging import targets
from app.extract.happening import names_happening
from app.extract.tense import spine
from app.extract.triggers import Candidate
from app.text.annotation import AnnotatedSentence

# Prepositions by which an event noun stands for the time of its verb: "in a speech on Monday he said".
_FRAMING = frozenset({"in", "at", "during", "amid"})

_DAY = Granularity.DAY


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
    listed = frozenset(candidate.index for candidate in candidates)
    dates = [dating for dating in datings if _dates(dating)]
    hung = [(target, dating) for dating in dates for target in targets(sentence, dating, listed)]
    return tuple(_best(sentence, candidate, hung) for candidate in candidates)


def _dates(dating: Dating) -> bool:
    return dating.dates_by.interval is not None and dating.expression.type is not TimexType.SET


def _best(sentence: AnnotatedSentence, candidate: Candidate, targets: Sequence[tuple[int, Dating]]) -> Tied | None:
    reached = dict(_reached(sentence, candidate))
    found = [Tied(dating, reached[target]) for target, dating in targets if target in reached]
    middle = sentence.tokens[candidate.index].start
    return min(
        found, key=lambda each: (each.tie, -_fineness(each.dating), _distance(each.dating, middle)), default=None
    )


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
        yield from ((at, Tie.SHARED) for at in _joined(sentence, verb))
        yield from ((at, Tie.SHARED) for at in _meanwhile(sentence, verb))
        yield from ((at, Tie.FRAME) for at in _frames(sentence, verb))
        yield from ((at, Tie.FRAME) for at in _begun(sentence, verb))
        yield verb, Tie.OWN if candidate.is_carried else Tie.FRAME
    shared = spine(sentence, index)
    is_infinitive = tokens[index].dep == "xcomp" and tokens[tokens[index].head].lemma not in lexicon.ASPECTUAL
    if not candidate.is_noun and shared != index and not is_infinitive:
        yield shared, Tie.FRAME
    yield index, Tie.OWN


def _is_argument(sentence: AnnotatedSentence, noun: int, verb: int) -> bool:
    """Whether a noun event happens when its verb does: its subject or object, or what frames it."""
    token = sentence.tokens[noun]
    if sentence.tokens[verb].lemma in lexicon.REPORTING and token.dep not in {"pobj"}:
        return False
    if sentence.tokens[verb].lemma in lexicon.REGARDING and token.dep in {"dobj", "nsubjpass"}:
        return False
    if is_fixed(sentence, noun):
        return False
    if token.head == verb:
        return token.dep in {"nsubj", "nsubjpass", "dobj"}
    head = sentence.tokens[token.head]
    return token.dep == "pobj" and head.head == verb and head.lemma.lower() in _FRAMING


def _frames(sentence: AnnotatedSentence, verb: int) -> Iterator[int]:
    """Event nouns and things under "in", "at", "during" of a verb, whose date is the verb's."""
    for preposition in clause.children(sentence, verb, "prep"):
        if sentence.tokens[preposition].lemma.lower() in _FRAMING:
            yield from clause.children(sentence, preposition, "pobj")


def _begun(sentence: AnnotatedSentence, verb: int) -> Iterator[int]:
    """What is begun, resumed or ended: "on Monday" in "resumed talks on Monday" is both's, whichever it hangs on."""
    if sentence.tokens[verb].lemma in lexicon.ASPECTUAL:
        yield from (at for at in clause.children(sentence, verb, "dobj") if names_happening(sentence.tokens[at]))


def _meanwhile(sentence: AnnotatedSentence, verb: int) -> Iterator[int]:
    """The verb of a clause by "as", "when" or "while", which happens with this one; not "as they did in May"."""
    for at in clause.children(sentence, verb, "advcl"):
        if sentence.tokens[at].lemma == "do":
            continue
        marks = clause.children(sentence, at, "mark", "advmod")
        if any(sentence.tokens[mark].lemma.lower() in {"as", "when", "while"} for mark in marks):
            yield at


def _joined(sentence: AnnotatedSentence, verb: int) -> Iterator[int]:
    """Verbs joined to this one by "and" without a subject of their own."""
    tokens = sentence.tokens
    first = tokens[tokens[verb].head]
    joins = tokens[verb].dep == "conj" and first.pos in clause.VERBAL and first.tag == tokens[verb].tag
    if joins and clause.own_subject(sentence, verb) is None:
        yield tokens[verb].head
    for at in clause.children(sentence, verb, "conj"):
        if clause.own_subject(sentence, at) is None and tokens[at].tag == tokens[verb].tag:
            yield at
