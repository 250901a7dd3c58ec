"""The table of time expressions: F1s, kinds and speed on any folder of TimeML files, against any peer installed.

python -m bench.timex --corpus FOLDER [--corpus FOLDER …] [--peers N] [--kinds]
"""

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bench.timeml import Document, Timex, documents
from bench.timex_kinds import kind
from bench.timex_peers import Tagger, installed
from bench.timex_scores import pairs, scores, tally

_NAMES = ("strict", "relaxed", "value", "type", "anchored")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, action="append", required=True, help="a folder of *.tml; repeatable")
    parser.add_argument("--peers", type=int, default=0, metavar="N", help="also run peers on the first N documents")
    parser.add_argument("--kinds", action="store_true", help="our figures by kind of expression")
    arguments = parser.parse_args()
    for folder in arguments.corpus:
        corpus = documents(folder)
        print(f"\n{folder.name}: {len(corpus)} documents, {sum(len(one.gold) for one in corpus)} expressions")
        print(f"| tagger | documents | {' | '.join(f'{name} P/R/F1' for name in _NAMES)} | documents/s |")
        print("| --- " * (len(_NAMES) + 3) + "|")
        for name, tagger in installed().items():
            _row(name, tagger, corpus if name == "dateline" else corpus[: arguments.peers])
        if arguments.peers and arguments.peers < len(corpus):
            _row("dateline, on the same", installed()["dateline"], corpus[: arguments.peers])
        if arguments.kinds:
            _kinds(corpus, installed()["dateline"])


def _row(name: str, tagger: Tagger, corpus: Sequence[Document]) -> None:
    if not corpus:
        return
    passes = [_timed(tagger, corpus) for _ in range(4 if name.startswith("dateline") else 1)]
    told, rate = passes[0][0], len(corpus) / min(seconds for _, seconds in passes)
    counts: Counter[str] = Counter()
    for document, found in zip(corpus, told, strict=True):
        counts += tally(document.gold, found)
    cells = (f"{100 * f1.precision:.1f}/{100 * f1.recall:.1f}/{100 * f1.value:.1f}" for f1 in scores(counts).values())
    print(f"| {name} | {len(corpus)} | {' | '.join(cells)} | {rate:,.1f} |", flush=True)


def _timed(tagger: Tagger, corpus: Sequence[Document]) -> tuple[list[list[Timex]], float]:
    """One pass and its seconds; the quickest of ours counts, so that a busy machine and cold caches don't."""
    started = time.perf_counter()
    told = [tagger(document) for document in corpus]
    return told, time.perf_counter() - started


def _kinds(corpus: Sequence[Document], tagger: Tagger) -> None:
    """Per kind: gold expressions, share found, share found with the right value, and false alarms."""
    gold, found, right, false = Counter(), Counter(), Counter(), Counter()
    for document in corpus:
        told = tagger(document)
        paired = pairs(document.gold, told)
        gold.update(kind(one) for one in document.gold)
        found.update(kind(one) for one, _ in paired)
        right.update(kind(one) for one, other in paired if one.value == other.value)
        false.update(kind(one) for one in _others(told, [other for _, other in paired]))
    print("\n| kind | gold | found % | right value % | false alarms |\n| --- | --- | --- | --- | --- |")
    for name, count in gold.most_common():
        print(
            f"| {name} | {count} | {100 * found[name] / count:.0f} | {100 * right[name] / count:.0f} | {false[name]} |"
        )


def _others(told: Sequence[Timex], paired: Sequence[Timex]) -> list[Timex]:
    used = {(one.start, one.end) for one in paired}
    return [one for one in told if (one.start, one.end) not in used]


if __name__ == "__main__":
    main()
