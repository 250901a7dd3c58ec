"""Times of events at given triggers, scored against TimeBank-EventTime.

    python -m bench.events_time --data DIR [--folds 9]

DIR holds event_time.jsonl. Documents that the shipped weights were trained on are scored in cross-validation by
document; all others with the shipped weights. Prints the share of exact labels, precision, recall and F1 of events that
claim one exact day, and how often claims of a day scored so were right.
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from app.extract.learned import times
from app.extract.learned.weights import arrays
from bench import event_labels
from bench.documents import folds, read
from bench.event_labels import Label
from bench.train_times import Case, calibration, cases, held_out, learned_without

# An event with its label and, for a claim of one exact day, the calibrated chance.
Told = tuple[dict[str, Any], Label, float]
_HELPERS = ("to_publication", "to_dating")


def is_right(gold: dict[str, Any], label: Label) -> bool:
    """Whether a label equals gold's, or one of gold's alternatives."""
    if gold["kind"] == "multiple":
        return not label[0] and any(label[1] == tuple(each) for each in gold["alternatives"])
    return event_labels.of_gold(gold) == label


def is_dated(gold: dict[str, Any]) -> bool:
    return gold.get("gold") not in (None, "n/a") and "xxxx" not in gold["gold"]


def exact_and_days(told: Sequence[Told]) -> tuple[float, float, float]:
    """The share of exact labels; precision and recall of claims of one exact day."""
    dated = [each for each in told if is_dated(each[0])]
    right = [is_right(gold, label) for gold, label, _ in dated]
    claims = [hit for hit, (_, label, _) in zip(right, dated, strict=True) if event_labels.is_day(label)]
    days = sum(gold["kind"] == "single" and gold["t_begin"][0] == gold["t_begin"][1] for gold, _, _ in dated)
    return float(np.mean(right)), sum(claims) / max(1, len(claims)), sum(claims) / max(1, days)


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / max(1e-9, precision + recall)


def report(title: str, told: Sequence[Told]) -> None:
    """Prints the figures of a set of events."""
    dated = [each for each in told if is_dated(each[0])]
    kinds = {
        kind: [is_right(g, label) for g, label, _ in dated if (g["kind"] == "multi") is kind] for kind in (False, True)
    }
    exact, precision, recall = exact_and_days(told)
    single, multi = np.mean(kinds[False]), np.mean(kinds[True])
    print(f"{title}: {len(dated)} events, exact {exact:.3f} (one day {single:.3f}, lasting {multi:.3f})")
    claims = [(is_right(gold, label), chance) for gold, label, chance in dated if event_labels.is_day(label)]
    print(f"  one exact day: P {precision:.3f} R {recall:.3f} F1 {f1(precision, recall):.3f} ({len(claims)} claims)")
    for low in np.arange(0.0, 1.0, 0.1):
        inside = [hit for hit, chance in claims if low <= chance < low + 0.1 + (low >= 0.9)]
        if inside:
            print(f"  days claimed at {low:.1f}-{low + 0.1:.1f}: {len(inside):4d}, right {np.mean(inside):.2f}")


def main(arguments: Sequence[str] | None = None) -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, required=True)
    asked.add_argument("--folds", type=int, default=9)
    chosen = asked.parse_args(arguments)
    documents = read(chosen.data / "event_time.jsonl")
    held, model = arrays("times"), times.shipped()
    known = set(held["documents"].tolist())
    seen = cases([each for each in documents if each.number in known], model.helpers)
    fresh = cases([each for each in documents if each.number not in known], model.helpers)
    if seen:
        helper_arrays = {key: value for key, value in held.items() if key.startswith(_HELPERS)}
        report(f"cross-validated by document, {chosen.folds} folds", cross_validated(seen, helper_arrays, chosen.folds))
    if fresh:
        given = [times.weighed(case.evidence, times.Offers(case.day, model), model)[1].tolist() for case in fresh]
        report("shipped weights on unseen documents", told(fresh, given, model))


def told(found: Sequence[Case], given: Sequence[Sequence[float]], model: times.Model) -> list[Told]:
    """The label decided on for each case, with its calibrated chance where it is a day."""
    listed: list[Told] = []
    for case, chances in zip(found, given, strict=True):
        pairs = list(zip(case.labels, chances, strict=True))
        label = event_labels.decided(pairs)
        listed.append((case.gold, label, model.sure(event_labels.days(pairs).get(label, 0.0))))
    return listed


def cross_validated(found: Sequence[Case], helper_arrays: dict[str, Any], count: int) -> list[Told]:
    """Each case by weights and a calibration that saw no case of its fold."""
    given = held_out(found, learned_without(found, helper_arrays, count))
    dealt = folds({case.document for case in found}, count)
    listed: list[Told] = []
    for fold in range(count):
        others = [at for at, case in enumerate(found) if dealt[case.document] != fold]
        inside = [at for at, case in enumerate(found) if dealt[case.document] == fold]
        known, chances = [found[at] for at in others], [given[at] for at in others]
        model = replace(times.shipped(), **calibration(known, chances))
        listed += told([found[at] for at in inside], [given[at] for at in inside], model)
    return listed


if __name__ == "__main__":
    main()
