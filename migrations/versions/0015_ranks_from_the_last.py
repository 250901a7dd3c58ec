"""The mentions of an event are numbered from the last, -1: those stay as they are before which others are put.

Revision: 0015, after 0014
"""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(_numbered("-"))


def downgrade() -> None:
    op.execute(_numbered("+"))


def _numbered(sign: str) -> str:
    return f"""
        UPDATE event_mentions SET rank = rank {sign} (SELECT mention_count FROM events e WHERE e.id = event_id)
        WHERE EXISTS (SELECT 1 FROM events e WHERE e.id = event_id)
    """  # noqa: S608 - one of two signs
