"""Tellings into stories. The same tellings give the same stories in whatever order they come.

They are taken by publication, so that the stories of a day are those of any later day without what came after: what
was known when is the beginning of what is known now.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from app.domain.story import Dispute, Stage, Stories, Story, Telling
from app.extract.story.evidence import is_clash
from app.extract.story.place import PLANS, TOLD, meet, place, surroundings
from app.extract.story.relation import Relation, published, relation

Related = Mapping[str, Mapping[str, Relation]]


def stories(tellings: Iterable[Telling]) -> Stories:
    """All stories, ordered by their first telling."""
    ordered = sorted(tellings, key=published)
    related = _related(ordered)
    groups: list[list[Telling]] = []
    home: dict[str, int] = {}
    for telling in ordered:
        index = _home(telling, groups, home, related)
        if index is None:
            index = len(groups)
            groups.append([])
        groups[index].append(telling)
        home[telling.id] = index
    found = tuple(_story(group) for group in groups)
    return Stories(found, tuple(_disputes(ordered, home, related)))


def _related(ordered: Sequence[Telling]) -> Related:
    """Pairs that have to do with each other, both ways; looked for among those that share sense and an actor."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, telling in enumerate(ordered):
        for party in telling.parties if telling.sense else ():
            blocks[telling.sense, party.id].append(index)
    pairs = {pair for block in blocks.values() for pair in combinations(block, 2)}
    found: dict[str, dict[str, Relation]] = defaultdict(dict)
    reached = [surroundings(telling) for telling in ordered]
    for first, second in pairs:
        if not meet(reached[first], reached[second]):
            continue
        one, other = ordered[first], ordered[second]
        if (how := relation(one, other)) is not None:
            found[one.id][other.id] = found[other.id][one.id] = how
    return found


def _home(
    telling: Telling,
    groups: Sequence[Sequence[Telling]],
    home: Mapping[str, int],
    related: Related,
) -> int | None:
    """The story with most tellings of the same event, of which none stands against it."""
    votes: dict[int, int] = defaultdict(int)
    for other, how in related.get(telling.id, {}).items():
        if other in home and how is not Relation.DISPUTED:
            votes[home[other]] += 1
    for index in sorted(votes, key=lambda index: (-votes[index], index)):
        if all(_fits(telling, member, related) for member in groups[index]):
            return index
    return None


def _fits(telling: Telling, member: Telling, related: Related) -> bool:
    how = related.get(telling.id, {}).get(member.id)
    if how is not None:
        return how is not Relation.DISPUTED
    if telling.article_id == member.article_id or is_clash(telling, member):
        return False
    return meet(place(telling), place(member)) or member.factuality in PLANS


def _story(group: Sequence[Telling]) -> Story:
    """`group` is in order of publication; what was published at one instant is one stage."""
    ends = [
        index
        for index, one in enumerate(group, 1)
        if index == len(group) or group[index].published_at > one.published_at
    ]
    stages = tuple(Stage(tuple(one.id for one in group[:end]), _superseded(group[:end])) for end in ends)
    return Story(stages[-1].tellings, stages)


def _superseded(group: Sequence[Telling]) -> frozenset[str]:
    """Plans whose time a later article's phrase contradicts."""
    return frozenset(
        one.id
        for index, one in enumerate(group)
        if one.factuality in PLANS
        and any(later.basis in TOLD and not meet(place(one), place(later)) for later in group[index + 1 :])
    )


def _disputes(ordered: Sequence[Telling], home: Mapping[str, int], related: Related) -> Iterator[Dispute]:
    known = {telling.id: telling for telling in ordered}
    seen: set[tuple[int, int]] = set()
    for telling in ordered:
        for other in sorted(related.get(telling.id, {})):
            pair = home[telling.id], home[other]
            if related[telling.id][other] is Relation.DISPUTED and pair[0] < pair[1] and pair not in seen:
                seen.add(pair)
                yield Dispute(*pair, _reason(telling, known[other]))


def _reason(one: Telling, other: Telling) -> str:
    mine = {party.id: party.name for party in one.parties}
    shared = sorted({mine[party.id] for party in other.parties if party.id in mine})
    return f"both tell of {one.lemma} with {', '.join(shared)}, but at {one.edtf} and {other.edtf}"
