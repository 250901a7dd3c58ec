"""Full-text search by the engine's own index: FTS5 on SQLite, tsvector on PostgreSQL."""

from sqlalchemy import ColumnElement, Connection, text

from app.storage.filters import Filter, Rows
from app.storage.words import words

# Up to so many hits the events are looked up from the words; beyond, the timeline is walked and each event tested.
FEW = 1_000

_HITS = {
    "sqlite": "SELECT event_id FROM event_texts WHERE number IN "
    "(SELECT rowid FROM event_words WHERE event_words MATCH :words)",
    "postgresql": "SELECT event_id FROM event_texts WHERE to_tsvector('dateline_words', words) "
    "@@ plainto_tsquery('dateline_words', :words)",
}
_TEST = {
    # CROSS JOIN keeps SQLite from reading all hits first.
    "sqlite": "EXISTS (SELECT 1 FROM event_texts CROSS JOIN event_words WHERE event_texts.event_id = {id} "
    "AND event_words.rowid = event_texts.number AND event_words MATCH :words)",
    "postgresql": "EXISTS (SELECT 1 FROM event_texts WHERE event_texts.event_id = {id} AND "
    "to_tsvector('dateline_words', words) @@ plainto_tsquery('dateline_words', :words))",
}
# SQLite counts by the index of words alone, without reading which events the hits are.
_COUNTED = _HITS | {"sqlite": "SELECT rowid FROM event_words WHERE event_words MATCH :words"}
_MANY = {
    dialect: text(f"SELECT count(*) FROM ({hits} LIMIT {FEW + 1}) AS hits")  # noqa: S608 - our own text above
    for dialect, hits in _COUNTED.items()
}


def asked_words(q: str, dialect: str) -> str | None:
    """The words asked for as the engine wants them, all of which must be there; None where there is no word in `q`."""
    found = words(q)
    if not found:
        return None
    return " ".join(f'"{word}"' for word in found) if dialect == "sqlite" else " ".join(found)


def are_few(connection: Connection, asked: str) -> bool:
    """Whether so few events have the words that they are best looked up one by one."""
    return int(connection.execute(_MANY[connection.dialect.name], {"words": asked}).scalar_one()) <= FEW


def hit(asked: str, dialect: str) -> Filter:
    """The event is among those that the index lists for the words."""
    return _filter("hit", f"{{id}} IN ({_HITS[dialect]})", asked, dialect)


def tested(asked: str, dialect: str) -> Filter:
    """The event, come upon otherwise, has the words."""
    return _filter("tested", _TEST[dialect], asked, dialect)


def _filter(name: str, sql: str, asked: str, dialect: str) -> Filter:
    def clause(rows: Rows) -> ColumnElement[bool]:
        return text(sql.format(id=rows.id))  # type: ignore[return-value]  # a text clause serves as a condition

    return Filter(f"{name} {dialect}", clause, {"words": asked})
