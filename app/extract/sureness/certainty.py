"""A second opinion on how sure a text is of an event: asserted, uncertain or denied, by a small trained model.

It outweighs the cue tables where they say "negated" and it doesn't, or the other way about.
"""

from collections.abc import Iterator

from app.domain.mention import Factuality
from app.extract.sentence.surroundings import features
from app.extract.sentence.triggers import Candidate
from app.extract.sureness import linear
from app.text.annotation import AnnotatedSentence

LABELS = ("asserted", "uncertain", "denied")
# Rare labels are told more readily than their share in news: found by cross-validation (bench/train_certainty.py).
TILT = {"asserted": 0.0, "uncertain": 1.0, "denied": 0.5}


def sure_features(sentence: AnnotatedSentence, candidate: Candidate, cued: Factuality) -> Iterator[str]:
    """What the model looks at: the surroundings and what the cue tables say."""
    yield f"cued {cued}"
    yield f"cued {cued} {sentence.tokens[candidate.index].tag}"
    yield from features(sentence, candidate.index)
    if candidate.is_carried:
        yield from (f"carrier {name}" for name in features(sentence, candidate.carrier))


def certainty(sentence: AnnotatedSentence, candidate: Candidate, cued: Factuality) -> tuple[str, float]:
    """The likeliest label after the tilt, and its share."""
    shares = linear.model("certainty").shares(sure_features(sentence, candidate, cued))
    tilted = {name: share * 2.718281828 ** TILT[name] for name, share in shares.items()}
    best = max(LABELS, key=lambda name: tilted[name])
    return best, tilted[best] / sum(tilted.values())
