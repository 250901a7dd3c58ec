"""The persons of one article: full names grouped into people, and who a bare surname or a misspelling means.

Everything is bucketed by surname or first letters and the buckets are capped, so that the work is linear in the names.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from app.actors.given import is_given, same_given
from app.actors.known import canonical_person
from app.actors.lexicon import FAMILY_FIRST
from app.actors.names import is_full, parts
from app.domain.actor import Match

Parts = tuple[str, ...]

_FUZZY_LENGTH = 5  # shorter parts differ by one letter too easily: Kim Jong Un, Kim Jong Il
_PREFIX_LENGTH = 3
_FAR_OFTENER = 3
_BUCKET = 64  # people compared with one name; an article with more alike gets fewer joins, not more work


@dataclass(frozen=True, slots=True)
class Naming:
    """Where a person seems to be named (`place` grows through the article), the words, their parts."""

    place: int
    text: str
    parts: Parts


@dataclass(slots=True)
class _Group:
    forms: Counter[str] = field(default_factory=Counter)
    keys: list[Parts] = field(default_factory=list)
    count: int = 0


@dataclass(frozen=True, slots=True)
class People:
    """Who is meant by a name: canonical names by full form, and by surname and first part in order of text."""

    full: dict[Parts, tuple[str, Match]]
    surnames: dict[str, tuple[list[int], list[str]]]
    firsts: dict[str, str]
    misspelt: dict[str, str]

    def named(self, name_parts: Parts, place: int) -> tuple[str, Match] | None:
        """The person of a full name, of the last full name before with this surname, else of the first after it."""
        if is_full(name_parts):
            return self.full.get(name_parts)
        surname = name_parts[-1]
        if surname in self.surnames:
            positions, names = self.surnames[surname]
            index = max(0, bisect_right(positions, place) - 1)
            return names[index], Match.SURNAME
        if len(name_parts) == 1 and surname in self.firsts:
            return self.firsts[surname], Match.SURNAME
        meant = self.misspelt.get(surname)
        return None if meant is None else (self._surname_owner(meant, place), Match.FUZZY)

    def is_borne_later(self, surname: str, place: int) -> bool:
        """Whether nobody who bears the surname has been named in full yet, but somebody will be."""
        return surname in self.surnames and self.surnames[surname][0][0] > place

    def _surname_owner(self, surname: str, place: int) -> str:
        positions, names = self.surnames[surname]
        return names[max(0, bisect_right(positions, place) - 1)]

    def knows_surname(self, word: str) -> bool:
        return word in self.surnames


def people(namings: Sequence[Naming]) -> People:
    """The people of an article from every place where a person is named, in order of text."""
    full = [one for one in namings if is_full(one.parts)]
    counts = Counter(one.parts for one in full)
    groups = _groups(full, counts)
    names: dict[Parts, tuple[str, Match]] = {}
    for group in groups:
        canonical = canonical_person(_canonical(group))
        for key in group.keys:
            names[key] = (canonical, Match.EXACT)
    _join_misspelt(names, counts)
    surnames = _surname_index(full, names)
    bare = Counter(one.parts[-1] for one in namings if not is_full(one.parts))
    return People(names, surnames, _first_index(names, counts), _misspelt_surnames(bare, surnames))


def _groups(full: Iterable[Naming], counts: Counter[Parts]) -> list[_Group]:
    """Full names of one surname whose other parts agree are one person; the commonest form is asked first."""
    by_surname: dict[str, list[_Group]] = defaultdict(list)
    of_key: dict[Parts, _Group] = {}
    for key in sorted(counts, key=lambda key: (-counts[key], -len(key), key)):
        bucket = by_surname[key[-1]]
        group = next((one for one in bucket[:_BUCKET] if all(_agree(key, other) for other in one.keys)), None)
        if group is None:
            group = _Group()
            bucket.append(group)
        group.keys.append(key)
        group.count += counts[key]
        of_key[key] = group
    for one in full:
        of_key[one.parts].forms[one.text] += 1
    return [group for bucket in by_surname.values() for group in bucket]


def _agree(one: Parts, other: Parts) -> bool:
    """Whether two full names of one surname may be one person: given names agree, middle names don't disagree."""
    if not same_given(one[0], other[0]):
        return False
    return all(a[0] == b[0] for a, b in zip(one[1:-1], other[1:-1], strict=False)) and _initials_agree(one, other)


