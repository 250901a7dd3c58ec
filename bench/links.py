"""Temporal links of TimeML documents as labels for the two helpers of the model of times."""

from typing import Any

from app.extract.learned.story import Told

_INVERSE = {
    "BEFORE": "AFTER", "AFTER": "BEFORE", "INCLUDES": "IS_INCLUDED", "IS_INCLUDED": "INCLUDES", "BEGINS": "BEGUN_BY",
    "BEGUN_BY": "BEGINS", "ENDS": "ENDED_BY", "ENDED_BY": "ENDS", "IBEFORE": "IAFTER", "IAFTER": "IBEFORE",
    "DURING": "DURING_INV", "SIMULTANEOUS": "SIMULTANEOUS", "IDENTITY": "IDENTITY",
}  # fmt: skip
_TO_DATING = {
    "IS_INCLUDED": "in", "SIMULTANEOUS": "in", "IDENTITY": "in", "BEGINS": "in", "ENDS": "in", "DURING": "during",
    "BEFORE": "before", "IBEFORE": "before", "AFTER": "after", "IAFTER": "after", "INCLUDES": "over",
    "DURING_INV": "over", "BEGUN_BY": "begun", "ENDED_BY": "ended",
}  # fmt: skip
_TO_PUBLICATION = {"in": "on", "during": "on", "before": "before", "after": "after"}
_PUBLICATION = "t0"


class Links:
    """The links of one document, read from either end."""

    def __init__(self, gold: dict[str, Any]) -> None:
        self._of: dict[tuple[str, str], str] = {}
        for source, target, kind in gold["tlinks"]:
            self._of[source, target] = kind
            self._of[target, source] = _INVERSE.get(kind, kind)
        self._spans = {expression["tid"]: (expression["start"], expression["end"]) for expression in gold["timexes"]}
        self._linked = {target for source, target in self._of if source[0] == "e" and target[0] == "t"}

    def expression(self, told: Told) -> str | None:
        """The gold expression that a dating meets."""
        start, end = told.dating.expression.start, told.dating.expression.end
        return next((tid for tid, span in self._spans.items() if span[0] < end and span[1] > start), None)

    def to_dating(self, event: str, told: Told) -> str | None:
        """How the event lies to the dating; "none" where the dating is linked to others only; None: not known."""
        tid = self.expression(told)
        if tid is None or tid not in self._linked:
            return None
        kind = self._of.get((event, tid))
        return _TO_DATING.get(kind) if kind else "none"

    def to_publication(self, told: dict[str, Told]) -> dict[str, str]:
        """By event, how it lies to publication: as linked, else by the datings it is linked to, else by its equals.

        `told` gives the dating of each gold expression that was found.
        """
        known: dict[str, str] = {}
        for (source, target), kind in self._of.items():
            label = _TO_DATING.get(kind)
            if source[0] == "e" and target == _PUBLICATION and label:
                known[source] = _TO_PUBLICATION.get(label, "over")
        for (source, target), kind in self._of.items():
            if source[0] == "e" and source not in known and target in told:
                label = _through(told[target], _TO_DATING.get(kind))
                if label:
                    known[source] = label
        for _ in range(3):
            for (source, target), kind in self._of.items():
                if kind in ("SIMULTANEOUS", "IDENTITY") and source[0] == target[0] == "e" and target in known:
                    known.setdefault(source, known[target])
        return known


def _through(told: Told, label: str | None) -> str | None:
    """What a link to a dating says of publication."""
    if label in ("in", "during"):
        return {"p": "before", "f": "after", "eq": "on"}.get(told.side)
    if label == "before" and told.side in ("p", "eq", "inn"):
        return "before"
    if label == "after" and told.side in ("f", "eq", "inn"):
        return "after"
    return None
