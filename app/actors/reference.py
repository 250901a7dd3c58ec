"""What linking gives: an actor as a sentence refers to it."""

from dataclasses import dataclass

from app.actors.cast import Actor
from app.domain.actor import ActorKind, Match
from app.domain.span import Field


@dataclass(frozen=True, slots=True)
class ActorReference:
    """Tokens [first, last) of a sentence that refer to an actor; `head` is the token the rest of them hang on.

    `name` is the canonical name in this article; `text`, `start` and `end` are as posted. Pronouns and role nouns are
    references too. A demonym ("Russian" in "Russian troops") refers to its country from where it stands in the parse,
    usually as a modifier, so that it takes no part unless the noun it modifies acts for the country.
    """

    name: str
    kind: ActorKind
    match: Match
    first: int
    last: int
    head: int
    text: str
    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """A reference on its way: tokens [first, last) of a sentence, and whom they mean."""

    first: int
    last: int
    actor: Actor
    match: Match
