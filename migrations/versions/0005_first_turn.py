"""The one row of `turns`, which whoever merges holds.

Revision: 0005, after 0004
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("INSERT INTO turns (id, number) VALUES (1, 0)")


def downgrade() -> None:
    op.execute("DELETE FROM turns")