def _initials_agree(one: Parts, other: Parts) -> bool:
    """ "George W. Bush" and "George H. W. Bush" are two."""
    middles = ["".join(part[0] if len(part) > 2 else part for part in name[1:-1]) for name in (one, other)]
    return not all(middles) or (middles[0][:1] == middles[1][:1] and len(middles[0]) == len(middles[1]))


def _canonical(group: _Group) -> str:
    """The commonest way the person is written in full; mixed case before capitals, then the longer."""
    return min(group.forms, key=lambda text: (text.isupper(), -group.forms[text], -len(text), text))


def _join_misspelt(names: dict[Parts, tuple[str, Match]], counts: Counter[Parts]) -> None:
    """Give a rare full form the name of a commoner one that differs by one edit a part."""
    buckets: dict[tuple[str, str, int], list[Parts]] = defaultdict(list)
    for key in sorted(counts, key=lambda key: (-counts[key], key)):
        place = (key[0][0], key[-1][0], len(key))
        for other in buckets[place][:_BUCKET]:
            if counts[other] > counts[key] and names[other][0] != names[key][0] and _is_misspelt(key, other):
                names[key] = (names[other][0], Match.FUZZY)
                break
        else:
            buckets[place].append(key)


def _is_misspelt(rare: Parts, common: Parts) -> bool:
    if rare[:-1] == common[:-1] and _is_cut(rare[-1], common[-1]):
        return True
    if is_given(rare[0]) and is_given(common[0]) and rare[0] != common[0]:
        return False
    return all(a == b or is_one_edit(a, b) for a, b in zip(rare, common, strict=True))


def _is_cut(short: str, whole: str) -> bool:
    """ "Put" for "Putin": captions are cut off like this."""
    return len(short) >= _PREFIX_LENGTH and len(whole) > len(short) and whole.startswith(short)


def is_one_edit(one: str, other: str) -> bool:
    """One insertion, deletion, substitution or swap of neighbours; same first letter, five letters or more."""
    if one[0] != other[0] or max(len(one), len(other)) < _FUZZY_LENGTH or min(len(one), len(other)) < _FUZZY_LENGTH - 1:
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1


def _surname_index(
    full: Iterable[Naming], names: dict[Parts, tuple[str, Match]]
) -> dict[str, tuple[list[int], list[str]]]:
    index: dict[str, tuple[list[int], list[str]]] = {}
    for one in full:
        name, match = names[one.parts]
        key = one.parts[-1] if match is Match.EXACT else parts(name)[-1]
        for word in (key, one.parts[0]) if one.parts[0] in FAMILY_FIRST else (key,):
            positions, owners = index.setdefault(word, ([], []))
            positions.append(one.place)
            owners.append(name)
    return index


def _first_index(names: dict[Parts, tuple[str, Match]], counts: Counter[Parts]) -> dict[str, str]:
    """Whom a first part alone means: the one who bears it, or who is named far oftener than others who do."""
    firsts: dict[str, Counter[str]] = defaultdict(Counter)
    for key, (name, _) in names.items():
        firsts[key[0]][name] += counts[key]
    meant: dict[str, str] = {}
    for first, owners in firsts.items():
        (name, count), *others = owners.most_common(2)
        if not others or count >= _FAR_OFTENER * others[0][1]:
            meant[first] = name
    return meant


def _misspelt_surnames(bare: Counter[str], surnames: dict[str, tuple[list[int], list[str]]]) -> dict[str, str]:
    """Bare surnames that nobody bears in full but that are one edit from one that somebody does."""
    buckets: dict[str, list[str]] = defaultdict(list)
    for surname in surnames:
        buckets[surname[0]].append(surname)
    meant: dict[str, str] = {}
    for word in bare:
        if word in surnames:
            continue
        near = [surname for surname in buckets[word[0]][:_BUCKET] if is_one_edit(word, surname)]
        if len(near) == 1:
            meant[word] = near[0]
    return meant
