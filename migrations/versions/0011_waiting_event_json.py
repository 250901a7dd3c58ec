"""The JSON of the events there are waits to be written.

Revision: 0011, after 0010
"""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("INSERT INTO event_json (event_id) SELECT id FROM events")


def downgrade() -> None:
    op.execute("DELETE FROM event_json")
