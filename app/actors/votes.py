"""What an article tells of its names as a whole: labels voted over all sentences, people, organisations, acronyms."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from app.actors.bearing import has_age
from app.actors.bodies import is_acronym, sort_of
from app.actors.candidates import Candidate
from app.actors.curated import Use
from app.actors.given import is_given
from app.actors.lexicon import HONORIFICS, SITE_WORDS
from app.actors.names import is_full, normal_form, parts
from app.actors.persons import Naming
from app.domain.actor import ActorKind
from app.text.annotation import AnnotatedSentence, Token

_TITLE_VOTES = 3
_TOKENS = 1 << 14  # more than a sentence has
_GIVEN_VOTES = 2
_WORDS_OF_PERSON = 4
_FULL = range(2, _WORDS_OF_PERSON)
_WHERE = frozenset({"in", "near", "across", "outside"})

Votes = dict[str, Counter[str]]
Named = Sequence[Sequence[Candidate]]


def place(sentence: int, candidate: Candidate) -> int:
    """A number that grows through the article: the sentence, then the token."""
    return sentence * _TOKENS + candidate.first


def votes(sentences: Sequence[AnnotatedSentence], found: Named) -> Votes:
    """For each normal form how often the parser gave it which label, and what its titles and words add."""
    tallies: Votes = defaultdict(Counter)
    surnames: set[str] = set()
    for sentence, candidates in zip(sentences, found, strict=True):
        for one in candidates:
            if one.label:
                _vote(tallies[normal_form(one.text)], sentence, one)
            if one.last - one.first == 1 and (_has_title(sentence, one) or has_age(sentence.tokens, one.last)):
                surnames.add(normal_form(one.text))
    _lend(tallies, surnames)
    return tallies


def _lend(tallies: Votes, surnames: set[str]) -> None:
    """Who is "Mr Hale" or "Hale, 24," elsewhere is a person in full too, though the parser saw organisations."""
    for key, tally in tallies.items():
        words = key.split()
        if len(words) in _FULL and words[-1] in surnames and set(tally) <= {"ORG", "PERSON"} and not sort_of(key):
            tally["PERSON"] += tally["ORG"] + 1


def _vote(tally: Counter[str], sentence: AnnotatedSentence, one: Candidate) -> None:
    tally[one.label] += 1
    if _has_title(sentence, one):
        tally["PERSON"] += _TITLE_VOTES
    elif one.surface is None and one.last - one.first > 1:
        _hint(tally, one.text)
    elif one.first and sentence.tokens[one.first - 1].text.lower() in _WHERE:
        tally["GPE"] += one.label != "ORG"


def evident(found: Named) -> Iterator[str]:
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
    elif text.rsplit(None, 1)[-1].lower() in SITE_WORDS:
        tally["FAC"] += _TITLE_VOTES
    elif is_given(parts(text)[0]) and len(parts(text)) < _WORDS_OF_PERSON:
        tally["PERSON"] += _GIVEN_VOTES


def _has_title(sentence: AnnotatedSentence, candidate: Candidate) -> bool:
    if not candidate.first or candidate.label not in ("PERSON", "ORG", "GPE"):
        return False
    before = sentence.tokens[candidate.first - 1].text.lower().rstrip(".")
    return before in HONORIFICS and candidate.surface is None


def namings(found: Named, tallies: Votes) -> list[Naming]:
    """Where persons are named: in full if the article takes the name for a person's, or by one word that may be one."""
    people: list[Naming] = []
    for index, candidates in enumerate(found):
        for one in candidates:
            if one.surface is not None and (one.label != "PERSON" or one.last - one.first > 1):
                continue
            name_parts = parts(one.text)
            tally = tallies.get(normal_form(one.text), Counter())
            person = tally["PERSON"] > 0 and 2 * tally["PERSON"] >= sum(tally.values())
            if one.label and name_parts and (person or (len(name_parts) == 1 and one.label in ("ORG", "PERSON"))):
                if is_full(name_parts) and sort_of(one.text):
                    continue
                people.append(Naming(place(index, one), one.text, name_parts))
    return people


def forms(found: Named, tallies: Votes) -> dict[str, Counter[str]]:
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for candidates in found:
        for one in candidates:
            key = normal_form(one.text)
            tally = tallies.get(key, Counter())
            named = one.surface is not None and one.surface.entry.kind is ActorKind.ORGANISATION
            if named or (tally and tally["ORG"] == max(tally.values())) or (tally and sort_of(one.text)):
                written[key][one.text] += 1
    return written


def definitions(sentences: Sequence[AnnotatedSentence], found: Named) -> list[tuple[str, str]]:
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
