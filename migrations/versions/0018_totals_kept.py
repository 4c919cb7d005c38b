"""How many claims bear each caution is counted once for all findings, not each time the first page is asked for; what
runs through state-affiliated outlets is listed and counted in an index."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

LISTED = "ix_finding_state_affiliated_attributed_age_article_id_position"


def upgrade() -> None:
    op.add_column("finding_state", sa.Column("counted", sa.JSON(), nullable=True))
    op.create_index(LISTED, "finding", ["state_affiliated", "attributed", "age", "article_id", "position"])


def downgrade() -> None:
    op.drop_index(LISTED, "finding")
    op.drop_column("finding_state", "counted")
