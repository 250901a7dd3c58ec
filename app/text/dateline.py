"""Where and when a text was written, before what it tells: "OSLO, Norway (Reuters) -", "OSLO, Feb. 4 —"."""

import re2

# Longer openings are sentences.
_LONGEST = 110
_PLACE = r"\p{Lu}{2}[\p{Lu}.'/ -]{1,40}(?:,\s[A-Z][\w.' -]{1,30}){0,2}?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_KNOWN = r"\(\s?(?:AP|AFP|EPA|TASS|Xinhua|Reuters|REUTERS|UPI|dpa|DPA|Bloomberg|CNN)\s?\)"
# An agency that we don't know counts after a place in capitals or a date.
_AGENCY = r"(?:\(\s?[A-Z][\w.& /]{1,30}\s?\)|/[A-Z][\w ]{1,30}/)"
_DASH = r"\s*(?:[–—]|--?|_)\s+"
# A sentence begins after the dash.
_DATELINE = re2.compile(
    rf"^((?:[A-Z][\w .,'/-]{{1,60}}?\s)?{_KNOWN}\s*[-–—_:]\s*"
    rf"|(?:{_PLACE},\s)?{_DATE}\s+{_AGENCY}{_DASH}"
    rf"|{_PLACE}(?:,\s{_DATE})?\s+(?:{_AGENCY}\s*)?(?:[–—]|--?|_)\s+)"
    r"[\"“']?[A-Z0-9]"
)


def dateline_end(text: str) -> int:
    """Where the dateline that opens a clean text ends and its first sentence begins; 0 where there is none."""
    opening = text[:_LONGEST]
    found = _DATELINE.match(opening) if any(mark in opening for mark in "-–—_:") else None
    return int(found.end(1)) if found else 0
