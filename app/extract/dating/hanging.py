"""What a time phrase hangs on in the parse: an event noun, a verb, or what a verb puts on that day."""

from collections.abc import Iterator

from app.domain.expression import Dating
from app.domain.interval import Bound
from app.extract.dating.aside import is_aside
from app.extract.sentence import clause, lexicon
from app.extract.sentence.fixing import given_time, is_named_day, is_put, is_when, moved_thing, put, puts
from app.extract.sentence.happening import is_regarded, names_happening
from app.text.annotation import AnnotatedSentence

# How a time phrase hangs on a verb rather than inside a name: "officials in August said".
_ADVERBIAL = frozenset({"npadvmod", "advmod", "pobj", "pcomp", "tmod"})


def targets(sentence: AnnotatedSentence, dating: Dating) -> Iterator[int]:
    """The token a dating hangs on: an event noun or a verb; and the verb above a noun it only seems to describe."""
    head = top(sentence, dating)
    at = None if head is None else _climb(sentence, head)
    if head is None or at is None:
        return
    tokens = sentence.tokens
    to_do = given_time(sentence, at) if dating.bound is Bound.UNTIL else None
    due = _described_as_due(sentence, head) if to_do is None else to_do
    is_old = due is not None and is_put(sentence, due)  # "postponed the vote, due on May 3, to June"
    if is_old or is_aside(sentence, dating, head, at) or is_named_day(sentence, head, at):
        return
    at = _done_about(sentence, at, head)
    noun = _noun(sentence, head, at) if due is None else due
    if noun is not None:
        yield noun
        if noun == is_when(sentence, at):
            yield tokens[noun].head  # "is on Friday, when it will vote"
        return
    at = _before_complement(sentence, _described(sentence, at, head), head)
    if puts(sentence, at, head):
        yield from _put(sentence, at, head)
        return
    yield at
    if _is_undone(sentence, at):
        yield clause.clause_head(sentence, tokens[at].head)
    elif tokens[at].pos not in clause.VERBAL and not _is_event(sentence, at) and tokens[head].dep in _ADVERBIAL:
        verb = clause.clause_head(sentence, at)
        if verb != at:
            yield verb


def when(sentence: AnnotatedSentence, dating: Dating) -> Iterator[int]:
    """The verb of a clause that describes the date itself: "until March, when he is due to leave"."""
    head = top(sentence, dating)
    for verb in () if head is None else clause.children(sentence, head, "relcl"):
        if clause.child(sentence, verb, "advmod") is not None:
            yield clause.leant_to(sentence, verb)


def _noun(sentence: AnnotatedSentence, date: int, at: int) -> int | None:
    """The happening that a date is left to by what it hangs on: by a state, a copula, or a name before it."""
    found = None
    if clause.is_state(sentence, at) or sentence.tokens[at].pos not in clause.VERBAL:
        found = _noun_before(sentence, date)
        found = is_when(sentence, at) if found is None else found
    elif sentence.tokens[at].lemma in _TRACING:
        found = _traced(sentence, at, date)
    return _after_happening(sentence, date) if found is None else found


# What is traced to a happening was traced later: the date is the happening's.
_TRACING = frozenset({"trace", "link", "attribute", "ascribe", "connect"})


def _traced(sentence: AnnotatedSentence, verb: int, date: int) -> int | None:
    phrases = (at for at in clause.children(sentence, verb, "prep") if at < date)
    nouns = (noun for at in phrases for noun in clause.children(sentence, at, "pobj"))
    return next((noun for noun in nouns if noun < date and _is_event(sentence, noun)), None)


# These say of a thing when it is to be, whatever is done to it: "declared a dividend, payable July 1".
_TO_BE = frozenset({"due", "payable", "repayable", "redeemable"})


