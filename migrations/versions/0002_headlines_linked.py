"""Where a headline says what a claim of the body says."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("claim") as claim:
        claim.add_column(sa.Column("headline_spans", sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("claim") as claim:
        claim.alter_column("headline_spans", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("claim") as claim:
        claim.drop_column("headline_spans")
