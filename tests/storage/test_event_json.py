"""The JSON of events: right whenever it is kept, gone when what it shows changes, the answer the same without it."""

import hashlib
from dataclasses import replace
from typing import Any

import orjson
from pydantic import TypeAdapter

from app.domain.actor import ActorIdentity, ActorKind
from app.domain.event import Event
from app.domain.query import TimelineQuery
from app.storage import read, write
from app.storage.articles.actor_write import add_actors
from app.storage.engine.database import Connection, Database
from app.storage.events.event_json import is_waiting, write_waiting
from app.storage.stories.actor_merging import merge_actor, unmerge_actor
from app.work import merging
from tests.merge.telling_articles import extract, tell
from tests.merge.test_merging import AGAIN, FIRST, SECOND, opened
from tests.merge.test_merging import OPENED as TOLD
from tests.storage.tellings import NOW, actor, article, mention, when
from tests.storage.written import held, written

WORDS = ("title", "description")  # where a schema has them, not where an event has a field of the name
SHAPE = "79e4c9edc849"  # of what migration 0011 has written
PORT, BOARD = actor("Port of Lisbon"), actor("Harbour Board")
OPENED = mention(when(), PORT, lemma="open", sentence="The Port of Lisbon opened a terminal.")
MET = mention(when(), BOARD, at=60)


def shown(connection: Connection) -> list[Event]:
    return list(read.timeline(connection, TimelineQuery(bases=()), {}).items)


def test_a_page_in_json_is_the_page(database: Database) -> None:
    with database.write() as connection:
        tell(connection, article(title="« Größe » \U0001f6a2"), OPENED, MET)
        tell(connection, article("Another text."), mention(when("2031-05-07", "2031-05-08"), PORT))
        assert is_waiting(connection)
        for limit in (2, 50):  # two of three are kept, then all; at first none
            for query in (TimelineQuery(limit=2), TimelineQuery(actors=("port of lisbon", "nobody"))):
                page = read.timeline(connection, query, {})
                assert orjson.dumps(read.timeline_in_json(connection, query, {})) == orjson.dumps(page)
            write_waiting(connection, limit)
        assert not is_waiting(connection)
        assert len(held(connection)) == len(shown(connection)) == 3


def test_the_json_of_an_actor_s_events_expires_with_its_name(database: Database) -> None:
    with database.write() as connection:
        tell(connection, article(), OPENED, MET)
        before = written(connection)
        port = next(one.actors[0] for one in shown(connection) if one.trigger == "open")
        add_actors(connection, [ActorIdentity(port.id, "APL", ActorKind.ORGANISATION, ())])
        assert len(held(connection)) == 1
        assert written(connection) != before


def test_the_json_of_merged_actors_events_expires(database: Database) -> None:
    with database.write() as connection:
        tell(connection, article(), OPENED, MET)
        before = written(connection)
        port, board = (read.actors(connection, q=name, limit=1, cursor=None).items[0].id for name in ("port", "harb"))
        merge_actor(connection, port, board, NOW)
        assert held(connection) == {}
        assert written(connection) != before
        unmerge_actor(connection, port, NOW)
        assert written(connection) == before


def test_the_json_of_a_corrected_article_s_events_expires(database: Database) -> None:
    told = article()
    with database.write() as connection:
        key = tell(connection, told, OPENED)
        written(connection)
        corrected = replace(told, title="Another title", url="https://example.com/moved")
        write.replace(connection, key, corrected, expected=None, now=NOW)
        assert held(connection) == {}
        written(connection)
        extract(connection, key, corrected, OPENED)
        assert held(connection) == {}
        written(connection)
        merging.retract(connection, key, expected=None, now=NOW)
        assert written(connection) == {}


def test_the_json_of_an_event_expires_with_what_it_conflicts_with(database: Database) -> None:
    corrected = replace(SECOND, text="Put right.")
    with database.write() as connection:
        tell(connection, FIRST, opened(TOLD))
        alone = written(connection)
        key = tell(connection, SECOND, opened(AGAIN, "2031-05-02", "2031-05-03"))
        assert not alone.keys() & held(connection).keys()
        assert "2031-05-02" in disputed(written(connection), alone)
        write.replace(connection, key, corrected, expected=None, now=NOW)
        extract(connection, key, corrected, opened(AGAIN, "2031-05-03", "2031-05-04"))
        assert "2031-05-03" in disputed(written(connection), alone)
        merging.retract(connection, key, expected=None, now=NOW)
        assert held(connection) == {}
        assert written(connection) == alone


def disputed(kept: dict[str, str], one: dict[str, str]) -> str:
    """What the one event says that it conflicts with."""
    (key,) = one
    return str(orjson.loads(kept[key])["conflicts"])


def test_what_is_kept_has_the_shape_that_events_have_now() -> None:
    """A release that shows events in another shape has to have kept JSON written anew.

    When this fails, add a migration that sets every `event_json.body` to NULL, and put the new digest here.
    """
    schema = orjson.dumps(without_words(TypeAdapter(Event).json_schema()), option=orjson.OPT_SORT_KEYS)
    assert hashlib.blake2b(schema, digest_size=6).hexdigest() == SHAPE


def without_words(schema: Any) -> Any:  # JSON
    if isinstance(schema, dict):
        kept = {name: part for name, part in schema.items() if name not in WORDS or not isinstance(part, str)}
        return {name: without_words(part) for name, part in kept.items()}
    return [without_words(part) for part in schema] if isinstance(schema, list) else schema
