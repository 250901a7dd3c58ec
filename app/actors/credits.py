"""Lines that name people and agencies but tell nothing of them: photo credits, bylines, wire credits."""

import re2

_LONGEST_CREDIT = 160
_NAME = r"[A-Z][\w.'’-]*"
_AGENCY = r"(?:AP|AFP|EPA|TASS|Xinhua|Reuters|REUTERS|UPI|Getty Images|dpa|DPA|Bloomberg|CNN)"
_LINE = re2.compile(
    rf"^\W*(?:"
    rf"(?:(?:Photo|Image|Picture|Photograph|Illustration|Credit|File|Video)s?\b.{{0,40}}?(?:by|:|courtesy)\s*.{{1,80}}"
    rf"|(?:{_NAME}(?:\s+{_NAME}){{1,4}}|{_AGENCY})(?:\s*/\s*{_NAME}(?:\s+{_NAME}){{0,3}}){{1,5}}"
    rf"|{_NAME}(?:\s+{_NAME}){{0,3}}\s+via\s+{_NAME}(?:\s+{_NAME}){{0,2}}"
    rf"|(?:Getty Images|Shutterstock|Wikimedia Commons|Handout|File photo)"
    rf"|[Ww]ith\s+(?:{_NAME}\s+){{0,3}}(?:[Ww]ires?|[Aa]gencies|news services|wire services)"
    rf"|By\s+{_NAME}(?:\s+{_NAME}){{1,3}}(?:\s+and\s+{_NAME}(?:\s+{_NAME}){{1,3}})?"
    rf"(?:,\s*{_NAME}(?:\s+{_NAME}){{0,3}})?"
    rf"|(?:Additional )?[Rr]eporting by\s.{{1,120}}"
    rf"|(?:Source|Read more|Read [Mm]ore|Source link|Share this|Follow us|Advertisement)\b.{{0,30}}"
    rf"))\W*$"
)
_INLINE = re2.compile(
    r"\((?:Photo|Image|Picture|Credit|AP Photo|Reporting|Editing|Additional reporting)\b[^)]{0,120}\)"
)


def is_credit(text: str) -> bool:
    """Whether a line is a credit, a byline or a leftover of the page: it names no actors."""
    return len(text) <= _LONGEST_CREDIT and _LINE.match(text.strip()) is not None


def credit_spans(text: str) -> list[tuple[int, int]]:
    """Offsets of credits in brackets inside a sentence, half-open: "(Photo by …)"."""
    return [found.span() for found in _INLINE.finditer(text)] if "(" in text else []
