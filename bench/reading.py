"""B1 to B5: pages of timelines, in process and over HTTP, against the driver and against each other."""

import random
from collections.abc import Callable
from dataclasses import replace
from statistics import median
from urllib.parse import urlencode

from sqlalchemy import Connection

from app.domain import civil
from app.domain.query import TimelineQuery
from app.storage import read
from app.storage.engine.database import Database
from bench import queries
from bench.clients import exchange, get
from bench.replay import asked_for, page, replay
from bench.rounds import ROUNDS, Measure, medians
from bench.server import Server
from bench.table import show

Question = Callable[[random.Random], TimelineQuery]

_CLIENTS = 16
_PAGES = 400
# A static answer of about 10 kB, which costs the application next to nothing.
_STATIC = "/static/timeline.css"


def stored(whole: str, tenth: str) -> None:
    """What the storage itself takes, without HTTP."""
    database, smaller = Database.open(whole), Database.open(tenth)
    with database.read() as connection, smaller.read() as other:
        deep = _hundredth(connection)
        found = medians(
            {
                "raw": _driver(database, connection),
                "page": _asking(queries.hot, connection),
                "a tenth": _asking(queries.first, other),
                "first": _asking(queries.first, connection),
                "page 1": _asking(lambda _: replace(deep, cursor=None), connection),
                "page 100": _asking(lambda _: deep, connection),
                "exhausted": _asking(queries.exhausted, connection),
                "rare": _asking(queries.rare, connection),
                "words": _asking(queries.words, connection),
                "common word": _asking(queries.common, connection),
                "whole": _asking(queries.whole, connection),
                "histogram": _counting(connection),
            }
        )
    database.close()
    smaller.close()
    show("B1 in process", found["page"], found["raw"])
    show("B3", found["first"], found["a tenth"])
    show("B4", found["page 100"], found["page 1"])
    for name in ("exhausted", "rare", "words", "common word", "histogram", "whole"):
        show(f"B5 {name}", found[name], found["first"])


def over_http(url: str, engine: str) -> None:
    """B1: a page by one client, against the driver asking the same. B2: pages by many, against a static answer."""
    database = Database.open(url)
    with Server.started(url) as server, database.read() as connection:

        def http(chance: random.Random) -> Callable[[], object]:
            path = _path(queries.hot(chance))
            return lambda: server.ask(path)

        measures = {"http": http, "raw": _driver(database, connection), "static": lambda _: lambda: server.ask(_STATIC)}
        found = medians(measures)
        show(f"B1 {engine}", found["http"], found["raw"])
        show("   static file", found["static"], found["raw"])
        show("B2", *_pages(server), unit="pages/s", note=f"static of {len(server.ask(_STATIC))} bytes")
    database.close()


def _pages(server: Server) -> tuple[float, float]:
    """Timeline pages a second and static answers a second, 16 clients, in turns."""
    chance = random.Random(2)
    ours, static = [], []
    for _ in range(ROUNDS):
        paths = [_path(queries.hot(chance)) for _ in range(_PAGES)]
        ours.append(_PAGES / exchange(server.port, map(get, paths), clients=_CLIENTS)[0])
        static.append(_PAGES * 4 / exchange(server.port, [get(_STATIC)] * _PAGES * 4, clients=_CLIENTS)[0])
    return median(ours), median(static)


def _path(query: TimelineQuery) -> str:
    """The query as it is asked over HTTP."""
    asked = [("actor", name) for name in query.actors]
    if query.start is not None and query.end is not None:
        # The last written day is included.
        asked += [("from", civil.day_text(query.start)), ("to", civil.day_text(query.end - 1))]
    return f"/v1/timeline?{urlencode(asked)}"


def _asking(question: Question, connection: Connection) -> Measure:
    def measure(chance: random.Random) -> Callable[[], object]:
        act = page(question(chance))
        return lambda: act(connection)

    return measure


def _driver(database: Database, connection: Connection) -> Measure:
    def measure(chance: random.Random) -> Callable[[], object]:
        statements = asked_for(database, queries.hot(chance))
        return lambda: replay(connection, statements)

    return measure


def _hundredth(connection: Connection) -> TimelineQuery:
    """The query for the hundredth page of everything."""
    query = TimelineQuery()
    for _ in range(99):
        query = replace(query, cursor=read.timeline(connection, query, {}).next_cursor)
    return query


def _counting(connection: Connection) -> Measure:
    def measure(chance: random.Random) -> Callable[[], object]:
        query = queries.first(chance)
        aliases = {name: name for name in query.actors}
        return lambda: read.histogram(connection, query, aliases, bucket=None)

    return measure
