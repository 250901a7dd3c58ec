"""Which tokens of a sentence tell of an event, as TimeML marks them: verbs, event nouns, a few adjectives.

A linear model over the parse (docs/models.md). It finds candidates for mentions; what a timeline shows is chosen later.
"""

from collections.abc import Iterable
from functools import cache
from math import exp

from app.extract.learned.trigger_features import CANDIDATES, features
from app.extract.learned.weights import Weights, arrays
from app.text.annotation import AnnotatedSentence

# Best relaxed F1 in cross-validation; a lower one finds more, a higher one errs less.
TRIGGER = 0.42


def events(sentence: AnnotatedSentence) -> tuple[float, ...]:
    """For each token the probability that it is the trigger of an event; 0 for words that never are."""
    known = chances(sentence, range(len(sentence.tokens)))
    return tuple(known[index] for index in range(len(sentence.tokens)))


def chances(sentence: AnnotatedSentence, asked: Iterable[int]) -> dict[int, float]:
    """The same for the tokens asked for alone, which spares time."""
    weights = _weights()
    labels = {at: name.label for name in sentence.names for at in range(name.first, name.last)}
    return {
        index: 1 / (1 + exp(-weights.total(features(sentence, index, labels.get(index, "O")))))
        if sentence.tokens[index].pos in CANDIDATES
        else 0.0
        for index in asked
    }


@cache
def _weights() -> Weights:
    held = arrays("detect")
    return Weights(held["places"], held["values"] * held["scale"])
