"""Who does what a noun tells: named in its own phrase, else the doer of the clause it stands to, by the parse alone.

"Norway sent ships, a move many fear is a prelude to an attack": the attack's doer is the move's, the move's is Norway.
"""

from collections.abc import Iterator

from app.extract.sentence import clause
from app.text.annotation import AnnotatedSentence


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What a clause tells, said again by a noun beside it: ", a move that …".
_DEEDS = _words("move step decision action measure gesture act attempt effort bid visit trip tour journey")
# Who has or does these does what they are about: "plans for an attack", "a prelude to a war".
_AHEAD = _DEEDS | _words(
    "plan threat preparation intention proposal pledge promise vow prelude precursor order mandate campaign"
)
# Their subject does what their object tells, or what it is done "with", "for", "in" or "on".
_DOING = _words(
    "plan threaten consider contemplate mull weigh prepare mount launch stage plot intend pledge promise vow propose"
    " begin start resume continue end finish complete abandon suspend pause shorten cut postpone delay lead join"
    " attend attempt repeat engage participate embark"
)
# One goes to, comes from and speaks after these oneself.
_ATTENDED = _words(
    "visit trip tour journey meeting talk summit interview speech conference session briefing negotiation"
)
_AROUND = frozenset({"after", "before", "during", "following", "for", "from", "on", "at", "in", "to", "with"})
# So many nouns lie between an event and its doer at most.
_FAR = 4


def owners(sentence: AnnotatedSentence, noun: int) -> Iterator[int]:
    """Who a noun's own phrase says does it: "Norway's raid", "the Norwegian raid", "the raid by Norway"."""
    tokens = sentence.tokens
    for at in sentence.children[noun]:
        token = tokens[at]
        is_name = token.dep in {"amod", "compound", "nmod"} and token.pos in {"PROPN", "ADJ"}
        if token.dep == "poss" or (is_name and token.text[0].isupper()):
            yield at
        if token.dep == "prep" and token.lemma.lower() == "by":
            yield from clause.children(sentence, at, "pobj")


def doer(sentence: AnnotatedSentence, noun: int) -> int | None:
    """The head of the phrase that names who does it, if its own phrase doesn't; None where the clauses don't say."""
    at = noun
    for _ in range(_FAR):
        if at != noun and (own := next(owners(sentence, at), None)) is not None:
            return own
        above = _above(sentence, at)
        if above is None or sentence.tokens[above].pos in clause.VERBAL:
            return None if above is None else _acting(sentence, above)
        at = above
    return None


def _above(sentence: AnnotatedSentence, noun: int) -> int | None:
    """The verb whose subject does what the noun tells, or the noun whose doer does."""
    token = sentence.tokens[noun]
    match token.dep:
        case "pobj":
            return _by_preposition(sentence, noun, token.head)
        case "dobj" if sentence.tokens[token.head].lemma in _DOING:
            return token.head
        case "attr":
            return _said_to_be(sentence, token.head)
        case "nsubj" if _is_deed(sentence, noun):  # the parse makes a clause of it, below the one before
            above = sentence.tokens[token.head].head
            return clause.clause_head(sentence, above) if above < noun else None
        case _ if _is_deed(sentence, noun):
            return clause.clause_head(sentence, token.head)
        case _:
            return None


def _by_preposition(sentence: AnnotatedSentence, noun: int, preposition: int) -> int | None:
    tokens = sentence.tokens
    above = tokens[preposition].head
    if tokens[above].pos == "NOUN":
        return above if tokens[above].lemma.lower() in _AHEAD else None
    if tokens[above].pos != "VERB" or tokens[preposition].lemma.lower() not in _AROUND:
        return None
    is_theirs = tokens[above].lemma in _DOING or tokens[noun].lemma.lower() in _ATTENDED
    return above if is_theirs else None


def _said_to_be(sentence: AnnotatedSentence, verb: int) -> int | None:
    """The noun that "is a prelude", or that a clause around it describes: "a move many fear is a prelude"."""
    tokens = sentence.tokens
    subject = clause.own_subject(sentence, verb)
    if subject is not None and tokens[subject].tag not in {"WDT", "WP"}:
        return subject if tokens[subject].pos == "NOUN" else None
    for above in (verb, *clause.ancestors(sentence, verb)):
        if tokens[above].dep == "relcl":
            return tokens[above].head
    return None


def _is_deed(sentence: AnnotatedSentence, noun: int) -> bool:
    """Whether a noun with "a", set off by a comma, tells again what the clause before it told."""
    tokens = sentence.tokens
    first = min(clause.subtree(sentence, noun))
    article = clause.child(sentence, noun, "det")
    is_beside = first > 0 and tokens[first - 1].text in {",", "–", "—", "-"}
    return is_beside and article is not None and tokens[article].lemma in {"a", "an"} and tokens[noun].lemma in _DEEDS


def _acting(sentence: AnnotatedSentence, verb: int) -> int | None:
    if not clause.is_passive(sentence, verb):
        return clause.subject(sentence, verb)
    by = clause.child(sentence, verb, "agent")
    return None if by is None else clause.child(sentence, by, "pobj")
