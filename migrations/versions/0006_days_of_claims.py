"""Claims are looked up by their rare stems and their days; which policy compared them; how groups changed.

The keys are those of another policy from here on: they are dropped, and made anew from the claims.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_table("claim_key")
    op.create_table(
        "claim_key",
        sa.Column("claim_id", sa.String(20), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "key", name="pk_claim_key"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_claim_key_claim_id_claim", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_claim_key_key_day_claim_id", "claim_key", ["key", "day", "claim_id"])
    op.create_table(
        "matching_policy",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_matching_policy"),
    )
    op.create_table(
        "group_change",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_group_change"),
    )


def downgrade() -> None:
    op.drop_table("group_change")
    op.drop_table("matching_policy")
    op.drop_table("claim_key")
    op.create_table(
        "claim_key",
        sa.Column("claim_id", sa.String(20), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "key", name="pk_claim_key"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_claim_key_claim_id_claim", ondelete="CASCADE"),
    )
    op.create_index("ix_claim_key_key_claim_id", "claim_key", ["key", "claim_id"])
