"""Text made plain for matching: one byte a character, so that offsets are those of the text as posted."""

import codecs
import re
from unicodedata import category

_PARAGRAPH_BREAK = re.compile(r"\n[ \t\r\u00a0]*(?=\n)")
_TYPOGRAPHY = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u200a": " ",
        "\u2002": " ",
        "\u2003": " ",
        "\u3000": " ",
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2026": ".",
        "\t": " ",
        "\r": " ",
        "\x00": "#",
        "\n": " ",
    }
)


def plain(text: str) -> bytes:
    """The text with typography in ASCII, single line ends as spaces; of what is beyond, letters as "x", others as "#".

    A line end that an empty line follows is a paragraph's and stays, so that no phrase runs across it.
    """
    marked = _PARAGRAPH_BREAK.sub(lambda gap: "\x01" * len(gap[0]), text)
    return marked.translate(_TYPOGRAPHY).replace("\x01", "\n").encode("ascii", _ERRORS)


def _neutral(error: UnicodeError) -> tuple[str, int]:
    """A letter stays one, so that its word is whole; what is no letter ends no sentence."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    beyond = error.object[error.start : error.end]
    return "".join("x" if _is_letter(one) else "#" for one in beyond), error.end


def _is_letter(character: str) -> bool:
    return category(character)[0] in "LM"  # marks too: they stand on letters


_ERRORS = "dateline.plain"
codecs.register_error(_ERRORS, _neutral)
