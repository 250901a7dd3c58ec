"""Events as timelines answer with them are kept beside the rows they are made from.

Revision: 0010, after 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "event_json",
        sa.Column("event_id", _KEY, nullable=False),
        sa.Column("body", sa.Text()),
        sa.PrimaryKeyConstraint("event_id", name="pk_event_json"),
    )
    waiting = sa.text("body IS NULL")
    op.create_index("ix_event_json_waiting", "event_json", ["event_id"], sqlite_where=waiting, postgresql_where=waiting)


def downgrade() -> None:
    op.drop_table("event_json")
