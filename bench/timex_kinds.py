"""What kind of expression a TIMEX3 is, by its type, its value and a few of its words; for the table by kinds."""

import re

from bench.timeml import Timex

_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_MONTH = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b",
    re.IGNORECASE,
)
_WRITTEN_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d|'\d\ds?\b|\d(?:th|st|nd|rd)[ -]century")
_TODAY = re.compile(r"\b(?:today|yesterday|tomorrow|tonight)\b", re.IGNORECASE)


def kind(timex: Timex) -> str:
    if timex.type in {"SET", "DURATION", "TIME"}:
        return {"SET": "set", "DURATION": "duration", "TIME": "time of day"}[timex.type]
    if timex.value in {"PAST_REF", "PRESENT_REF", "FUTURE_REF"}:
        return "vague reference"
    if _TODAY.search(timex.text):
        return "today, yesterday, tomorrow"
    if _WRITTEN_YEAR.search(timex.text):
        return "written with its year"
    if _MONTH.search(timex.text):
        return "month and day" if re.search(r"\d", timex.text) else "month"
    if _WEEKDAY.search(timex.text):
        return "weekday"
    if re.search(r"-[QH]\d$", timex.value) or "quarter" in timex.text.lower():
        return "quarter"
    return "other relative date"
