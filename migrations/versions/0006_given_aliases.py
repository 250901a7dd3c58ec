"""Names that people gave to actors, apart from those that articles call them.

Revision: 0006, after 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "given_aliases",
        sa.Column("alias", KEY, nullable=False),
        sa.Column("actor_id", KEY, nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("alias", "actor_id", name="pk_given_aliases"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_given_aliases_actor_id", "given_aliases", ["actor_id"])


def downgrade() -> None:
    op.drop_index("ix_given_aliases_actor_id", table_name="given_aliases")
    op.drop_table("given_aliases")
