"""Ministries: "the Ruritanian defense ministry" and "Ruritania's Ministry of Defence" under one name."""

from app.actors.countries import country_of
from app.actors.curated import curated
from app.actors.lexicon import MINISTRIES
from app.text.annotation import Token

_WORDS = 3  # of a portfolio: "interior", "foreign", "economy and trade"
_HEADS = frozenset({"ministry", "ministries"})


def ministry_at(tokens: tuple[Token, ...], index: int) -> tuple[int, str] | None:
    """Where the ministry whose noun stands at `index` begins, and its name; None without portfolio and country."""
    if tokens[index].text.lower() not in _HEADS:
        return None
    first = index
    while first and index - first < _WORDS and tokens[first - 1].text.lower() in MINISTRIES:
        first -= 1
    if first == index or not first:
        return None
    portfolio = " and ".join(MINISTRIES[token.text.lower()] for token in tokens[first:index])
    start = first - 2 if tokens[first - 1].tag == "POS" and first > 1 else first - 1
    for at in (start, start - 1):
        country = country_of(tokens, at) if at >= 0 else None
        if country is not None:
            return at, f"{_adjective(country)} Ministry of {portfolio}"
    return None


def _adjective(country: str) -> str:
    return curated().adjectives.get(country, country)
