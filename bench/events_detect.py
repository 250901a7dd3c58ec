"""Event triggers found in raw text, scored as TempEval-3 does (relaxed: any overlap, one to one).

    python -m bench.events_detect --data DIR [--folds 5]

DIR holds timebank_events.jsonl. Documents that the shipped weights were trained on are scored in cross-validation by
document; all others with the shipped weights.
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from app.extract.learned import detect
from app.extract.learned.weights import arrays
from bench.documents import Document, folds, read

Spans = list[tuple[int, int]]


def matched(gold: Spans, told: Spans) -> int:
    """How many of the told spans meet a gold span of their own."""
    free = sorted(gold)
    hits = 0
    for start, end in sorted(told):
        meets = next((span for span in free if span[0] < end and span[1] > start), None)
        if meets is not None:
            free.remove(meets)
            hits += 1
    return hits


def scored(title: str, documents: Sequence[Document], told: Callable[[Document], Spans]) -> float:
    """Prints precision, recall and F1 over the documents; returns F1."""
    hits = system = gold = 0
    for document in documents:
        wanted = [(event["start"], event["end"]) for event in document.gold["events"]]
        found = told(document)
        hits, system, gold = hits + matched(wanted, found), system + len(found), gold + len(wanted)
    precision, recall = hits / max(1, system), hits / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{title}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({len(documents)} documents, {gold} events)")
    return f1


def shipped(document: Document) -> Spans:
    """What the shipped weights find."""
    return [
        (token.start, token.end)
        for sentence in document.sentences
        for token, chance in zip(sentence.tokens, detect.events(sentence), strict=True)
        if chance >= detect.TRIGGER
    ]


def cross_validated(documents: Sequence[Document], count: int) -> dict[str, Spans]:
    """By document, what weights trained on the other folds find in it."""
    from bench.train_detect import Fitted, Tokens  # noqa: PLC0415 - scikit-learn, which plain scoring needs not

    tokens = Tokens(documents)
    matrix = tokens.matrix()
    dealt = folds((document.name for document in documents), count)
    fold = np.array([dealt[name] for name in tokens.documents])
    found: dict[str, Spans] = {document.name: [] for document in documents}
    for held_out in range(count):
        inside = np.flatnonzero(fold == held_out)
        fitted = Fitted(matrix[fold != held_out], tokens.gold[fold != held_out])
        for at, chance in zip(inside, fitted.chances(matrix[inside]), strict=True):
            if chance >= detect.TRIGGER:
                found[tokens.documents[at]].append(tokens.spans[at])
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, required=True)
    asked.add_argument("--folds", type=int, default=5)
    chosen = asked.parse_args(arguments)
    documents = read(chosen.data / "timebank_events.jsonl", datings_too=False)
    trained = set(arrays("detect")["documents"].tolist())
    known = [document for document in documents if document.number in trained]
    fresh = [document for document in documents if document.number not in trained]
    if known:
        found = cross_validated(known, chosen.folds)
        scored(f"cross-validated by document, {chosen.folds} folds", known, lambda document: found[document.name])
    if fresh:
        scored("shipped weights on unseen documents", fresh, shipped)


if __name__ == "__main__":
    main()
