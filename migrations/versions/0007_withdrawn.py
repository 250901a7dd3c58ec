"""Persons' words on when an event was can be taken back.

Revision: 0007, after 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("event_overrides", sa.Column("withdrawn_by", sa.Text()))
    op.add_column("event_overrides", sa.Column("withdrawn_at", sa.DateTime(timezone=True)))


def downgrade() -> None:
    op.drop_column("event_overrides", "withdrawn_at")
    op.drop_column("event_overrides", "withdrawn_by")
