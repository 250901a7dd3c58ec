"""A mention with what joins it to others of its article: values between reading mentions and grouping them."""

from dataclasses import dataclass

from app.domain.actor import TAKING_PART, ActorKind
from app.domain.mention import Mention


@dataclass(frozen=True, slots=True)
class Sensed:
    """A mention with the sense of its trigger, by which "invaded" and "invasion" are one.

    `is_definite`: a noun with "the" or "this" ("the invasion"). `is_known`: a noun that speaks of one happening taken
    as known ("this week's invasion"), `is_new`: one that brings another in ("a second invasion"). `takes_place`: of a
    known happening its clause says no more than when it was ("the invasion took place on Monday"). `about`: the words
    of what hangs on the trigger beside who does it.
    """

    mention: Mention
    sense: str
    is_noun: bool
    is_definite: bool = False
    is_headline: bool = False
    is_known: bool = False
    is_new: bool = False
    takes_place: bool = False
    about: frozenset[str] = frozenset()


def taking_part(mention: Mention) -> frozenset[tuple[str, ActorKind]]:
    """Name and kind of those who take part."""
    return frozenset((actor.name, actor.kind) for actor in mention.actors if actor.role in TAKING_PART)
