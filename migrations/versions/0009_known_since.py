"""Conflicts are known since both sides were told; what persons dated is written anew by the background.

Revision: 0009, after 0008
"""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        UPDATE event_conflicts SET known_from = (
            SELECT max(e.first_published) FROM events e
            WHERE e.id IN (event_conflicts.event_id, event_conflicts.other_id)
        )
        WHERE EXISTS (SELECT 1 FROM events e WHERE e.id = event_conflicts.event_id)
        """
    )
    op.execute(
        """
        INSERT INTO unmerged (telling_id, since)
        SELECT t.id, max(o.made_at)
        FROM event_overrides o
        JOIN override_mentions om ON om.override_id = o.id
        JOIN event_mentions em ON em.mention_id = om.mention_id
        JOIN tellings t ON t.event_id = em.event_id
        WHERE NOT EXISTS (SELECT 1 FROM unmerged u WHERE u.telling_id = t.id)
        GROUP BY t.id
        """
    )


def downgrade() -> None:
    """What waits to be merged may as well be."""
