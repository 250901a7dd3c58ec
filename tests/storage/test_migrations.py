"""Migrations and tables agree, up from nothing and down one at a time, on both engines."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from app.storage.engine import migrate
from app.storage.engine.database import Database
from app.storage.tables import metadata


def _of_tables(_: object, name: str | None, *__: object) -> bool:
    """Leaves out the search index, which each engine keeps in its own way."""
    return not (name or "").startswith(("event_words", "ix_event_texts_words"))


def test_migrations_make_the_tables_that_the_program_knows(database: Database) -> None:
    with database.writes.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": _of_tables, "compare_type": True, "target_metadata": metadata}
        )
        assert compare_metadata(context, metadata) == []


def test_a_fresh_database_migrates_up_and_down_to_nothing(empty_url: str) -> None:
    database = Database.open(empty_url)
    try:
        with database.read() as connection:
            assert not migrate.migrated(connection)
        migrate.upgrade(empty_url)
        migrate.upgrade(empty_url)
        with database.read() as connection:
            assert migrate.migrated(connection)
        migrate.downgrade(empty_url, "-1")
        with database.read() as connection:
            assert not migrate.migrated(connection)
        migrate.downgrade(empty_url, "base")
        assert inspect(database.reads).get_table_names() == ["alembic_version"]
    finally:
        database.close()
