"""Numbers of the learned models: weights of hashed features, read from .npz without pickle. Knows no features."""

import zlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

# Feature names are never stored, only their hashes: 2**20 places keep collisions below one in ten features.
PLACES = 1 << 20
# A cache of names seen lately saves hashing; it is emptied when it holds so many.
_CACHED = 20_000


def place(name: str) -> int:
    """Where the weight of a feature stands."""
    return zlib.crc32(name.encode()) & (PLACES - 1)


class Weights:
    """One number for each feature name, 0 for those never learned."""

    def __init__(self, places: Any, values: Any) -> None:  # numpy arrays of places and their values
        self._by_place = dict(zip(places.tolist(), values.tolist(), strict=True))
        self._by_name: dict[str, float] = {}

    def total(self, names: list[str]) -> float:
        """The sum over the distinct features named."""
        known = self._by_name
        if len(known) > _CACHED:
            known.clear()
        total = 0.0
        for name in set(names):
            value = known.get(name)
            if value is None:
                value = known[name] = self._by_place.get(place(name), 0.0)
            total += value
        return total


class Table:
    """A row of numbers for each feature name, zeros for those never learned."""

    def __init__(self, places: Any, rows: Any) -> None:  # numpy arrays: places, and a row for each
        self._by_place = {place: at for at, place in enumerate(places.tolist())}
        self._rows = np.vstack([rows, np.zeros((1, rows.shape[1]), np.float32)])
        self._unknown = len(places)
        self._by_name: dict[str, int] = {}

    def total(self, features: Mapping[str, float]) -> Any:  # a numpy vector
        """The sum of the rows of the features named, each times its value."""
        known = self._by_name
        if len(known) > _CACHED:
            known.clear()
        at = []
        for name in features:
            row = known.get(name)
            if row is None:
                row = known[name] = self._by_place.get(place(name), self._unknown)
            at.append(row)
        return np.fromiter(features.values(), np.float32, len(at)) @ self._rows[at]


@cache
def arrays(name: str) -> dict[str, Any]:  # numpy arrays
    """The arrays of a model file, by name."""
    with (
        (files("app.extract") / "models" / f"{name}.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as held,
    ):
        return {key: held[key] for key in held.files}
