"""Pairs of actors whose names may mean one, a page of actors at a time."""

from sqlalchemy import insert

from app.storage.actors.near_names import near_names
from app.storage.engine.database import Database
from app.storage.tables import actor_aliases, actor_merges, actors
from tests.storage.tellings import NOW


def test_each_pair_is_found_once_however_far_apart_its_names_stand(database: Database) -> None:
    names = [f"Person {number:04}" for number in range(1_200)]
    known = [{"id": f"p{number}", "name": name, "kind": "person"} for number, name in enumerate(names)]
    others = [{"id": "o1", "name": "Person 0001", "kind": "organisation"}, {"id": "m1", "name": "A", "kind": "person"}]
    shared = [{"alias": "smith", "actor_id": one} for one in ("p3", "p1100", "o1", "m1")]
    with database.write() as connection:
        connection.execute(insert(actors), [*known, *others])
        connection.execute(insert(actor_aliases), shared)
        connection.execute(insert(actor_merges), {"leaf": "m1", "root": "p3", "merged_at": NOW})
    pairs, cursor, pages = [], None, 0
    with database.read() as connection:
        while pages == 0 or cursor:
            page = near_names(connection, cursor)
            pairs += [(one.id, other.id) for one, other in page.pairs]
            cursor, pages = page.next_cursor, pages + 1
    assert pages == 3
    assert len(pairs) == len(set(pairs))
    assert ("p3", "p1100") in pairs
    assert {("p499", "p500"), ("p999", "p1003")} <= set(pairs)
    assert not {one for pair in pairs for one in pair} & {"o1", "m1"}
