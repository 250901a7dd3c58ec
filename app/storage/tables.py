"""All tables. What they look like in the database is said by migrations/; a test holds the two together.

No foreign keys: on a sharded PostgreSQL the large tables lie apart, and every delete is in `results.py` or `write.py`.
Times of events are civil minutes (`interval_start`, `interval_end`), times of publication and bookkeeping are instants.
The module is long because it is one list: whoever asks what is stored finds it on this page.
"""

from sqlalchemy import (
    Column,
    Double,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
)

from app.storage.columns import Civil, Instant, Key, Number

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _posted() -> list[Column[object]]:
    """An article as it was posted. `text` stands last: SQLite then reads the rest without its overflow pages."""
    return [
        Column("title", Text),
        Column("published_at", Instant, nullable=False),
        Column("published_told", Text, nullable=False),
        Column("timezone", Text),
        Column("url", Text),
        Column("source", Text),
        Column("language", Text),
        Column("external_id", Text),
        Column("accepted_at", Instant, nullable=False),
        Column("text", Text, nullable=False),
    ]


articles = Table(
    "articles", metadata, Column("id", Key, primary_key=True), *_posted(), Index(None, "published_at", "id")
)

article_revisions = Table(
    "article_revisions",
    metadata,
    Column("article_id", Key, primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("replaced_at", Instant, nullable=False),
    *_posted(),
)

article_keys = Table(
    "article_keys",
    metadata,
    Column("key", Key, primary_key=True),
    Column("article_id", Key, nullable=False, index=True),
    sqlite_with_rowid=False,
)

article_sources = Table(
    "article_sources",
    metadata,
    Column("article_id", Key, primary_key=True),
    Column("id", Key, primary_key=True),
    Column("url", Text),
    Column("source", Key),
    Column("external_id", Text),
    Column("added_at", Instant, nullable=False),
    Index(None, "source", "article_id"),
    sqlite_with_rowid=False,
)

jobs = Table(
    "jobs",
    metadata,
    Column("article_id", Key, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("state", Key, nullable=False),
    Column("owner", Text),
    Column("lease_until", Instant),
    Column("tries", Integer, nullable=False),
    Column("error", Text),
    Column("queued_at", Instant, nullable=False),
    Index(None, "state", "queued_at", "article_id"),
)

extractions = Table(
    "extractions",
    metadata,
    Column("article_id", Key, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("language", Text, nullable=False),
    Column("anchor", Text, nullable=False),
    Column("timezone", Text),
    Column("extractor_version", Key, nullable=False, index=True),
    Column("extracted_at", Instant, nullable=False),
    Column("warnings", Text, nullable=False),
)

time_expressions = Table(
    "time_expressions",
    metadata,
    Column("article_id", Key, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("field", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("mod", Text),
    Column("edtf", Text),
    Column("granularity", Text),
    Column("interval_start", Civil),
    Column("interval_end", Civil),
    Column("zone", Text),
    Column("rule", Text, nullable=False),
    Column("explanation", Text, nullable=False),
    sqlite_with_rowid=False,
)


def _span(name: str, *, nullable: bool = False) -> list[Column[object]]:
    return [
        Column(f"{name}_text", Text, nullable=nullable),
        Column(f"{name}_field", Text, nullable=nullable),
        Column(f"{name}_start", Integer, nullable=nullable),
        Column(f"{name}_end", Integer, nullable=nullable),
    ]


mentions = Table(
    "mentions",
    metadata,
    Column("article_id", Key, primary_key=True),
    Column("id", Key, primary_key=True),
    Column("position", Integer, nullable=False),
    *_span("sentence"),
    *_span("trigger"),
    Column("trigger_lemma", Text, nullable=False),
    Column("interval_start", Civil),
    Column("interval_end", Civil),
    Column("zone", Text),
    Column("bound", Text),
    Column("extent", Text, nullable=False),
    Column("edtf", Text),
    Column("granularity", Text),
    Column("basis", Text),
    *_span("expression", nullable=True),
    Column("rule", Text),
    Column("explanation", Text, nullable=False),
    Column("factuality", Text, nullable=False),
    Column("attribution_name", Text),
    *_span("attribution", nullable=True),
    Column("confidence", Double, nullable=False),
    sqlite_with_rowid=False,
)

mention_actors = Table(
    "mention_actors",
    metadata,
    Column("article_id", Key, primary_key=True),
    Column("mention_id", Key, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("actor_id", Key, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("match", Text, nullable=False),
    sqlite_with_rowid=False,
)

# What timelines are filtered by without a second look-up: the columns that `events` and `event_actors` share.
WALKED = ("reach_start", "reach_end", "told_at", "granularity", "extent", "factuality", "basis", "confidence")


def _walked() -> list[Column[object]]:
    """`told_at` is the civil minute of the publication that gave the event its time."""
    return [
        Column("reach_start", Civil),
        Column("reach_end", Civil),
        Column("told_at", Civil, nullable=False),
        Column("granularity", Text, nullable=False),
        Column("extent", Text, nullable=False),
        Column("factuality", Text, nullable=False),
        Column("basis", Text, nullable=False),
        Column("confidence", Double, nullable=False),
        Column("last_published", Instant, nullable=False),
    ]


events = Table(
    "events",
    metadata,
    Column("id", Key, primary_key=True),
    Column("breadth", SmallInteger, nullable=False),
    Column("interval_start", Civil, nullable=False),
    Column("interval_end", Civil, nullable=False),
    *_walked(),
    Column("first_published", Instant, nullable=False),
    Column("zone", Text),
    Column("bound", Text),
    Column("edtf", Text, nullable=False),
    Column("trigger", Text, nullable=False),
    Column("article_count", Integer, nullable=False),
    Column("mention_count", Integer, nullable=False),
    Column("summary", Text, nullable=False),
    Column("override_id", Key),  # NULL: its articles give it its time
    Index("ix_events_walk", "breadth", "interval_start", "interval_end", "id", *WALKED),
    Index("ix_events_published", "last_published", "id"),
)

event_mentions = Table(
    "event_mentions",
    metadata,
    Column("event_id", Key, primary_key=True),
    Column("rank", Integer, primary_key=True, autoincrement=False),
    Column("article_id", Key, nullable=False),
    Column("mention_id", Key, nullable=False),
    Column("published_at", Instant, nullable=False),
    Index(None, "article_id", "mention_id"),
    Index(None, "mention_id"),
    sqlite_with_rowid=False,
)

# The key is the timeline: an actor's page is one walk along it, and the columns that ride along decide what is on it.
event_actors = Table(
    "event_actors",
    metadata,
    Column("actor_id", Key),
    Column("breadth", SmallInteger),
    Column("interval_start", Civil),
    Column("interval_end", Civil),
    Column("event_id", Key),
    Column("role", Text, nullable=False),
    *_walked(),
    PrimaryKeyConstraint(
        "actor_id", "breadth", "interval_start", "interval_end", "event_id", postgresql_include=["role", *WALKED]
    ),
    Index(None, "event_id", "actor_id"),
    Index("ix_event_actors_published", "actor_id", "last_published", "event_id"),
    sqlite_with_rowid=False,
)

event_conflicts = Table(
    "event_conflicts",
    metadata,
    Column("event_id", Key, primary_key=True),
    Column("other_id", Key, primary_key=True, index=True),
    Column("reason", Text, nullable=False),
    Column("known_from", Instant, nullable=False),
    sqlite_with_rowid=False,
)

# An event as a timeline answers with it; NULL where that is to be written (anew).
event_json = Table(
    "event_json",
    metadata,
    Column("event_id", Key, primary_key=True),
    Column("body", Text),
)
Index(
    "ix_event_json_waiting",
    event_json.c.event_id,
    sqlite_where=event_json.c.body.is_(None),
    postgresql_where=event_json.c.body.is_(None),
)

event_redirects = Table(
    "event_redirects",
    metadata,
    Column("event_id", Key, primary_key=True),
    Column("target", Key),  # NULL: it is gone without a successor
    sqlite_with_rowid=False,
)

# The words that `q` searches; the engine's own index over them is made in the migration.
event_texts = Table(
    "event_texts",
    metadata,
    Column("number", Number, primary_key=True),
    Column("event_id", Key, nullable=False, unique=True),
    Column("words", Text, nullable=False),
)

actors = Table(
    "actors",
    metadata,
    Column("id", Key, primary_key=True),
    Column("name", Key, nullable=False),
    Column("kind", Text, nullable=False),
    Index(None, "name", "id"),
)

actor_aliases = Table(
    "actor_aliases",
    metadata,
    Column("alias", Key, primary_key=True),
    Column("actor_id", Key, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

# Names that people gave, apart from those that articles call an actor: so they can be taken back.
given_aliases = Table(
    "given_aliases",
    metadata,
    Column("alias", Key, primary_key=True),
    Column("actor_id", Key, primary_key=True, index=True),
    Column("added_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)

actor_merges = Table(
    "actor_merges",
    metadata,
    Column("leaf", Key, primary_key=True),
    Column("root", Key, nullable=False, index=True),
    Column("merged_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)

api_keys = Table(
    "api_keys",
    metadata,
    Column("id", Key, primary_key=True),
    Column("hash", Key, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("scopes", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("revoked_at", Instant),
)

idempotency_keys = Table(
    "idempotency_keys",
    metadata,
    Column("key", Key, primary_key=True),
    Column("request_hash", Text, nullable=False),
    Column("created_at", Instant, nullable=False, index=True),
    Column("status", Integer),  # NULL while the first request is still in flight
    Column("headers", Text),
    Column("body", Text),
)

# What each article tells of each event, as clustering across articles compares it; JSON in `parties`, `sentences` and
# `mentions`, which are never searched. `event_id` is NULL until it was merged.
tellings = Table(
    "tellings",
    metadata,
    Column("id", Key, primary_key=True),
    Column("article_id", Key, nullable=False, index=True),
    Column("text_id", Key, nullable=False),
    Column("published_at", Instant, nullable=False),
    Column("told_at", Civil, nullable=False),
    Column("sense", Key, nullable=False),
    Column("lemma", Text, nullable=False),
    Column("interval_start", Civil, nullable=False),
    Column("interval_end", Civil, nullable=False),
    Column("bound", Text),
    Column("granularity", Text, nullable=False),
    Column("basis", Text, nullable=False),
    Column("edtf", Text, nullable=False),
    Column("factuality", Text, nullable=False),
    Column("parties", Text, nullable=False),
    Column("sentences", Text, nullable=False),
    Column("mentions", Text, nullable=False),
    Column("event_id", Key, index=True),
)

# Where tellings look for each other: those of one sense with one actor, whose surroundings [lo, hi) meet.
telling_blocks = Table(
    "telling_blocks",
    metadata,
    Column("sense", Key, primary_key=True),
    Column("actor_id", Key, primary_key=True),
    Column("lo", Civil, primary_key=True),
    Column("telling_id", Key, primary_key=True),
    Column("hi", Civil, nullable=False),
    Index(None, "telling_id"),
    sqlite_with_rowid=False,
)

# Tellings of one article that seem one event but disagree on the time, both ways.
telling_conflicts = Table(
    "telling_conflicts",
    metadata,
    Column("telling_id", Key, primary_key=True),
    Column("other_id", Key, primary_key=True),
    Column("reason", Text, nullable=False),
    sqlite_with_rowid=False,
)

# Tellings that are new, or that lost one they had to do with: their stories are to be found anew.
unmerged = Table(
    "unmerged",
    metadata,
    Column("telling_id", Key, primary_key=True),
    Column("since", Instant, nullable=False, index=True),
    sqlite_with_rowid=False,
)


def _like(table: Table) -> list[Column[object]]:
    return [Column(column.name, column.type, nullable=column.nullable) for column in table.c]


# What an event of several articles looked like between two of its publications: [known_from, known_to). `lead` is the
# mention that gave it its time then.
event_states = Table(
    "event_states",
    metadata,
    *_like(events),
    Column("lead", Key, nullable=False),
    Column("known_from", Instant),
    Column("known_to", Instant, nullable=False),
    PrimaryKeyConstraint("id", "known_from"),
    Index("ix_event_states_walk", "breadth", "interval_start", "interval_end", "id"),
)

event_state_actors = Table(
    "event_state_actors",
    metadata,
    *_like(event_actors),
    Column("known_from", Instant),
    Column("known_to", Instant, nullable=False),
    PrimaryKeyConstraint("actor_id", "breadth", "interval_start", "interval_end", "event_id", "known_from"),
    Index(None, "event_id", "known_from"),
    sqlite_with_rowid=False,
)

# Events that a later article gave another time than they were planned for.
event_moves = Table(
    "event_moves",
    metadata,
    Column("event_id", Key, primary_key=True),
    Column("moved_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)

# A person's word on when an event was, held to its mentions: it goes where the smallest that is left of them goes.
event_overrides = Table(
    "event_overrides",
    metadata,
    Column("id", Key, primary_key=True),
    Column("interval_start", Civil, nullable=False),
    Column("interval_end", Civil, nullable=False),
    Column("granularity", Text, nullable=False),
    Column("zone", Text),
    Column("bound", Text),
    Column("edtf", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("withdrawn_by", Text),
    Column("withdrawn_at", Instant),  # NULL: it holds
)

override_mentions = Table(
    "override_mentions",
    metadata,
    Column("mention_id", Key, primary_key=True),
    Column("override_id", Key, primary_key=True, index=True),
    Column("rank", Integer, nullable=False, server_default="0"),  # where it stood in the event then
    sqlite_with_rowid=False,
)

# What became of events, for those who mirror: numbers are given under a lock, so none appears before a smaller one.
changes = Table(
    "changes",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("event_id", Key, nullable=False),
    Column("kind", Text, nullable=False),
    Column("target", Key),
    Column("made_at", Instant, nullable=False),
)

# One row: the last number given. Whoever merges holds it, so that one merges at a time.
turns = Table(
    "turns",
    metadata,
    Column("id", SmallInteger, primary_key=True, autoincrement=False),
    Column("number", Number, nullable=False),
)
