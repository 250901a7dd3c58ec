"""How likely the events of a text happened on a day, or at another time their text gives.

A log-linear model weighs relations to publication and to the datings of the text (docs/models.md). Pure and
deterministic; the weights were learned from TimeBank.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from app.domain.article import Anchor
from app.domain.expression import Dating
from app.extract.learned import relation
from app.extract.learned.evidence import Evidence, Helpers, evidence
from app.extract.learned.relation import Candidate
from app.extract.learned.story import Story, Told
from app.extract.learned.weights import Table, arrays
from app.text.annotation import AnnotatedSentence


@dataclass(frozen=True, slots=True)
class Model:
    """The weights: the helpers', and those of attributes of candidates under features of events and of ties.

    The last column of both tables is zero, for attributes that were never learned.
    """

    helpers: Helpers
    attributes: dict[str, int]
    of_events: Table
    of_ties: Table
    # Numpy vectors: chances of one exact day as the model gives them, rising, and the share of them that was right.
    raw: Any
    right: Any

    def sure(self, chance: float) -> float:
        """The calibrated chance of one exact day."""
        return float(np.interp(chance, self.raw, self.right))


class Offers:
    """The candidates of one story, each with the rows of its attributes in a model."""

    def __init__(self, day: int, model: Model) -> None:
        self._day, self._model = day, model
        self.publication = self._listed(relation.of_publication(day))
        self._of: dict[int, tuple[list[Candidate], Any]] = {}

    def dating(self, told: Told) -> tuple[list[Candidate], Any]:
        """The candidates of a dating. It must live as long as these offers."""
        found = self._of.get(id(told))
        if found is None:
            found = self._of[id(told)] = self._listed(relation.of_dating(self._day, told))
        return found

    def _listed(self, found: Iterable[Candidate]) -> tuple[list[Candidate], Any]:
        listed = list(found)
        number, unknown = self._model.attributes, len(self._model.attributes)
        rows = [[number.get(name, unknown) for name in candidate.attributes] for candidate in listed]
        return listed, np.array(rows, np.int64).reshape(-1, 3)


class Reader:
    """Reads the events of one field: `sentences` are its own in order, `datings` those told in it."""

    def __init__(
        self,
        sentences: Sequence[AnnotatedSentence],
        datings: Sequence[Dating],
        anchor: Anchor,
        model: Model | None = None,
    ) -> None:
        self._story = Story(sentences, datings, anchor)
        self._model = model or shipped()
        self._offers = Offers(self._story.day, self._model)
        self._known: dict[tuple[int, int], float] = {}

    def on_publication(self, sentence: int, token: int) -> float:
        """The chance that the event told at this token of this sentence happened on the day of publication.

        It is the share that was right among claims of a day as sure as this, in cross-validation.
        """
        known = self._known.get((sentence, token))
        if known is None:
            held = evidence(self._story, sentence, token, self._model.helpers)
            found, chances = weighed(held, self._offers, self._model)
            at = next(at for at, each in enumerate(found) if each.relation is relation.Relation.ON_PUBLICATION)
            known = self._known[sentence, token] = self._model.sure(float(chances[at]))
        return known


def weighed(held: Evidence, offers: Offers, model: Model) -> tuple[list[Candidate], Any]:
    """All candidates, and a numpy vector of their chances, not yet calibrated."""
    of_event = model.of_events.total(held.event)
    found, rows = offers.publication
    candidates, scores = list(found), [of_event[rows].sum(axis=1)]
    for told, tie in zip(held.near, held.ties, strict=True):
        found, rows = offers.dating(told)
        if found:
            candidates += found
            scores.append((of_event + model.of_ties.total(tie))[rows].sum(axis=1))
    raised = np.concatenate(scores)
    raised = np.exp(raised - raised.max())
    return candidates, raised / raised.sum()


@cache
def shipped() -> Model:
    """The model whose weights come with the package."""
    return model_of(arrays("times"))


def model_of(held: dict[str, Any]) -> Model:  # numpy arrays by name
    """The model of these arrays, as `bench/train_times.py` writes them."""

    def table(name: str, *, spare: int = 0) -> Table:
        values = held[f"{name}_values"] * held[f"{name}_scale"]
        return Table(held[f"{name}_places"], np.pad(values, ((0, 0), (0, spare))))

    return Model(
        Helpers(table("to_publication"), table("to_dating")),
        {str(name): row for row, name in enumerate(held["attributes"].tolist())},
        table("of_events", spare=1),
        table("of_ties", spare=1),
        held["raw"],
        held["right"],
    )
