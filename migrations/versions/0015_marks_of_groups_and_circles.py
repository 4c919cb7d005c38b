"""What a list of groups shows and sorts by, and circular reporting as it was found: kept, where it was found anew for
whoever looked. What was kept is dropped, and found again with the first list."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_table("finding_group")
    op.create_table(
        "finding_group",
        *columns(),
        sa.Column("contradicted", sa.Boolean(), nullable=False),
        sa.Column("figures_differ", sa.Boolean(), nullable=False),
        sa.Column("age", sa.Integer(), nullable=False),
        sa.Column("first", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("group_id", name="pk_finding_group"),
    )
    op.create_index("ix_finding_group_size_group_id", "finding_group", ["size", "group_id"])
    op.create_table(
        "finding_circle",
        sa.Column("group_id", sa.String(20), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("outlets", sa.JSON(), nullable=False),
        sa.Column("claims", sa.JSON(), nullable=False),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("group_id", "number", name="pk_finding_circle"),
    )
    op.create_index("ix_finding_circle_place_size_group_id", "finding_circle", ["place", "size", "group_id"])
    op.execute("DELETE FROM finding_state")


def downgrade() -> None:
    op.drop_table("finding_circle")
    op.drop_table("finding_group")
    op.create_table("finding_group", *columns(), sa.PrimaryKeyConstraint("group_id", name="pk_finding_group"))
    op.create_index("ix_finding_group_size_group_id", "finding_group", ["size", "group_id"])
    op.execute("DELETE FROM finding_state")


def columns() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("group_id", sa.String(20), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("independent", sa.Integer(), nullable=False),
        sa.Column("circular", sa.Boolean(), nullable=False),
    )
