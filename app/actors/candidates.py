"""Where a sentence may name an actor: curated names, the parser's names cleaned, and capitalised words left over.

In comes one annotated sentence, out come spans that don't overlap. Who they are is for the cast to say.
"""

from dataclasses import dataclass

from app.actors.curated import Surface, Use, curated
from app.actors.given import is_given
from app.actors.lexicon import LEGAL_FORMS, NO_DEMONYM, PARTICLES, PORTFOLIOS, SUFFIXES, TITLES, words
from app.actors.ministries import ministry_at
from app.actors.names import normal_form, squeezed
from app.text.annotation import AnnotatedSentence, Name, Token

LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC"})
# Names of things and happenings: they hide what stands inside them ("the Suez Crisis").
_HIDING = frozenset({"EVENT", "WORK_OF_ART", "LAW"})
_LONGEST = 8  # tokens of a curated name


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens [first, last) that may name an actor; `label` is the parser's ("" if it saw no name).

    `place` tells that it can only say where: it stands in a dateline.
    """

    first: int
    last: int
    text: str
    label: str
    surface: Surface | None
    place: bool = False


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
    known = {index for one in found for index in range(one.first, one.last)}
    for name in named:
        cleaned = _cleaned(tokens, name)
        if cleaned is not None and not all(
            index in known or _is_mark(tokens[index]) for index in range(cleaned.first, cleaned.last)
        ):
            found.append(cleaned)
    kept = _joined_names(tokens, _without_overlaps(found))
    covered = kept if shouted else kept + _spans_only(sentence.names)
    return sorted(kept + _left_over(tokens, covered, longest=1 if shouted else _LONGEST), key=lambda one: one.first)


def _curated(sentence: AnnotatedSentence, named: list[Name]) -> list[Candidate]:
    tokens = sentence.tokens
    label_at = {index: name.label for name in named for index in range(name.first, name.last)}
    found: list[Candidate] = []
    position = 0
    while position < len(tokens):
        hit = _curated_at(tokens, position)
        if hit is None:
            position += 1
            continue
        last, surface = hit
        if _stands(sentence, position, last, surface):
            found.append(Candidate(position, last, _text(tokens, position, last), label_at.get(last - 1, ""), surface))
        position = last
    return found


def _ministries(tokens: tuple[Token, ...]) -> list[Candidate]:
    found: list[Candidate] = []
    for index in range(1, len(tokens)):
        ministry = ministry_at(tokens, index) if tokens[index].text[0] in "mM" else None
        if ministry is not None:
            first, name = ministry
            found.append(Candidate(first, index + 1, name, "ORG", None))
    return found


def _curated_at(tokens: tuple[Token, ...], position: int) -> tuple[int, Surface] | None:
    """The longest curated surface that starts here: the index after it, and what it is."""
    start = tokens[position].text
    small = not start[0].isupper()
    table = curated()
    key = ""
    best: tuple[int, Surface] | None = None
    for index in range(position, min(position + _LONGEST, len(tokens))):
        piece = squeezed(tokens[index].text)
        if not piece and index == position:
            break
        key += piece
        surface = table.surfaces.get(key)
        if surface is not None and piece and (surface.lower or not small):
            best = (index + 1, surface)
        if key not in table.openings:
            break
    return best


def _stands(sentence: AnnotatedSentence, first: int, last: int, surface: Surface) -> bool:
    """Whether a curated surface found by its letters is really meant as a name here."""
    tokens = sentence.tokens
    token = tokens[first]
    written = sentence.sentence.text[
        token.start - sentence.sentence.start : tokens[last - 1].end - sentence.sentence.start
    ]
    if surface.capitals and not written.isupper():
        return False
    if surface.article and not (first and tokens[first - 1].text.lower() == "the"):
        return False
    if surface.lower and token.text[0].islower() and surface.article:
        return _is_bloc(tokens, first, last)
    if surface.use is Use.ADJECTIVE:
        return _is_demonym(tokens, last)
    return token.pos not in _NO_NAME or last - first > 1


_NO_NAME = frozenset({"VERB", "AUX", "ADP", "DET", "PRON", "ADV", "SCONJ", "CCONJ"})
_DIRECTION = words("in to towards toward from of on")


def _is_bloc(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """In small letters "the west" is the bloc, unless it is a direction: "in the west", "the west coast"."""
    following = tokens[last] if last < len(tokens) else None
    if following is not None and (following.text == "of" or following.pos in ("NOUN", "PROPN")):
        return False
    return first < 2 or tokens[first - 2].text.lower() not in _DIRECTION


def _is_demonym(tokens: tuple[Token, ...], last: int) -> bool:
    if last >= len(tokens):
        return False
    near = tokens[last : last + 2]
    return not any(token.lemma.lower() in NO_DEMONYM for token in near)


def _spans_only(names: tuple[Name, ...]) -> list[Candidate]:
    return [Candidate(name.first, name.last, "", name.label, None) for name in names]


def _cleaned(tokens: tuple[Token, ...], name: Name) -> Candidate | None:
    """The parser's name without articles, titles, possessives and punctuation at its edges; None if nothing is left."""
    first, last = name.first, name.last
    while first < last and _is_before_name(tokens[first], name.label):
        first += 1
    last = next((index for index in range(first, last) if tokens[index].text in "<>"), last)
    while first < last and (_is_mark(tokens[last - 1]) or tokens[last - 1].text in _POSSESSIVES):
        last -= 1
    if name.label == "PERSON" and last - first > 2 and _is_shouted(tokens[last - 1]) and not _is_shouted(tokens[first]):
        last -= 1  # "Mara Stein TWA": an acronym that belongs to what follows
    if first >= last or any("/" in token.text or "@" in token.text for token in tokens[first:last]):
        return None
    if last - first == 1 and first == 0 and tokens[first].pos not in ("PROPN", "ADJ"):
        return None  # a common noun that opens a sentence
    text = _text(tokens, first, last)
    if not _is_namelike(text, last - first) or (name.label == "PERSON" and not _is_personal(text)):
        return None
    return Candidate(first, last, text, name.label, None)


