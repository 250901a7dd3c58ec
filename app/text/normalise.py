"""Clean text for the parser and the grammar, character for character: every offset stays the posted text's."""

_SPACES = "\t\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_LINE_ENDS = "\r\u0085\u2028\u2029"

# Double typographic quotes stay: they tell opening from closing.
_REPLACEMENTS = str.maketrans(
    {
        **dict.fromkeys(_SPACES + _INVISIBLE, " "),
        **dict.fromkeys(map(chr, [*range(9), *range(14, 32), 127]), " "),
        **dict.fromkeys(_LINE_ENDS, "\n"),
        **dict.fromkeys("’‘ʼ＇", "'"),
        "\u00ad": "-",  # soft hyphen
        "\u2010": "-",  # hyphen
        "\u2011": "-",  # no-break hyphen
    }
)


def clean(text: str) -> str:
    """The text with odd spaces, hyphens, apostrophes and line ends made plain; as long as it was posted."""
    return text.replace("\r\n", " \n").translate(_REPLACEMENTS)
