"""What analysis found of every claim, which claims it must look at again, and the words that a search looks in.

Triggers note in `finding_due` every claim of which something changed that a finding rests on, whoever changes it.
Words are written by the program; the index of them is the engine's own and follows by itself.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

OF_CLAIM = "SELECT {row}.id AS id, {row}.article_id AS article_id"
BY_CLAIM = "SELECT id, article_id FROM claim WHERE id = {row}.claim_id"
BY_ENDS = "SELECT id, article_id FROM claim WHERE id IN ({row}.left_claim, {row}.right_claim)"
BY_ARTICLES = "SELECT id, article_id FROM claim WHERE article_id IN ({row}.left_article, {row}.right_article)"
BY_REVISION = "SELECT id, article_id FROM claim WHERE article_id = {row}.article_id AND revision = {row}.sha256"
BY_ARTICLE = "SELECT id, article_id FROM claim WHERE article_id = {row}.id"
BY_DECISION = (
    "SELECT id, article_id FROM claim WHERE article_id IN ("
    "SELECT {article} FROM decision, {left} WHERE decision.id = {row}.id OR {row}.undoes IS NOT NULL "
    "UNION SELECT {article} FROM decision, {right} WHERE decision.id = {row}.id OR {row}.undoes IS NOT NULL)"
)
"""An undoing may bring back what another undoing took: every decision is looked at."""

WATCHED = (
    ("claim", "insert", OF_CLAIM, ()),
    ("claim", "update", OF_CLAIM, ()),
    ("claim", "delete", OF_CLAIM, ()),
    ("link", "insert", BY_CLAIM, ()),
    ("link", "update", BY_CLAIM, ()),
    ("link", "delete", BY_CLAIM, ()),
    ("member", "insert", BY_CLAIM, ()),
    ("member", "update", BY_CLAIM, ()),
    ("member", "delete", BY_CLAIM, ()),
    ("comparison", "insert", BY_ENDS, ()),
    ("comparison", "update", BY_ENDS, ("agreement", "similarity", "reasons")),
    ("comparison", "delete", BY_ENDS, ()),
    ("reprint", "insert", BY_ARTICLES, ()),
    ("reprint", "update", BY_ARTICLES, ("kind", "overlap", "reason")),
    ("reprint", "delete", BY_ARTICLES, ()),
    ("revision", "update", BY_REVISION, ("title", "url", "outlet", "outlet_name", "published")),
    ("article", "update", BY_ARTICLE, ("current_revision",)),
    ("decision", "insert", BY_DECISION, ()),
)
"""Table, event, the claims that it bears on, and the columns of which one must have changed; none for all."""

ELEMENTS = {
    "sqlite": {
        "article": "json_extract(part.value, '$.article')",
        "left": "json_each(decision.left_claims) AS part",
        "right": "json_each(decision.right_claims) AS part",
    },
    "postgresql": {
        "article": "part.value ->> 'article'",
        "left": "json_array_elements(decision.left_claims) AS part(value)",
        "right": "json_array_elements(decision.right_claims) AS part(value)",
    },
}
DIFFERS = {"sqlite": "IS NOT", "postgresql": "IS DISTINCT FROM"}

FOLLOWING = {
    "insert": "INSERT INTO passage_index (rowid, words) VALUES (NEW.id, NEW.words);",
    "delete": "INSERT INTO passage_index (passage_index, rowid, words) VALUES ('delete', OLD.id, OLD.words);",
    "update": "INSERT INTO passage_index (passage_index, rowid, words) VALUES ('delete', OLD.id, OLD.words); "
    "INSERT INTO passage_index (rowid, words) VALUES (NEW.id, NEW.words);",
}
"""https://www.sqlite.org/fts5.html#external_content_tables"""

MADE = ("passage", "finding_due", "finding_state", "finding_family", "finding_caution", "finding_group", "finding")

LONGEST_WORD = 64
AT_ONCE = 5_000
"""Passages."""


def upgrade() -> None:
    make_tables()
    watch()
    make_index()
    fill()


def downgrade() -> None:
    engine = op.get_bind().dialect.name
    for table, event, _, _ in WATCHED:
        if engine == "sqlite":
            op.execute(f"DROP TRIGGER due_{table}_{event}")
        else:
            op.execute(f"DROP TRIGGER due_{table}_{event} ON {table}")
            op.execute(f"DROP FUNCTION due_{table}_{event}()")
    if engine == "sqlite":
        for event in FOLLOWING:
            op.execute(f"DROP TRIGGER passage_{event}")
        op.execute("DROP TABLE passage_index")
    for name in (
        "passage",
        "finding_due",
        "finding_state",
        "finding_family",
        "finding_caution",
        "finding_group",
        "finding",
    ):
        op.drop_table(name)


