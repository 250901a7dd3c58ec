"""Tellings as rows and back."""

import json
from collections.abc import Mapping
from functools import lru_cache

from app.domain.actor import Role
from app.domain.interval import Bound, Granularity
from app.domain.mention import Basis, Factuality
from app.domain.story import Party, Telling
from app.storage.columns import AnyRow
from app.storage.mention_row import Values


def telling_values(telling: Telling) -> Values:
    return {
        "id": telling.id,
        "article_id": telling.article_id,
        "text_id": telling.text_id,
        "published_at": telling.published_at,
        "told_at": telling.told_at,
        "sense": telling.sense,
        "lemma": telling.lemma,
        "interval_start": telling.start,
        "interval_end": telling.end,
        "bound": telling.bound,
        "granularity": telling.granularity,
        "basis": telling.basis,
        "edtf": telling.edtf,
        "factuality": telling.factuality,
        "parties": json.dumps(telling.parties, ensure_ascii=False),
        "sentences": json.dumps(telling.sentences, ensure_ascii=False),
        "mentions": json.dumps(telling.mentions),
        "event_id": None,
    }


# Of one story much the same take part in each telling.
@lru_cache(maxsize=512)
def _parties(told: str) -> tuple[Party, ...]:
    return tuple(Party(actor_id, name, Role(role)) for actor_id, name, role in json.loads(told))


def actor_ids(row: AnyRow) -> set[str]:
    return {party.id for party in _parties(row.parties)}


def telling_of(row: AnyRow, roots: Mapping[str, str]) -> Telling:
    """`roots` gives what each actor was merged into; one that is there twice for it is there once."""
    parties = {roots[one.id]: one._replace(id=roots[one.id]) for one in reversed(_parties(row.parties))}
    return Telling(
        id=row.id,
        article_id=row.article_id,
        text_id=row.text_id,
        published_at=row.published_at,
        told_at=row.told_at,
        sense=row.sense,
        lemma=row.lemma,
        start=row.interval_start,
        end=row.interval_end,
        bound=Bound(row.bound) if row.bound else None,
        granularity=Granularity(row.granularity),
        basis=Basis(row.basis),
        edtf=row.edtf,
        factuality=Factuality(row.factuality),
        parties=tuple(parties[key] for key in sorted(parties)),
        sentences=tuple(json.loads(row.sentences)),
        mentions=tuple(json.loads(row.mentions)),
    )
