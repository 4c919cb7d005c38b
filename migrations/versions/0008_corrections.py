"""What people correct in the reading of an article, beside what the machine reads."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("decision") as decision:
        decision.add_column(sa.Column("article_id", sa.String(16), nullable=True))
        decision.add_column(sa.Column("after", sa.JSON(), nullable=True))
        decision.add_column(sa.Column("rests_on", sa.Integer(), nullable=True))
        decision.create_foreign_key("fk_decision_rests_on_decision", "decision", ["rests_on"], ["id"])
        decision.create_index("ix_decision_article_id", ["article_id"])
    with op.batch_alter_table("claim") as claim:
        claim.add_column(sa.Column("decision", sa.Integer(), nullable=True))
        claim.add_column(sa.Column("in_force", sa.Boolean(), nullable=False, server_default=sa.true()))
        claim.create_foreign_key("fk_claim_decision_decision", "decision", ["decision"], ["id"])
    with op.batch_alter_table("claim") as claim:
        claim.alter_column("in_force", server_default=None)


def downgrade() -> None:
    """What people corrected goes with the columns: the claims are again as the machine reads them, to be compared anew,
    and decisions that an older version does not know are removed, with what was decided of them."""
    corrected = "EXISTS (SELECT 1 FROM claim WHERE NOT in_force OR decision IS NOT NULL)"
    # No reference is followed while tables are rebuilt: what refers to a claim that goes is removed by hand.
    for table in ("claim_key", "comparison", "member", "reprint", "matching_policy"):
        op.execute(f"DELETE FROM {table} WHERE {corrected}")  # noqa: S608
    op.execute("DELETE FROM link WHERE claim_id IN (SELECT id FROM claim WHERE decision IS NOT NULL)")
    op.execute("DELETE FROM claim WHERE decision IS NOT NULL")
    with op.batch_alter_table("claim") as claim:
        claim.drop_constraint("fk_claim_decision_decision", type_="foreignkey")
        claim.drop_column("in_force")
        claim.drop_column("decision")
    _remove_corrections()
    with op.batch_alter_table("decision") as decision:
        decision.drop_index("ix_decision_article_id")
        decision.drop_constraint("fk_decision_rests_on_decision", type_="foreignkey")
        decision.drop_column("rests_on")
        decision.drop_column("after")
        decision.drop_column("article_id")


def _remove_corrections() -> None:
    """With the undoings of them, and of these: in one statement, for they refer to one another."""
    op.execute(
        "WITH RECURSIVE gone(id) AS ("
        "SELECT id FROM decision WHERE kind IN ('confirm', 'correct', 'reject', 'add') "
        "UNION SELECT decision.id FROM decision JOIN gone ON decision.undoes = gone.id"
        ") DELETE FROM decision WHERE id IN (SELECT id FROM gone)"
    )
