"""A made-up corpus of any size, the same for the same seed: rows for SQLite or PostgreSQL, written past the service.

Shaped like news: a few actors in very many events, most events of a day, some of a month or a year, a few open; one
article for five events, one mention and two actors each. All tell of a `meeting`, every thousandth of a `regatta`.
"""

import random
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from itertools import islice

import psycopg
from sqlalchemy import URL

from app.domain import civil, edtf
from app.domain.interval import Bound, Granularity, Interval, Reach, reach
from app.storage.breadth import breadth
from app.storage.engine import migrate
from app.storage.engine.database import database_url

SEED = 20311
FIRST = datetime(2010, 1, 1, tzinfo=UTC)
_FIRST_MINUTE = civil.minutes("2010-01-01")
_MINUTES = 20 * 365 * civil.MINUTES_A_DAY
_EVENTS_AN_ARTICLE = 5
_CHUNK = 10_000
# Shares of granularities, as measured on dated mentions of news.
_SHAPES = (
    ((Granularity.DAY, None), 0.70),
    ((Granularity.MONTH, None), 0.15),
    ((Granularity.YEAR, None), 0.08),
    ((Granularity.DECADE, None), 0.02),
    ((Granularity.DAY, Bound.SINCE), 0.03),
    ((Granularity.YEAR, Bound.SINCE), 0.02),
)
_FACTUALITIES = (("asserted", 0.8), ("planned", 0.1), ("possible", 0.05), ("negated", 0.03), ("conditional", 0.02))
_BASES = (("expression", 0.6), ("narrative", 0.15), ("publication", 0.25))
_ROLES = (("agent", 0.5), ("patient", 0.2), ("participant", 0.1), ("source", 0.1), ("mentioned", 0.1))

Row = dict[str, object]
Rows = dict[str, list[Row]]


def actor_id(number: int) -> str:
    return f"actor{number:021d}"


