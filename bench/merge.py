"""One story from many articles, scored on the cross-document event ids of NewsReader MEANTIME.

    python -m bench.merge --data DIR

DIR holds meantime_apple.jsonl. Mentions are gold (sentences up to the fifth, as annotated); their time, actors and
sense are ours. One `instance` is one event, as the file has it. `--names-apart` takes those that are no id given
across documents but a name ("be") for events of their own document. Beside ours stand two baselines.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from app.actors.identity import identity
from app.domain.article import Article, anchor_of
from app.domain.extraction import Extraction, Reading
from app.extract.article import merge
from app.extract.story.clustering import stories
from app.extract.story.telling import Read, tellings
from app.text.annotate import Annotator
from bench import merge_block
from bench.documents import MODEL, lines
from bench.gold_mentions import Given, at_triggers, passages

_LAST_SENTENCE = 5


@dataclass(frozen=True)
class Scored:
    """A gold mention: its document, its gold event, and what we read at its trigger."""

    key: str
    document: str
    gold: str
    given: Given


def documents(path: Path, *, names_apart: bool) -> tuple[list[Scored], list[Read]]:
    annotator = Annotator.load(MODEL)
    scored: list[Scored] = []
    reads = []
    for gold in lines(path):
        article = Article(None, gold["text"], date.fromisoformat(gold["published_at"]), "UTC")
        anchor = anchor_of(article)
        wanted = _once([event for event in gold["events"] if event["sent"] <= _LAST_SENTENCE and "instance" in event])
        spans = sorted({(event["start"], event["end"]) for event in wanted})
        given = {
            (one.start, one.end): one for one in at_triggers(passages(annotator, gold["text"], anchor), spans, anchor)
        }
        here = [
            Scored(
                f"{gold['doc']}:{event['id']}", gold["doc"], _event(event, gold["doc"], names_apart=names_apart), one
            )
            for event in sorted(wanted, key=lambda event: event["start"])
            if (one := given.get((event["start"], event["end"]))) is not None
        ]
        scored += here
        reads.append(_read(gold["doc"], article, here))
    return scored, reads


def _once(events: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """One mention a place: where two overlap, the shorter, whose event is the one it names."""
    kept: list[dict[str, Any]] = []
    for event in sorted(events, key=lambda one: (one["end"] - one["start"], one["start"], one["id"])):
        if all(event["end"] <= other["start"] or other["end"] <= event["start"] for other in kept):
            kept.append(event)
    return kept


_ACROSS = re.compile(r"[A-Z]{3}\d{9,}")


def _event(event: dict[str, Any], document: str, *, names_apart: bool) -> str:
    name: str = event["instance"]
    return name if not names_apart or _ACROSS.fullmatch(name) else f"{name}@{document}"


def _read(document: str, article: Article, here: Sequence[Scored]) -> Read:
    sensed = [one.given.sensed for one in here]
    mentions = [one.mention for one in sensed]
    groups, conflicts = merge.happenings(sensed)
    extraction = Extraction("en", "", None, "", (), (), tuple(mentions))
    actors = {
        (actor.name, actor.kind): identity(actor.name, actor.kind, scope=document)
        for mention in mentions
        for actor in mention.actors
    }
    reading = Reading(extraction, groups, conflicts, tuple(one.sense for one in sensed))
    return Read(document, article, reading, [one.key for one in here], actors)


def ours(reads: Sequence[Read]) -> dict[str, str]:
    """By mention, the story that it belongs to."""
    found: dict[str, str] = {}
    members = {
        min(read.mention_ids[index] for index in dated): [read.mention_ids[index] for index in dated]
        for read in reads
        for group in read.reading.happenings
        if (dated := [i for i in group if read.reading.extraction.mentions[i].time.interval is not None])
    }
    for number, story in enumerate(stories([one for read in reads for one in tellings(read)]).stories):
        for telling in story.tellings:
            found |= {mention: str(number) for mention in members[telling]}
    return found


def same_day(scored: Sequence[Scored]) -> dict[str, Hashable]:
    """Same trigger lemma and day."""
    return {
        one.key: (one.given.sensed.sense, one.given.mention.time.edtf) for one in scored if one.given.mention.time.edtf
    }


def report(name: str, scored: Sequence[Scored], system: dict[str, Any]) -> None:
    """Pairwise and B3 over all mentions; pairs of different documents besides."""
    told = [system.get(one.key, one.key) for one in scored]
    gold = [one.gold for one in scored]
    pairs = [_pairs(told), _pairs(gold), _pairs(list(zip(told, gold, strict=True)))]
    precision, recall = pairs[2] / max(1, pairs[0]), pairs[2] / max(1, pairs[1])
    cubed = _b_cubed(told, gold)
    across = [
        (told[i] == told[j], gold[i] == gold[j])
        for i, j in combinations(range(len(scored)), 2)
        if scored[i].document != scored[j].document
    ]
    right, joined = across.count((True, True)), sum(one for one, _ in across)
    pairwise = f"P {precision:6.1%} R {recall:6.1%} F1 {_f1(precision, recall):6.1%} ({pairs[2]}/{pairs[0]})"
    b_cubed = f"P {cubed[0]:6.1%} R {cubed[1]:6.1%} F1 {_f1(*cubed):6.1%}"
    apart = f"across documents {right}/{joined} pairs right of {sum(two for _, two in across)}"
    print(f"{name:<28} pairwise {pairwise}   B3 {b_cubed}   {apart}")


def _pairs(labels: Sequence[Hashable]) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(labels).values())


def _b_cubed(told: Sequence[Hashable], gold: Sequence[Hashable]) -> tuple[float, float]:
    both, mine, theirs = Counter(zip(told, gold, strict=True)), Counter(told), Counter(gold)
    precision = sum(both[t, g] / mine[t] for t, g in zip(told, gold, strict=True)) / len(told)
    return precision, sum(both[t, g] / theirs[g] for t, g in zip(told, gold, strict=True)) / len(told)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / max(1e-9, precision + recall)


def missed(scored: Sequence[Scored], system: dict[str, str], show: Callable[[str], None] = print) -> None:
    """Pairs that are one in gold and two in ours, and the other way round."""
    by_gold, by_told = defaultdict(list), defaultdict(list)
    for one in scored:
        by_gold[one.gold].append(one)
        by_told[system.get(one.key, one.key)].append(one)
    for title, groups, other in (
        ("missed", by_gold, lambda one: system.get(one.key, one.key)),
        ("wrong", by_told, lambda one: one.gold),
    ):
        for group in groups.values():
            for one, two in combinations(group, 2):
                if other(one) != other(two):
                    show(f"{title}: {_shown(one)} | {_shown(two)}")


def _shown(one: Scored) -> str:
    who = ", ".join(f"{actor.name}/{actor.role.value[:2]}" for actor in one.given.mention.actors)
    return (
        f"{one.key} {one.given.sensed.sense} {one.given.mention.time.edtf} {one.given.mention.factuality.value} [{who}]"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--names-apart", action="store_true", help="A name is an event of its document alone.")
    parser.add_argument("--show", action="store_true", help="List pairs that differ from gold.")
    options = parser.parse_args()
    scored, reads = documents(options.data / "meantime_apple.jsonl", names_apart=options.names_apart)
    print(f"{len(scored)} mentions, {len({one.gold for one in scored})} events")
    report("never merge", scored, {})
    report("same trigger lemma and day", scored, same_day(scored))
    report("ours", scored, ours(reads))
    merge_block.report(10_000)
    if options.show:
        missed(scored, ours(reads))


if __name__ == "__main__":
    main()
