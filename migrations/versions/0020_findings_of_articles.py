"""What is found of an article as a whole is kept beside what is found of its claims, so that its page need not find it.
There is nothing in it at first: whoever looks again at claims finds it afterwards, article by article."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "finding_article",
        sa.Column("article_id", sa.String(16), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("independent", sa.Integer(), nullable=False),
        sa.Column("circles", sa.JSON(), nullable=False),
        sa.Column("related", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="pk_finding_article"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name="fk_finding_article_article_id_article"),
    )


def downgrade() -> None:
    op.drop_table("finding_article")
