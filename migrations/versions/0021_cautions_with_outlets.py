"""A caution that rests on what outlets are keeps which, so that their evidence is shown with it. None has any until
claims are looked at again, which they are after every upgrade of the program."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DELETE FROM finding_state")
    op.add_column("finding_caution", sa.Column("outlets", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("finding_caution", "outlets")
