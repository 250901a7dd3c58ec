"""Where a sentence may name an actor: curated names, the parser's names cleaned, and capitalised words left over.

In comes one annotated sentence, out come spans that don't overlap. Who they are is for the cast to say.
"""

from dataclasses import dataclass, replace

from app.actors.bearing import is_body, is_borne
from app.actors.curated import Surface
from app.actors.given import is_given
from app.actors.known import known_spans
from app.actors.lexicon import CIVIC_NOUNS, CLUB_WORDS, OF_PERSONS, PARTICLES, TITLES
from app.actors.ministries import ministry_at
from app.actors.names import normal_form
from app.actors.surfaces import curated_spans
from app.actors.trimming import is_mark, is_namelike, joined_text, trimmed
from app.domain.actor import ActorKind
from app.text.annotation import AnnotatedSentence, Name, Token

LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC"})
# Names of things and happenings: they hide what stands inside them ("the Suez Crisis").
_HIDING = frozenset({"EVENT", "WORK_OF_ART", "LAW"})
_LONGEST = 8  # words of a run of proper nouns


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens [first, last) that may name an actor; `label` is the parser's ("" if it saw no name)."""

    first: int
    last: int
    text: str
    label: str
    surface: Surface | None


def candidates(sentence: AnnotatedSentence, *, shouted: bool = False) -> list[Candidate]:
    """The candidates of a sentence in order of text; a longer one hides those inside it.

    In a `shouted` headline, all in capitals, the parser's names are worth nothing: each word is left over by itself.
    """
    tokens = sentence.tokens
    named = [] if shouted else [name for name in sentence.names if name.label in LABELS]
    found = _curated(sentence, named)
    hidden = [(name.first, name.last) for name in sentence.names if name.label in _HIDING]
    found = [one for one in found if not any(first <= one.first and one.last <= last for first, last in hidden)]
    found += _ministries(tokens)
    found += [
        Candidate(first, last, joined_text(tokens, first, last), "PERSON", None) for first, last in known_spans(tokens)
    ]
    # Known persons may hold a date ("Theresa May") or a particle that the parser leaves out.
    known = {index for one in found for index in range(one.first, one.last)}
    for name in named:
        cleaned = _cleaned(tokens, name)
        if cleaned is not None and not all(
            index in known or is_mark(tokens[index]) for index in range(cleaned.first, cleaned.last)
        ):
            found.append(cleaned)
    kept = _joined_names(tokens, _without_overlaps(found))
    others = [name for name in sentence.names if not (_may_be_surname(tokens, name) or _opens_name(tokens, name))]
    covered = kept if shouted else kept + _spans_only(others)
    every = kept + _left_over(tokens, covered, longest=1 if shouted else _LONGEST)
    return sorted((one if shouted else _borne(tokens, one) for one in every), key=lambda one: one.first)


def _borne(tokens: tuple[Token, ...], one: Candidate) -> Candidate:
    """The candidate as a person's name, or as no person's, if what stands beside it tells so and the parser saw no
    place."""
    if one.surface is None and one.label in ("", "PERSON") and is_body(tokens, one.first, one.last):
        return replace(one, label="ORG")
    doubtful = one.surface is None and one.label in ("", "ORG")
    return replace(one, label="PERSON") if doubtful and is_borne(tokens, one.first, one.last, one.text) else one


def _curated(sentence: AnnotatedSentence, named: list[Name]) -> list[Candidate]:
    tokens = sentence.tokens
    label_at = {index: name.label for name in named for index in range(name.first, name.last)}
    found = [
        Candidate(first, last, joined_text(tokens, first, last), label_at.get(last - 1, ""), surface)
        for first, last, surface in curated_spans(tokens)
    ]
    named_so = {index for one in found for index in range(one.first, one.last)}
    return [_as_surname(tokens, one, named_so) for one in found]


def _as_surname(tokens: tuple[Token, ...], one: Candidate, curated: set[int]) -> Candidate:
    """ "Ms Montenegro", "Ana Montenegro": a country or place of one word is a person's surname after such a word."""
    is_place = one.surface is not None and one.surface.entry.kind in {ActorKind.COUNTRY, ActorKind.PLACE}
    if not is_place or one.last - one.first > 1 or one.first == 0 or not one.text[0].isupper():
        return one
    before = tokens[one.first - 1]
    if before.text.lower().rstrip(".") in OF_PERSONS:
        return replace(one, label="PERSON", surface=None)
    given = before.pos == "PROPN" and before.text[0].isupper() and is_given(normal_form(before.text))
    if not given or one.first - 1 in curated or _is_where(tokens, one.first):
        return one
    return Candidate(one.first - 1, one.last, joined_text(tokens, one.first - 1, one.last), "PERSON", None)


def _is_where(tokens: tuple[Token, ...], index: int) -> bool:
    """ "In Christian Lebanon": nobody's name."""
    return tokens[index].dep == "pobj" and tokens[tokens[index].head].lemma.lower() in {"in", "across", "throughout"}


