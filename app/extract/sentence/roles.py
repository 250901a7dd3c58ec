"""Who takes part in an event, and who tells of it: roles of the actors of a sentence, by the parse."""

from collections.abc import Sequence

from app.actors.reference import ActorReference
from app.domain.actor import ActorKind, ActorMention, Role
from app.domain.mention import Attribution
from app.extract.sentence import clause, cues, lexicon
from app.extract.sentence.arguments import arguments
from app.extract.sentence.triggers import Candidate
from app.text.annotation import AnnotatedSentence

_RANK = {role: rank for rank, role in enumerate(Role)}
_SAID = frozenset({"ccomp", "xcomp", "pcomp", "parataxis", "dobj", "prep"})


def actors(
    sentence: AnnotatedSentence,
    candidate: Candidate,
    references: Sequence[ActorReference],
    source: ActorReference | None,
) -> tuple[ActorMention, ...]:
    """All actors of the sentence with what they do in this event, one entry an actor, its strongest role."""
    told = {argument.head: argument.role for argument in reversed(arguments(sentence, candidate))}
    best: dict[tuple[str, ActorKind], tuple[Role, ActorReference]] = {}
    for reference in references:
        role = _role(sentence, told, reference)
        if role is Role.MENTIONED and source is not None and reference.name == source.name:
            role = Role.SOURCE
        key = (reference.name, reference.kind)
        if key not in best or _RANK[role] < _RANK[best[key][0]]:
            best[key] = (role, reference)
    return tuple(_actor(role, reference) for role, reference in best.values())


def _actor(role: Role, reference: ActorReference) -> ActorMention:
    return ActorMention(
        name=reference.name,
        kind=reference.kind,
        role=role,
        text=reference.text,
        field=reference.field,
        start=reference.start,
        end=reference.end,
        match=reference.match,
    )


def _role(sentence: AnnotatedSentence, told: dict[int, Role], reference: ActorReference) -> Role:
    return told.get(reference.head) or told.get(_coordinated_head(sentence, reference.head)) or Role.MENTIONED


def _coordinated_head(sentence: AnnotatedSentence, index: int) -> int:
    """The first of "A, B and C", the name beside its apposition, so that all share one role."""
    tokens = sentence.tokens
    while tokens[index].dep in {"conj", "appos"} and tokens[index].head != index:
        if tokens[tokens[index].head].pos not in {"NOUN", "PROPN", "PRON"}:
            break
        index = tokens[index].head
    return index


def source(
    sentence: AnnotatedSentence, candidate: Candidate, references: Sequence[ActorReference]
) -> tuple[ActorReference | None, Attribution | None]:
    """Who tells of the event: the subject of the verb of saying that governs it, as an actor and in words."""
    saying = _saying(sentence, candidate.index)
    if saying is None or clause.is_passive(sentence, saying):  # "the bill is expected to pass": by nobody named
        return None, None
    subject = clause.subject(sentence, saying)
    if subject is None or subject == candidate.index:
        return None, None
    reference = next((each for each in references if each.head == subject), None)
    return reference, _attribution(sentence, subject, reference)


def _saying(sentence: AnnotatedSentence, index: int) -> int | None:
    """The verb of saying whose complement or parenthesis holds this token."""
    tokens = sentence.tokens
    below = index
    for above in clause.ancestors(sentence, index):
        if tokens[above].lemma in lexicon.SAYING and tokens[above].pos == "VERB" and above != index:
            is_setting = tokens[below].dep == "prep" and tokens[below].lemma.lower() in cues.SETTINGS
            return above if tokens[below].dep in _SAID and not is_setting else None
        below = above
    for at in clause.children(sentence, below, "parataxis", "ccomp", "advcl"):
        if tokens[at].lemma in lexicon.SAYING and at != index and not _holds(sentence, at, index):
            return at if tokens[at].dep == "parataxis" else None
    return None


def _holds(sentence: AnnotatedSentence, above: int, index: int) -> bool:
    return index in set(clause.subtree(sentence, above))


def _attribution(sentence: AnnotatedSentence, subject: int, reference: ActorReference | None) -> Attribution:
    if reference is not None:
        return Attribution(reference.name, reference.text, reference.field, reference.start, reference.end)
    inside = sorted(
        at
        for at in clause.subtree(sentence, subject)
        if not _below_relative(sentence, at, subject) and sentence.tokens[at].dep != "punct"
    )
    run = [at for at in inside if inside[0] <= at <= inside[-1]]
    first, last = sentence.tokens[run[0]], sentence.tokens[run[-1]]
    offset = sentence.sentence.start
    text = sentence.sentence.text[first.start - offset : last.end - offset]
    return Attribution(text, text, sentence.sentence.field, first.start, last.end)


def _below_relative(sentence: AnnotatedSentence, index: int, top: int) -> bool:
    """Inside a relative clause, apposition or participle of the phrase, which names nobody."""
    tokens = sentence.tokens
    while index != top:
        if tokens[index].dep in {"relcl", "acl", "appos", "advcl"}:
            return True
        index = tokens[index].head
    return False
