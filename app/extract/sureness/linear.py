"""Small linear models over hashed features: weights are numbers in an .npz beside this file, never pickled."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np

from app.extract.sentence.surroundings import hashed


class Linear:
    """A multinomial logistic regression: one column of weights a label."""

    def __init__(self, labels: Sequence[str], weights: Any) -> None:  # numpy's array, untyped here
        self.labels = tuple(labels)
        self._weights = weights
        self._size = len(weights)

    def shares(self, features: Iterator[str]) -> dict[str, float]:
        """The probability of each label; they sum to 1."""
        places = list(dict.fromkeys(hashed(features, self._size)))
        scores = self._weights[places].sum(axis=0)
        powers = np.exp(scores - scores.max())
        return dict(zip(self.labels, (powers / powers.sum()).tolist(), strict=True))


@cache
def model(name: str) -> Linear:
    """The model of this name under models/, read once a process."""
    with as_file(files("app.extract") / "models" / f"{name}.npz") as path, np.load(path, allow_pickle=False) as arrays:
        return Linear([str(label) for label in arrays["labels"]], arrays["weights"].astype(np.float32))
