"""Countries where they stand before or after something else: "Ruritanian", "Ruritania's"."""

from app.actors.curated import Surface, Use, curated
from app.actors.names import squeezed
from app.domain.actor import ActorKind
from app.text.annotation import Token

_NAMING = frozenset({Use.NAME, Use.ADJECTIVE, Use.SEAT})


def country_of(tokens: tuple[Token, ...], index: int) -> str | None:
    """The country that one or two tokens from here name, as noun or adjective; None if they name none."""
    if not tokens[index].text[0].isupper():
        return None
    table = curated()
    for length in (2, 1):
        key = squeezed("".join(token.text for token in tokens[index : index + length]))
        surface = table.surfaces.get(key)
        if surface is not None and _names_country(surface, tokens[index].text):
            return surface.entry.name
    return None


def _names_country(surface: Surface, text: str) -> bool:
    named = surface.entry.kind is ActorKind.COUNTRY and surface.use in _NAMING
    return named and (text.isupper() or not surface.capitals)
