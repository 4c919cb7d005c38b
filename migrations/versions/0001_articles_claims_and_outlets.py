"""Articles and their revisions, claims and their chains, how claims stand to one another, the outlet directory."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    make_directory()
    make_articles()
    make_claims()
    make_relations()


def downgrade() -> None:
    for table in ("reprint", "member", "comparison", "claim_key", "link", "claim", "revision", "article"):
        op.drop_table(table)
    for table in ("outlet_relation", "assertion", "outlet_domain", "outlet_name", "outlet", "directory"):
        op.drop_table(table)


def make_articles() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("current_revision", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_article"),
    )
    op.create_table(
        "revision",
        sa.Column("article_id", sa.String(16), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("directory", sa.String(64), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("byline", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("locator", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("outlet_name", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "sha256", name="pk_revision"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_revision_article_id_article", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["directory"], ["directory.digest"], name="fk_revision_directory_directory"),
    )
    op.create_index("ix_revision_url", "revision", ["url"], postgresql_using="hash")
    op.create_index("ix_revision_locator", "revision", ["locator"], postgresql_using="hash")


def make_claims() -> None:
    op.create_table(
        "claim",
        sa.Column("id", sa.String(20), nullable=False),
        sa.Column("article_id", sa.String(16), nullable=False),
        sa.Column("revision", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("hedged", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("cue", sa.Text(), nullable=True),
        sa.Column("cue_spans", sa.JSON(), nullable=False),
        sa.Column("source_spans", sa.JSON(), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_claim"),
        sa.ForeignKeyConstraint(
            ["article_id", "revision"],
            ["revision.article_id", "revision.sha256"],
            name="fk_claim_article_id_revision_revision",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_claim_article_id_revision", "claim", ["article_id", "revision"])
    op.create_table(
        "link",
        sa.Column("claim_id", sa.String(20), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("party", sa.Text(), nullable=True),
        sa.Column("via", sa.Text(), nullable=True),
        sa.Column("span", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("mention", sa.Text(), nullable=True),
        sa.Column("in_text_label", sa.Text(), nullable=True),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("state_affiliated", sa.Text(), nullable=True),
        sa.Column("control_family", sa.Text(), nullable=True),
        sa.Column("states", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("claim_id", "position", name="pk_link"),
        of_claim("link", "claim_id"),
    )
    op.create_index("ix_link_outlet", "link", ["outlet"])
    op.create_index("ix_link_state_affiliated", "link", ["state_affiliated"])
    op.create_table(
        "claim_key",
        sa.Column("claim_id", sa.String(20), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "key", name="pk_claim_key"),
        of_claim("claim_key", "claim_id"),
    )
    op.create_index("ix_claim_key_key_claim_id", "claim_key", ["key", "claim_id"])


def make_relations() -> None:
    op.create_table(
        "comparison",
        sa.Column("left_claim", sa.String(20), nullable=False),
        sa.Column("right_claim", sa.String(20), nullable=False),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("similarity", sa.Float(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("left_claim", "right_claim", name="pk_comparison"),
        sa.CheckConstraint("left_claim < right_claim", name=op.f("ck_comparison_order")),
        of_claim("comparison", "left_claim"),
        of_claim("comparison", "right_claim"),
    )
    op.create_index("ix_comparison_right_claim", "comparison", ["right_claim"])
    op.create_table(
        "member",
        sa.Column("claim_id", sa.String(20), nullable=False),
        sa.Column("group_id", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", name="pk_member"),
        of_claim("member", "claim_id"),
    )
    op.create_index("ix_member_group_id", "member", ["group_id"])
    op.create_table(
        "reprint",
        sa.Column("left_article", sa.String(16), nullable=False),
        sa.Column("right_article", sa.String(16), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("overlap", sa.Float(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("left_article", "right_article", name="pk_reprint"),
        sa.CheckConstraint("left_article < right_article", name=op.f("ck_reprint_order")),
        sa.ForeignKeyConstraint(
            ["left_article"], ["article.id"], name="fk_reprint_left_article_article", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["right_article"], ["article.id"], name="fk_reprint_right_article_article", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_reprint_right_article", "reprint", ["right_article"])


def make_directory() -> None:
    op.create_table(
        "directory",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_directory"),
    )
    op.create_table(
        "outlet",
        sa.Column("directory", sa.String(64), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("directory", "id", name="pk_outlet"),
        sa.ForeignKeyConstraint(["directory"], ["directory.digest"], name="fk_outlet_directory_directory"),
    )
    make_part_of_outlet(
        "outlet_name",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ambiguity", sa.Text(), nullable=False),
    )
    make_part_of_outlet(
        "outlet_domain",
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
    )
    make_part_of_outlet(
        "assertion",
        sa.Column("dimension", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("rater", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=True),
        sa.Column("asserted", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        *evidence(),
    )
    make_part_of_outlet(
        "outlet_relation",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        *evidence(),
    )


def make_part_of_outlet(table: str, *columns: sa.Column[object]) -> None:
    op.create_table(
        table,
        sa.Column("directory", sa.String(64), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        *columns,
        sa.Column("valid_since", sa.Text(), nullable=True),
        sa.Column("valid_until", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("directory", "outlet", "position", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(
            ["directory", "outlet"], ["outlet.directory", "outlet.id"], name=f"fk_{table}_directory_outlet_outlet"
        ),
    )


def evidence() -> list[sa.Column[object]]:
    return [
        sa.Column("evidence_url", sa.Text(), nullable=True),
        sa.Column("evidence_title", sa.Text(), nullable=True),
        sa.Column("evidence_quote", sa.Text(), nullable=True),
        sa.Column("evidence_seen", sa.Date(), nullable=True),
    ]


def of_claim(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["claim.id"], name=f"fk_{table}_{column}_claim", ondelete="CASCADE")