_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_ARTICLES = frozenset({"the", "a", "an"})
_BEFORE_NAME = frozenset({"VERB", "AUX", "ADP", "PRON", "ADV", "SCONJ", "CCONJ"})


def _is_before_name(token: Token, label: str) -> bool:
    """A token the parser took for the name's first that is none: "Replied Harbour Board", "President Mara Stein"."""
    word = token.text.lower().rstrip(".")
    if _is_mark(token) or word in _ARTICLES:
        return True
    return token.pos in _BEFORE_NAME or (label == "PERSON" and word in TITLES)


def _is_personal(text: str) -> bool:
    """Whether each word begins with a capital or is a particle, and none holds a digit."""
    if any(character.isdigit() for character in text):
        return False
    return all(word[0].isupper() or not word[0].isalpha() or word in PARTICLES for word in text.split())


def _is_shouted(token: Token) -> bool:
    return len(token.text) > 2 and token.text.isupper() and token.text.lower() not in SUFFIXES


def _is_mark(token: Token) -> bool:
    return not any(character.isalnum() for character in token.text) or (token.text.islower() and token.tag == "POS")


def _is_namelike(text: str, length: int) -> bool:
    if not any(character.isupper() for character in text) or len(text) < 2:
        return False
    if length == 1 and (
        text.lower() in PORTFOLIOS or text.lower().rstrip(".") in TITLES or text.lower() in LEGAL_FORMS
    ):
        return False
    return not (text[0] == "i" and len(text) > 1 and text[1].isupper())  # iPhone: a thing, whatever the label


def _text(tokens: tuple[Token, ...], first: int, last: int) -> str:
    """The words with single blanks where the text has any."""
    words = [tokens[first].text]
    end = tokens[first].end
    for token in tokens[first + 1 : last]:
        if not token.text.isspace():
            words.append(token.text if token.start == end else " " + token.text)
            end = token.end
    return "".join(words)


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
            joined.append(Candidate(one.first, after.last, _text(tokens, one.first, after.last), "PERSON", None))
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
            runs.append(Candidate(start, index, _text(tokens, start, index), "", None))
        else:
            index += 1
    return runs


def _is_proper(token: Token, *, shouted: bool) -> bool:
    if not token.text[0].isupper() or token.text.lower() in TITLES:
        return False
    return token.pos in ("PROPN", "NOUN", "ADJ") or (shouted and token.pos == "VERB")
