"""How fast the service is, as ratios: `python -m bench.service --engine sqlite --events 1000000`.

Builds made-up corpora once (under --data; PostgreSQL under --url, a server that may make databases) and keeps them for
the next run. Then it measures B1 to B10 in rounds, what is compared in turns, and prints the medians. Read the ratios:
milliseconds are this machine's on that day.
"""

import argparse
import os
import platform
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from app.settings import Settings
from bench import accepting, extracting, reading
from bench.databases import Databases
from bench.raw import Raw
from bench.server import Server
from bench.table import show


def main() -> None:
    options = _options()
    options.data.mkdir(parents=True, exist_ok=True)
    databases = Databases(options.data, options.url if options.engine == "postgresql" else None)
    wanted = set(options.only.split(",")) if options.only else {f"B{number}" for number in range(1, 11)}
    print(f"{options.engine}, {options.events} events, {platform.machine()}, {os.cpu_count()} cores, load {_load()}")
    for measures, measure in _MEASURES.items():
        if wanted & measures:
            measure(options, databases)
            print(f"load {_load()}")


def _options() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--engine", choices=("sqlite", "postgresql"), default="sqlite")
    asked.add_argument("--events", type=int, default=1_000_000)
    asked.add_argument("--data", type=Path, default=Path(os.environ.get("TMPDIR", "/tmp")) / "dateline-bench")
    asked.add_argument("--url", help="a PostgreSQL server that may make databases")
    asked.add_argument("--only", help="some of them, as in B1,B6")
    asked.add_argument("--workers", type=int, default=max(1, (os.cpu_count() or 2) - 1))
    asked.add_argument("--articles", type=int, default=20_000, help="articles of B10")
    return asked.parse_args()


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}"


def _stored(options: argparse.Namespace, databases: Databases) -> None:
    """B3, B4, B5: what the storage itself takes, without HTTP."""
    reading.stored(databases.corpus(options.events), databases.corpus(options.events // 10))


def _over_http(options: argparse.Namespace, databases: Databases) -> None:
    """B1, B2."""
    reading.over_http(databases.corpus(options.events), options.engine)


def _accepting(options: argparse.Namespace, databases: Databases) -> None:
    """B6, B7."""
    with databases.fresh() as url, databases.fresh() as other, Server.started(url, workers=options.workers) as server:
        raw = Raw(url, other)
        show("B6", *accepting.in_bulk(server, raw), unit="articles/s")
        ours, theirs = accepting.singly(server, raw)
        show("B7", ours, theirs, unit="articles/s", note=f"a commit takes {1000 / theirs:.1f} ms")
        raw.close()


def _extracting(options: argparse.Namespace, databases: Databases) -> None:
    """B8, B9, B10."""
    with ExitStack() as parts:
        server = parts.enter_context(Server.started(parts.enter_context(databases.fresh()), workers=options.workers))
        with extracting.Alone.started(Settings().model, options.workers) as alone:
            show("B8", *extracting.end_to_end(server, alone), unit="articles/s")
        late = extracting.lateness(server)
        show("B9 loop", late.loop, 1.0, unit="ms")
        show("B9 read", late.read, late.idle, unit="ms")
        show("B10", *extracting.memory(server, options.articles), unit="MB")


_MEASURES: dict[frozenset[str], Callable[[argparse.Namespace, Databases], None]] = {
    frozenset({"B3", "B4", "B5"}): _stored,
    frozenset({"B1", "B2"}): _over_http,
    frozenset({"B6", "B7"}): _accepting,
    frozenset({"B8", "B9", "B10"}): _extracting,
}

if __name__ == "__main__":
    main()
