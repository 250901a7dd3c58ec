"""One story from many articles: tellings, what is to be merged, states of events, moves, overrides, changes.

Revision: 0004, after 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
CIVIL = sa.BigInteger()
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
TABLES = (
    "tellings",
    "telling_blocks",
    "telling_conflicts",
    "unmerged",
    "event_states",
    "event_state_actors",
    "event_moves",
    "event_overrides",
    "override_mentions",
    "changes",
    "turns",
)


def upgrade() -> None:
    op.create_table(
        "tellings",
        sa.Column("id", KEY, nullable=False),
        sa.Column("article_id", KEY, nullable=False),
        sa.Column("text_id", KEY, nullable=False),
        sa.Column("published_at", INSTANT, nullable=False),
        sa.Column("told_at", CIVIL, nullable=False),
        sa.Column("sense", KEY, nullable=False),
        sa.Column("lemma", sa.Text(), nullable=False),
        sa.Column("interval_start", CIVIL, nullable=False),
        sa.Column("interval_end", CIVIL, nullable=False),
        sa.Column("bound", sa.Text(), nullable=True),
        sa.Column("granularity", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("edtf", sa.Text(), nullable=False),
        sa.Column("factuality", sa.Text(), nullable=False),
        sa.Column("parties", sa.Text(), nullable=False),
        sa.Column("sentences", sa.Text(), nullable=False),
        sa.Column("mentions", sa.Text(), nullable=False),
        sa.Column("event_id", KEY, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_tellings"),
    )
    op.create_index("ix_tellings_article_id", "tellings", ["article_id"])
    op.create_index("ix_tellings_event_id", "tellings", ["event_id"])
    op.create_table(
        "telling_blocks",
        sa.Column("sense", KEY, nullable=False),
        sa.Column("actor_id", KEY, nullable=False),
        sa.Column("lo", CIVIL, nullable=False),
        sa.Column("telling_id", KEY, nullable=False),
        sa.Column("hi", CIVIL, nullable=False),
        sa.PrimaryKeyConstraint("sense", "actor_id", "lo", "telling_id", name="pk_telling_blocks"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_telling_blocks_telling_id", "telling_blocks", ["telling_id"])
    op.create_table(
        "telling_conflicts",
        sa.Column("telling_id", KEY, nullable=False),
        sa.Column("other_id", KEY, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("telling_id", "other_id", name="pk_telling_conflicts"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "unmerged",
        sa.Column("telling_id", KEY, nullable=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("telling_id", name="pk_unmerged"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_unmerged_since", "unmerged", ["since"])
    op.create_table(
        "event_states",
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
        sa.Column("known_from", INSTANT, nullable=False),
        sa.Column("known_to", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", "known_from", name="pk_event_states"),
    )
    op.create_index("ix_event_states_walk", "event_states", ["breadth", "interval_start", "interval_end", "id"])
    op.create_table(
        "event_state_actors",
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
        sa.Column("known_from", INSTANT, nullable=False),
        sa.Column("known_to", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint(
            "actor_id",
            "breadth",
            "interval_start",
            "interval_end",
            "event_id",
            "known_from",
            name="pk_event_state_actors",
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_event_state_actors_event_id_known_from", "event_state_actors", ["event_id", "known_from"])
    op.create_table(
        "event_moves",
        sa.Column("event_id", KEY, nullable=False),
        sa.Column("moved_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("event_id", name="pk_event_moves"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "event_overrides",
        sa.Column("id", KEY, nullable=False),
        sa.Column("interval_start", CIVIL, nullable=False),
        sa.Column("interval_end", CIVIL, nullable=False),
        sa.Column("granularity", sa.Text(), nullable=False),
        sa.Column("edtf", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_event_overrides"),
    )
    op.create_table(
        "override_mentions",
        sa.Column("mention_id", KEY, nullable=False),
        sa.Column("override_id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("mention_id", "override_id", name="pk_override_mentions"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_override_mentions_override_id", "override_mentions", ["override_id"])
    op.create_table(
        "changes",
        sa.Column("number", NUMBER, nullable=False, autoincrement=False),
        sa.Column("event_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("target", KEY, nullable=True),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_changes"),
    )
    op.create_table(
        "turns",
        sa.Column("id", sa.SmallInteger(), nullable=False, autoincrement=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_turns"),
    )
    op.create_index("ix_event_mentions_mention_id", "event_mentions", ["mention_id"])


def downgrade() -> None:
    op.drop_index("ix_event_mentions_mention_id", "event_mentions")
    for table in TABLES:
        op.drop_table(table)
