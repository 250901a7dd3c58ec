"""What WordNet knows of a lemma, from a table derived at build time (bench/train_wordnet.py): fields of meaning."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class NounSense:
    """`field` is the lexicographer file of the first sense ("act", "event", … or "other"), `eventful` the share 0–9
    of its first senses that tell of happenings or states, `verbal` "1" where it is derived from a verb, else "0"."""

    field: str
    eventful: str
    verbal: str


@dataclass(frozen=True, slots=True)
class VerbSense:
    """The lexicographer files of the first two senses: "motion", "communication", "stative" …"""

    field: str
    second: str


NO_NOUN = NounSense("-", "-", "-")
NO_VERB = VerbSense("-", "-")


def noun(lemma: str) -> NounSense:
    """The sense of a lower-case noun; NO_NOUN where no sense of it is a happening or a state."""
    return _tables()[0].get(lemma, NO_NOUN)


def verb(lemma: str) -> VerbSense:
    """The sense of a lower-case verb, NO_VERB where it is unknown."""
    return _tables()[1].get(lemma, NO_VERB)


@cache
def _tables() -> tuple[Mapping[str, NounSense], Mapping[str, VerbSense]]:
    nouns: dict[str, NounSense] = {}
    verbs: dict[str, VerbSense] = {}
    table = files("app.extract") / "models" / "wordnet.tsv"
    for line in table.read_text(encoding="ascii").splitlines():
        lemma, part, *rest = line.split("\t")
        if part == "n":
            nouns[lemma] = NounSense(*rest)
        else:
            verbs[lemma] = VerbSense(*rest)
    return MappingProxyType(nouns), MappingProxyType(verbs)
