"""Text made plain for matching: one byte a character, so that offsets are those of the text as posted."""

import re

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
        "\u00bd": "?",
        "\t": " ",
        "\r": " ",
        "\x00": "?",
        "\n": " ",
    }
)
BREAK = b"\n"  # what is left of line ends: only those between paragraphs


def plain(text: str) -> bytes:
    """The text with typography in ASCII, other characters as "?", single line ends as spaces.

    A line end that an empty line follows is a paragraph's and stays, so that no phrase runs across it.
    """
    marked = _PARAGRAPH_BREAK.sub(lambda gap: "\x01" * len(gap[0]), text)
    return marked.translate(_TYPOGRAPHY).replace("\x01", "\n").encode("ascii", "replace")