def build(url: str, events: int) -> None:
    """Migrates an empty database and fills it."""
    migrate.upgrade(url)
    address = database_url(url)
    put = _Sqlite(address) if address.get_backend_name() == "sqlite" else _Postgresql(address)
    chance = random.Random(SEED)
    actors = max(events // 5, 100)
    put.rows(_actor_rows(actors))
    numbers = iter(range(0, events, _EVENTS_AN_ARTICLE))
    while chunk := list(islice(numbers, _CHUNK // _EVENTS_AN_ARTICLE)):
        rows: Rows = {}
        for number in chunk:
            for table, row in _article(chance, number, min(_EVENTS_AN_ARTICLE, events - number), actors):
                rows.setdefault(table, []).append(row)
        put.rows(rows)
    put.finish()


def _actor_rows(actors: int) -> Rows:
    numbers = range(actors)
    return {
        "actors": [{"id": actor_id(n), "name": f"Company {n}", "kind": "organisation"} for n in numbers],
        "actor_aliases": [{"alias": f"company {n}", "actor_id": actor_id(n)} for n in numbers],
    }


def _article(chance: random.Random, first: int, events: int, actors: int) -> Iterator[tuple[str, Row]]:
    article = f"article{first:019d}"
    minute = chance.randrange(_MINUTES)
    published = FIRST + timedelta(minutes=minute)
    posted = {
        "title": f"Company news {first}",
        "published_at": published,
        "published_told": published.isoformat(),
        "timezone": "Europe/Lisbon",
        "url": f"https://news.example/{first}",
        "source": f"Source {first % 97}",
        "language": None,
        "external_id": None,
        "accepted_at": published,
    }
    yield "articles", {"id": article, **posted, "text": "The companies met. " * 100}
    yield "article_sources", {
        "article_id": article, "id": article, "url": posted["url"], "source": posted["source"], "external_id": None,
        "added_at": published,
    }  # fmt: skip
    yield "jobs", {
        "article_id": article, "revision": 1, "state": "done", "owner": None, "lease_until": None, "tries": 1,
        "error": None, "queued_at": published,
    }  # fmt: skip
    told_at = _FIRST_MINUTE + minute
    for number in range(first, first + events):
        yield from _event(chance, number, (article, published, told_at), actors)


def _event(
    chance: random.Random, number: int, told: tuple[str, datetime, int], actors: int
) -> Iterator[tuple[str, Row]]:
    article, published, told_at = told
    event = f"event{chance.getrandbits(64):021x}"
    walked = _walked(chance, published, told_at)
    at = " at the regatta" if number % 1000 == 0 else ""
    sentence = f"Company {number % 977} held a meeting{at} on that day, it said in statement {number}."
    told_so = {name: walked.pop(name) for name in ("zone", "bound", "edtf")}
    yield "events", {
        "id": event, **walked, "first_published": published, **told_so, "trigger": "meeting",
        "article_count": 1, "mention_count": 1, "summary": sentence,
    }  # fmt: skip
    yield "event_mentions", {
        "event_id": event, "rank": -1, "article_id": article, "mention_id": event, "published_at": published,
    }  # fmt: skip
    yield (
        "event_texts",
        {"number": number + 1, "event_id": event, "words": sentence.lower().replace(",", "").replace(".", "")},
    )
    yield "event_json", {"event_id": event, "body": None}
    yield "mentions", _mention((event, article), number, sentence, walked | told_so)
    found = {int(chance.random() ** 3 * actors): role for role in _chosen(chance, _ROLES, 2)}
    for actor, role in found.items():
        yield "event_actors", {"actor_id": actor_id(actor), "event_id": event, "role": role, **walked}


def _walked(chance: random.Random, published: datetime, told_at: int) -> dict[str, object]:
    ((granularity, bound),) = chance.choices([shape for shape, _ in _SHAPES], [share for _, share in _SHAPES])
    day = (told_at + int(chance.gauss(0, 60 * civil.MINUTES_A_DAY))) // civil.MINUTES_A_DAY
    start, end, found, label = _cell(granularity, bound, day)
    (factuality,), (basis,) = _chosen(chance, _FACTUALITIES, 1), _chosen(chance, _BASES, 1)
    return {
        "breadth": breadth(start, found, told_at), "interval_start": start, "interval_end": end,
        "reach_start": found.start, "reach_end": found.end, "told_at": told_at, "granularity": granularity.value,
        "extent": "throughout" if bound else "within",
        "factuality": factuality, "basis": basis, "confidence": round(chance.random(), 3), "last_published": published,
        "zone": None, "bound": bound.value if bound else None, "edtf": label,
    }  # fmt: skip


@cache
def _cell(granularity: Granularity, bound: Bound | None, day: int) -> tuple[int, int, Reach, str]:
    """The cell of a day: first minute, the minute after the last, reach and label."""
    year, month, _ = civil.date_of(day)
    first, last = {
        Granularity.DAY: (day, day + 1),
        Granularity.MONTH: (civil.day_number(year, month, 1), civil.day_number(year + month // 12, month % 12 + 1, 1)),
        Granularity.YEAR: (civil.day_number(year, 1, 1), civil.day_number(year + 1, 1, 1)),
        Granularity.DECADE: (civil.day_number(year // 10 * 10, 1, 1), civil.day_number(year // 10 * 10 + 10, 1, 1)),
    }[granularity]
    start, end = first * civil.MINUTES_A_DAY, last * civil.MINUTES_A_DAY
    interval = Interval.of_minutes(start, end, granularity)
    return start, end, reach(interval, bound), edtf.label(interval, granularity, bound)


def _chosen(chance: random.Random, shares: tuple[tuple[str, float], ...], number: int) -> list[str]:
    return chance.choices([name for name, _ in shares], [share for _, share in shares], k=number)


def _mention(ids: tuple[str, str], number: int, sentence: str, walked: Row) -> Row:
    event, article = ids
    shared = ("interval_start", "interval_end", "zone", "bound", "extent", "edtf", "granularity", "basis", "factuality")
    return {
        "article_id": article, "id": event, "position": number % _EVENTS_AN_ARTICLE,
        "sentence_text": sentence, "sentence_field": "text", "sentence_start": 0, "sentence_end": len(sentence),
        "trigger_text": "meeting", "trigger_field": "text", "trigger_start": 20, "trigger_end": 27,
        "trigger_lemma": "meeting", **{name: walked[name] for name in shared},
        "expression_text": "that day", "expression_field": "text", "expression_start": 31, "expression_end": 39,
        "rule": "day/told", "explanation": "that day, counted from publication", "attribution_name": None,
        "attribution_text": None, "attribution_field": None, "attribution_start": None, "attribution_end": None,
        "confidence": walked["confidence"],
    }  # fmt: skip


class _Sqlite:
    """Rows by executemany, a transaction a chunk, durability off while building; indexes are made when all is there."""

    def __init__(self, address: URL) -> None:
        self._connection = sqlite3.connect(str(address.database), isolation_level=None)
        for pragma in ("synchronous=OFF", "cache_size=-2000000", "journal_mode=MEMORY"):
            self._connection.execute(f"PRAGMA {pragma}")
        made = self._connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
        self._indexes = dict(made.fetchall())
        for name in self._indexes:
            self._connection.execute(f"DROP INDEX {name}")

    def rows(self, rows: Rows) -> None:
        self._connection.execute("BEGIN")
        for name, of_table in rows.items():
            columns = list(of_table[0])
            names, places = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
            values = ([_sqlite_value(row[column]) for column in columns] for row in of_table)
            self._connection.executemany(f"INSERT INTO {name} ({names}) VALUES ({places})", values)
        self._connection.execute("COMMIT")

    def finish(self) -> None:
        for statement in (*self._indexes.values(), "ANALYZE", "PRAGMA journal_mode=WAL"):
            self._connection.execute(statement)
        self._connection.close()


def _sqlite_value(value: object) -> object:
    return _instant(value) if isinstance(value, datetime) else value


@lru_cache(maxsize=64)
def _instant(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S.000000")


class _Postgresql:
    """Rows by COPY, a transaction a chunk; indexes but the primary keys are made when all is there."""

    def __init__(self, address: URL) -> None:
        told = address.set(drivername="postgresql").render_as_string(hide_password=False)
        self._connection = psycopg.connect(told)
        made = self._connection.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() AND NOT EXISTS"
            " (SELECT 1 FROM pg_constraint WHERE conname = indexname)"
        )
        self._indexes = dict(made.fetchall())
        for name in self._indexes:
            self._connection.execute(f"DROP INDEX {name}".encode())

    def rows(self, rows: Rows) -> None:
        with self._connection.cursor() as cursor:
            for name, of_table in rows.items():
                columns = list(of_table[0])
                names = ", ".join(f'"{column}"' for column in columns)
                with cursor.copy(f"COPY {name} ({names}) FROM STDIN".encode()) as copy:
                    for row in of_table:
                        copy.write_row([row[column] for column in columns])
        self._connection.commit()

    def finish(self) -> None:
        for statement in self._indexes.values():
            self._connection.execute(statement.encode())
        self._connection.commit()
        self._connection.autocommit = True
        self._connection.execute("VACUUM (ANALYZE)")
        self._connection.close()
