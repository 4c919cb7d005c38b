"""What a request with a key was answered first: a repetition gets it again."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "request_answer",
        sa.Column("caller", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("headers", sa.JSON(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("caller", "key", name="pk_request_answer"),
        sa.ForeignKeyConstraint(
            ["caller", "key"],
            ["request_key.caller", "request_key.key"],
            name="fk_request_answer_caller_key_request_key",
            ondelete="CASCADE",
        ),
    )


def downgrade() -> None:
    op.drop_table("request_answer")
