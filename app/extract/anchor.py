"""Which date belongs to which event: by the parse, not by nearness.

In go an annotated sentence, its candidates and the datings found in it; out comes, for each candidate, the dating its
own clause gives it, or None. What is carried over from other sentences is narrative.py's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from app.domain.expression import Dating, TimexType
from app.domain.interval import Bound, Extent, Granularity
from app.extract import clause, cues, lexicon
from app.extract.fixing import is_fixed
from app.extract.hanging import targets, when
from app.extract.happening import names_happening, supports
from app.extract.tense import spine
from app.extract.triggers import Candidate
from app.text.annotation import AnnotatedSentence

# Prepositions by which an event noun stands for the time of its verb: "in a speech on Monday he said".
_FRAMING = frozenset({"in", "at", "during", "amid"})

_DAY = Granularity.DAY
# What these tell of has a time of its own; to declare an emergency is to bring it about.
_OF_OTHERS = (
    lexicon.REPORTING | lexicon.FIXING | lexicon.PLANNING | lexicon.REGARDING | lexicon.MOVING | set(cues.OF_NOUN)
) - {"declare"}
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
    return tuple(_best(sentence, candidate, found) for candidate in candidates)


def hung(sentence: AnnotatedSentence, datings: Sequence[Dating]) -> frozenset[int]:
    """The tokens that these datings hang on."""
    return frozenset(target for target, _ in _hung(sentence, datings))


def _hung(sentence: AnnotatedSentence, datings: Sequence[Dating]) -> Iterator[tuple[int, Dating]]:
    for dating in datings:
        if _dates(dating):
            yield from ((target, dating) for target in targets(sentence, dating))
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
        yield from ((at, Tie.FRAME) for at in _done_in(sentence, verb))
        yield verb, Tie.OWN if candidate.is_carried else Tie.FRAME
    shared = spine(sentence, index)
    is_infinitive = tokens[index].dep == "xcomp" and tokens[tokens[index].head].lemma not in lexicon.ASPECTUAL
    if not candidate.is_noun and shared != index and not is_infinitive:
        yield shared, Tie.FRAME
    if candidate.is_noun:
        yield from ((at, Tie.OWN) for at in supports(sentence, index))
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
    """What stands under "in", "at", "during" of a verb, and the verb that held or told it: their date is the verb's."""
    for preposition in clause.children(sentence, verb, "prep"):
        if sentence.tokens[preposition].lemma.lower() in _FRAMING:
            for noun in clause.children(sentence, preposition, "pobj"):
                yield noun
                yield from _held(sentence, noun)


def _held(sentence: AnnotatedSentence, noun: int) -> Iterator[int]:
    """The verb by which a happening or a writing came about: "in a letter read on Monday he said"."""
    token = sentence.tokens[noun]
    if not (names_happening(token) or token.lemma.lower() in lexicon.WRITINGS):
        return
    for verb in clause.children(sentence, noun, "acl", "relcl"):
        held = sentence.tokens[verb]
        if held.lemma in lexicon.HOLDING and held.tag in {"VBN", "VBD"} and clause.subject(sentence, verb) == noun:
            yield verb


def _done_in(sentence: AnnotatedSentence, verb: int) -> Iterator[int]:
    """What happens with a verb: what is begun, won or brought in ("declared an emergency on Monday", not "the")."""
    tokens = sentence.tokens
    if tokens[verb].lemma in lexicon.ASPECTUAL:
        yield from clause.children(sentence, verb, "xcomp")
    for at in clause.children(sentence, verb, "dobj"):
        shares = tokens[verb].lemma in lexicon.ASPECTUAL | lexicon.CONTESTING or _is_brought_in(sentence, verb, at)
        if shares and names_happening(tokens[at]):
            yield at


def _is_brought_in(sentence: AnnotatedSentence, verb: int, noun: int) -> bool:
    article = clause.child(sentence, noun, "det")
    return (
        article is not None and sentence.tokens[article].lemma == "a" and sentence.tokens[verb].lemma not in _OF_OTHERS
    )


def _meanwhile(sentence: AnnotatedSentence, verb: int) -> Iterator[int]:
    """Verbs joined by "as", "when" or "while", which happen with this one; not "as they did in May".

    The other way about only of what follows the date: "shook the town in March, when four people died".
    """
    for at in clause.children(sentence, verb, "advcl"):
        if sentence.tokens[at].lemma != "do" and _marks(sentence, at) & {"as", "when", "while"}:
            yield at
    head = sentence.tokens[verb].head
    if sentence.tokens[verb].dep == "advcl" and head < verb and "when" in _marks(sentence, verb):
        yield head


def _marks(sentence: AnnotatedSentence, verb: int) -> frozenset[str]:
    """The words that join a clause to the one above, lower case."""
    return frozenset(sentence.tokens[at].lemma.lower() for at in clause.children(sentence, verb, "mark", "advmod"))


def _joined(sentence: AnnotatedSentence, verb: int) -> Iterator[int]:
    """Verbs joined to this one by "and" without a subject or a tense of their own."""
    tokens = sentence.tokens
    if tokens[verb].dep == "conj" and _goes_with(sentence, tokens[verb].head, verb):
        yield tokens[verb].head
    yield from (at for at in clause.children(sentence, verb, "conj") if _goes_with(sentence, verb, at))


def _goes_with(sentence: AnnotatedSentence, first: int, joined: int) -> bool:
    """Not "was arrested on Monday and has been freed"."""
    tokens = sentence.tokens
    if tokens[first].pos not in clause.VERBAL or tokens[first].tag != tokens[joined].tag:
        return False
    own = {tokens[at].lemma for at in clause.children(sentence, joined, "aux", "auxpass")}
    is_tense_shared = not own or own == {tokens[at].lemma for at in clause.children(sentence, first, "aux", "auxpass")}
    return is_tense_shared and clause.own_subject(sentence, joined) is None
