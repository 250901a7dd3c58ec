"""Actors that may be one, for people to merge: near names with how near they are."""

from app.actors.likeness import likeness
from app.domain.event import ActorSuggestion, SuggestionPage
from app.storage.actors.near_names import near_names
from app.storage.engine.database import Connection


def suggestions(connection: Connection, cursor: str | None) -> SuggestionPage:
    """Those among one page of actors, the likest first. Raises BadCursor."""
    near = near_names(connection, cursor)
    scored = [
        ActorSuggestion(one, other, round(score, 3))
        for one, other in near.pairs
        if (score := likeness(one.name, other.name, one.kind))
    ]
    scored.sort(key=lambda one: (-one.score, one.actor.name, one.actor.id, one.other.name, one.other.id))
    return SuggestionPage(tuple(scored), near.next_cursor)
