"""Words that a search looks in are written in one spelling: without case and accents, as before, and without script.
The credits of every agent are added up, and its name is spelt so, too.

The index of words is made anew, which is faster than having it follow every change.
"""

import re
import unicodedata
from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

LETTERS = {
    # Latin letters that Unicode does not take apart into a letter and an accent
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t", "ŋ": "n",
    "ə": "a",
    # Cyrillic, as agencies write it in English; й, ё, ї and ў are и, е, і and у with an accent
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "ғ": "g", "д": "d", "е": "e", "є": "e", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ү": "u", "ұ": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ә": "a", "ј": "j",
    "љ": "lj", "њ": "nj", "ђ": "dj", "ћ": "c", "џ": "dz",
    # Greek
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch",
    "ψ": "ps", "ω": "o",
    # Arabic: Persian and final forms, and the sign that only stretches a word
    "ی": "ي", "ى": "ي", "ک": "ك", "ة": "ه", "ـ": "",
}  # fmt: skip
SAME = str.maketrans({letter: spelt.replace("y", "i") for letter, spelt in LETTERS.items()} | {"y": "i"})

LONGEST_WORD = 64
AT_ONCE = 5_000
"""Passages."""

FOLLOWING = {
    "insert": "INSERT INTO passage_index (rowid, words) VALUES (NEW.id, NEW.words);",
    "delete": "INSERT INTO passage_index (passage_index, rowid, words) VALUES ('delete', OLD.id, OLD.words);",
    "update": "INSERT INTO passage_index (passage_index, rowid, words) VALUES ('delete', OLD.id, OLD.words); "
    "INSERT INTO passage_index (rowid, words) VALUES (NEW.id, NEW.words);",
}


ADDED_UP = """
SELECT role, kind, known, key, min(outlet) AS outlet, min(name) AS name, sum(claims) AS claims, count(*) AS articles
FROM (
    SELECT role, kind, outlet, name{binary} AS name, claims, outlet IS NOT NULL AND role <> 'speaker' AS known,
           CASE WHEN outlet IS NOT NULL AND role <> 'speaker' THEN outlet ELSE folded END AS key
    FROM credit
) AS keyed
GROUP BY role, kind, known, key
ORDER BY role, kind, known, key
"""


def upgrade() -> None:
    rewrite(folded)
    make_tallies()


def downgrade() -> None:
    op.drop_table("tally")
    rewrite(without_accents)


def make_tallies() -> None:
    tally = op.create_table(
        "tally",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("known", sa.Boolean(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("unnamed", sa.Boolean(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tally"),
    )
    op.create_index("ix_tally_key", "tally", ["key"], postgresql_using="hash")
    op.create_index("ix_tally_role_unnamed_claims", "tally", ["role", "unnamed", "claims"])
    # Names in the order of their characters, as the program compares them.
    binary = "" if op.get_bind().dialect.name == "sqlite" else ' COLLATE "C"'
    for part in op.get_bind().execute(sa.text(ADDED_UP.format(binary=binary))).mappings().partitions(AT_ONCE):
        rows = [
            {**row, "known": bool(row["known"]), "unnamed": row["kind"] == "unnamed", "words": folded(row["name"])}
            for row in part
        ]
        op.get_bind().execute(sa.insert(tally), rows)


def rewrite(spelt: Callable[[str], str]) -> None:
    drop_index()
    connection = op.get_bind()
    names: dict[str, list[str]] = {}
    for claim_id, name in connection.execute(sa.text("SELECT claim_id, name FROM link ORDER BY claim_id, position")):
        names.setdefault(claim_id, []).append(name)
    of_claims = connection.execute(
        sa.text(
            "SELECT passage.id, claim.id, claim.text, revision.title FROM passage "
            "JOIN claim ON claim.id = passage.claim_id "
            "JOIN revision ON revision.article_id = claim.article_id AND revision.sha256 = claim.revision "
            "ORDER BY passage.id"
        )
    ).all()
    of_articles = connection.execute(
        sa.text(
            "SELECT passage.id, revision.title, revision.outlet_name, revision.url FROM passage "
            "JOIN article ON article.id = passage.article_id "
            "JOIN revision ON revision.article_id = article.id AND revision.sha256 = article.current_revision "
            "ORDER BY passage.id"
        )
    ).all()
    texts = [(number, [text, *names.get(claim_id, ()), title]) for number, claim_id, text, title in of_claims]
    texts += [(number, list(of_article)) for number, *of_article in of_articles]
    statement = sa.text("UPDATE passage SET words = :words WHERE id = :id")
    for start in range(0, len(texts), AT_ONCE):
        part = texts[start : start + AT_ONCE]
        connection.execute(statement, [{"id": number, "words": searchable(held, spelt)} for number, held in part])
    make_index()


def drop_index() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for event in FOLLOWING:
            op.execute(f"DROP TRIGGER passage_{event}")
        op.execute("DROP TABLE passage_index")
    else:
        op.execute("DROP INDEX passage_index")


def make_index() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE passage_index USING fts5 "
            "(words, content='passage', content_rowid='id', tokenize='unicode61 remove_diacritics 0')"
        )
        op.execute("INSERT INTO passage_index (passage_index) VALUES ('rebuild')")
        for event, words in FOLLOWING.items():
            statement = f"CREATE TRIGGER passage_{event} AFTER {event.upper()} ON passage BEGIN {words} END"
            op.execute(sa.text(statement.replace(":", "\\:")))
    else:
        op.execute("CREATE INDEX passage_index ON passage USING gin (to_tsvector('simple', words))")


def searchable(texts: list[str | None], spelt: Callable[[str], str]) -> str:
    """As the program writes it."""
    words = re.findall(r"[^\W_]+", spelt(" ".join(text for text in texts if text)))
    return " ".join(word[:LONGEST_WORD] for word in words)


def without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()


def folded(text: str) -> str:
    return without_accents(text).translate(SAME).replace("iii", "i").replace("ii", "i")
