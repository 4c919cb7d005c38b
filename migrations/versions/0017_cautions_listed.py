"""Claims are listed and counted by a caution in an index alone; a correction marks no other claim than it changes.

What was found before is dropped: it is looked at again, as after every change of the analysis.
"""

import re
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

NO_CORRECTION = "WHEN (NEW.article_id IS NULL) "
"""A correction changes claims of its article, which are noted by themselves; other decisions change no other row."""


def upgrade() -> None:
    op.drop_table("finding_caution")
    op.execute("DELETE FROM finding_state")
    make_cautions(
        sa.Column("again", sa.Boolean(), nullable=False),
        sa.Column("own_voice", sa.Boolean(), nullable=False),
        sa.Column("age", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
    )
    listed = ["code", "again", "age", "article_id", "position", "own_voice"]
    op.create_index("ix_finding_caution_listed", "finding_caution", listed)
    watch_decisions(NO_CORRECTION)


def downgrade() -> None:
    watch_decisions("")
    op.drop_table("finding_caution")
    op.execute("DELETE FROM finding_state")
    make_cautions()
    op.create_index("ix_finding_caution_code_claim_id", "finding_caution", ["code", "claim_id"])


def make_cautions(*columns: sa.Column[Any]) -> None:
    op.create_table(
        "finding_caution",
        sa.Column("claim_id", sa.String(20), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        *columns,
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "place", name="pk_finding_caution"),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["finding.claim_id"], name="fk_finding_caution_claim_id_finding", ondelete="CASCADE"
        ),
    )


def watch_decisions(when: str) -> None:
    """The trigger of the ninth migration, for some decisions alone or for all."""
    name, after = "due_decision_insert", "AFTER INSERT ON decision FOR EACH ROW"
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        made = connection.execute(sa.text(f"SELECT sql FROM sqlite_master WHERE name = '{name}'")).scalar_one()  # noqa: S608
        op.execute(f"DROP TRIGGER {name}")
        body = re.sub(r"^.*?\bBEGIN\b", "", made, count=1, flags=re.DOTALL)
        connection.exec_driver_sql(f"CREATE TRIGGER {name} {after} {when}BEGIN{body}")
    else:
        op.execute(f"DROP TRIGGER {name} ON decision")
        op.execute(f"CREATE TRIGGER {name} {after} {when}EXECUTE FUNCTION {name}()")
