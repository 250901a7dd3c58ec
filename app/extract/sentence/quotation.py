"""Which tokens stand inside direct speech."""

from app.text.annotation import AnnotatedSentence

_OPEN, _CLOSE, _PLAIN = "“«", "”»", '"'


def quoted(sentence: AnnotatedSentence, *, open_before: bool) -> tuple[frozenset[int], bool]:
    """Tokens inside quotation marks, and whether the quotation is still open at the end of the sentence.

    `open_before` says whether it was open where the sentence begins; a paragraph's first sentence starts closed.
    """
    inside = open_before
    found = set()
    for index, token in enumerate(sentence.tokens):
        if token.text in _OPEN or token.text == "``":
            inside = True
        elif token.text in _CLOSE or token.text == "''":
            inside = False
        elif token.text == _PLAIN:
            inside = not inside
        elif inside:
            found.add(index)
    return frozenset(found), inside
