"""Actors: who takes part in events, and how a text refers to them."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.span import Field


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    PLACE = "place"
    GROUP = "group"


class Role(StrEnum):
    """What an actor does in a mention; the first three take part."""

    AGENT = "agent"
    PATIENT = "patient"
    PARTICIPANT = "participant"
    SOURCE = "source"
    MENTIONED = "mentioned"


TAKING_PART = (Role.AGENT, Role.PATIENT, Role.PARTICIPANT)


class Match(StrEnum):
    """How the words in the text were tied to the actor."""

    EXACT = "exact"
    ALIAS = "alias"
    SURNAME = "surname"
    ACRONYM = "acronym"
    ROLE_NOUN = "role_noun"
    PRONOUN = "pronoun"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor in a mention: canonical name, kind and role, and the words that name it."""

    name: str
    kind: ActorKind
    role: Role
    text: str
    field: Field
    start: int
    end: int
    match: Match


@dataclass(frozen=True, slots=True)
class ActorIdentity:
    """An actor as known across articles. `aliases` are normal forms of names it is found by, its own among them."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class ActorName:
    """An actor by its name."""

    id: str
    name: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class EventActor:
    """An actor of an event on a timeline."""

    id: str
    name: str
    kind: ActorKind
    role: Role
