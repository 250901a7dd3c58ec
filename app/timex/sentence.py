"""The stretch of a sentence before and after a phrase, as far as cues can matter."""

import re

from app.timex.cues import Cues

_REACH = 110  # characters to either side: about the ten words that cues are looked for in
_END = re.compile(rb"[.!?;]['\")\]]*(?= )|\n")


def around(text: bytes, start: int, end: int, cues: Cues) -> tuple[str, str]:
    """Lower-case text from the sentence's start to the phrase and from it to the end, either cut to `_REACH`."""
    before = text[max(0, start - _REACH) : start]
    for stop in _END.finditer(before):
        if not _abbreviated(before[: stop.start()], cues):
            cut = stop.end()
            before = before[:cut].translate(_BLANK) + before[cut:]
    after = text[end : end + _REACH]
    ends = (stop.start() for stop in _END.finditer(after) if not _abbreviated(after[: stop.start()], cues))
    return _lower(before).lstrip(), _lower(after[: next(ends, len(after))])


def is_one(text: bytes, cues: Cues) -> bool:
    """Whether no sentence ends in this stretch."""
    return all(_abbreviated(text[: stop.start()], cues) for stop in _END.finditer(text))


_BLANK = bytes.maketrans(bytes(range(33, 127)), b" " * 94)


def _abbreviated(text: bytes, cues: Cues) -> bool:
    words = text[-12:].decode("ascii").split()[-1:] or [""]
    return words[0].strip("(\"'").lower() in cues.abbreviations or (len(words[0]) == 1 and words[0].isupper())


def _lower(text: bytes) -> str:
    return text.decode("ascii").lower()
