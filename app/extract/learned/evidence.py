"""What speaks for each time an event could have: features of the trigger, of its ties to datings, and candidates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Any

from app.extract.learned import company, happening_features, tie_features
from app.extract.learned.happening_features import Happening, happening
from app.extract.learned.story import Story, Told
from app.extract.learned.weights import Table

# Classes of the two helpers, in the order of their weights: an event to publication, a dating to an event.
TO_PUBLICATION = ("before", "after", "on", "over")
TO_DATING = ("none", "in", "during", "before", "after", "over", "begun", "ended")
# More datings than the nearest few cost time and teach nothing: three, five and twelve score alike.
_DATINGS = 3
_SURE = 4.0
_IN = TO_DATING.index("in")
# Features of a tie to the day of publication that speak of the event as well.
_OF_THE_DAY = ("up", "ud", "nv", "under", "px", "pexp", "vb", "prepd", "dist", "nearest", "mid")

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Features of the event, and of its tie to each of the datings told near it."""

    event: Features
    near: tuple[Told, ...]
    ties: tuple[Features, ...]


@dataclass(frozen=True, slots=True)
class Helpers:
    """Two small classifiers trained on temporal links, whose opinions are features."""

    to_publication: Table
    to_dating: Table


def evidence(story: Story, sentence: int, index: int, helpers: Helpers) -> Evidence:
    """All that is known of the trigger at this token."""
    event = happening(story, sentence, index)
    near = _nearest(story, event)
    here = {id(told): told for told in (*near, *story.by_sentence[sentence]) if told.first is not None}
    ties = {at: dict.fromkeys(tie_features.features(story, event, told), 1.0) for at, told in here.items()}
    return Evidence(_event(story, event, ties, helpers), near, tuple(ties[id(told)] for told in near))


def chances(scores: Any) -> list[float]:  # a numpy vector
    """Softmax."""
    top = max(scores)
    raised = [exp(score - top) for score in scores]
    total = sum(raised)
    return [each / total for each in raised]


def _event(story: Story, event: Happening, ties: Mapping[int, Features], helpers: Helpers) -> Features:
    found: Features = dict.fromkeys(happening_features.features(story, event), 1.0)
    opinion = chances(helpers.to_publication.total(found))
    found.update(
        {f"A{name}": 2 * (_odds(chance) + 2) / 3 for name, chance in zip(TO_PUBLICATION, opinion, strict=True)}
    )
    found.update(company.features(story.sentences[event.sentence].tokens[event.index]))
    here = [(told, ties[id(told)]) for told in story.by_sentence[event.sentence] if told.first is not None]
    _add_datings_here(found, here, helpers)
    _add_dating_before(found, story, event)
    return found


def _add_datings_here(found: Features, here: Sequence[tuple[Told, Features]], helpers: Helpers) -> None:
    """What the datings of the event's own sentence say of the event as a whole; the surest of them above all."""
    best: tuple[float, Told] | None = None
    for told, tie in here:
        sure = 4 * (_odds(chances(helpers.to_dating.total(tie))[_IN]) + 2) / 3
        if best is None or sure > best[0]:
            best = (sure, told)
        if told.side == "eq":
            found["Ddct"] = max(found.get("Ddct", -9.0), sure)
            found.update({f"D{name}": 1.0 for name in tie if name.startswith(_OF_THE_DAY)})
    if best is not None:
        sure, told = best
        found.update({f"Bs{told.side}": 1.0, f"Bp{told.side}": sure, f"Bg{told.grain}": 1.0})


def _add_dating_before(found: Features, story: Story, event: Happening) -> None:
    """How the dating told last in the sentences before lies."""
    last = next((told for told in reversed(story.dated) if told.sentence < event.sentence), None)
    if last is None:
        found["Lnone"] = 1.0
        return
    gap, side = event.sentence - last.sentence, last.side
    names = (f"Lt{side}{event.kind}", f"Ls{min(4, gap)}", f"Lsd{min(2, gap)}{side}", f"Lg{event.form}{side}")
    found.update(dict.fromkeys(names, 1.0))


def _odds(chance: float) -> float:
    held = min(max(chance, 1e-4), 1 - 1e-4)
    return max(-_SURE, min(_SURE, log(held / (1 - held))))


def _nearest(story: Story, event: Happening) -> tuple[Told, ...]:
    """One dating for each interval, the nearest ones first; of sentences as near, the earlier one."""
    best: dict[object, tuple[tuple[float, int], Told]] = {}
    for told in story.dated:
        gap = told.sentence - event.sentence
        key = (-gap if gap <= 0 else gap + 0.5, abs(told.head - event.index) if gap == 0 else 0)
        if told.span not in best or key < best[told.span][0]:
            best[told.span] = (key, told)
    return tuple(told for _, told in sorted(best.values(), key=lambda each: each[0])[:_DATINGS])
