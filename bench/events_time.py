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
from bench.train_times import Case, calibration, cases, cross_validated

Told = tuple[dict[str, Any], Label, float]
_HELPERS = ("to_publication", "to_dating")


def is_right(gold: dict[str, Any], label: Label) -> bool:
    """Whether a label equals gold's, or one of gold's alternatives."""
    if gold["kind"] == "multiple":
        return not label[0] and any(label[1] == tuple(each) for each in gold["alternatives"])
    return event_labels.of_gold(gold) == label


def report(title: str, told: Sequence[Told]) -> None:
    """Prints the figures of a set of events."""
    dated = [each for each in told if each[0].get("gold") not in (None, "n/a") and "xxxx" not in each[0]["gold"]]
    right = [is_right(gold, label) for gold, label, _ in dated]
    lasting = [gold["kind"] == "multi" for gold, _, _ in dated]
    single = np.mean([hit for hit, long in zip(right, lasting, strict=True) if not long])
    multi = np.mean([hit for hit, long in zip(right, lasting, strict=True) if long])
    print(f"{title}: {len(dated)} events, exact {np.mean(right):.3f} (one day {single:.3f}, lasting {multi:.3f})")
    claims = [(hit, chance) for hit, (_, label, chance) in zip(right, dated, strict=True) if event_labels.is_day(label)]
    days = sum(gold["kind"] == "single" and gold["t_begin"][0] == gold["t_begin"][1] for gold, _, _ in dated)
    hits = sum(hit for hit, _ in claims)
    precision, recall = hits / max(1, len(claims)), hits / max(1, days)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"  one exact day: P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({len(claims)} claims, {days} in gold)")
    for low in np.arange(0.0, 1.0, 0.1):
        inside = [hit for hit, chance in claims if low <= chance < low + 0.1 + (low >= 0.9)]
        if inside:
            print(f"  days claimed at {low:.1f}-{low + 0.1:.1f}: {len(inside):4d}, right {np.mean(inside):.2f}")


def main(arguments: Sequence[str] | None = None) -> None:
    asked = argparse.ArgumentParser(description=__doc__)
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
        report(f"cross-validated by document, {chosen.folds} folds", held_out(seen, helper_arrays, chosen.folds))
    if fresh:
        given = [times.weighed(case.evidence, times.Offers(case.day, model), model)[1].tolist() for case in fresh]
        report("shipped weights on unseen documents", told(fresh, given, model))


def told(found: Sequence[Case], given: Sequence[Sequence[float]], model: times.Model) -> list[Told]:
    """The likeliest label of each case with its calibrated chance."""
    best = [event_labels.likeliest(list(zip(c.labels, g, strict=True))) for c, g in zip(found, given, strict=True)]
    sure = [model.sure(chance, of_a_day=event_labels.is_day(label)) for label, chance in best]
    return [(case.gold, label, chance) for case, (label, _), chance in zip(found, best, sure, strict=True)]


def held_out(found: Sequence[Case], helper_arrays: dict[str, Any], count: int) -> list[Told]:
    """Each case by weights and a calibration that saw no case of its fold."""
    given, dealt = cross_validated(found, helper_arrays, count), folds({case.document for case in found}, count)
    listed: list[Told] = []
    for fold in range(count):
        others = [at for at, case in enumerate(found) if dealt[case.document] != fold]
        inside = [at for at, case in enumerate(found) if dealt[case.document] == fold]
        curve = calibration([found[at] for at in others], [given[at] for at in others])
        model = replace(times.shipped(), **curve)
        listed += told([found[at] for at in inside], [given[at] for at in inside], model)
    return listed


if __name__ == "__main__":
    main()
