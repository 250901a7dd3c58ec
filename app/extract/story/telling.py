"""The tellings of an article: what its reading gives to clustering."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain import civil
from app.domain.actor import TAKING_PART, ActorIdentity, ActorKind, Role
from app.domain.article import Article, anchor_of
from app.domain.extraction import Reading
from app.domain.identity import content_id
from app.domain.mention import Basis, Mention
from app.domain.story import Party, Telling
from app.extract.story.sense import family

_BASES = {basis: rank for rank, basis in enumerate(Basis)}
_ROLES = {role: rank for rank, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class Read:
    """An article as it was read, with the ids of its mentions and the identities of its actors."""

    article_id: str
    article: Article
    reading: Reading
    mention_ids: Sequence[str]
    actors: Mapping[tuple[str, ActorKind], ActorIdentity]


def tellings(read: Read) -> list[Telling]:
    """One for each happening that has a time, in order."""
    return [found for group in read.reading.happenings if (found := _telling(read, group)) is not None]


def _telling(read: Read, group: Sequence[int]) -> Telling | None:
    mentions = read.reading.extraction.mentions
    dated = [index for index in group if mentions[index].time.interval is not None]
    if not dated:
        return None
    ranked = sorted(dated, key=lambda index: (*_precedence(mentions[index]), index))
    first = ranked[0]
    time, anchor = mentions[first].time, anchor_of(read.article)
    if not (time.interval and time.granularity and time.basis and time.edtf):
        raise ValueError(f"a dated mention without granularity, basis or label: {time!r}")
    return Telling(
        id=min(read.mention_ids[index] for index in dated),
        article_id=read.article_id,
        text_id=content_id(("text", read.article.text)),
        published_at=read.article.published_instant,
        told_at=anchor.minute,
        sense=family(read.reading.senses[first]),
        lemma=mentions[first].trigger.lemma,
        start=civil.minutes(time.interval.start),
        end=civil.minutes(time.interval.end),
        bound=time.bound,
        granularity=time.granularity,
        basis=time.basis,
        edtf=time.edtf,
        factuality=mentions[first].factuality,
        parties=_parties(read, dated),
        sentences=tuple(dict.fromkeys(mentions[index].sentence.text for index in dated)),
        mentions=tuple(read.mention_ids[index] for index in ranked),
    )


def _precedence(mention: Mention) -> tuple[int, int]:
    """Whose time is the happening's: the better basis, then the finer granularity."""
    basis, granularity = mention.time.basis, mention.time.granularity
    return _BASES[basis] if basis else len(_BASES), -(granularity.fineness if granularity else 0)


def _parties(read: Read, group: Sequence[int]) -> tuple[Party, ...]:
    """Who takes part, each in the strongest role, by id."""
    found: dict[str, Party] = {}
    for index in group:
        for actor in read.reading.extraction.mentions[index].actors:
            if actor.role in TAKING_PART:
                party = Party(read.actors[actor.name, actor.kind].id, actor.name, actor.role)
                known = found.setdefault(party.id, party)
                found[party.id] = min(known, party, key=lambda one: (_ROLES[one.role], one.name))
    return tuple(found[key] for key in sorted(found))
