"""What a language's words tell around a time expression: bounds before it, tense and plans beside it."""

from dataclasses import dataclass

from app.domain.interval import Bound, Extent
from app.timex.rule import Grammar

_Words = frozenset[str]
_Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Cues:
    """Word lists of one language, lower case."""

    # Words that end just before the phrase with the bound and extent they give, longest first; `hedges` may stand
    # between ("since at least 2017"). What is before or after a time of day by one of `closely` is so by less than an
    # hour. A length of time after one of `lasting` is filled throughout.
    bounds: tuple[tuple[str, Bound | None, Extent], ...]
    hedges: tuple[str, ...]
    closely: _Words
    lasting: _Words

    # Words that say the clause looks ahead, unless after one of `perfect` ("had planned"); so do `forward_pairs`, a
    # word of `before_to` with "to" after it, and `to_come` unless after a past verb ("found to be dead on Friday") or
    # one of `ranked` ("the first to be freed"). A word that is one of `months` is no cue after one of `before_months`.
    forward: _Words
    forward_pairs: _Pairs
    before_to: _Words
    to_come: tuple[str, str]
    ranked: _Words
    perfect: _Words
    months: _Words
    before_months: _Words

    # Verbs in the present that tell of what is to come: "speaks on Tuesday", "go to the polls", "host Hull on Sunday"
    # (`transitive`, not before `prepositions`). After one of `before_noun` they are nouns or belong to another verb;
    # those of `present_or_noun` ("the court rules on Monday") are verbs only where no past verb stands beside them. One
    # of `copulas` looks ahead just before the phrase or its preposition, one of `at_a_time`.
    present: _Words
    present_pairs: _Pairs
    present_or_noun: _Words
    transitive: _Words
    prepositions: _Words
    before_noun: _Words
    copulas: _Words
    at_a_time: _Words
    # After one of `thing` a verb in `third_person` has it for its subject: "it goes on show on Friday".
    thing: _Words
    third_person: str
    # What may be looks ahead, unless it is what somebody `sensed`: "could hear shots on Friday".
    may_be: _Words
    sensed: _Words

    # What has its year in its name has its days in that year after a verb of `taking_place` ("the 2026 games start on
    # June 11"), unless one of `clause_openers` stands between.
    taking_place: _Words
    clause_openers: _Words

    # Words that look back, as do those in `past_ending` but for `not_past` and participles after `before_participle`.
    back: _Words
    past_ending: str
    not_past: _Words
    before_participle: _Words

    # What one of these tells may lie either way; in a past form beside the phrase it dates the telling, one of
    # `telling` beyond whom it is told to.
    reporting: _Words
    telling: _Words
    past_reporting: tuple[str, ...]

    # A day that one of `declaring` makes something is to come. What runs until a day looks ahead after one of
    # `granting`, or before `purpose` ("until Friday to leave"). What is prepared is to come after words that end in one
    # of `still_ahead`. `movers` tell of a date that changed.
    declaring: _Words
    granting: _Words
    purpose: str
    # Past verbs of what is to come on the day that follows "for", unless of a record: "called a strike for Monday".
    fixing: _Words
    fixed_for: str
    records: _Words
    # What looked ahead when it was told.
    was_to_come: _Words
    # Past verbs of what may be to come: "proposed a summit in April".
    proposing: frozenset[str]
    # Before `purpose` these leave open whether it has come, but not before `have` too; a day in the name of what is
    # done away with by one of `giving_up` may be to come: "called off their May 3 summit".
    was: _Words
    have: str
    giving_up: _Words
    still_ahead: tuple[str, ...]
    movers: _Words

    # Ends of a range are joined by `range_links`, by `range_to` after `range_from`, by `range_and` after
    # `range_between`. Of days or clauses joined by `joins` the second follows the first; after `preceding` it lies
    # before it. A verb right after one of `clause_joins` opens a clause with a day of its own.
    range_links: _Words
    range_from: _Words
    range_to: _Words
    range_between: _Words
    range_and: _Words
    joins: _Words
    clause_joins: _Words
    preceding: _Words

    # A date in a clause of one of `relatives`, or of `that` after no word of reporting, or right after `named_by` ("the
    # crash of 6 July 2021"), is told aside; one of `founding` may be.
    relatives: _Words
    that: str
    named_by: str
    founding: _Words

    # Between a length and the day it ends or begins with, and between a length and what it opens.
    ending_links: _Words
    beginning_links: _Words
    opening_links: _Words

    # A year after nothing but one of `openers` opens its sentence. `abbreviations` end in a full stop that ends none.
    openers: _Words
    abbreviations: _Words
    articles: _Words


@dataclass(frozen=True, slots=True)
class Language:
    """A grammar with the cues around it."""

    grammar: Grammar
    cues: Cues
