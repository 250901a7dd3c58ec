"""The one way into time expressions: English by our grammar, other languages by dateparser's words."""

from app.domain.article import Anchor
from app.domain.expression import Dating
from app.domain.span import Field
from app.timex import fallback, scan
from app.timex.absent import Scanned
from app.timex.cues import Language
from app.timex.en.cues import CUES
from app.timex.en.grammar import GRAMMAR

ENGLISH = Language(GRAMMAR, CUES)


# News of the largest allowed size has some 5,000; a field with more is a timetable, or made to hurt.
MOST = 20_000


def scanned(text: str, *, field: Field, anchor: Anchor, language: str) -> Scanned:
    """The first `MOST` datings of a field, in the order of the text, non-overlapping; none in languages not read."""
    if language == "en":
        return scan.scanned(text, field=field, anchor=anchor, language=ENGLISH, most=MOST)
    return fallback.scanned(text, field=field, anchor=anchor, language=language, most=MOST)


def datings(text: str, *, field: Field, anchor: Anchor, language: str) -> tuple[Dating, ...]:
    """The datings alone."""
    return scanned(text, field=field, anchor=anchor, language=language).datings
