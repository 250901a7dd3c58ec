"""Words as full-text search knows them: the same on both engines, because both are handed this and nothing else."""

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+")
# An engine's index entry for a word has a limit; no word of a language comes near this.
_LONGEST = 64


def words(text: str) -> list[str]:
    """The text's words in order, casefolded and without accents: "Élysée's" gives `elysee`, `s`."""
    plain = text if text.isascii() else _without_accents(text)
    return [word[:_LONGEST] for word in _WORD.findall(plain.casefold())]


def searched(texts: Iterable[str]) -> str:
    """The words by which texts are found together: each once, so that what many tell alike is told once."""
    return " ".join(sorted(set(words(" ".join(texts)))))


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character))
