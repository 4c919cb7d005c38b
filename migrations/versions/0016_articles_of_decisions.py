"""Which articles a decision is about, so that it is found by them: reading all takes the longer the more there are."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "decision_article",
        sa.Column("article_id", sa.String(16), nullable=False),
        sa.Column("decision", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("article_id", "decision", name="pk_decision_article"),
        sa.ForeignKeyConstraint(["decision"], ["decision.id"], name="fk_decision_article_decision_decision"),
    )
    op.create_index("ix_decision_undoes", "decision", ["undoes"])
    links = sa.table("decision_article", sa.column("article_id", sa.String), sa.column("decision", sa.Integer))
    rows = op.get_bind().execute(sa.text("SELECT id, article_id, left_claims, right_claims FROM decision")).all()
    named = [
        {"article_id": article, "decision": decision}
        for decision, corrected, *sides in rows
        for article in sorted({corrected, *(each["article"] for side in sides for each in _read(side))} - {None})
    ]
    if named:
        op.get_bind().execute(sa.insert(links), named)


def downgrade() -> None:
    op.drop_index("ix_decision_undoes", "decision")
    op.drop_table("decision_article")


def _read(side: str | list[dict[str, str]]) -> list[dict[str, str]]:
    """SQLite gives JSON as text, PostgreSQL as what it holds."""
    return json.loads(side) if isinstance(side, str) else side