def _ministries(tokens: tuple[Token, ...]) -> list[Candidate]:
    found: list[Candidate] = []
    for index in range(1, len(tokens)):
        ministry = ministry_at(tokens, index) if tokens[index].text[0] in "mM" else None
        if ministry is not None:
            first, name = ministry
            found.append(Candidate(first, index + 1, name, "ORG", None))
    return found


def _cleaned(tokens: tuple[Token, ...], name: Name) -> Candidate | None:
    """The parser's name as a candidate, trimmed; None if nothing is left of it.

    A common noun that opens a sentence is a name only if the article has it elsewhere.
    """
    first, last = trimmed(tokens, name)
    if first >= last:
        return None
    if name.label == "PERSON":
        last = _with_particles(tokens, last)
    text = joined_text(tokens, first, last)
    if not is_namelike(text, name.label):
        return None
    opens = last - first == 1 and first == 0 and tokens[first].pos not in ("PROPN", "ADJ")
    return Candidate(first, last, text, "" if opens else name.label, None)


def _with_particles(tokens: tuple[Token, ...], last: int) -> int:
    """Past "ten Hag" after "Erik", which the parser cuts off."""
    index = last
    while index < len(tokens) and tokens[index].text in PARTICLES:
        index += 1
    follows = last < index < len(tokens) and tokens[index].pos == "PROPN" and tokens[index].text[0].isupper()
    return index + 1 if follows else last


def _may_be_surname(tokens: tuple[Token, ...], name: Name) -> bool:
    """ "May" as a subject is left over for whoever bears it."""
    token = tokens[name.first]
    return name.label == "DATE" and name.last - name.first == 1 and token.dep == "nsubj" and token.pos == "PROPN"


def _opens_name(tokens: tuple[Token, ...], name: Name) -> bool:
    """A thing's name that is only the first word of a longer one: "Galileo" of "Galileo Galilei"."""
    if name.label != "PRODUCT" or name.last - name.first > 1 or name.last >= len(tokens):
        return False
    return tokens[name.first].dep == "compound" and tokens[name.last].pos == "PROPN"


def _spans_only(names: list[Name]) -> list[Candidate]:
    return [Candidate(name.first, name.last, "", name.label, None) for name in names]


def _without_overlaps(found: list[Candidate]) -> list[Candidate]:
    """Longer before shorter, curated before other; what overlaps one already kept goes."""
    ordered = sorted(found, key=lambda one: (one.first - one.last, one.surface is None, one.first))
    taken: set[int] = set()
    kept: list[Candidate] = []
    for one in ordered:
        covered = range(one.first, one.last)
        if taken.isdisjoint(covered):
            taken.update(covered)
            kept.append(one)
    return kept


def _joined_names(tokens: tuple[Token, ...], kept: list[Candidate]) -> list[Candidate]:
    """A given name and the capitalised name right after it are one person, though the parser saw two names."""
    starts = {one.first: one for one in kept if one.surface is None}
    joined: list[Candidate] = []
    swallowed: set[int] = set()
    for one in kept:
        after = starts.get(one.last)
        alone = one.label == "PERSON" and one.last - one.first == 1 and one.surface is None
        if alone and after is not None and after.last - after.first == 1 and is_given(normal_form(one.text)):
            swallowed.add(after.first)
            joined.append(Candidate(one.first, after.last, joined_text(tokens, one.first, after.last), "PERSON", None))
        else:
            joined.append(one)
    return [one for one in joined if one.first not in swallowed]


def _left_over(tokens: tuple[Token, ...], covered: list[Candidate], *, longest: int) -> list[Candidate]:
    """Runs of proper nouns that nobody labelled; they count only if the article names such an actor elsewhere."""
    taken = {index for one in covered for index in range(one.first, one.last)}
    runs: list[Candidate] = []
    index = 0
    while index < len(tokens):
        start = index
        stop = min(len(tokens), start + longest)
        while index < stop and index not in taken and _is_proper(tokens[index], shouted=longest == 1):
            index += 1
        if index > start:
            if not _is_civic(tokens, start, index):
                runs.append(Candidate(start, index, joined_text(tokens, start, index), "", None))
        else:
            index += 1
    return runs


def _is_civic(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """ "The City", "City officials": not the club that is called "City" for short."""
    if last - first > 1 or tokens[first].text.lower() not in CLUB_WORDS:
        return False
    after = tokens[last].lemma.lower() if last < len(tokens) else ""
    return after in CIVIC_NOUNS or (first > 0 and tokens[first - 1].pos in ("DET", "PRON", "ADJ"))


def _is_proper(token: Token, *, shouted: bool) -> bool:
    if not token.text[0].isupper() or token.text.lower() in TITLES:
        return False
    return token.pos in ("PROPN", "NOUN", "ADJ") or (shouted and token.pos == "VERB")
