"""A log-linear choice among candidates, trained by L-BFGS: features of an event and of its ties, under attributes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from app.extract.learned.evidence import Evidence, Features
from app.extract.learned.relation import Candidate
from app.extract.learned.weights import place


@dataclass(frozen=True)
class Example:
    """What is known of an event, its candidates with their ties, which of them are right, and how much it counts."""

    evidence: Evidence
    candidates: list[tuple[Candidate, int | None]]
    right: np.ndarray
    weight: float


@dataclass(frozen=True)
class Learned:
    """Weights by feature and attribute."""

    attributes: list[str]
    event_places: np.ndarray
    tie_places: np.ndarray
    of_events: np.ndarray
    of_ties: np.ndarray


def frequent(found: Iterable[Features], least: int) -> np.ndarray:
    """Places of features seen at least so often, rising."""
    seen = Counter(place(name) for features in found for name in features)
    return np.array(sorted(at for at, count in seen.items() if count >= least), np.uint32)


def rows(found: Sequence[Features], places: np.ndarray) -> csr_matrix:
    """One row for each set of features, one column for each place."""
    column = {at: index for index, at in enumerate(places.tolist())}
    held: list[int] = []
    values: list[float] = []
    ends = [0]
    for features in found:
        for name, value in features.items():
            at = column.get(place(name))
            if at is not None:
                held.append(at)
                values.append(value)
        ends.append(len(held))
    return csr_matrix((values, held, ends), shape=(len(found), len(places)))


class Problem:
    """Examples as matrices: which attribute of which candidate meets which event and tie."""

    def __init__(self, examples: Sequence[Example], least: int) -> None:
        ties = [tie for each in examples for tie in each.evidence.ties]
        self.event_places = frequent((each.evidence.event for each in examples), least)
        self.tie_places = frequent(ties, least)
        self.events = rows([each.evidence.event for each in examples], self.event_places)
        self.ties = rows(ties, self.tie_places)
        named = {name for each in examples for c, _ in each.candidates for name in c.attributes}
        self.attributes = sorted(named)
        self._cross(examples)
        self.right = np.concatenate([each.right for each in examples])
        self.weight = np.array([each.weight for each in examples])

    def _cross(self, examples: Sequence[Example]) -> None:
        number = {name: at for at, name in enumerate(self.attributes)}
        width = len(self.attributes)
        event, tie, starts = [], [], []
        offset = candidates = 0
        for index, each in enumerate(examples):
            starts.append(candidates)
            for candidate, at in each.candidates:
                for name in candidate.attributes:
                    event.append((candidates, index * width + number[name]))
                    if at is not None:
                        tie.append((candidates, (offset + at) * width + number[name]))
                candidates += 1
            offset += len(each.evidence.ties)
        self.event, self.tie = np.array(event).reshape(-1, 2), np.array(tie).reshape(-1, 2)
        self.starts, self.candidates = np.array(starts), candidates
        self.owner = np.repeat(np.arange(len(examples)), np.diff([*starts, candidates]))

    def scores(self, of_events: np.ndarray, of_ties: np.ndarray) -> np.ndarray:
        from_events, from_ties = (self.events @ of_events).ravel(), (self.ties @ of_ties).ravel()
        found = np.bincount(self.event[:, 0], from_events[self.event[:, 1]], self.candidates)
        return found + np.bincount(self.tie[:, 0], from_ties[self.tie[:, 1]], self.candidates)


def learn(examples: Sequence[Example], *, least: int, event_penalty: float, tie_penalty: float, steps: int) -> Learned:
    """The weights that make the right candidates likeliest, held small by L2 penalties."""
    problem = Problem(examples, least)
    width = len(problem.attributes)
    sizes = (len(problem.event_places) * width, len(problem.tie_places) * width)
    penalty = np.repeat([event_penalty, tie_penalty], sizes)

    def split(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return weights[: sizes[0]].reshape(-1, width), weights[sizes[0] :].reshape(-1, width)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        value, slope = _slope(problem, problem.scores(*split(weights)))
        of_events = np.bincount(problem.event[:, 1], slope[problem.event[:, 0]], problem.events.shape[0] * width)
        of_ties = np.bincount(problem.tie[:, 1], slope[problem.tie[:, 0]], problem.ties.shape[0] * width)
        gradient = [problem.events.T @ of_events.reshape(-1, width), problem.ties.T @ of_ties.reshape(-1, width)]
        held = np.concatenate([each.ravel() for each in gradient])
        return value + 0.5 * float(penalty @ (weights * weights)), held + penalty * weights

    best = minimize(loss, np.zeros(sum(sizes)), jac=True, method="L-BFGS-B", options={"maxiter": steps}).x
    return Learned(problem.attributes, problem.event_places, problem.tie_places, *split(best))


def _slope(problem: Problem, scores: np.ndarray) -> tuple[float, np.ndarray]:
    """Negative log-likelihood of the right candidates, and its slope by score."""
    owner, starts = problem.owner, problem.starts
    raised = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
    total = np.add.reduceat(raised, starts)
    right = np.where(problem.right, raised, 0.0)
    kept = np.maximum(np.add.reduceat(right, starts), 1e-300)
    value = float(problem.weight @ (np.log(total) - np.log(kept)))
    return value, (raised / total[owner] - right / kept[owner]) * problem.weight[owner]
