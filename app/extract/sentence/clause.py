"""What the parse says about clauses: subjects, objects, auxiliaries, governors. Pure functions over a sentence."""

from collections.abc import Iterator

from app.extract.sentence import lexicon
from app.text.annotation import AnnotatedSentence

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj", "dative", "attr", "oprd"})
# A verb with one of these relations to its head shares the head's subject where it has none.
_SHARING = frozenset({"xcomp", "conj", "advcl", "pcomp", "prep"})
# Who is so is to do what follows: "is due to sign"; not "is hard to beat".
_READY = frozenset({"due", "ready", "set", "poised", "prepared", "likely", "unlikely", "willing", "bound", "about"})
# "asked her to leave": the object of these leaves.
_OBJECT_CONTROLLERS = """
allow ask let make tell urge force order enable help cause expect want persuade invite permit require warn lead get have
see hear call bar advise encourage instruct authorize appoint name elect push press direct compel send
"""
_OBJECT_CONTROL = frozenset(_OBJECT_CONTROLLERS.split())
VERBAL = frozenset({"VERB", "AUX"})


def child(sentence: AnnotatedSentence, index: int, *deps: str) -> int | None:
    """The first child with one of these relations."""
    tokens = sentence.tokens
    return next((at for at in sentence.children[index] if tokens[at].dep in deps), None)


def children(sentence: AnnotatedSentence, index: int, *deps: str) -> tuple[int, ...]:
    """All children with one of these relations."""
    tokens = sentence.tokens
    return tuple(at for at in sentence.children[index] if tokens[at].dep in deps)


def with_particle(sentence: AnnotatedSentence, verb: int) -> str:
    """A verb's lemma, with its particle: "call_off"."""
    particle = child(sentence, verb, "prt")
    lemma = sentence.tokens[verb].lemma.lower()
    return lemma if particle is None else f"{lemma}_{sentence.tokens[particle].lemma.lower()}"


def is_aspectual(sentence: AnnotatedSentence, verb: int) -> bool:
    """Whether a verb says of a happening that it begins, goes on or ends: "talks began", "the march went ahead"."""
    lemma = sentence.tokens[verb].lemma
    if lemma in lexicon.ASPECTUAL or with_particle(sentence, verb) in lexicon.ASPECTUAL_WITH_PARTICLE:
        return True
    return lemma == "go" and any(sentence.tokens[at].lemma == "ahead" for at in children(sentence, verb, "advmod"))


def has_preposition(sentence: AnnotatedSentence, index: int, word: str) -> bool:
    """Whether a phrase with this preposition hangs on a token."""
    return any(sentence.tokens[at].lemma.lower() == word for at in children(sentence, index, "prep"))


def ancestors(sentence: AnnotatedSentence, index: int) -> Iterator[int]:
    """The heads above a token, nearest first, the root last."""
    tokens = sentence.tokens
    while tokens[index].head != index:
        index = tokens[index].head
        yield index


def subtree(sentence: AnnotatedSentence, index: int) -> Iterator[int]:
    """A token and all below it, parents before children."""
    stack = [index]
    while stack:
        at = stack.pop()
        yield at
        stack.extend(sentence.children[at])


def conjuncts(sentence: AnnotatedSentence, index: int) -> Iterator[int]:
    """A token and those joined to it by "and" or commas, in order."""
    yield index
    for at in sentence.children[index]:
        if sentence.tokens[at].dep in {"conj", "appos"} and sentence.tokens[at].dep == "conj":
            yield from conjuncts(sentence, at)


def clause_head(sentence: AnnotatedSentence, index: int) -> int:
    """The verb whose clause a token stands in; the root where there is none."""
    tokens = sentence.tokens
    while tokens[index].pos not in VERBAL or tokens[index].dep in {"aux", "auxpass", "amod", "compound"}:
        head = tokens[index].head
        if head == index:
            break
        index = head
    return index


def own_subject(sentence: AnnotatedSentence, verb: int) -> int | None:
    """Its first subject; of words that hyphens join ("co-defendant") the last."""
    subjects = children(sentence, verb, *SUBJECTS)
    found = next(iter(subjects), None)
    while found is not None and found + 1 in subjects:
        found += 1
    return found


