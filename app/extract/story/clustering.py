"""Tellings into stories. The same tellings give the same stories in whatever order they come.

They are taken by publication, so that the stories of a day are those of any later day without what came after: what
was known when is the beginning of what is known now.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.domain.story import Dispute, Stage, Stories, Story, Telling
from app.extract.story.change import PLANS
from app.extract.story.comparable import Comparables
from app.extract.story.evidence import is_clash
from app.extract.story.place import TOLD, meet, place
from app.extract.story.relation import Relation, published, relation

Related = Mapping[str, Mapping[str, Relation]]

# A telling is held against so many of those before it, the latest first, until so many have to do with it: what
# thousands told has been told lately too.
_COMPARED = 32
_FOUND = 8
# Members of a story that may speak against a newcomer: its first and its last.
_ENDS = 16


def stories(tellings: Iterable[Telling]) -> Stories:
    """All stories, ordered by their first telling."""
    ordered = sorted(tellings, key=published)
    comparables: dict[str, Comparables] = defaultdict(Comparables)
    known: dict[str, list[Telling]] = defaultdict(list)
    related: dict[str, dict[str, Relation]] = defaultdict(dict)
    groups: list[list[Telling]] = []
    home: dict[str, int] = {}
    company = Counter((telling.sense, party.id) for telling in ordered for party in telling.parties)
    for telling in ordered:
        if telling.sense and any(company[telling.sense, party.id] > 1 for party in telling.parties):
            same = comparables[telling.sense]
            for other, how in _relations(telling, (known[telling.sense][at] for at in same.latest(telling))):
                related[telling.id][other] = related[other][telling.id] = how
            same.add(telling)
            known[telling.sense].append(telling)
        index = _home(telling, groups, home, related)
        if index is None:
            index = len(groups)
            groups.append([])
        groups[index].append(telling)
        home[telling.id] = index
    return Stories(tuple(map(story, groups)), tuple(_disputes(ordered, home, related)))


def _relations(telling: Telling, others: Iterable[Telling]) -> Iterator[tuple[str, Relation]]:
    """What a telling is to those before it, within bounds that depend on nothing published after it."""
    found = 0
    for other, _ in zip(others, range(_COMPARED), strict=False):
        how = relation(telling, other)
        if how is not None:
            yield other.id, how
            found += 1
            if found == _FOUND:
                return


def _home(
    telling: Telling,
    groups: Sequence[Sequence[Telling]],
    home: Mapping[str, int],
    related: Related,
) -> int | None:
    """The story with most tellings of the same event, of which none stands against it."""
    votes: dict[int, int] = defaultdict(int)
    for other, how in related.get(telling.id, {}).items():
        if how is not Relation.DISPUTED:
            votes[home[other]] += 1
    for index in sorted(votes, key=lambda index: (-votes[index], index)):
        group = groups[index]
        ends = group if len(group) <= 2 * _ENDS else [*group[:_ENDS], *group[-_ENDS:]]
        if all(_fits(telling, member, ends, related) for member in ends):
            return index
    return None


def _fits(telling: Telling, member: Telling, group: Sequence[Telling], related: Related) -> bool:
    how = related[telling.id].get(member.id)
    if how is not None:
        return how is not Relation.DISPUTED
    if telling.article_id == member.article_id or is_clash(telling, member):
        return False
    return meet(place(telling), place(member)) or _is_overtaken(member, group)


def _is_overtaken(member: Telling, group: Sequence[Telling]) -> bool:
    """Whether it is a plan whose time one of the group contradicts already."""
    told = (other for other in group if other.basis in TOLD and other.published_at > member.published_at)
    return member.factuality in PLANS and any(not meet(place(member), place(other)) for other in told)


def story(group: Sequence[Telling]) -> Story:
    """Tellings of one event in order of publication as its story; what was published at one instant is one stage."""
    stages: list[Stage] = []
    standing: dict[tuple[int, int], list[str]] = defaultdict(list)  # plans, by where they can lie
    superseded: frozenset[str] = frozenset()
    for index, one in enumerate(group, 1):
        here = place(one)
        gone = [there for there in standing if not meet(there, here)] if one.basis in TOLD else []
        if gone:  # plans whose time a later article's phrase contradicts
            superseded |= {plan for there in gone for plan in standing.pop(there)}
        if one.factuality in PLANS:
            standing[here].append(one.id)
        if index == len(group) or group[index].published_at > one.published_at:
            stages.append(Stage(index, superseded))
    return Story(tuple(one.id for one in group), tuple(stages))


def _disputes(ordered: Sequence[Telling], home: Mapping[str, int], related: Related) -> Iterator[Dispute]:
    """Each pair of stories once, as the first telling that contradicts one before it tells."""
    before: dict[str, Telling] = {}
    seen: set[tuple[int, int]] = set()
    for telling in ordered:
        for key, how in sorted(related.get(telling.id, {}).items()):
            if how is Relation.DISPUTED and (other := before.get(key)):
                first, second = sorted((home[key], home[telling.id]))
                if first != second and (first, second) not in seen:
                    seen.add((first, second))
                    yield Dispute(first, second, _reason(other, telling), telling.published_at)
        before[telling.id] = telling


def _reason(one: Telling, other: Telling) -> str:
    mine = {party.id: party.name for party in one.parties}
    shared = sorted({mine[party.id] for party in other.parties if party.id in mine})
    return f"both tell of {one.lemma} with {', '.join(shared)}, but at {one.edtf} and {other.edtf}"
