"""How many claims of each article an agent prints, carries or says: counted once, for the pages of outlets and
speakers."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

FILL = """
INSERT INTO credit (article_id, position, published, role, kind, outlet, name, folded, claims)
SELECT article_id,
       row_number() OVER (PARTITION BY article_id ORDER BY role, kind, outlet IS NULL, outlet, folded) - 1,
       published, role, kind, outlet, name, folded, claims
FROM (
    SELECT article.id AS article_id, revision.published AS published, link.role AS role, link.kind AS kind,
           link.outlet AS outlet, min(link.name) AS name, min(link.folded) AS folded,
           count(DISTINCT link.claim_id) AS claims
    FROM article
    JOIN revision ON revision.article_id = article.id AND revision.sha256 = article.current_revision
    JOIN claim ON claim.article_id = article.id AND claim.revision = article.current_revision AND claim.in_force
    JOIN link ON link.claim_id = claim.id
    GROUP BY article.id, revision.published, link.role, link.kind, link.outlet,
             CASE WHEN link.outlet IS NULL THEN link.folded END
) AS counted
"""


def upgrade() -> None:
    op.create_table(
        "credit",
        sa.Column("article_id", sa.String(16), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "position", name="pk_credit"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_credit_article_id_article", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.execute(FILL)
    op.create_index("ix_credit_outlet", "credit", ["outlet"])
    op.create_index("ix_credit_folded", "credit", ["folded"], postgresql_using="hash")
    op.create_index("ix_link_folded", "link", ["folded"], postgresql_using="hash")


def downgrade() -> None:
    op.drop_index("ix_link_folded", "link")
    op.drop_table("credit")