def make_tables() -> None:
    op.create_table(
        "finding",
        sa.Column("claim_id", sa.String(20), nullable=False),
        sa.Column("article_id", sa.String(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("age", sa.Integer(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("attributed", sa.Boolean(), nullable=False),
        sa.Column("state_affiliated", sa.Boolean(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("independent", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("group_id", sa.String(20), nullable=False),
        sa.Column("group_size", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", name="pk_finding"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_finding_claim_id_claim", ondelete="CASCADE"),
    )
    op.create_index("ix_finding_age_article_id_position", "finding", ["age", "article_id", "position"])
    op.create_index("ix_finding_article_id", "finding", ["article_id"])
    op.create_index("ix_finding_group_id", "finding", ["group_id"])
    op.create_table(
        "finding_caution",
        sa.Column("claim_id", sa.String(20), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "place", name="pk_finding_caution"),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["finding.claim_id"], name="fk_finding_caution_claim_id_finding", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_finding_caution_code_claim_id", "finding_caution", ["code", "claim_id"])
    op.create_table(
        "finding_family",
        sa.Column("claim_id", sa.String(20), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "family", name="pk_finding_family"),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["finding.claim_id"], name="fk_finding_family_claim_id_finding", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_finding_family_family_claim_id", "finding_family", ["family", "claim_id"])
    op.create_table(
        "finding_group",
        sa.Column("group_id", sa.String(20), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("independent", sa.Integer(), nullable=False),
        sa.Column("circular", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("group_id", name="pk_finding_group"),
    )
    op.create_index("ix_finding_group_size_group_id", "finding_group", ["size", "group_id"])
    op.create_table(
        "finding_due",
        sa.Column("claim_id", sa.String(20), nullable=False),
        sa.Column("article_id", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", name="pk_finding_due"),
    )
    op.create_table(
        "finding_state",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("made_with", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_finding_state"),
    )
    op.create_table(
        "passage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.String(20), nullable=True),
        sa.Column("article_id", sa.String(16), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_passage"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_passage_claim_id_claim", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_passage_article_id_article", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_passage_claim_id", "passage", ["claim_id"], unique=True)
    op.create_index("ix_passage_article_id", "passage", ["article_id"], unique=True)


def watch() -> None:
    engine = op.get_bind().dialect.name
    for table, event, claims, columns in WATCHED:
        row = "OLD" if event == "delete" else "NEW"
        note = (
            "INSERT INTO finding_due (claim_id, article_id) "  # noqa: S608
            "SELECT DISTINCT touched.id, touched.article_id FROM "
            f"({claims.format(row=row, **ELEMENTS[engine])}) AS touched "
            "WHERE NOT EXISTS (SELECT 1 FROM finding_due WHERE finding_due.claim_id = touched.id);"
        )
        changed = " OR ".join(
            f"CAST(OLD.{column} AS TEXT) {DIFFERS[engine]} CAST(NEW.{column} AS TEXT)" for column in columns
        )
        when = f"WHEN ({changed}) " if columns else ""
        name, after = f"due_{table}_{event}", f"AFTER {event.upper()} ON {table} FOR EACH ROW {when}"
        if engine == "sqlite":
            op.execute(sa.text(literal(f"CREATE TRIGGER {name} {after}BEGIN {note} END")))
        else:
            op.execute(
                sa.text(
                    literal(
                        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
                        f"$body$ BEGIN {note} RETURN NULL; END $body$"
                    )
                )
            )
            op.execute(f"CREATE TRIGGER {name} {after}EXECUTE FUNCTION {name}()")


def make_index() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE passage_index USING fts5 "
            "(words, content='passage', content_rowid='id', tokenize='unicode61 remove_diacritics 0')"
        )
        for event, words in FOLLOWING.items():
            op.execute(
                sa.text(literal(f"CREATE TRIGGER passage_{event} AFTER {event.upper()} ON passage BEGIN {words} END"))
            )
    else:
        op.execute("CREATE INDEX passage_index ON passage USING gin (to_tsvector('simple', words))")


def literal(statement: str) -> str:
    """A colon starts no parameter here."""
    return statement.replace(":", "\\:")


def fill() -> None:
    """Every claim of a current revision is due, and has its words written down, as every article has its own."""
    connection = op.get_bind()
    current = "FROM claim JOIN article ON claim.article_id = article.id AND claim.revision = article.current_revision"
    connection.execute(
        sa.text(f"INSERT INTO finding_due (claim_id, article_id) SELECT claim.id, claim.article_id {current}")
    )
    revisions = "JOIN revision ON revision.article_id = article.id AND revision.sha256 = article.current_revision"
    names: dict[str, list[str]] = {}
    for claim_id, name in connection.execute(sa.text("SELECT claim_id, name FROM link ORDER BY claim_id, position")):
        names.setdefault(claim_id, []).append(name)
    of_claims = connection.execute(
        sa.text(f"SELECT claim.id, claim.text, revision.title {current} {revisions} ORDER BY claim.id")
    ).all()
    of_articles = connection.execute(
        sa.text(
            f"SELECT article.id, revision.title, revision.outlet_name, revision.url "  # noqa: S608
            f"FROM article {revisions} ORDER BY article.id"
        )
    ).all()
    write(
        {"claim_id": claim_id, "article_id": None, "words": searchable([text, *names.get(claim_id, ()), title])}
        for claim_id, text, title in of_claims
    )
    write(
        {"claim_id": None, "article_id": article_id, "words": searchable([title, outlet, url])}
        for article_id, title, outlet, url in of_articles
    )


def write(rows: Iterator[Mapping[str, str | None]]) -> None:
    statement = sa.text("INSERT INTO passage (claim_id, article_id, words) VALUES (:claim_id, :article_id, :words)")
    held = list(rows)
    for start in range(0, len(held), AT_ONCE):
        op.get_bind().execute(statement, held[start : start + AT_ONCE])


def searchable(texts: list[str | None]) -> str:
    """As the program writes it: words alone, without case and accents."""
    joined = unicodedata.normalize("NFKD", " ".join(text for text in texts if text))
    bare = "".join(sign for sign in joined if not unicodedata.combining(sign)).casefold()
    return " ".join(word[:LONGEST_WORD] for word in re.findall(r"[^\W_]+", bare))
