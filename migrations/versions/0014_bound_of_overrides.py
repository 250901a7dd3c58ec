"""A person may leave an end of the time open that they give an event.

Revision: 0014, after 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("event_overrides", sa.Column("bound", sa.Text()))


def downgrade() -> None:
    op.drop_column("event_overrides", "bound")
