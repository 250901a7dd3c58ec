"""How long a block of tellings takes from the database back into it as events, and how long postings wait meanwhile.

    python -m bench.merge_stored [--tellings 10000]

An embedded database holds articles that each tell of one sale, none merged yet: the blocks of merge_block. Seconds are
of this process's CPU, those of the postings in it; a posting is an article accepted, every twentieth of a second.
"""

import argparse
import tempfile
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from statistics import median
from threading import Event, Thread

from sqlalchemy import func, select

from app.actors.identity import identity
from app.domain import civil
from app.domain.actor import ActorKind, ActorMention, Match
from app.domain.article import Article, anchor_of
from app.domain.extraction import Extraction, Reading
from app.domain.interval import Extent, Interval
from app.domain.mention import EventTime, Mention, Trigger
from app.domain.span import Field, Span
from app.domain.story import Telling
from app.storage import write
from app.storage.articles import queue
from app.storage.engine.database import Connection, Database
from app.storage.engine.migrate import upgrade
from app.storage.engine.writer import Writer, open_writer
from app.storage.stories import tellings
from app.storage.tables import events
from app.work import merging
from app.work.extraction import Extracted
from app.work.merger import Merger
from bench.merge_block import KINDS, telling

_NOW = telling(0, "").published_at + timedelta(days=1)
_GROUP = 100
_PAUSE_SECONDS = 0.05


def read_out(told: Telling) -> tuple[Article, Extracted]:
    """An article that tells this and nothing else, with what is read out of it."""
    (sentence,) = told.sentences
    article = Article(None, f"{told.id}: {sentence}", told.published_at, "UTC")
    interval = Interval(civil.day_text(told.start), civil.day_text(told.end))
    span = Span(sentence, Field.TEXT, 0, len(sentence))
    time_told = EventTime(
        interval, None, None, Extent.WITHIN, told.edtf, told.granularity, told.basis, span, "date/day", "as told"
    )
    who = tuple(
        ActorMention(one.name, ActorKind.ORGANISATION, one.role, one.name, Field.TEXT, 0, len(one.name), Match.EXACT)
        for one in told.parties
    )
    mention = Mention(span, Trigger("sold", "sell", Field.TEXT, 0, 4), time_told, told.factuality, None, who, 0.9)
    extraction = Extraction("en", anchor_of(article).text, "UTC", "bench", (), (), (mention,))
    actors = {(one.name, one.kind): identity(one.name, one.kind) for one in who}
    return article, Extracted(Reading(extraction, ((0,),), (), (told.sense,)), actors)


def fill(writer: Writer, block: Sequence[Telling]) -> None:
    """Stores what the articles tell, and leaves all of it to be merged."""

    def unit(connection: Connection, part: Sequence[Telling]) -> None:
        for article, found in map(read_out, part):
            accepted = write.accept(connection, article, now=_NOW)
            job = queue.claim_one(connection, accepted.id, owner="bench", lease=timedelta(hours=1), now=_NOW)
            assert job is not None
            write.store(connection, job, found.reading, found.actors, now=_NOW)
            tellings.put(connection, merging.told_of(job, found), _NOW)

    for at in range(0, len(block), _GROUP):
        writer.submit(lambda connection, at=at: unit(connection, block[at : at + _GROUP])).result()


class Posting:
    """Articles accepted one after the other, each timed, until the end of the block."""

    def __init__(self, writer: Writer) -> None:
        self.seconds: list[float] = []
        self._writer = writer
        self._over = Event()
        self._thread = Thread(target=self._run)

    def __enter__(self) -> "Posting":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._over.wait(_PAUSE_SECONDS):
            article = Article(None, f"Posting {len(self.seconds)}.", _NOW, "UTC")
            began = time.perf_counter()
            self._writer.submit(lambda connection, told=article: write.accept(connection, told, now=_NOW)).result()
            self.seconds.append(time.perf_counter() - began)


def report(name: str, block: Sequence[Telling]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/block.db"
        upgrade(url)
        database = Database.open(url)
        writer = open_writer(database)
        fill(writer, block)
        with Posting(writer) as posting:
            began, wall = time.process_time(), time.perf_counter()
            Merger(database, writer, clock=lambda: _NOW).merge_waiting()
            spent, waited = time.process_time() - began, time.perf_counter() - wall
        with database.read() as connection:
            found = connection.execute(select(func.count()).select_from(events)).scalar_one()
        size = Path(f"{folder}/block.db").stat().st_size / 1e6
        print(
            f"{name:<28} {len(block)} tellings, {found} events: {spent:.2f} s of CPU, {waited:.2f} s by the clock,"
            f" {size:.0f} MB; {len(posting.seconds)} postings took {median(posting.seconds) * 1e3:.0f} ms,"
            f" at most {max(posting.seconds) * 1e3:.0f}"
        )
        writer.close()
        database.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tellings", type=int, default=10_000)
    count = parser.parse_args().tellings
    for name, sentence in KINDS.items():
        report(name, [telling(number, sentence(number)) for number in range(count)])


if __name__ == "__main__":
    main()