def subject(sentence: AnnotatedSentence, verb: int) -> int | None:
    """The subject of a verb: its own, that of the verb it depends on, or the noun its relative clause describes."""
    tokens = sentence.tokens
    for _ in range(8):
        found = own_subject(sentence, verb)
        if found is not None:
            return _antecedent(sentence, verb, found)
        token = tokens[verb]
        if token.dep in {"relcl", "acl"} and token.tag == "VB" and tokens[tokens[token.head].head].pos in VERBAL:
            verb = tokens[token.head].head  # "has a plan to leave": who has it leaves
            continue
        if token.dep in {"relcl", "acl"}:
            return token.head if tokens[token.head].pos not in VERBAL else None
        is_shared = token.dep in _SHARING or (token.dep == "acomp" and token.lemma in _READY)
        if not is_shared or token.head == verb:
            return None
        if token.dep == "xcomp" and tokens[token.head].lemma in _OBJECT_CONTROL:
            controlled = child(sentence, token.head, "dobj", "dative")
            if controlled is not None:
                return controlled
        verb = token.head
    return None


def _antecedent(sentence: AnnotatedSentence, verb: int, found: int) -> int:
    """What a relative pronoun stands for."""
    tokens = sentence.tokens
    if tokens[found].tag in {"WDT", "WP"}:
        for above in (verb, *ancestors(sentence, verb)):
            if tokens[above].dep == "relcl":
                return tokens[above].head
    return found


def is_passive(sentence: AnnotatedSentence, verb: int) -> bool:
    return (
        child(sentence, verb, "auxpass", "nsubjpass") is not None
        or (
            sentence.tokens[verb].tag == "VBN"
            and sentence.tokens[verb].dep in {"acl", "relcl", "amod", "advcl"}
            and child(sentence, verb, "aux", "nsubj") is None
        )
        or _is_passive_too(sentence, verb)
    )


def _is_passive_too(sentence: AnnotatedSentence, verb: int) -> bool:
    """The second participle of "was arrested and released", which the auxiliary holds for too."""
    token = sentence.tokens[verb]
    if token.tag != "VBN" or token.dep != "conj" or child(sentence, verb, "aux", "nsubj", "dobj") is not None:
        return False
    return child(sentence, token.head, "auxpass") is not None


def auxiliaries(sentence: AnnotatedSentence, verb: int) -> tuple[str, ...]:
    """Lower-case texts of a verb's auxiliaries; those of the verb it is joined to where it has none of its own."""
    tokens = sentence.tokens
    for _ in range(4):
        own = tuple(tokens[at].text.lower() for at in children(sentence, verb, "aux", "auxpass"))
        if own or tokens[verb].dep != "conj" or own_subject(sentence, verb) is not None:
            return own
        if tokens[tokens[verb].head].pos not in VERBAL or tokens[verb].tag in {"VBD", "VBZ", "VBP"}:
            return own
        verb = tokens[verb].head
    return ()


def is_inverted(sentence: AnnotatedSentence, verb: int) -> bool:
    """A verb of saying that the parse hangs below what is said: "Prado vowed, if it rains, the dam would hold"."""
    token = sentence.tokens[verb]
    return (
        token.dep == "ccomp"
        and token.head > verb
        and token.tag in {"VBD", "VBZ"}
        and own_subject(sentence, verb) is not None
        and sentence.tokens[token.head].lemma not in lexicon.REPORTING
        and token.lemma in lexicon.SAYING
    )


def is_state(sentence: AnnotatedSentence, verb: int) -> bool:
    """Whether a verb tells of a state; what "is held" takes place."""
    lemma = sentence.tokens[verb].lemma
    return lemma in lexicon.STATIVE and not (lemma == "hold" and is_passive(sentence, verb))


def leant_to(sentence: AnnotatedSentence, verb: int) -> int:
    """The verb that one leans to: "begin" of "are due to begin", "are set to begin"; itself where there is none."""
    leaning = child(sentence, verb, "acomp")
    found = child(sentence, verb if leaning is None else leaning, "xcomp")
    return verb if found is None else found


def is_purpose(sentence: AnnotatedSentence, verb: int) -> bool:
    """Whether an infinitive says what for what is told before it is done: "passed a law to raise taxes"."""
    token = sentence.tokens[verb]
    return token.tag == "VB" and token.dep in {"acl", "advcl"} and clause_head(sentence, token.head) < verb


def is_finite(sentence: AnnotatedSentence, verb: int) -> bool:
    """Whether a verb or one of its auxiliaries bears tense."""
    tags = {"VBD", "VBZ", "VBP", "MD"}
    if sentence.tokens[verb].tag in tags:
        return True
    if any(sentence.tokens[at].tag in tags for at in children(sentence, verb, "aux", "auxpass")):
        return True
    return bool(sentence.tokens[verb].dep == "conj" and auxiliaries(sentence, verb))
