"""The tables: articles and their jobs, what is read out of them, events, actors, keys.

Revision: 0001, the first
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
CIVIL = sa.BigInteger()
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
WALKED = ["reach_start", "reach_end", "told_at", "granularity", "extent", "factuality", "basis", "confidence"]


def upgrade() -> None:
    op.create_table(
        "actor_aliases",
        sa.Column("alias", KEY, nullable=False),
        sa.Column("actor_id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("alias", "actor_id", name="pk_actor_aliases"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_actor_aliases_actor_id", "actor_aliases", ["actor_id"])
    op.create_table(
        "actor_merges",
        sa.Column("leaf", KEY, nullable=False),
        sa.Column("root", KEY, nullable=False),
        sa.Column("merged_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("leaf", name="pk_actor_merges"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_actor_merges_root", "actor_merges", ["root"])
    op.create_table(
        "actors",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_actors"),
    )
    op.create_index("ix_actors_name_id", "actors", ["name", "id"])
    op.create_table(
        "api_keys",
        sa.Column("id", KEY, nullable=False),
        sa.Column("hash", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("scopes", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("revoked_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_api_keys"),
        sa.UniqueConstraint("hash", name="uq_api_keys_hash"),
    )
    op.create_table(
        "article_keys",
        sa.Column("key", KEY, nullable=False),
        sa.Column("article_id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_article_keys"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_article_keys_article_id", "article_keys", ["article_id"])
    op.create_table(
        "article_revisions",
        sa.Column("article_id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("replaced_at", INSTANT, nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published_at", INSTANT, nullable=False),
        sa.Column("published_told", sa.Text(), nullable=False),
        sa.Column("timezone", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("accepted_at", INSTANT, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "revision", name="pk_article_revisions"),
    )
    op.create_table(
        "article_sources",
        sa.Column("article_id", KEY, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("source", KEY, nullable=True),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("added_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("article_id", "id", name="pk_article_sources"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_article_sources_source_article_id", "article_sources", ["source", "article_id"])
    op.create_table(
        "articles",
        sa.Column("id", KEY, nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published_at", INSTANT, nullable=False),
        sa.Column("published_told", sa.Text(), nullable=False),
        sa.Column("timezone", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("accepted_at", INSTANT, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
    )
    op.create_index("ix_articles_published_at_id", "articles", ["published_at", "id"])
    op.create_table(
        "event_actors",
        sa.Column("actor_id", KEY, nullable=False),
        sa.Column("breadth", sa.SmallInteger(), nullable=False),
        sa.Column("interval_start", CIVIL, nullable=False),
        sa.Column("interval_end", CIVIL, nullable=False),
        sa.Column("event_id", KEY, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("reach_start", CIVIL, nullable=True),
        sa.Column("reach_end", CIVIL, nullable=True),
        sa.Column("told_at", CIVIL, nullable=False),
        sa.Column("granularity", sa.Text(), nullable=False),
        sa.Column("extent", sa.Text(), nullable=False),
        sa.Column("factuality", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("last_published", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint(
            "actor_id",
            "breadth",
            "interval_start",
            "interval_end",
            "event_id",
            name="pk_event_actors",
            postgresql_include=["role", *WALKED],
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_event_actors_event_id_actor_id", "event_actors", ["event_id", "actor_id"])
    op.create_index("ix_event_actors_published", "event_actors", ["actor_id", "last_published", "event_id"])
    op.create_table(
        "event_conflicts",
        sa.Column("event_id", KEY, nullable=False),
        sa.Column("other_id", KEY, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", "other_id", name="pk_event_conflicts"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_event_conflicts_other_id", "event_conflicts", ["other_id"])
    op.create_table(
        "event_mentions",
        sa.Column("event_id", KEY, nullable=False),
        sa.Column("rank", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article_id", KEY, nullable=False),
        sa.Column("mention_id", KEY, nullable=False),
        sa.Column("published_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("event_id", "rank", name="pk_event_mentions"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_event_mentions_article_id_mention_id", "event_mentions", ["article_id", "mention_id"])
    op.create_table(
        "event_redirects",
        sa.Column("event_id", KEY, nullable=False),
        sa.Column("target", KEY, nullable=True),
        sa.PrimaryKeyConstraint("event_id", name="pk_event_redirects"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "event_texts",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("event_id", KEY, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_event_texts"),
        sa.UniqueConstraint("event_id", name="uq_event_texts_event_id"),
    )
    op.create_table(
        "events",
        sa.Column("id", KEY, nullable=False),
        sa.Column("breadth", sa.SmallInteger(), nullable=False),
        sa.Column("interval_start", CIVIL, nullable=False),
        sa.Column("interval_end", CIVIL, nullable=False),
        sa.Column("reach_start", CIVIL, nullable=True),
        sa.Column("reach_end", CIVIL, nullable=True),
        sa.Column("told_at", CIVIL, nullable=False),
        sa.Column("granularity", sa.Text(), nullable=False),
        sa.Column("extent", sa.Text(), nullable=False),
        sa.Column("factuality", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("last_published", INSTANT, nullable=False),
        sa.Column("first_published", INSTANT, nullable=False),
        sa.Column("zone", sa.Text(), nullable=True),
        sa.Column("bound", sa.Text(), nullable=True),
        sa.Column("edtf", sa.Text(), nullable=False),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("article_count", sa.Integer(), nullable=False),
        sa.Column("mention_count", sa.Integer(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
    )
    op.create_index("ix_events_published", "events", ["last_published", "id"])
    op.create_index("ix_events_walk", "events", ["breadth", "interval_start", "interval_end", "id", *WALKED])
    op.create_table(
        "extractions",
        sa.Column("article_id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("timezone", sa.Text(), nullable=True),
        sa.Column("extractor_version", KEY, nullable=False),
        sa.Column("extracted_at", INSTANT, nullable=False),
        sa.Column("warnings", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="pk_extractions"),
    )
    op.create_index("ix_extractions_extractor_version", "extractions", ["extractor_version"])
    op.create_table(
        "idempotency_keys",
        sa.Column("key", KEY, nullable=False),
        sa.Column("request_hash", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("headers", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_idempotency_keys"),
    )
    op.create_index("ix_idempotency_keys_created_at", "idempotency_keys", ["created_at"])
    op.create_table(
        "jobs",
        sa.Column("article_id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("state", KEY, nullable=False),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("lease_until", INSTANT, nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("queued_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="pk_jobs"),
    )
    op.create_index("ix_jobs_state_queued_at_article_id", "jobs", ["state", "queued_at", "article_id"])
    op.create_table(
        "mention_actors",
        sa.Column("article_id", KEY, nullable=False),
        sa.Column("mention_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("actor_id", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("match", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "mention_id", "position", name="pk_mention_actors"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_mention_actors_actor_id", "mention_actors", ["actor_id"])
    op.create_table(
        "mentions",
        sa.Column("article_id", KEY, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sentence_text", sa.Text(), nullable=False),
        sa.Column("sentence_field", sa.Text(), nullable=False),
        sa.Column("sentence_start", sa.Integer(), nullable=False),
        sa.Column("sentence_end", sa.Integer(), nullable=False),
        sa.Column("trigger_text", sa.Text(), nullable=False),
        sa.Column("trigger_field", sa.Text(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("trigger_lemma", sa.Text(), nullable=False),
        sa.Column("interval_start", CIVIL, nullable=True),
        sa.Column("interval_end", CIVIL, nullable=True),
        sa.Column("zone", sa.Text(), nullable=True),
        sa.Column("bound", sa.Text(), nullable=True),
        sa.Column("extent", sa.Text(), nullable=False),
        sa.Column("edtf", sa.Text(), nullable=True),
        sa.Column("granularity", sa.Text(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("expression_text", sa.Text(), nullable=True),
        sa.Column("expression_field", sa.Text(), nullable=True),
        sa.Column("expression_start", sa.Integer(), nullable=True),
        sa.Column("expression_end", sa.Integer(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=True),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("factuality", sa.Text(), nullable=False),
        sa.Column("attribution_name", sa.Text(), nullable=True),
        sa.Column("attribution_text", sa.Text(), nullable=True),
        sa.Column("attribution_field", sa.Text(), nullable=True),
        sa.Column("attribution_start", sa.Integer(), nullable=True),
        sa.Column("attribution_end", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "id", name="pk_mentions"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "time_expressions",
        sa.Column("article_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("mod", sa.Text(), nullable=True),
        sa.Column("edtf", sa.Text(), nullable=True),
        sa.Column("granularity", sa.Text(), nullable=True),
        sa.Column("interval_start", CIVIL, nullable=True),
        sa.Column("interval_end", CIVIL, nullable=True),
        sa.Column("zone", sa.Text(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "position", name="pk_time_expressions"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("time_expressions")
    op.drop_table("mentions")
    op.drop_index("ix_mention_actors_actor_id", table_name="mention_actors")
    op.drop_table("mention_actors")
    op.drop_index("ix_jobs_state_queued_at_article_id", table_name="jobs")
    op.drop_table("jobs")
    op.drop_index("ix_idempotency_keys_created_at", table_name="idempotency_keys")
    op.drop_table("idempotency_keys")
    op.drop_index("ix_extractions_extractor_version", table_name="extractions")
    op.drop_table("extractions")
    op.drop_index("ix_events_walk", table_name="events")
    op.drop_index("ix_events_published", table_name="events")
    op.drop_table("events")
    op.drop_table("event_texts")
    op.drop_table("event_redirects")
    op.drop_index("ix_event_mentions_article_id_mention_id", table_name="event_mentions")
    op.drop_table("event_mentions")
    op.drop_index("ix_event_conflicts_other_id", table_name="event_conflicts")
    op.drop_table("event_conflicts")
    op.drop_index("ix_event_actors_published", table_name="event_actors")
    op.drop_index("ix_event_actors_event_id_actor_id", table_name="event_actors")
    op.drop_table("event_actors")
    op.drop_index("ix_articles_published_at_id", table_name="articles")
    op.drop_table("articles")
    op.drop_index("ix_article_sources_source_article_id", table_name="article_sources")
    op.drop_table("article_sources")
    op.drop_table("article_revisions")
    op.drop_index("ix_article_keys_article_id", table_name="article_keys")
    op.drop_table("article_keys")
    op.drop_table("api_keys")
    op.drop_index("ix_actors_name_id", table_name="actors")
    op.drop_table("actors")
    op.drop_index("ix_actor_merges_root", table_name="actor_merges")
    op.drop_table("actor_merges")
    op.drop_index("ix_actor_aliases_actor_id", table_name="actor_aliases")
    op.drop_table("actor_aliases")
