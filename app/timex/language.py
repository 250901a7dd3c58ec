"""Which language a text is in, by py3langid, and what is said where we read less of it than of English."""

import threading
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from app.domain.extraction import Notice, NoticeCode
from app.timex import fallback

ENGLISH = "en"
SUPPORTED = frozenset({ENGLISH}) | fallback.LANGUAGES

# Languages news is written in that are close enough to ours to be taken for them, or that are read widely.
_CODES = (
    "af bg bn ca cs da el et eu fa fi gl he hi hr hu hy id is ja ka ko lt lv mk ms nn no pl ro sk sl sq sr sv sw ta te "
    "th tr uk ur vi wuu yue"
)
_OTHERS = frozenset(_CODES.split())
_FOLDED = {"wuu": "zh", "yue": "zh", "nn": "no"}
# Below this share the text is too short or too mixed to tell among all, and only ours are weighed against each other.
_SURE = 0.6
# One of ours must then take this much of what they share, or the text counts as English.
_MAJORITY = 0.5
# A page of text settles it; more only costs time (8 characters a microsecond).
_SAMPLE = 4000


def spoken(given: str | None, text: str) -> str:
    """The language given, as ISO 639-1 (`pt-BR` is `pt`), else the one detected."""
    if given:
        return given.replace("_", "-").partition("-")[0].lower()
    return detected(text)


def detected(text: str) -> str:
    """ISO 639-1 code of a text's language: the likeliest; where none is, as in a few words, the likeliest of SUPPORTED,
    or English where that is not clear either. English for a text without letters.
    """
    sample = text[:_SAMPLE]
    if not any(letter.isalpha() for letter in sample):
        return ENGLISH
    shares = _shares(sample)
    likeliest = max(shares, key=lambda code: shares[code])
    if shares[likeliest] >= _SURE:
        return likeliest
    ours = {code: share for code, share in shares.items() if code in SUPPORTED}
    best = max(ours, key=lambda code: ours[code])
    return best if ours[best] >= _MAJORITY * sum(ours.values()) else ENGLISH


def _shares(sample: str) -> dict[str, float]:
    shares: dict[str, float] = {}
    for code, share in _ranked(sample):
        folded = _FOLDED.get(code, code)
        shares[folded] = shares.get(folded, 0.0) + share
    return shares


def notice(language: str) -> Notice | None:
    """What an answer warns of for an article in this language; None for English."""
    if language == ENGLISH:
        return None
    if language in SUPPORTED:
        detail = f"In {language!r} time expressions are read but no events; events are read in English only."
        return Notice(NoticeCode.LANGUAGE_TIMES_ONLY, detail, "/language")
    known = ", ".join(sorted(SUPPORTED))
    detail = f"Nothing is read in {language!r}: the article is stored without dates. Languages read: {known}."
    return Notice(NoticeCode.LANGUAGE_UNSUPPORTED, detail, "/language")


_loading = threading.Lock()


def _ranked(sample: str) -> list[tuple[str, float]]:
    """(code, share of likelihood) for the languages considered, the likeliest first."""
    with _loading:
        identifier = _identifier()
    ranked: list[tuple[str, float]] = identifier.rank(sample)
    return ranked


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    """Loaded at first use: the model takes a second and a half."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted((SUPPORTED | _OTHERS) & set(identifier.labels)))
    return identifier
