"""What part of an outlet a controller holds."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outlet_relation", sa.Column("share", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("outlet_relation", "share")
