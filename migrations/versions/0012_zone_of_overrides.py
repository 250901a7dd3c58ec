"""A time finer than a day that a person gave has a zone.

Revision: 0012, after 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("event_overrides", sa.Column("zone", sa.Text()))


def downgrade() -> None:
    op.drop_column("event_overrides", "zone")
