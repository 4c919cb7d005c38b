"""Claims are looked up in posting lists, one for each key and week, in place of a row for each key of each claim: what
was told in some weeks is read at once, in a store of a million claims too. The keys stay the same; of what is stored
already no stems are packed, it is compared in words."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import itemgetter
from struct import Struct

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

WEEK = 7
POSTING = Struct("<Qi")
AT_ONCE = 10_000

POSTINGS = sa.table("posting", sa.column("key", sa.Text), sa.column("week"), sa.column("claims", sa.LargeBinary))
POSTED = sa.table("posted_claim", sa.column("claim_id"), sa.column("day"), sa.column("keys", sa.JSON))
KEYS = sa.table("claim_key", sa.column("claim_id"), sa.column("key"), sa.column("day"))

Rows = Iterator[tuple[str, str, int]]
"""Claim, key, day number."""


def upgrade() -> None:
    op.create_table(
        "posting",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("week", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("claims", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", "week", name="pk_posting"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "posted_claim",
        sa.Column("claim_id", sa.String(20), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("keys", sa.JSON(), nullable=False),
        sa.Column("stems", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("claim_id", name="pk_posted_claim"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_posted_claim_claim_id_claim"),
        sqlite_with_rowid=False,
    )
    lists = groupby(read(KEYS.c.key, KEYS.c.day), key=lambda row: (row[1], row[2] // WEEK))
    insert(
        POSTINGS,
        (
            {"key": key, "week": week, "claims": b"".join(POSTING.pack(int(row[0][1:], 16), row[2]) for row in rows)}
            for (key, week), rows in lists
        ),
    )
    claims = groupby(read(KEYS.c.claim_id, KEYS.c.key), key=itemgetter(0, 2))
    insert(
        POSTED,
        ({"claim_id": claim_id, "day": day, "keys": [row[1] for row in rows]} for (claim_id, day), rows in claims),
    )
    op.drop_table("claim_key")


def downgrade() -> None:
    op.create_table(
        "claim_key",
        sa.Column("claim_id", sa.String(20), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "key", name="pk_claim_key"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_claim_key_claim_id_claim", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_claim_key_key_day_claim_id", "claim_key", ["key", "day", "claim_id"])
    posted = op.get_bind().execute(sa.select(POSTED), execution_options={"yield_per": AT_ONCE})
    insert(KEYS, ({"claim_id": of, "key": key, "day": day} for of, day, keys in posted for key in keys))
    op.drop_table("posted_claim")
    op.drop_table("posting")


def read(*order: sa.ColumnElement[object]) -> Rows:
    """The keys of all claims, as they are asked for."""
    rows = op.get_bind().execute(sa.select(KEYS).order_by(*order), execution_options={"yield_per": AT_ONCE})
    return (tuple(row) for row in rows)


def insert(table: sa.TableClause, rows: Iterable[dict[str, object]]) -> None:
    waiting = iter(rows)
    while part := list(islice(waiting, AT_ONCE)):
        op.get_bind().execute(sa.insert(table), part)
