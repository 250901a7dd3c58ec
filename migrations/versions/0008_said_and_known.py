"""Events name the person's word that gives them their time, states the mention that did, conflicts since when.

Revision: 0008, after 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
LONG_AGO = sa.text("'1970-01-01 00:00:00.000000'")


def upgrade() -> None:
    for table in ("events", "event_states"):
        op.add_column(table, sa.Column("override_id", KEY))
    op.add_column("event_states", sa.Column("lead", KEY, nullable=False, server_default=""))
    known_from = sa.Column("known_from", sa.DateTime(timezone=True), nullable=False, server_default=LONG_AGO)
    op.add_column("event_conflicts", known_from)


def downgrade() -> None:
    op.drop_column("event_conflicts", "known_from")
    op.drop_column("event_states", "lead")
    for table in ("event_states", "events"):
        op.drop_column(table, "override_id")
