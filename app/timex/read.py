"""The one way into time expressions: English by our grammar, other languages by dateparser's words."""

from app.domain.article import Anchor
from app.domain.expression import Dating
from app.domain.span import Field
from app.timex import fallback, scan
from app.timex.cues import Language
from app.timex.en.cues import CUES
from app.timex.en.grammar import GRAMMAR

ENGLISH = Language(GRAMMAR, CUES)


def datings(text: str, *, field: Field, anchor: Anchor, language: str) -> tuple[Dating, ...]:
    """All datings of a field, in the order of the text, non-overlapping; none in languages that aren't read."""
    if language == "en":
        return scan.datings(text, field=field, anchor=anchor, language=ENGLISH)
    return fallback.datings(text, field=field, anchor=anchor, language=language)
