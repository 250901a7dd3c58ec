"""When the events told of at given triggers happened: for each a few times with calibrated chances.

A log-linear model chooses among relations to publication and to the datings of the text (docs/models.md). Pure and
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
from app.extract.learned.relation import Candidate, Range, Relation
from app.extract.learned.story import Story, Told
from app.extract.learned.weights import Table, arrays
from app.text.annotation import AnnotatedSentence

_GIVEN = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """A time an event may have. `dating` is None where only publication speaks.

    `begin` and `end` are (earliest, latest) day numbers, None open; for an event of one day the two are equal.
    `chance` is the share of right ones among first choices scored so, in cross-validation.
    """

    relation: Relation
    dating: Dating | None
    begin: Range
    end: Range
    lasting: bool
    names_a_day: bool
    chance: float


@dataclass(frozen=True, slots=True)
class Model:
    """The weights: the helpers', and those of attributes of candidates under features of events and of ties.

    The last column of both tables is zero, for attributes that were never learned.
    """

    helpers: Helpers
    attributes: dict[str, int]
    of_events: Table
    of_ties: Table
    # Numpy vectors: chances as the model gives them, rising; the share of them that was right; that of claims of a day.
    raw: Any
    right: Any
    right_days: Any

    def sure(self, chance: float, *, of_a_day: bool) -> float:
        """The calibrated chance."""
        return float(np.interp(chance, self.raw, self.right_days if of_a_day else self.right))


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


def times(
    sentences: Sequence[AnnotatedSentence],
    datings: Sequence[Dating],
    anchor: Anchor,
    triggers: Sequence[tuple[int, int]],
) -> tuple[tuple[Choice, ...], ...]:
    """For each trigger (index of its sentence, index of its token) the times it may have, the likeliest first.

    `sentences` are those of one field in order, `datings` that field's. At most three times are given.
    """
    story, model = Story(sentences, datings, anchor), shipped()
    offers = Offers(story.day, model)
    return tuple(_choices(evidence(story, *at, model.helpers), offers, model) for at in triggers)


def _choices(held: Evidence, offers: Offers, model: Model) -> tuple[Choice, ...]:
    found, given = weighed(held, offers, model)
    return tuple(_choice(found[at], float(given[at]), model) for at in np.argsort(-given, kind="stable")[:_GIVEN])


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


def _choice(candidate: Candidate, chance: float, model: Model) -> Choice:
    return Choice(
        candidate.relation,
        candidate.told.dating if candidate.told is not None else None,
        candidate.begin,
        candidate.end,
        candidate.lasting,
        candidate.names_a_day,
        model.sure(chance, of_a_day=candidate.names_a_day),
    )


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
        held["right_days"],
    )
