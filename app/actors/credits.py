"""Lines that name people and agencies but tell nothing of them: photo credits, bylines, wire credits."""

import re2

_LONGEST_CREDIT = 160
_LONGEST_DATELINE = 80
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
_DATELINE = re2.compile(rf"^(?:[A-Z][\w .,'’/-]{{1,60}}?\s)?(\(\s?{_AGENCY}\s?\))\s*[-–—_:]")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
# Without an agency the place is in capitals and a sentence begins after the dash.
_PLACELINE = re2.compile(
    rf"^([A-Z][A-Z.'’ -]{{2,40}}(?:,\s[A-Z][\w.'’ -]{{1,30}}){{0,2}}?(?:,\s{_MONTH}\s\d{{1,2}})?\s+(?:[–—]|--?)\s+)"
    r"[\"“‘]?[A-Z0-9]"
)
_INLINE = re2.compile(
    r"\((?:Photo|Image|Picture|Credit|AP Photo|Reporting|Editing|Additional reporting)\b[^)]{0,120}\)"
)


def dateline_end(text: str) -> int:
    """Where a dateline ("OSLO, Norway (Reuters) -", "OSLO, Feb. 4 —") ends, 0 where there is none.

    What it names is where, not who.
    """
    opening = text[:_LONGEST_DATELINE]
    dateline = _DATELINE.match(text) if "(" in opening else None
    if dateline:
        return int(dateline.end())
    placeline = _PLACELINE.match(text) if any(dash in opening for dash in "-–—") else None
    return int(placeline.end(1)) if placeline else 0


def is_credit(text: str) -> bool:
    """Whether a line is a credit, a byline or a leftover of the page: it names no actors."""
    return len(text) <= _LONGEST_CREDIT and _LINE.match(text.strip()) is not None


def credit_spans(text: str) -> list[tuple[int, int]]:
    """Offsets of credits in brackets inside a sentence, half-open: "(Photo by …)", the agency of a dateline."""
    if "(" not in text:
        return []
    dateline = _DATELINE.match(text)
    return [found.span() for found in _INLINE.finditer(text)] + ([dateline.span(1)] if dateline else [])
