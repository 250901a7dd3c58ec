"""Where each mention stood when a person gave its event a time: the first had given it its time till then.

Revision: 0013, after 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("override_mentions", sa.Column("rank", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("override_mentions", "rank")
