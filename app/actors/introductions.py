"""How a text introduces people: "Ruritanian President Ana Brandt", "Ana Brandt, the Ruritanian president,"."""

from app.actors.cast import Actor
from app.actors.countries import country_of
from app.actors.lexicon import OFFICE_WORDS, PORTFOLIOS, TITLES
from app.actors.scene import Scene
from app.text.annotation import Token

_BEFORE = 8  # tokens of a title before a name
_AFTER = 8  # tokens of an apposition after it
_STOPS = frozenset({",", ".", ";", "—", "–", "who", "which"})
_LINKS = frozenset({"of", "'s", "’s", "-"})


def introduce(scene: Scene, actor: Actor, tokens: tuple[Token, ...], span: tuple[int, int]) -> None:
    """Remember the offices told right before and right after a person's name."""
    first, last = span
    _remember(scene, actor, _titles_before(tokens, first))
    if last < len(tokens) and tokens[last].text == ",":
        _remember(scene, actor, _apposition(tokens, last + 1))
    if first > 1 and tokens[first - 1].tag == "POS" and (country := country_of(tokens, first - 2)) is not None:
        scene.introduce(actor, ("leader",), country)  # "Ruritania's Ana Brandt"


def _apposition(tokens: tuple[Token, ...], start: int) -> list[Token]:
    """The words up to the next mark or verb; none if they are somebody else's title: ", President Stein"."""
    words: list[Token] = []
    for index in range(start, min(start + _AFTER, len(tokens))):
        token = tokens[index]
        if token.text in _STOPS or token.pos in ("VERB", "AUX"):
            break
        if words and token.pos == "PROPN" and words[-1].text.lower().rstrip(".") in OFFICE_WORDS:
            return []
        words.append(token)
    return words


def _titles_before(tokens: tuple[Token, ...], first: int) -> list[Token]:
    index = first
    while index > max(0, first - _BEFORE):
        token = tokens[index - 1]
        word = token.text.lower().rstrip(".")
        if (
            word not in TITLES
            and word not in PORTFOLIOS
            and word not in _LINKS
            and country_of(tokens, index - 1) is None
        ):
            break
        index -= 1
    return list(tokens[index:first])


def _remember(scene: Scene, actor: Actor, words: list[Token]) -> None:
    titles = [token.text.lower().rstrip(".") for token in words]
    named = [title for title in titles if title in OFFICE_WORDS or title in TITLES]
    if not named:
        return
    if "prime" in titles and "minister" in titles:
        named.append("prime minister")
    every = tuple(words)
    countries = [country for index in range(len(every)) if (country := country_of(every, index)) is not None]
    scene.introduce(actor, named, countries[0] if countries else None)
