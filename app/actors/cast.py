"""The cast of an article: every candidate's kind voted over the whole text, and the actor each of them means."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.actors.bodies import Bodies, bodies, is_acronym, sort_of
from app.actors.candidates import Candidate
from app.actors.curated import Entry, Surface, Use, curated
from app.actors.known import person_of_surname
from app.actors.names import normal_form, parts
from app.actors.persons import People, people
from app.actors.votes import Votes, definitions, evident, forms, namings, place, votes
from app.domain.actor import ActorKind, Match
from app.text.annotation import AnnotatedSentence

_KIND_OF_LABEL = {
    "PERSON": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "GPE": ActorKind.PLACE,
    "LOC": ActorKind.PLACE,
    "FAC": ActorKind.PLACE,
    "NORP": ActorKind.GROUP,
}
_CHAMBERS = frozenset({"house", "senate", "legislature", "assembly", "parliament"})
_FITTING = {
    ActorKind.COUNTRY: frozenset({"GPE", "LOC", "NORP"}),
    ActorKind.PLACE: frozenset({"GPE", "LOC", "FAC"}),
    ActorKind.ORGANISATION: frozenset({"ORG"}),
    ActorKind.GROUP: frozenset({"NORP", "ORG", "GPE"}),
    ActorKind.PERSON: frozenset({"PERSON"}),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody in the cast. `sort` is what texts call an organisation ("company"), "" where nothing tells."""

    name: str
    kind: ActorKind
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is named in an article: curated actors `present`, and those of them `settled` by more than a bare "Senate".

    `chambers` tells of a house or senate that isn't the American one.
    """

    votes: Votes
    persons: People
    organisations: Bodies
    evident: frozenset[str]
    present: frozenset[str]
    settled: frozenset[str]
    chambers: bool

    def meant(self, candidate: Candidate, sentence: int) -> tuple[Actor, Match] | None:
        """The actor a candidate names, before any reading of its sentence; None if it names nobody."""
        if candidate.surface is not None and (abroad := self._countries_of(candidate.surface.entry, candidate.text)):
            return _theirs(candidate.text, abroad)
        if candidate.surface is not None and self._is_curated(candidate):
            return self._curated(candidate)
        if candidate.surface is not None and _is_short_house(candidate.surface):
            return None
        key = normal_form(candidate.text)
        kind = self._kind(key, candidate)
        if " " in key and key in self.organisations.shortened and kind is not ActorKind.PLACE:
            return self._other(key, ActorKind.ORGANISATION, candidate)
        name_parts = parts(candidate.text)
        known = person_of_surname(key) if candidate.label and len(name_parts) == 1 else None
        # Before "Melania Trump" comes in "Trump" is the famous one; a headline means whom the article is about.
        if known is not None and sentence and self.persons.is_borne_later(key, place(sentence, candidate)):
            return Actor(known, ActorKind.PERSON), Match.SURNAME
        if kind is not ActorKind.PLACE or self.persons.knows_surname(name_parts[-1]):
            person = self.persons.named(name_parts, place(sentence, candidate))
            if person is not None and (kind is ActorKind.PERSON or person[1] is not Match.FUZZY or candidate.label):
                return Actor(person[0], ActorKind.PERSON), person[1]
        if known is not None:
            return Actor(known, ActorKind.PERSON), Match.SURNAME
        if kind is ActorKind.PERSON:
            return Actor(candidate.text, ActorKind.PERSON), Match.EXACT
        return self._other(key, kind, candidate)

    def _countries_of(self, entry: Entry, text: str) -> frozenset[str]:
        """The countries one of whose institutions a bare name may mean; none where it means the curated one."""
        if text != entry.bare or entry.beside & self.settled:
            return frozenset()
        return entry.elsewhere & {_country(curated().entries[name]) for name in self.present}

    def _is_curated(self, candidate: Candidate) -> bool:
        surface = candidate.surface
        if surface is None:
            return False
        key = normal_form(candidate.text)
        if candidate.last - candidate.first == 1 and surface.use in (Use.NAME, Use.CAPITAL):
            if self.persons.knows_surname(key) and (candidate.label == "PERSON" or surface.entry.needs_context):
                return False
            defined = self.organisations.acronyms.get(key)
            if is_acronym(candidate.text) and defined is not None and defined not in surface.entry.names:
                return False
        if _is_short_house(surface):
            return self._is_chamber(surface.entry)
        if not surface.entry.needs_context or surface.use not in (Use.NAME, Use.CAPITAL):
            return True
        return surface.entry.name in self.evident or self._fits(key, surface.entry.kind)

    def _is_chamber(self, entry: Entry) -> bool:
        """Whether "the House" is this one: the article names its like, twice if countries too, and no other house."""
        if self.chambers:
            return False
        near = len(entry.beside & self.present)
        abroad = any(_is_foreign(curated().entries[name], entry) for name in self.present - entry.beside)
        return entry.name in self.evident or near > abroad

    def _fits(self, key: str, kind: ActorKind) -> bool:
        """Whether the parser, over the whole article, mostly took an ambiguous name for what the curated one is."""
        votes = self.votes.get(key, Counter())
        fitting = sum(votes[label] for label in _FITTING[kind])
        return fitting > 0 and 2 * fitting >= sum(votes.values())

    def _curated(self, candidate: Candidate) -> tuple[Actor, Match] | None:
        surface = candidate.surface
        if surface is None:
            return None
        rival = curated().rivals.get(surface.entry.name) if surface.use is Use.NAME else None
        if rival is not None and surface.entry.name not in self.evident and rival.beside & self.present:
            return actor_of(rival), Match.ALIAS
        return actor_of(surface.entry), curated_match(surface.entry, candidate.text)

    def _kind(self, key: str, candidate: Candidate) -> ActorKind | None:
        votes = self.votes.get(key)
        if not votes:
            return None
        if sort_of(candidate.text) and " " in candidate.text:
            return ActorKind.ORGANISATION
        label = max(votes, key=lambda label: (votes[label], label == candidate.label, label))
        return _KIND_OF_LABEL[label]

    def _other(self, key: str, kind: ActorKind | None, candidate: Candidate) -> tuple[Actor, Match] | None:
        organisation = self.organisations.named(key, candidate.text)
        if organisation is not None:
            name, match = organisation
            entry = curated().by_normal.get(normal_form(name))
            return (actor_of(entry) if entry else Actor(name, ActorKind.ORGANISATION, sort_of(name))), match
        if kind is None:
            return None
        if kind is ActorKind.GROUP and not candidate.text.endswith("s"):
            return None  # "Muslim", "Methodist": words that describe
        return Actor(candidate.text, kind), Match.EXACT


def actor_of(entry: Entry) -> Actor:
    return Actor(entry.name, entry.kind, entry.sort)


def curated_match(entry: Entry, text: str) -> Match:
    if text == entry.name:
        return Match.EXACT
    acronym = is_acronym(text) and entry.kind is ActorKind.ORGANISATION and not is_acronym(entry.name)
    return Match.ACRONYM if acronym else Match.ALIAS


def cast(sentences: Sequence[AnnotatedSentence], found: Sequence[Sequence[Candidate]]) -> Cast:
    """The cast of an article from the candidates of each of its sentences."""
    tallies = votes(sentences, found)
    organisations = bodies(forms(found, tallies), definitions(sentences, found))
    curated_ones = [(one.text, one.surface.entry) for candidates in found for one in candidates if one.surface]
    present = frozenset(entry.name for _, entry in curated_ones)
    settled = frozenset(entry.name for text, entry in curated_ones if text != entry.bare)
    chambers = any(_is_other_chamber(one) for candidates in found for one in candidates)
    return Cast(
        tallies, people(namings(found, tallies)), organisations, frozenset(evident(found)), present, settled, chambers
    )


def _theirs(text: str, countries: frozenset[str]) -> tuple[Actor, Match] | None:
    """The institution of the one country it can be of: "Congress of Peru"."""
    name = f"{text} of {next(iter(countries))}"
    return (Actor(name, ActorKind.ORGANISATION, sort_of(name)), Match.ALIAS) if len(countries) == 1 else None


def _country(entry: Entry) -> str:
    """The country this is, or whose capital it is; "" for others."""
    return entry.government or (entry.name if entry.kind is ActorKind.COUNTRY else "")


def _is_foreign(entry: Entry, house: Entry) -> bool:
    """Whether this is a country, or a capital of one, that is none of those beside the house."""
    return _country(entry) not in {"", *house.beside}


def _is_short_house(surface: Surface) -> bool:
    """ "The House", which is one of many unless the article names its like."""
    return surface.article and bool(surface.entry.beside)


def _is_other_chamber(one: Candidate) -> bool:
    """A house of Commons or of Texas; of curated ones those that are no neighbours of "the House"."""
    if one.surface is None:
        return one.last - one.first > 1 and not _CHAMBERS.isdisjoint(normal_form(one.text).split())
    entry = one.surface.entry
    house = curated().by_normal.get("house")
    return entry.sort == "parliament" and house is not None and entry is not house and entry.name not in house.beside
