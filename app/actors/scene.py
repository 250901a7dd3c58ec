"""What a reader keeps in mind from sentence to sentence: who was named, who spoke, who holds which office."""

from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.actors.cast import Actor
from app.actors.given import Gender, gender_of
from app.actors.lexicon import words
from app.actors.names import is_full, parts
from app.domain.actor import ActorKind

_HOLDERS = 16  # of one office in one country
_UNTOLD = "United States"
_KEPT = 48  # namings kept in mind: what was named longer ago is not meant by "he"
_FEMALE_TITLES = words("mrs ms miss dame lady queen princess madam chairwoman congresswoman spokeswoman actress")
_MALE_TITLES = words("mr sir lord king prince pope chairman congressman spokesman")


@dataclass(frozen=True, slots=True)
class Seen:
    """One naming: in which sentence, as subject of a clause, as one who speaks."""

    actor: Actor
    sentence: int
    subject: bool
    speaker: bool


@dataclass(slots=True)
class Scene:
    """Grows as the article is read. Captions and headlines name people without bringing them on stage.

    `offices` holds who was introduced with a title in a country ("" where none was told), the latest last.
    """

    counts: Counter[str]
    seen: deque[Seen] = field(default_factory=lambda: deque(maxlen=_KEPT))
    offices: dict[str, dict[str, dict[str, Actor]]] = field(default_factory=dict)
    genders: dict[str, Gender] = field(default_factory=dict)

    def enter(self, one: Seen) -> None:
        self.seen.append(one)

    def introduce(self, holder: Actor, titles: Iterable[str], country: str | None) -> None:
        """Remember the offices somebody is introduced with, and the gender a title tells."""
        for title in titles:
            held = self.offices.setdefault(title, {}).setdefault(country or "", {})
            held.pop(holder.name, None)
            held[holder.name] = holder
            if len(held) > _HOLDERS:
                del held[next(iter(held))]
            if title in _FEMALE_TITLES:
                self.genders[holder.name] = Gender.FEMALE
            elif title in _MALE_TITLES:
                self.genders[holder.name] = Gender.MALE

    def holders(self, titles: Iterable[str], country: str | None) -> list[Actor]:
        """Who was introduced with one of these offices in that country, or in any if none is told.

        Agencies write "President Smith" without a country of the President of the United States.
        """
        if country is None:
            return self._holders_anywhere(titles)
        held = self._holders_in(titles, country)
        return held or (self._holders_in(titles, "") if country == _UNTOLD else [])

    def _holders_in(self, titles: Iterable[str], country: str) -> list[Actor]:
        held = {name: one for title in titles for name, one in self.offices.get(title, {}).get(country, {}).items()}
        return list(held.values())

    def _holders_anywhere(self, titles: Iterable[str]) -> list[Actor]:
        every = (held for title in titles for held in self.offices.get(title, {}).values())
        return list({name: holder for held in every for name, holder in held.items()}.values())

    def gender(self, name: str) -> Gender | None:
        """What a title or the given name tells."""
        known = self.genders.get(name)
        if known is not None:
            return known
        name_parts = parts(name)
        return gender_of(name_parts[0]) if is_full(name_parts) else None

    def latest(self, actors: Iterable[Actor]) -> Actor | None:
        """Of these, the one named last."""
        names = {actor.name: actor for actor in actors}
        return next((names[one.actor.name] for one in reversed(self.seen) if one.actor.name in names), None)

    def within(self, sentence: int, back: int, kinds: frozenset[ActorKind]) -> list[Seen]:
        """Namings of these kinds from `back` sentences ago on, latest first."""
        return [one for one in reversed(self.seen) if sentence - one.sentence <= back and one.actor.kind in kinds]
