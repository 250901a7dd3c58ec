"""Learns from plain news which words keep the same company, and writes numbers under hashes of the words.

    python -m bench.train_company --news FILE [--out app/extract/models/company.npz]

FILE is JSON lines with a "text" each, gzipped or not; some million words of news. A minute on one core. The model of
times is trained on these numbers: train it anew afterwards.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.utils.extmath import randomized_svd

from app.extract.learned.company import hashed

# Words so near count as company, each place beside a word by itself.
_BESIDE = (-2, -1, 1, 2)
_COMPANY = 4000
LEAST_SEEN = 15
DIRECTIONS = 60
# Frequent company counts for less than its share (Levy and others 2015).
_SMOOTHED = 0.75
# As long as the features of a trigger that are 1 weigh together.
_LENGTH = 6.0
_STEPS = 127
SEED = 0
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|[0-9]+|[.,;\"]")


def texts(path: Path) -> Iterator[list[str]]:
    """The words of each text, in order; all numbers are one word."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            told = str(json.loads(line).get("text") or "").lower()
            yield ["0" if word.isdigit() else word for word in _WORD.findall(told)]


def counted(told: Sequence[Sequence[str]], words: Sequence[str]) -> csr_matrix:
    """How often each word stands with each of the most frequent ones at each place beside it."""
    number = {word: at for at, word in enumerate(words)}
    apart = [-1] * max(_BESIDE)
    ids = np.array([at for text in told for at in (*(number.get(word, -1) for word in text), *apart)])
    rows, columns = [], []
    for place, step in enumerate(_BESIDE):
        own, other = (ids[:-step], ids[step:]) if step > 0 else (ids[-step:], ids[:step])
        met = (own >= 0) & (other >= 0) & (other < _COMPANY)
        rows.append(own[met])
        columns.append(other[met] + place * _COMPANY)
    row, column = np.concatenate(rows), np.concatenate(columns)
    return csr_matrix((np.ones(len(row)), (row, column)), shape=(len(words), len(_BESIDE) * _COMPANY))


def directions(counts: csr_matrix) -> np.ndarray:
    """Words as points, by what they stand with more often than chance (positive pointwise mutual information)."""
    total = counts.sum()
    of_words = np.asarray(counts.sum(axis=1)).ravel()
    of_company = np.asarray(counts.sum(axis=0)).ravel() ** _SMOOTHED
    of_company *= total / of_company.sum()
    found = counts.tocoo()
    more = np.log(found.data * total / (of_words[found.row] * of_company[found.col]))
    kept = more > 0
    matrix = csr_matrix((more[kept], (found.row[kept], found.col[kept])), shape=counts.shape)
    left, sizes, _ = randomized_svd(matrix, DIRECTIONS, n_iter=4, random_state=SEED)
    points = left * sizes
    return np.asarray(_LENGTH * points / np.linalg.norm(points, axis=1, keepdims=True).clip(1e-9))


def main(arguments: Sequence[str] | None = None) -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--news", type=Path, required=True)
    asked.add_argument("--out", type=Path, default=Path("app/extract/models/company.npz"))
    chosen = asked.parse_args(arguments)
    told = list(texts(chosen.news))
    seen = Counter(word for text in told for word in text)
    words = [word for word, count in seen.most_common() if count >= LEAST_SEEN]
    points = directions(counted(told, words))
    scale = np.float32(np.abs(points).max() / _STEPS)
    places = np.array([hashed(word) for word in words], np.uint32)
    values = np.rint(points / scale).astype(np.int8)
    np.savez_compressed(chosen.out, places=places, values=values, scale=scale)
    print(f"{len(words):,} words of {sum(seen.values()):,} told, {chosen.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
