"""Trains the model of event times and writes its weights: numbers over hashed features.

    python -m bench.train_times --data DIR [--out app/extract/models/times.npz]

DIR holds timebank_events.jsonl, whose temporal links teach two helpers, and event_time.jsonl, which teaches the choice
of a time. The helpers never see the documents of event_time.jsonl. A minute or two on one core.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from app.extract.learned import happening_features, relation, tie_features
from app.extract.learned.evidence import TO_DATING, TO_PUBLICATION, Evidence, Features, Helpers, evidence
from app.extract.learned.happening_features import happening
from app.extract.learned.relation import Candidate
from app.extract.learned.story import Story
from app.extract.learned.times import Model, Offers, model_of, shipped, weighed
from app.extract.learned.weights import arrays, place
from bench import event_labels
from bench.documents import Document, folds, read
from bench.event_labels import Label
from bench.links import Links
from bench.loglinear import Example, Learned, frequent, learn, rows

FOLDS = 9
LEAST_SEEN = 4
HELPER_LEAST_SEEN = 3
HELPER_COST = 0.1
EVENT_PENALTY = 100.0
TIE_PENALTY = 30.0
LBFGS_STEPS = 60
# An event whose label no candidate gives still teaches what it isn't, at half the weight.
NEAR_MISS = 0.5
STEPS = 32_000
# Arrays of the two helpers begin so.
HELPERS = ("to_publication", "to_dating")
# Nothing is surer than what a few dozen examples can show.
SUREST = 0.97
STEPS_OF_CURVE = 40


@dataclass(frozen=True)
class Case:
    """A gold event with what is known of it."""

    document: str
    day: int
    gold: dict[str, Any]
    evidence: Evidence

    @cached_property
    def candidates(self) -> list[tuple[Candidate, int | None]]:
        """With the number of the dating each belongs to."""
        listed: list[tuple[Candidate, int | None]] = [(each, None) for each in relation.of_publication(self.day)]
        for at, told in enumerate(self.evidence.near):
            listed += [(each, at) for each in relation.of_dating(self.day, told)]
        return listed

    @cached_property
    def labels(self) -> list[Label]:
        return [event_labels.of_candidate(candidate) for candidate, _ in self.candidates]


def token_at(document: Document, event: dict[str, Any]) -> tuple[int, int] | None:
    """Sentence and token of a gold trigger."""
    for number, sentence in enumerate(document.sentences):
        for index, token in enumerate(sentence.tokens):
            if token.start < event["end"] and token.end > event["start"]:
                return number, index
    return None


def story_of(document: Document) -> Story:
    return Story(document.sentences, document.datings, document.anchor)


def _helper(found: Sequence[Features], labels: Sequence[str], classes: Sequence[str]) -> dict[str, np.ndarray]:
    places = frequent(found, HELPER_LEAST_SEEN)
    learner = LogisticRegression(C=HELPER_COST, max_iter=60).fit(rows(found, places), labels)
    order = [list(learner.classes_).index(name) for name in classes]
    values = learner.coef_[order].T
    always = list(places).index(place("b" if "b" in found[0] else "pb"))  # the feature that every example has
    values[always] += learner.intercept_[order]
    return {"places": places, "values": values}


def helpers(documents: Sequence[Document]) -> dict[str, dict[str, np.ndarray]]:
    """The two classifiers of temporal links, as arrays."""
    events: list[Features] = []
    ties: list[Features] = []
    of_events: list[str] = []
    of_ties: list[str] = []
    for document in documents:
        story, links = story_of(document), Links(document.gold)
        told = {tid: each for each in story.dated if (tid := links.expression(each))}
        known = links.to_publication(told)
        for gold in document.gold["events"]:
            at = token_at(document, gold)
            if at is None:
                continue
            event = happening(story, *at)
            if gold["eid"] in known:
                events.append(dict.fromkeys(happening_features.features(story, event), 1.0))
                of_events.append(known[gold["eid"]])
            for each in story.by_sentence[at[0]]:
                label = links.to_dating(gold["eid"], each)
                if label is not None:
                    ties.append(dict.fromkeys(tie_features.features(story, event, each), 1.0))
                    of_ties.append(label)
    return {
        "to_publication": _helper(events, of_events, TO_PUBLICATION),
        "to_dating": _helper(ties, of_ties, TO_DATING),
    }


def quantised(name: str, places: np.ndarray, values: np.ndarray) -> dict[str, np.ndarray]:
    """Arrays as they are stored: rows of small integers, one scale for the table, empty rows left out."""
    scale = np.float32(max(1e-9, np.abs(values).max(initial=0)) / STEPS)
    held = np.rint(values / scale).astype(np.int16)
    kept = held.any(axis=1) if len(held) else np.zeros(0, bool)
    return {f"{name}_places": places[kept].astype(np.uint32), f"{name}_values": held[kept], f"{name}_scale": scale}


def cases(documents: Sequence[Document], known: Helpers) -> list[Case]:
    """All gold events of the documents, those without a time too."""
    found = []
    for document in documents:
        story = story_of(document)
        for gold in document.gold["events"]:
            at = token_at(document, gold)
            if at is not None:
                found.append(Case(document.name, story.day, gold, evidence(story, *at, known)))
    return found


def example(case: Case) -> Example | None:
    """What a case teaches; None where gold gives no label that any candidate comes near."""
    wanted = event_labels.of_gold(case.gold)
    if wanted is None:
        return None
    labels = case.labels
    right = np.array([label == wanted for label in labels])
    if right.any():
        return Example(case.evidence, case.candidates, right, 1.0)
    near = np.array([event_labels.near(label, wanted) for label in labels])
    return Example(case.evidence, case.candidates, near, NEAR_MISS) if near.any() else None


def fitted(found: Sequence[Case]) -> Learned:
    """The choice learned from these cases."""
    taught = [each for each in map(example, found) if each is not None]
    return learn(taught, least=LEAST_SEEN, event_penalty=EVENT_PENALTY, tie_penalty=TIE_PENALTY, steps=LBFGS_STEPS)


def arrays_of(helper_arrays: dict[str, np.ndarray], learned: Learned) -> dict[str, np.ndarray]:
    """A whole model, its chances not yet calibrated."""
    return {
        **helper_arrays,
        **quantised("of_events", learned.event_places, learned.of_events),
        **quantised("of_ties", learned.tie_places, learned.of_ties),
        "attributes": np.array([str(name) for name in learned.attributes]),
        "raw": np.array([0.0, 1.0]),
        "right": np.array([0.0, 1.0]),
    }


def learned_without(
    found: Sequence[Case], helper_arrays: dict[str, np.ndarray], count: int
) -> list[dict[str, np.ndarray]]:
    """For each fold of documents the model learned from all others, its chances not yet calibrated."""
    dealt = folds({case.document for case in found}, count)
    return [
        arrays_of(helper_arrays, fitted([case for case in found if dealt[case.document] != fold]))
        for fold in range(count)
    ]


def held_out(found: Sequence[Case], models: Sequence[dict[str, np.ndarray]]) -> list[list[float]]:
    """For each case the chances of its candidates by the model that saw no case of its document."""
    dealt = folds({case.document for case in found}, len(models))
    known = [model_of(each) for each in models]
    owners = [known[dealt[case.document]] for case in found]
    return [
        weighed(case.evidence, Offers(case.day, model), model)[1].tolist()
        for case, model in zip(found, owners, strict=True)
    ]


def calibration(found: Sequence[Case], given: Sequence[Sequence[float]]) -> dict[str, np.ndarray]:
    """Chances of the likeliest day of each case as given, rising, and the share of them that was right.

    A logistic curve: one of free steps (isotonic) follows the chance of a few dozen events in each.
    """
    told = []
    for case, held in zip(found, given, strict=True):
        days = event_labels.days(list(zip(case.labels, held, strict=True)))
        label, chance = max(days.items(), key=lambda each: each[1])
        told.append((chance, float(label == event_labels.of_gold(case.gold))))
    grid = np.linspace(0, 1, STEPS_OF_CURVE + 1)
    chances, right = np.array(told).T
    fit = LogisticRegression().fit(_odds(chances), right)
    curve = np.minimum(fit.predict_proba(_odds(grid))[:, 1], SUREST)
    return {"raw": grid, "right": np.asarray(curve)}


def _odds(chances: np.ndarray) -> np.ndarray:
    """One column of log-odds."""
    held = chances.clip(0.5 / STEPS_OF_CURVE, 1 - 0.5 / STEPS_OF_CURVE)
    return np.log(held / (1 - held))[:, None]


def models(documents: Sequence[Document], count: int = FOLDS) -> dict[str, Model]:
    """By name of document, a model with a calibration that never saw it: the shipped one where that didn't either."""
    held = arrays("times")
    known = set(held["documents"].tolist())
    seen = cases([each for each in documents if each.number in known], shipped().helpers)
    helper_arrays = {key: value for key, value in held.items() if key.startswith(HELPERS)}
    listed = learned_without(seen, helper_arrays, count)
    given, dealt = held_out(seen, listed), folds({case.document for case in seen}, count)
    fold_models = []
    for fold, learned in enumerate(listed):
        others = [at for at, case in enumerate(seen) if dealt[case.document] != fold]
        curve = calibration([seen[at] for at in others], [given[at] for at in others])
        fold_models.append(model_of({**learned, **curve}))
    return {each.name: fold_models[dealt[each.name]] if each.number in known else shipped() for each in documents}


