"""Where a sentence's tokens spell a curated name, whatever their case and punctuation."""

from collections.abc import Iterator

from app.actors.curated import Surface, Use, curated
from app.actors.lexicon import NO_DEMONYM, words
from app.actors.names import squeezed
from app.text.annotation import Token

_LONGEST = 8  # tokens of a curated name
_NO_NAME = frozenset({"VERB", "AUX", "ADP", "DET", "PRON", "ADV", "SCONJ", "CCONJ"})
_DIRECTION = words("in to towards toward from of on")


def curated_spans(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int, Surface]]:
    """The curated names [first, last) in order of text, the longest at each place, that stand for what they spell."""
    position = 0
    while position < len(tokens):
        hit = _curated_at(tokens, position)
        if hit is None:
            position += 1
            continue
        last, surface = hit
        if _stands(tokens, position, last, surface):
            yield position, last, surface
        position = last


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


def _stands(tokens: tuple[Token, ...], first: int, last: int, surface: Surface) -> bool:
    """Whether a curated surface found by its letters is really meant as a name here."""
    if surface.capitals and not all(token.text.isupper() for token in tokens[first:last] if token.text.isalpha()):
        return False
    if surface.capitals and any(token.text.islower() for token in tokens):
        return True
    if surface.article and not (first and tokens[first - 1].text.lower() == "the"):
        return False
    if surface.article and surface.entry.beside and last < len(tokens) and tokens[last].text == "of":
        return False
    if surface.lower and surface.article and tokens[first].text[0].islower():
        return _is_bloc(tokens, first, last)
    if surface.use is Use.ADJECTIVE:
        return _is_demonym(tokens, last)
    return tokens[first].pos not in _NO_NAME or last - first > 1


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
