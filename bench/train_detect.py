"""Trains the detector of event triggers on TimeML texts and writes its weights: numbers over hashed features.

    python -m bench.train_detect --data DIR [--out app/extract/models/detect.npz]

DIR holds timebank_events.jsonl. A minute on one core.
"""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from app.extract.learned.trigger_features import CANDIDATES, features
from app.extract.learned.weights import PLACES, place
from bench.documents import Document, read

SEED = 1
# Inverse strength of the L2 penalty; 0.1 and 1 are within 0.2 points of F1.
COST = 0.3
# A feature of a single token tells of that token alone, and names it: it is neither learned nor stored.
LEAST_SEEN = 2
STEPS = 1023


class Tokens:
    """The candidate tokens of documents: features, whether gold calls them triggers, and where they stand."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents: list[str] = []
        self.spans: list[tuple[int, int]] = []
        self.hashed: list[list[int]] = []
        gold: list[bool] = []
        for document in documents:
            taken = [(event["start"], event["end"]) for event in document.gold["events"]]
            for sentence in document.sentences:
                labels = {at: name.label for name in sentence.names for at in range(name.first, name.last)}
                for index, token in enumerate(sentence.tokens):
                    if token.pos not in CANDIDATES:
                        continue
                    names = features(sentence, index, labels.get(index, "O"))
                    self.hashed.append(sorted({place(name) for name in names}))
                    self.documents.append(document.name)
                    self.spans.append((token.start, token.end))
                    gold.append(any(start < token.end and end > token.start for start, end in taken))
        self.gold = np.array(gold)

    def matrix(self) -> csr_matrix:
        ends = np.cumsum([0, *map(len, self.hashed)])
        held = np.fromiter((at for row in self.hashed for at in row), np.int64, ends[-1])
        return csr_matrix((np.ones(len(held), np.float32), held, ends), shape=(len(self.hashed), PLACES))


class Fitted:
    """Weights quantised as they are stored."""

    def __init__(self, matrix: csr_matrix, gold: np.ndarray) -> None:
        seen = np.asarray((matrix != 0).sum(axis=0)).ravel()
        kept = np.flatnonzero(seen >= LEAST_SEEN)
        learner = LogisticRegression(C=COST, solver="liblinear", max_iter=200, random_state=SEED)
        learner.fit(matrix[:, kept], gold)
        weights = learner.coef_[0]
        weights[list(kept).index(place("b"))] += learner.intercept_[0]
        self.scale = np.float32(np.abs(weights).max() / STEPS)
        steps = np.rint(weights / self.scale).astype(np.int16)
        self.places = kept[steps != 0].astype(np.uint32)
        self.values = steps[steps != 0]

    def chances(self, matrix: csr_matrix) -> np.ndarray:
        total = matrix[:, self.places] @ (self.values * self.scale)
        return 1 / (1 + np.exp(-total))


def main(arguments: Sequence[str] | None = None) -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, required=True)
    asked.add_argument("--out", type=Path, default=Path("app/extract/models/detect.npz"))
    chosen = asked.parse_args(arguments)
    documents = read(chosen.data / "timebank_events.jsonl", datings_too=False)
    tokens = Tokens(documents)
    fitted = Fitted(tokens.matrix(), tokens.gold)
    numbers = np.array(sorted(document.number for document in documents), np.uint32)
    np.savez_compressed(
        chosen.out, places=fitted.places, values=fitted.values, scale=fitted.scale, documents=numbers, version=1
    )
    print(f"{len(documents)} documents, {len(fitted.places)} weights, {chosen.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
