"""What was put in, item by item, its material until it is read, and the keys of requests that must act once."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "job",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_job"),
    )
    op.create_table(
        "job_item",
        sa.Column("job_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deaths", sa.Integer(), nullable=False),
        sa.Column("worker", sa.Text(), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("claims", sa.Integer(), nullable=True),
        sa.Column("article_id", sa.String(16), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("job_id", "number", name="pk_job_item"),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name="fk_job_item_job_id_job", ondelete="CASCADE"),
        sa.CheckConstraint("state IN ('waiting', 'reading', 'done', 'failed')", name="state"),
    )
    op.create_index("ix_job_item_state_number_job_id", "job_item", ["state", "number", "job_id"])
    op.create_table(
        "job_material",
        sa.Column("job_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("job_id", "number", name="pk_job_material"),
        sa.ForeignKeyConstraint(
            ["job_id", "number"],
            ["job_item.job_id", "job_item.number"],
            name="fk_job_material_job_id_number_job_item",
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "request_key",
        sa.Column("caller", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("caller", "key", name="pk_request_key"),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name="fk_request_key_job_id_job", ondelete="CASCADE"),
    )
    op.create_index("ix_request_key_made_at", "request_key", ["made_at"])


def downgrade() -> None:
    op.drop_table("request_key")
    op.drop_table("job_material")
    op.drop_table("job_item")
    op.drop_table("job")
