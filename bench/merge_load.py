"""What merging costs beside extraction, and whether anything doubles, on a load of articles.

    python -m bench.merge_load ARTICLES.jsonl[.gz] [--articles 2000] [--read FOLDER]

Each article is read, stored and merged as workers do, in an embedded database of its own; then all are posted once
more in another order, and once more into a new database in that order, which must come to the same events. Seconds are
of this process's CPU. FOLDER keeps what was read, so that a second run needn't read again.
"""

import argparse
import gzip
import hashlib
import json
import pickle
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import func, select

from app.domain.article import Article
from app.domain.query import TimelineQuery
from app.storage import read, write
from app.storage.articles import queue
from app.storage.articles.queue import Job
from app.storage.engine.database import Connection, Database
from app.storage.engine.dump import dump
from app.storage.engine.migrate import upgrade
from app.storage.engine.writer import Writer, open_writer
from app.storage.events.event_json import write_waiting
from app.storage.stories import unmerged
from app.storage.tables import event_actors, events
from app.work import merging
from app.work.extraction import Extracted, extracted
from app.work.merger import Merger
from bench.documents import MODEL

_NOW = datetime(2031, 1, 1, tzinfo=UTC)
_LEASE = timedelta(hours=1)
_PART = 500
_SEED = 6
# Articles stored in one unit, as a writer's group does under load.
_GROUP = 20
# Of as_of: so many actors, each asked for so often, at this share of the time that the load spans.
_ACTORS, _TIMES, _SHARE = 20, 7, 0.8


@dataclass(frozen=True)
class Load:
    """Articles with what was read out of them, and the seconds that took."""

    found: list[tuple[Article, Extracted]]
    seconds: float


def rows(path: Path, most: int) -> list[dict[str, Any]]:
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
        return [json.loads(line) for line, _ in zip(lines, range(most), strict=False)]


def load(path: Path, most: int, folder: Path | None) -> Load:
    listed, found, seconds = rows(path, most), [], 0.0
    for at in range(0, len(listed), _PART):
        kept = folder / f"{at:05}.pkl" if folder else None
        if kept is not None and kept.exists():
            part, spent = pickle.loads(kept.read_bytes())
        else:
            began = time.process_time()
            part = [_read(row) for row in listed[at : at + _PART]]
            spent = time.process_time() - began
            if kept is not None:
                kept.write_bytes(pickle.dumps((part, spent)))
        found += part
        seconds += spent
    return Load(found[:most], seconds)


def _read(row: dict[str, Any]) -> tuple[Article, Extracted]:
    published = datetime.fromisoformat(row["published_at"])
    article = Article(row.get("title") or None, row["text"], published, "UTC", external_id=row["id"])
    return article, extracted(article, MODEL, scope=row["id"])


class Store:
    """An embedded database of its own, with the seconds spent in it."""

    def __init__(self, folder: Path) -> None:
        url = f"sqlite:///{folder}/load.db"
        upgrade(url)
        self.database = Database.open(url)
        self.writer: Writer = open_writer(self.database)
        self.new = 0

    def post(self, load: Sequence[tuple[Article, Extracted]], *, is_merged: bool) -> float:
        """Stores and merges; answers the seconds."""
        began = time.process_time()
        for at in range(0, len(load), _GROUP):
            self.writer.submit(
                lambda c, part=load[at : at + _GROUP]: self._store(c, part, is_merged=is_merged)
            ).result()
        if is_merged:
            Merger(self.database, self.writer, clock=lambda: _NOW).merge_waiting()
        spent = time.process_time() - began
        while self.writer.submit(lambda connection: write_waiting(connection, _PART)).result():
            pass  # as the background does, so that pages are as fast as they are
        return spent

    def _store(self, connection: Any, part: Sequence[tuple[Article, Extracted]], *, is_merged: bool) -> None:
        for article, found in part:
            accepted = write.accept(connection, article, now=_NOW)
            self.new += accepted.new
            job = (
                queue.claim_one(connection, accepted.id, owner="bench", lease=_LEASE, now=_NOW)
                if accepted.new
                else None
            )
            if job is not None:
                self._keep(connection, job, found, is_merged=is_merged)

    def _keep(self, connection: Any, job: Job, found: Extracted, *, is_merged: bool) -> None:
        if is_merged:
            merging.store(connection, job, found, now=_NOW)
        else:
            write.store(connection, job, found.reading, found.actors, now=_NOW)

    def told(self) -> tuple[int, str, Counter[int]]:
        """How many events there are, a hash of all that is stored, and how many events so many articles tell of."""
        with self.database.read() as connection:
            assert unmerged.backlog(connection).tellings == 0
            digest = hashlib.sha256()
            for line in filter(_is_settled, dump(connection)):
                digest.update(line.encode())
            counted = connection.execute(select(events.c.article_count, func.count()).group_by(events.c.article_count))
            sizes = Counter(dict(counted.all()))
            return sum(sizes.values()), digest.hexdigest()[:16], sizes

    def close(self) -> None:
        self.writer.close()
        self.database.close()


