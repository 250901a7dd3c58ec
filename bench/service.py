"""How fast the service answers, as ratios: `python -m bench.service --engine sqlite --events 1000000`.

Builds made-up corpora once (under --data; PostgreSQL under --url, a server that may make databases) and keeps them for
the next run. Then it measures in rounds, all measures in turns, and prints the medians. Read the ratios: milliseconds
are this machine's on that day.
"""

import argparse
import os
import platform
import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, create_engine, text

from app.domain.query import TimelineQuery
from app.storage import read
from app.storage.database import Database, database_url
from bench import queries
from bench.accepting import accepting
from bench.corpus import build
from bench.pages import Server
from bench.replay import asked_for, page, replay
from bench.rounds import Measure, medians

Question = Callable[[random.Random], TimelineQuery]

_REACH = {
    "B1 sqlite": "≤ 5",
    "B1 postgresql": "≤ 2.5",
    "B3": "≤ 1.5",
    "B4": "≤ 1.2",
    "B5 exhausted": "≤ 5",
    "B5 rare": "≤ 5",
    "B5 words": "≤ 15",
    "B5 histogram": "≤ 30",
    "B7": "≥ 2",
}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--engine", choices=("sqlite", "postgresql"), default="sqlite")
    asked.add_argument("--events", type=int, default=1_000_000)
    asked.add_argument("--data", type=Path, default=Path(os.environ.get("TMPDIR", "/tmp")) / "dateline-bench")
    asked.add_argument("--url", help="a PostgreSQL server that may make databases")
    asked.add_argument("--without-http", action="store_true", help="leave B1 over HTTP out")
    options = asked.parse_args()
    options.data.mkdir(parents=True, exist_ok=True)
    whole, tenth = (corpus(options, events) for events in (options.events, options.events // 10))
    print(f"{options.engine}, {options.events} events, {platform.machine()}, load {os.getloadavg()[0]:.1f}")
    stored(whole, tenth)
    if not options.without_http:
        over_http(whole, options.engine)
    if options.engine == "sqlite":
        show("B7", *accepting(options.data))
    print(f"load {os.getloadavg()[0]:.1f} at the end")


def corpus(options: argparse.Namespace, events: int) -> str:
    """The URL of a corpus of so many events, built where it isn't there yet."""
    if options.engine == "sqlite":
        path = options.data / f"corpus-{events}.db"
        if not path.exists():
            building = path.with_suffix(".building")
            building.unlink(missing_ok=True)
            build(f"sqlite:///{building}", events)
            building.rename(path)
        return f"sqlite:///{path}"
    name = f"dateline_bench_{events}"
    address = database_url(options.url)
    server = create_engine(address, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        known = connection.execute(text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": name}).scalar()
        if not known:
            connection.execute(text(f"CREATE DATABASE {name}"))
    server.dispose()
    url = address.set(database=name).render_as_string(hide_password=False)
    if not known:
        build(url, events)
    return url


def stored(whole: str, tenth: str) -> None:
    """What the storage itself takes, without HTTP."""
    database, smaller = Database.open(whole), Database.open(tenth)
    with database.read() as connection, smaller.read() as other:

        def asking(question: Question, of: Connection = connection) -> Measure:
            def measure(chance: random.Random) -> Callable[[], object]:
                act = page(question(chance))
                return lambda: act(of)

            return measure

        def raw(chance: random.Random) -> Callable[[], object]:
            statements = asked_for(database, queries.hot(chance))
            return lambda: replay(connection, statements)

        deep = _hundredth(connection)
        found = medians(
            {
                "raw": raw,
                "page": asking(queries.hot),
                "a tenth": asking(queries.first, other),
                "first": asking(queries.first),
                "page 1": asking(lambda _: replace(deep, cursor=None)),
                "page 100": asking(lambda _: deep),
                "exhausted": asking(queries.exhausted),
                "rare": asking(queries.rare),
                "words": asking(queries.words),
                "common word": asking(queries.common),
                "whole": asking(queries.whole),
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


def over_http(url: str, engine: str) -> None:
    """B1: a page over HTTP by one client, against the driver asking the same."""
    database = Database.open(url)
    with Server.started(url) as server, database.read() as connection:

        def raw(chance: random.Random) -> Callable[[], object]:
            statements = asked_for(database, queries.hot(chance))
            return lambda: replay(connection, statements)

        found = medians({"http": lambda chance: server.page(queries.hot(chance)), "raw": raw, "static": server.static})
        show(f"B1 {engine}", found["http"], found["raw"])
        show("   static file", found["static"], found["raw"])
    database.close()


def show(name: str, taken: float, against: float, reach: Mapping[str, str] = _REACH) -> None:
    print(f"{name:16} {taken:9.2f} / {against:9.2f} = {taken / against:6.2f}   {reach.get(name, '')}")


if __name__ == "__main__":
    main()
