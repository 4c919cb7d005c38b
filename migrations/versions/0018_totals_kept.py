"""How many claims bear each caution is counted once for all findings, not each time the first page is asked for."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("finding_state", sa.Column("counted", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("finding_state", "counted")
