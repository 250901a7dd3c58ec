"""Which way an underspecified phrase leans, by the words beside it alone: no parse."""

import re

from app.timex.cues import Cues
from app.timex.meaning import Lean

_WORD = re.compile(r"[a-z']+")
_WORDS_BACK = 10  # cues further off than this belong to another clause more often than not (TimeBank)
_WORDS_ON = 8


def lean(before: str, after: str, cues: Cues) -> tuple[Lean, str | None]:
    """The lean of a phrase between these stretches of its sentence (lower case), and the word that gave it.

    The nearest cue before the phrase decides, else the nearest after it; without one the lean is to the nearest.
    """
    words = _WORD.findall(before)[-_WORDS_BACK:]
    found = _nearest(_with_next(words)[::-1], cues)
    if found is not None:
        return found
    return _nearest(_with_next(_WORD.findall(after)[:_WORDS_ON]), cues) or (Lean.NEAR, None)


def _with_next(words: list[str]) -> list[tuple[str, str]]:
    return list(zip(words, [*words, ""][1:], strict=True))


def _nearest(words: list[tuple[str, str]], cues: Cues) -> tuple[Lean, str] | None:
    """What the first cue in the list says; each word comes with the one after it in the text."""
    for word, after in words:
        if word in cues.forward:
            return Lean.FORWARD, word
        if after == "to" and word in cues.before_to:
            return Lean.FORWARD, f"{word} to"
        if word in cues.back:
            return Lean.BACK, word
    return None