def helper_tables(documents: Sequence[Document]) -> dict[str, np.ndarray]:
    """The arrays of both helpers, quantised."""
    known = helpers(documents)
    return {key: value for name, each in known.items() for key, value in quantised(name, **each).items()}


def helpers_of(helper_arrays: dict[str, np.ndarray]) -> Helpers:
    """The helpers as the model of times uses them."""
    empty = Learned([], np.zeros(0, np.uint32), np.zeros(0, np.uint32), np.zeros((0, 1)), np.zeros((0, 1)))
    return model_of(arrays_of(helper_arrays, empty)).helpers


def main(arguments: Sequence[str] | None = None) -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, required=True)
    asked.add_argument("--out", type=Path, default=Path("app/extract/models/times.npz"))
    chosen = asked.parse_args(arguments)
    timed = read(chosen.data / "event_time.jsonl")
    names = {document.name for document in timed}
    others = [each for each in read(chosen.data / "timebank_events.jsonl") if each.name not in names]
    helper_arrays = helper_tables(others)
    found = cases(timed, helpers_of(helper_arrays))
    curve = calibration(found, held_out(found, learned_without(found, helper_arrays, FOLDS)))
    held = {**arrays_of(helper_arrays, fitted(found)), **curve}
    numbers = np.array(sorted(document.number for document in timed), np.uint32)
    np.savez_compressed(chosen.out, **held, documents=numbers, version=2)
    print(f"{len(timed)} documents, {len(found)} events, {chosen.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
