"""Which tokens of a sentence tell of an event, as TimeML marks them: verbs, event nouns, a few adjectives.

A linear model over the parse (docs/models.md). It finds candidates for mentions; what a timeline shows is chosen later.
"""

from functools import cache
from math import exp

from app.extract.learned.trigger_features import CANDIDATES, features
from app.extract.learned.weights import Weights, arrays
from app.text.annotation import AnnotatedSentence

# Best relaxed F1 in cross-validation; a lower one finds more, a higher one errs less.
TRIGGER = 0.42


def events(sentence: AnnotatedSentence) -> tuple[float, ...]:
    """For each token the probability that it is the trigger of an event; 0 for words that never are."""
    weights = _weights()
    labels = {at: name.label for name in sentence.names for at in range(name.first, name.last)}
    return tuple(
        1 / (1 + exp(-weights.total(features(sentence, index, labels.get(index, "O")))))
        if token.pos in CANDIDATES
        else 0.0
        for index, token in enumerate(sentence.tokens)
    )


@cache
def _weights() -> Weights:
    held = arrays("detect")
    return Weights(held["places"], held["values"] * held["scale"])
