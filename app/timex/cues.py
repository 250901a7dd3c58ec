"""What a language's words tell around a time expression: bounds before it, tense and plans beside it."""

from dataclasses import dataclass

from app.domain.interval import Bound, Extent
from app.timex.rule import Grammar


@dataclass(frozen=True, slots=True)
class Cues:
    """Word lists of one language, lower case.

    `bounds` are words that end just before the phrase with the bound and extent they give, longest first. `forward` and
    `back` say where the clause looks; a word of `before_to` followed by "to" looks forward, as do `forward_pairs` of
    words; a forward word after one of `perfect` looks back. Words in `past_ending` look back, but for those of
    `not_past` and participles after one of `before_participle`. What a `reporting` verb tells may lie either way. Ends
    of a range are joined by `range_links`, by `range_to` after `range_from`, by `range_and` after `range_between`
    (`joins` only put one beside the other); not after `movers`, which tell of a date that changed. A length is told by
    its end after one of `ending_links`, by what it opens after one of `opening_links`. A word that is one of `months`
    too is no cue after one of `before_months`. `abbreviations` end in a full stop that ends no sentence. Verbs of
    `present` tell of what is to come ("speaks on Tuesday"), as do `present_pairs` ("go to") and those of `transitive`
    before what they act on, which is none of `prepositions` ("host Everton on Sunday"); after one of `before_noun` they
    are nouns or belong to another verb; those of `present_or_noun` are verbs only where no past verb stands before them
    ("the court rules on Monday"). A form of `copulas` looks ahead just before the phrase or its preposition, one of
    `at_a_time`. What runs until a day looks ahead after one of `granting`, or before `purpose` ("until Friday to
    leave"). A length of time after one of `lasting` is filled throughout. `hedges` may stand between a bound and its
    phrase. A year after nothing but one of `openers` opens its sentence. Of the days of two clauses joined by one of
    `joins` the second follows the first; after one of `preceding` it lies before it. What is prepared after words that
    end in one of `still_ahead` is to come.
    """

    bounds: tuple[tuple[str, Bound | None, Extent], ...]
    forward: frozenset[str]
    back: frozenset[str]
    before_to: frozenset[str]
    forward_pairs: frozenset[tuple[str, str]]
    present: frozenset[str]
    present_pairs: frozenset[tuple[str, str]]
    present_or_noun: frozenset[str]
    transitive: frozenset[str]
    prepositions: frozenset[str]
    before_noun: frozenset[str]
    perfect: frozenset[str]
    past_ending: str
    not_past: frozenset[str]
    before_participle: frozenset[str]
    reporting: frozenset[str]
    past_reporting: tuple[str, ...]
    range_links: frozenset[str]
    range_from: frozenset[str]
    range_to: frozenset[str]
    range_between: frozenset[str]
    range_and: frozenset[str]
    ending_links: frozenset[str]
    opening_links: frozenset[str]
    joins: frozenset[str]
    movers: frozenset[str]
    months: frozenset[str]
    before_months: frozenset[str]
    articles: frozenset[str]
    copulas: frozenset[str]
    at_a_time: frozenset[str]
    granting: frozenset[str]
    purpose: str
    preceding: frozenset[str]
    still_ahead: tuple[str, ...]
    lasting: frozenset[str]
    hedges: tuple[str, ...]
    openers: frozenset[str]
    abbreviations: frozenset[str]


@dataclass(frozen=True, slots=True)
class Language:
    """A grammar with the cues around it."""

    grammar: Grammar
    cues: Cues
