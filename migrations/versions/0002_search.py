"""Full-text search over the words of events: FTS5 on SQLite, a GIN index on PostgreSQL.

The words are stored casefolded and without accents; the engine adds stemming, the same on both, and drops no word.

Revision: 0002, after 0001
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_SQLITE_UP = (
    """CREATE VIRTUAL TABLE event_words USING fts5(
        words, content='event_texts', content_rowid='number', tokenize='porter unicode61', detail=none)""",
    """CREATE TRIGGER event_words_inserted AFTER INSERT ON event_texts BEGIN
        INSERT INTO event_words(rowid, words) VALUES (new.number, new.words);
    END""",
    """CREATE TRIGGER event_words_deleted AFTER DELETE ON event_texts BEGIN
        INSERT INTO event_words(event_words, rowid, words) VALUES ('delete', old.number, old.words);
    END""",
)
_SQLITE_DOWN = (
    "DROP TRIGGER event_words_deleted",
    "DROP TRIGGER event_words_inserted",
    "DROP TABLE event_words",
)
_POSTGRESQL_UP = (
    "CREATE TEXT SEARCH DICTIONARY dateline_stem (TEMPLATE = snowball, Language = english)",
    "CREATE TEXT SEARCH CONFIGURATION dateline_words (COPY = simple)",
    """ALTER TEXT SEARCH CONFIGURATION dateline_words
        ALTER MAPPING FOR asciiword, word, numword WITH dateline_stem""",
    "CREATE INDEX ix_event_texts_words ON event_texts USING gin (to_tsvector('dateline_words', words))",
)
_POSTGRESQL_DOWN = (
    "DROP INDEX ix_event_texts_words",
    "DROP TEXT SEARCH CONFIGURATION dateline_words",
    "DROP TEXT SEARCH DICTIONARY dateline_stem",
)


def upgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE_UP if sqlite else _POSTGRESQL_UP:
        op.execute(statement)


def downgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE_DOWN if sqlite else _POSTGRESQL_DOWN:
        op.execute(statement)
