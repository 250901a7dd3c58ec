"""Forty articles on one harbour that tell of each other's events, and a process that stores and merges them.

    python -m tests.merge.harbour URL ROUND

Says `ready`, then works until nothing waits. In each round leases of the rounds before have run out.
"""

import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.domain import civil
from app.domain.actor import Role
from app.domain.article import Article
from app.domain.extraction import LocalConflict
from app.domain.mention import Factuality, Mention
from app.storage.articles import queue
from app.storage.articles.queue import Job
from app.storage.engine.database import Connection, Database
from app.storage.engine.writer import open_writer
from app.work import merging
from app.work.extraction import Extracted
from app.work.merger import Merger
from tests.storage.tellings import NOW, actor, article, identities, mention, reading, when

_PORT, _BOARD = actor("Port of Tarnow"), actor("Harbour Board", Role.PATIENT)
_THINGS = ("ferry terminal", "fish market", "customs house", "dry dock")
_FIRST = civil.minutes("2031-05-01")

ARTICLES = tuple(
    article(f"Text {number}.", published_at=datetime(2031, 5, 1 + number // 3, number % 24, tzinfo=UTC))
    for number in range(40)
)


def told(article_told: Article) -> tuple[Mention, ...]:
    """What an article of these tells, by its number: days agree, or not, and some plan what others cancel."""
    number = _number(article_told)
    return tuple(_opened(number, which) for which in (number % 4, (number + 1) % 4))


def _number(article_told: Article) -> int:
    return int(article_told.text.removeprefix("Text ").removesuffix("."))


def _opened(number: int, which: int) -> Mention:
    day = _FIRST + (which * 3 + number % 5 // 4) * civil.MINUTES_A_DAY
    sure = (Factuality.ASSERTED, Factuality.PLANNED, Factuality.ASSERTED, Factuality.NEGATED)[number % 7 % 4]
    return mention(
        when(civil.day_text(day), civil.day_text(day + civil.MINUTES_A_DAY)),
        _PORT,
        _BOARD,
        sentence=f"The Port of Tarnow opened the old {_THINGS[which]} near the bridge for the Harbour Board.",
        lemma="open",
        at=20 + 40 * which,
        factuality=sure,
    )


def store(connection: Connection, job: Job) -> None:
    read_out = reading(*told(job.article), of=job.article)
    if _number(job.article) % 6 == 0:  # it contradicts itself
        read_out = replace(read_out, conflicts=(LocalConflict(0, 1, "both tell of the same opening"),))
    merging.store(connection, job, Extracted(read_out, identities(read_out)), now=NOW)


def main(url: str, number: int) -> None:
    database = Database.open(url)
    writer = open_writer(database)
    now, lease = NOW + timedelta(hours=2 * number), timedelta(hours=1)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    owner = f"{number}-{id(database)}"
    while jobs := writer.submit(
        lambda connection: queue.claim(connection, owner=owner, limit=2, lease=lease, now=now)
    ).result():
        for job in jobs:
            writer.submit(lambda connection, job=job: store(connection, job)).result()  # type: ignore[misc]  # bound now
    Merger(database, writer, clock=lambda: NOW).merge_waiting()
    writer.close()
    database.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
