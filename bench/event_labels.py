"""Days of candidates in the notation of the event-time yardstick, and back."""

from collections.abc import Sequence
from typing import Any

from app.domain import civil
from app.extract.learned.relation import Candidate, Range

# (lasting, (earliest, latest) begin, (earliest, latest) end), days as ISO text.
Label = tuple[bool, tuple[str | None, str | None], tuple[str | None, str | None]]
# The annotators' tool wrote every month's end so, where an event is told to lie somewhere in a month.
_END_OF_MONTH = 28
# A day is claimed from this chance on: F1 is best where a claim is as likely as half of the F1 that is reached.
_CLAIMED = 1 / 3
_FIRST, _LAST = "0001-01-01", "9999-12-31"


def of_candidate(candidate: Candidate) -> Label:
    """The label a candidate stands for."""
    return candidate.lasting, _range(candidate.begin, candidate), _range(candidate.end, candidate)


def of_gold(event: dict[str, Any]) -> Label | None:
    """The label of a gold event; None where it has no single one."""
    if event["kind"] not in ("single", "multi") or event.get("gold") in (None, "n/a") or "xxxx" in event["gold"]:
        return None
    return event["kind"] == "multi", tuple(event["t_begin"]), tuple(event["t_end"])


def as_system(event: dict[str, Any], label: Label) -> dict[str, Any]:
    """A line of a system's answer for the scorer."""
    kind = "multi" if label[0] else "single"
    return {"start": event["start"], "end": event["end"], "kind": kind, "begin": label[1], "end_date": label[2]}


def days(listed: Sequence[tuple[Label, float]]) -> dict[Label, float]:
    """The labels of one exact day among those of a case, each with the sum of its chances."""
    return {label: chance for label, chance in _summed(listed).items() if is_day(label)}


def decided(listed: Sequence[tuple[Label, float]]) -> Label:
    """The likeliest day where it is likely enough, else the likeliest other label."""
    total = _summed(listed)
    day = max((label for label in total if is_day(label)), key=total.__getitem__)
    if total[day] >= _CLAIMED:
        return day
    return max((label for label in total if not is_day(label)), key=total.__getitem__)


def _summed(listed: Sequence[tuple[Label, float]]) -> dict[Label, float]:
    total: dict[Label, float] = {}
    for label, chance in listed:
        total[label] = total.get(label, 0.0) + chance
    return total


def is_day(label: Label) -> bool:
    """Whether a label is one exact day."""
    return not label[0] and label[1][0] is not None and label[1][0] == label[1][1]


def near(label: Label, wanted: Label) -> bool:
    """Whether a label, not the right one, is of the right kind and does not contradict it, nor is one exact day."""
    if label[0] != wanted[0] or is_day(label):
        return False
    return _meet(label[1], wanted[1]) and _meet(label[2], wanted[2])


def _meet(one: tuple[str | None, str | None], other: tuple[str | None, str | None]) -> bool:
    return (one[0] or _FIRST) <= (other[1] or _LAST) and (other[0] or _FIRST) <= (one[1] or _LAST)


def _range(days: Range, candidate: Candidate) -> tuple[str | None, str | None]:
    told = candidate.told
    first, last = (None if day is None else civil.day_text(day * civil.MINUTES_A_DAY) for day in days)
    if told is not None and last is not None and told.grain == "month" and days == told.span:
        last = f"{last[:8]}{_END_OF_MONTH}"
    return first, last
