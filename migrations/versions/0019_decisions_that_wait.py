"""Which decisions wait is kept, so that a log of thousands is shown without applying them all. It is found when
findings are made anew, which they are after every upgrade of the program."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DELETE FROM finding_state")
    op.create_table(
        "decision_waiting",
        sa.Column("decision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("decision", name="pk_decision_waiting"),
        sa.ForeignKeyConstraint(["decision"], ["decision.id"], name="fk_decision_waiting_decision_decision"),
    )


def downgrade() -> None:
    op.drop_table("decision_waiting")