def as_of_cost(database: Database) -> list[float]:
    """How many times longer the busiest actors' timelines take as they were known at a day within the load."""
    with database.read() as connection:
        busiest = select(event_actors.c.actor_id, func.count()).group_by(event_actors.c.actor_id)
        names = connection.execute(busiest.order_by(func.count().desc(), event_actors.c.actor_id).limit(_ACTORS)).all()
        first, last = connection.execute(
            select(func.min(events.c.first_published), func.max(events.c.last_published))
        ).one()
        ratios = []
        for actor_id, _ in names:
            plain = TimelineQuery(bases=(), actors=(actor_id,))
            then = replace(plain, as_of=first + (last - first) * _SHARE)
            ratios.append(_seconds(connection, then) / _seconds(connection, plain))
        return ratios


def _seconds(connection: Connection, query: TimelineQuery) -> float:
    """The median of several, each of a page as it is read."""
    taken = []
    for _ in range(_TIMES):
        began = time.perf_counter()
        read.timeline_in_json(connection, query, {})
        taken.append(time.perf_counter() - began)
    return median(taken)


def _is_settled(line: str) -> bool:
    """Not what was once: where vanished ids lead, and what was noted in the order in which it came."""
    return not line.startswith(('["changes', '["turns', '["event_redirects'))


@contextmanager
def store() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder:
        made = Store(Path(folder))
        try:
            yield made
        finally:
            made.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("load", type=Path)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--read", type=Path)
    options = parser.parse_args()
    found = load(options.load, options.articles, options.read)
    again = random.Random(_SEED).sample(found.found, len(found.found))
    with ExitStack() as stack:
        plain, first, second = (stack.enter_context(store()) for _ in range(3))
        compare(found, again, (plain, first, second))


def compare(found: Load, again: Sequence[tuple[Article, Extracted]], stored: tuple[Store, Store, Store]) -> None:
    plain, first, second = stored
    alone = plain.post(found.found, is_merged=False)
    both = first.post(found.found, is_merged=True)
    print(
        f"{len(found.found)} articles: read {found.seconds:.1f} s, stored {alone:.1f} s, stored and merged {both:.1f} s"
    )
    print(f"throughput of extraction with merging to without: {(found.seconds + alone) / (found.seconds + both):.3f}")
    told = first.told()
    print(f"{told[0]} events; told by so many articles: {dict(sorted(told[2].items()))}; {told[1]}")
    ratios = as_of_cost(first.database)
    print(f"as_of, {len(ratios)} busiest actors: median {median(ratios):.2f} times as long, at most {max(ratios):.2f}")
    before = first.new
    seconds = first.post(again, is_merged=True)
    print(f"posted again in another order, {seconds:.1f} s: {first.new - before} new; same {first.told() == told}")
    second.post(again, is_merged=True)
    print(f"posted in that order alone: {second.told()[0]} events; same {second.told() == told}")


if __name__ == "__main__":
    main()
