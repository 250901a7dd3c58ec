"""Which tokens of a sentence stand inside quotation marks, carried from sentence to sentence."""

from collections.abc import Sequence

from app.text.annotation import AnnotatedSentence

_OPENING, _CLOSING, _STRAIGHT = "“", "”", '"'


def quoted(sentences: Sequence[AnnotatedSentence]) -> list[list[bool]]:
    """For each sentence and token whether it is quoted.

    A sentence that first closes a quotation began inside it. A quotation runs on over sentences that have no mark.
    """
    inside = False
    marked: list[list[bool]] = []
    for sentence in sentences:
        text = sentence.sentence.text
        opens, closes = text.find(_OPENING), text.find(_CLOSING)
        if opens >= 0 or closes >= 0:
            inside = closes >= 0 and (opens < 0 or closes < opens)
        elif text.count(_STRAIGHT) % 2 == 0 and text[:1] == _STRAIGHT:
            inside = False
        flags: list[bool] = []
        for token in sentence.tokens:
            if token.text in (_OPENING, "``"):
                inside = True
            elif token.text in (_CLOSING, "''"):
                inside = False
            elif token.text == _STRAIGHT:
                inside = not inside
            flags.append(inside)
        marked.append(flags)
    return marked
