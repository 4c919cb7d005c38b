"""What a reader should know of a tie between outlets."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outlet_relation", sa.Column("note", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("outlet_relation", "note")
