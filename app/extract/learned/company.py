"""The company a word keeps in news: words that are told in the same surroundings lie near each other.

Numbers by hash of the word (docs/models.md); "arrested" and "detained" are alike, whichever of them was trained on.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from zlib import crc32

from app.extract.learned.weights import arrays
from app.text.annotation import Token

_NONE: Mapping[str, float] = MappingProxyType({})
# So many words' features are kept: some hundred articles' triggers.
_CACHED = 2_000


def hashed(word: str) -> int:
    """What a word is known by in the model file."""
    return crc32(word.encode())


def features(token: Token) -> Mapping[str, float]:
    """A number for each direction, of the word as it stands, else of its lemma; none for words too rare in news."""
    return _features(token.text.lower()) or _features(token.lemma.lower())


@lru_cache(maxsize=_CACHED)
def _features(word: str) -> Mapping[str, float]:
    at = _rows().get(hashed(word))
    if at is None:
        return _NONE
    held = arrays("company")
    numbers = held["values"][at] * float(held["scale"])
    return MappingProxyType({f"co{direction}": value for direction, value in enumerate(numbers.tolist())})


@cache
def _rows() -> Mapping[int, int]:
    return {place: at for at, place in enumerate(arrays("company")["places"].tolist())}
