"""The cast of an article: every candidate's kind voted over the whole text, and the actor each of them means."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.actors.bodies import Bodies, bodies, is_acronym, sort_of
from app.actors.candidates import Candidate
from app.actors.curated import Entry, Use, curated
from app.actors.given import is_given
from app.actors.known import person_of_surname
from app.actors.lexicon import HONORIFICS
from app.actors.names import is_full, normal_form, parts
from app.actors.persons import Naming, People, people
from app.domain.actor import ActorKind, Match
from app.text.annotation import AnnotatedSentence, Token

_TITLE_VOTES = 3
_GIVEN_VOTES = 2
_WORDS_OF_PERSON = 4
_WHERE = frozenset({"in", "near", "across", "outside"})
_KIND_OF_LABEL = {
    "PERSON": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "GPE": ActorKind.PLACE,
    "LOC": ActorKind.PLACE,
    "FAC": ActorKind.PLACE,
    "NORP": ActorKind.GROUP,
}
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


Votes = dict[str, Counter[str]]


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is named in an article."""

    votes: Votes
    persons: People
    organisations: Bodies
    evident: frozenset[str]

    def meant(self, candidate: Candidate, sentence: int) -> tuple[Actor, Match] | None:
        """The actor a candidate names, before any reading of its sentence; None if it names nobody."""
        if candidate.surface is not None and self._is_curated(candidate):
            return self._curated(candidate)
        key = normal_form(candidate.text)
        kind = self._kind(key, candidate)
        if " " in key and key in self.organisations.shortened and kind is not ActorKind.PLACE:
            return self._other(key, ActorKind.ORGANISATION, candidate)
        name_parts = parts(candidate.text)
        if kind is not ActorKind.PLACE or self.persons.knows_surname(name_parts[-1]):
            person = self.persons.named(name_parts, sentence)
            if person is not None and (kind is ActorKind.PERSON or person[1] is not Match.FUZZY or candidate.label):
                return Actor(person[0], ActorKind.PERSON), person[1]
        known = person_of_surname(key) if candidate.label and len(name_parts) == 1 else None
        if known is not None:
            return Actor(known, ActorKind.PERSON), Match.SURNAME
        if kind is ActorKind.PERSON:
            return Actor(candidate.text, ActorKind.PERSON), Match.EXACT
        return self._other(key, kind, candidate)

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
        if not surface.entry.needs_context or surface.use not in (Use.NAME, Use.CAPITAL):
            return True
        return surface.entry.name in self.evident or self._fits(key, surface.entry.kind)

    def _fits(self, key: str, kind: ActorKind) -> bool:
        """Whether the parser, over the whole article, mostly took an ambiguous name for what the curated one is."""
        votes = self.votes.get(key, Counter())
        fitting = sum(votes[label] for label in _FITTING[kind])
        return fitting > 0 and 2 * fitting >= sum(votes.values())

    def _curated(self, candidate: Candidate) -> tuple[Actor, Match] | None:
        surface = candidate.surface
        if surface is None:
            return None
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
    votes: Votes = defaultdict(Counter)
    for sentence, candidates in zip(sentences, found, strict=True):
        for one in candidates:
            if one.label:
                tally = votes[normal_form(one.text)]
                tally[one.label] += 1
                if _has_title(sentence, one):
                    tally["PERSON"] += _TITLE_VOTES
                elif one.surface is None and one.last - one.first > 1:
                    _hint(tally, one.text)
                elif one.first and sentence.tokens[one.first - 1].text.lower() in _WHERE:
                    tally["GPE"] += one.label != "ORG"
    persons = people(_namings(found, votes))
    organisations = bodies(_forms(found, votes), _definitions(sentences, found))
    return Cast(votes, persons, organisations, frozenset(_evident(found)))


def _evident(found: Sequence[Sequence[Candidate]]) -> Iterator[str]:
    """Curated actors that the article names so that nothing else can be meant: "Jordanian" settles "Jordan"."""
    for candidates in found:
        for one in candidates:
            if one.surface is None:
                continue
            if one.surface.use in (Use.ADJECTIVE, Use.PEOPLE) or one.last - one.first > 1:
                yield one.surface.entry.name
            if one.surface.use is Use.CAPITAL and not one.surface.entry.needs_context and one.surface.entry.government:
                yield one.surface.entry.government


def _hint(tally: Counter[str], text: str) -> None:
    """Let the words of an uncurated name vote: what it ends in, and whether it opens with a given name."""
    if sort_of(text):
        tally["ORG"] += _TITLE_VOTES
    elif is_given(parts(text)[0]) and len(parts(text)) < _WORDS_OF_PERSON:
        tally["PERSON"] += _GIVEN_VOTES


def _has_title(sentence: AnnotatedSentence, candidate: Candidate) -> bool:
    if not candidate.first or candidate.label not in ("PERSON", "ORG", "GPE"):
        return False
    before = sentence.tokens[candidate.first - 1].text.lower().rstrip(".")
    return before in HONORIFICS and candidate.surface is None


def _namings(found: Sequence[Sequence[Candidate]], votes: Votes) -> list[Naming]:
    """Where persons are named: in full if the article takes the name for a person's, or by one word that may be one."""
    namings: list[Naming] = []
    for index, candidates in enumerate(found):
        for one in candidates:
            if one.surface is not None and one.label != "PERSON":
                continue
            name_parts = parts(one.text)
            tally = votes.get(normal_form(one.text), Counter())
            person = tally["PERSON"] > 0 and 2 * tally["PERSON"] >= sum(tally.values())
            if one.label and name_parts and (person or (len(name_parts) == 1 and one.label in ("ORG", "PERSON"))):
                if is_full(name_parts) and sort_of(one.text):
                    continue
                namings.append(Naming(index, one.text, name_parts))
    return namings


def _forms(found: Sequence[Sequence[Candidate]], votes: Votes) -> dict[str, Counter[str]]:
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for candidates in found:
        for one in candidates:
            key = normal_form(one.text)
            tally = votes.get(key, Counter())
            named = one.surface is not None and one.surface.entry.kind is ActorKind.ORGANISATION
            if named or (tally and tally["ORG"] == max(tally.values())) or (tally and sort_of(one.text)):
                forms[key][one.text] += 1
    return forms


def _definitions(sentences: Sequence[AnnotatedSentence], found: Sequence[Sequence[Candidate]]) -> list[tuple[str, str]]:
    """(name, acronym) where an article defines one: "Harbour Safety Board (HSB)"."""
    defined: list[tuple[str, str]] = []
    for sentence, candidates in zip(sentences, found, strict=True):
        tokens = sentence.tokens
        for one in candidates:
            after = tokens[one.last : one.last + 3]
            if one.last - one.first > 1 and len(after) == 3 and _is_bracketed_acronym(one.text, after):
                defined.append((one.surface.entry.name if one.surface else one.text, after[1].text))
    return defined


def _is_bracketed_acronym(name: str, tokens: Sequence[Token]) -> bool:
    """Whether what follows a name is an acronym in brackets whose letters stand in the name in this order."""
    if tokens[0].text != "(" or tokens[2].text != ")" or not is_acronym(tokens[1].text):
        return False
    letters = iter(name.casefold())
    return name[0] == tokens[1].text[0] and all(letter in letters for letter in tokens[1].text.casefold())