def _described_as_due(sentence: AnnotatedSentence, date: int) -> int | None:
    """The noun that one of these describes with its date, beside it and not by "is"."""
    tokens = sentence.tokens
    word = next((at for at in clause.ancestors(sentence, date) if tokens[at].pos not in {"ADP", "PROPN"}), None)
    if (
        word is None
        or tokens[word].lemma.lower() not in _TO_BE
        or tokens[word].dep in {"acomp", "ROOT", "ccomp", "conj"}
    ):
        return None
    if clause.child(sentence, word, "xcomp") is not None:  # "due to open on Monday"
        return None
    if tokens[tokens[word].head].pos in {"NOUN", "PROPN"}:
        return tokens[word].head
    before = (at for at in range(word - 1, -1, -1) if tokens[at].pos != "PUNCT")
    return next((at for at in before if tokens[at].pos in {"NOUN", "PROPN"}), None)


def _described(sentence: AnnotatedSentence, at: int, date: int) -> int:
    """The verb that describes a noun before the date, unless the noun happens: "a man who fell on Friday"."""
    tokens = sentence.tokens
    if tokens[at].pos in clause.VERBAL or _is_event(sentence, at):
        return at
    clauses = (verb for verb in clause.children(sentence, at, "relcl") if at < verb < date)
    return next((verb for verb in clauses if clause.is_finite(sentence, verb)), at)


def _done_about(sentence: AnnotatedSentence, at: int, date: int) -> int:
    """The verb whose object was there before it, where a date follows both: "upheld his victory on Thursday"."""
    if at > date or not is_regarded(sentence, at):
        return at
    is_part = sentence.tokens[sentence.tokens[date].head].lemma.lower() == "of"  # "the attacks of June 3"
    return at if is_part else sentence.tokens[at].head


def _is_undone(sentence: AnnotatedSentence, verb: int) -> bool:
    """Whether a verb below a noun says what for: "passed a law to raise taxes in May", "on suspicion of aiding"."""
    tokens = sentence.tokens
    if clause.is_purpose(sentence, verb):
        return True
    head = tokens[tokens[verb].head]
    return tokens[verb].tag == "VBG" and tokens[verb].dep == "pcomp" and tokens[head.head].pos == "NOUN"


def _after_happening(sentence: AnnotatedSentence, date: int) -> int | None:
    """The happening that another comes after and that a bare time phrase follows at once: "since his win last year"."""
    tokens = sentence.tokens
    if tokens[date].dep not in {"npadvmod", "advmod"}:
        return None
    before = _noun_before(sentence, date)
    if before is None or tokens[before].dep != "pobj":
        return None
    return before if tokens[tokens[before].head].lemma.lower() in {"since", "after", "following"} else None


def _put(sentence: AnnotatedSentence, verb: int, date: int) -> Iterator[int]:
    """What is put off "to" a date or set "for" it, the verb where that is no event; "from" a date dates nothing."""
    if sentence.tokens[sentence.tokens[date].head].lemma.lower() != "from":
        is_above = sentence.tokens[verb].dep not in {"acl", "relcl"}  # else the noun has it from its clause
        things = (*put(sentence, verb), moved_thing(sentence, verb)) if is_above else ()
        yield next((thing for thing in things if thing is not None), verb)


def _noun_before(sentence: AnnotatedSentence, date: int) -> int | None:
    """The event noun a time phrase follows at once, which states and copulas leave it to."""
    at = min(clause.subtree(sentence, date)) - 1
    while at >= 0 and sentence.tokens[at].pos in {"ADP", "ADV", "SCONJ", "ADJ"}:
        at -= 1
    is_noun = at >= 0 and sentence.tokens[at].pos in {"NOUN", "PROPN"}
    return at if is_noun and _is_event(sentence, at) else None


def _is_event(sentence: AnnotatedSentence, index: int) -> bool:
    return names_happening(sentence.tokens[index])


def hung_on(sentence: AnnotatedSentence, start: int, end: int) -> Iterator[int]:
    """What words hang on that tell no date, and the verb above it: "on 31 June"."""
    head = _top(sentence, start, end)
    at = None if head is None else _climb(sentence, head)
    if at is not None:
        yield from (at, clause.clause_head(sentence, at))


def top(sentence: AnnotatedSentence, dating: Dating) -> int | None:
    """The token of a dating's phrase that hangs on a token outside it."""
    return _top(sentence, dating.expression.start, dating.expression.end)


def _top(sentence: AnnotatedSentence, start: int, end: int) -> int | None:
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
