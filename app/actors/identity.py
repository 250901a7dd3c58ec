"""Who an actor is across articles: an id made from its canonical name, the same wherever it is read."""

from app.actors.curated import Entry, curated
from app.actors.known import canonical_person, spellings
from app.actors.names import is_full, normal_form, parts, without_initials
from app.domain.actor import ActorIdentity, ActorKind
from app.domain.identity import content_id

_PERSON = "person"
# Taggers call one name a place here and an organisation there, so all that are no persons share a family.
_OTHER = "other"


def identity(name: str, kind: ActorKind, *, scope: str = "") -> ActorIdentity:
    """The actor that a canonical name means, with the normal forms it is found by.

    A person known by one bare name is nobody in particular: with `scope` (the article's id) it gets an id of its own
    there. A curated name gives the curated actor whatever kind it was read as, persons excepted. A surname finds all
    who bear it, and joins nobody: ids are made from full names.
    """
    if kind is ActorKind.PERSON:
        return _person(name, scope)
    entry = curated_entry(name)
    if entry is not None:
        return _curated(entry)
    key = normal_form(name)
    return ActorIdentity(content_id(("actor", _OTHER, key)), name, kind, (key,))


def curated_entry(name: str) -> Entry | None:
    """The curated actor of this canonical name, else of this alias."""
    table = curated()
    return table.entries.get(name) or table.by_normal.get(normal_form(name))


def _curated(entry: Entry) -> ActorIdentity:
    key = normal_form(entry.name)
    aliases = dict.fromkeys((key, *(normal_form(name) for name in entry.names)))
    return ActorIdentity(content_id(("actor", _OTHER, key)), entry.name, entry.kind, tuple(aliases))


def _person(name: str, scope: str) -> ActorIdentity:
    name = canonical_person(name)
    key = normal_form(name)
    known = spellings(name)
    local = () if known or not scope or is_full(parts(name)) else (scope,)
    aliases = dict.fromkeys((key, " ".join(without_initials(tuple(key.split()))), parts(name)[-1], *known))
    return ActorIdentity(content_id(("actor", _PERSON, key, *local)), name, ActorKind.PERSON, tuple(aliases))
