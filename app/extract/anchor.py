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
from app.extract.aside import is_aside
from app.extract.fixing import is_fixed, put, puts
from app.extract.happening import names_happening
from app.extract.tense import spine
from app.extract.triggers import Candidate
from app.text.annotation import AnnotatedSentence

# Prepositions by which an event noun stands for the time of its verb: "in a speech on Monday he said".
_FRAMING = frozenset({"in", "at", "during", "amid"})
# How a time phrase hangs on a verb rather than inside a name: "officials in August said".
_ADVERBIAL = frozenset({"npadvmod", "advmod", "pobj", "pcomp", "tmod"})

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
    targets = [(target, dating) for dating in dates for target in _targets(sentence, dating, listed)]
    return tuple(_best(sentence, candidate, targets) for candidate in candidates)


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
        yield from (at for at in clause.children(sentence, verb, "dobj") if _is_event(sentence, at))


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


def _targets(sentence: AnnotatedSentence, dating: Dating, listed: frozenset[int]) -> Iterator[int]:
    """The token a dating hangs on: an event noun or a verb; and the verb above a noun it only seems to describe."""
    head = _head(sentence, dating)
    at = None if head is None else _climb(sentence, head)
    if head is None or at is None:
        return
    tokens = sentence.tokens
    if is_aside(sentence, dating, head, at):
        return
    if tokens[at].lemma in lexicon.STATIVE or tokens[at].pos not in clause.VERBAL:
        beside = _noun_before(sentence, head)
        if beside is not None:
            yield beside
            return
    at = _before_complement(sentence, at, head)
    if puts(sentence, at, head):
        yield from _put(sentence, at, head, listed)
        return
    yield at
    if tokens[at].pos not in clause.VERBAL and not _is_event(sentence, at) and tokens[head].dep in _ADVERBIAL:
        verb = clause.clause_head(sentence, at)
        if verb != at:
            yield verb


def _put(sentence: AnnotatedSentence, verb: int, date: int, listed: frozenset[int]) -> Iterator[int]:
    """What is put off "to" a date or set "for" it, the verb where that is no event; "from" a date dates nothing."""
    if sentence.tokens[sentence.tokens[date].head].lemma.lower() != "from":
        yield next((thing for thing in put(sentence, verb) if thing in listed), verb)


def _noun_before(sentence: AnnotatedSentence, date: int) -> int | None:
    """The event noun a time phrase follows at once, which states and copulas leave it to."""
    at = min(clause.subtree(sentence, date)) - 1
    while at >= 0 and sentence.tokens[at].pos in {"ADP", "ADV", "SCONJ", "ADJ"}:
        at -= 1
    is_noun = at >= 0 and sentence.tokens[at].pos in {"NOUN", "PROPN"}
    return at if is_noun and _is_event(sentence, at) else None


def _is_event(sentence: AnnotatedSentence, index: int) -> bool:
    return names_happening(sentence.tokens[index])


def _head(sentence: AnnotatedSentence, dating: Dating) -> int | None:
    """The token of a dating's phrase that hangs on a token outside it."""
    start, end = dating.expression.start, dating.expression.end
    inside = [i for i, token in enumerate(sentence.tokens) if token.start < end and token.end > start]
    outward = [i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i]
    return outward[0] if outward else None


def _climb(sentence: AnnotatedSentence, index: int) -> int | None:
    """From a time phrase up over prepositions and adverbs to what it dates."""
    tokens = sentence.tokens
    below = index
    for above in clause.ancestors(sentence, index):
        token = tokens[above]
        is_glued = tokens[below].dep in {"compound", "nmod"} and token.pos == "PROPN"  # "on Sunday Ines Prado"
        below = above
        if is_glued:
            continue
        if token.pos in {"ADP", "SCONJ", "ADV", "PART", "NUM", "CCONJ", "PUNCT", "SYM"}:
            continue
        if token.pos == "NUM" and token.dep == "pobj":
            return None  # "from 466 million a year earlier": what is compared with
        if token.pos == "ADJ" and token.dep not in {"acomp", "ROOT", "ccomp", "conj"}:
            continue
        if token.pos in {"AUX"} and token.dep in {"aux", "auxpass"}:
            continue
        return above
    return index if tokens[index].pos in clause.VERBAL else None


def _before_complement(sentence: AnnotatedSentence, target: int, date: int) -> int:
    """A date between a verb of saying and what is said, with no "that", is the saying's: "said Friday it would"."""
    tokens = sentence.tokens
    head = tokens[target].head
    if tokens[target].dep != "ccomp" or tokens[head].lemma not in lexicon.REPORTING or not head < date:
        return target
    subject = clause.own_subject(sentence, target)
    mark = clause.child(sentence, target, "mark")
    if subject is not None and date < min(clause.subtree(sentence, subject)) and (mark is None or date < mark):
        return head
    return target
