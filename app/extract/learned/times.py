"""When the events told of at given triggers happened: for each a few times with calibrated chances.

A log-linear model chooses among relations to publication and to the datings of the text (docs/models.md). Pure and
deterministic; the weights were learned from TimeBank.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from app.domain.article import Anchor
from app.domain.expression import Dating
from app.extract.learned.evidence import Evidence, Helpers, chances, evidence
from app.extract.learned.relation import Candidate, Range, Relation
from app.extract.learned.story import Story
from app.extract.learned.weights import Table, arrays
from app.text.annotation import AnnotatedSentence


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
    """The weights: the helpers', and those of attributes of candidates under features of events and of ties."""

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


def times(
    sentences: Sequence[AnnotatedSentence],
    datings: Sequence[Dating],
    anchor: Anchor,
    triggers: Sequence[tuple[int, int]],
) -> tuple[tuple[Choice, ...], ...]:
    """For each trigger (index of its sentence, index of its token) all times it may have, the likeliest first.

    `sentences` are those of one field in order, `datings` that field's.
    """
    story, model = Story(sentences, datings, anchor), shipped()
    return tuple(_choices(story, at, model) for at in triggers)


def _choices(story: Story, at: tuple[int, int], model: Model) -> tuple[Choice, ...]:
    held = evidence(story, *at, model.helpers)
    given = zip(chances(scores(held, model)), (candidate for candidate, _ in held.candidates), strict=True)
    return tuple(_choice(candidate, chance, model) for chance, candidate in sorted(given, key=lambda each: -each[0]))


def scores(held: Evidence, model: Model) -> list[float]:
    """One number for each candidate; higher is likelier."""
    of_event = model.of_events.total(held.event).tolist()
    of_ties = [model.of_ties.total(tie).tolist() for tie in held.ties]
    found = []
    for candidate, tie in held.candidates:
        rows = [model.attributes[name] for name in candidate.attributes if name in model.attributes]
        score = sum(of_event[row] for row in rows)
        if tie is not None:
            score += sum(of_ties[tie][row] for row in rows)
        found.append(score)
    return found


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

    def table(name: str) -> Table:
        return Table(held[f"{name}_places"], held[f"{name}_values"] * held[f"{name}_scale"])

    rows = {str(name): row for row, name in enumerate(held["attributes"].tolist())}
    helpers = Helpers(table("to_publication"), table("to_dating"))
    return Model(helpers, rows, table("of_events"), table("of_ties"), held["raw"], held["right"], held["right_days"])
