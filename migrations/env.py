"""Runs migrations: on the connection that the program hands over, or for a developer on `-x db=PATH_OR_URL`."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection

from provenance.settings import read_settings
from provenance.storage.address import parse_address
from provenance.storage.columns import Row, UtcDateTime
from provenance.storage.connecting import connect, rebuilding, take_write_lock
from provenance.storage.finding_rows import INDEX
from provenance.storage.rows import ClaimRow
from provenance.storage.schema import VERSION_TABLE

# The tables are known once their modules are loaded.
metadata = ClaimRow.metadata
assert metadata is Row.metadata  # noqa: S101


def render_item(kind: str, item: Any, _: AutogenContext) -> str | Literal[False]:
    """Our column type as the plain one beneath it: a migration imports nothing of the program."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


def is_ours(name: str | None, kind: str, _: object) -> bool:
    """Neither a table nor an index where the engine itself keeps the words of a search."""
    return kind not in ("table", "index") or name is None or not name.startswith(INDEX)


def migrate(connection: Connection) -> None:
    """Nothing may be executed between the start of the transaction and configure() unless its owner commits it."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        version_table=VERSION_TABLE,
        render_as_batch=True,
        render_item=render_item,
        include_name=is_ours,
    )
    with context.begin_transaction():
        context.run_migrations()


handed_over = context.config.attributes.get("connection")
if handed_over is not None:
    migrate(handed_over)
else:
    chosen = context.get_x_argument(as_dictionary=True).get("db")
    with connect(parse_address(read_settings(database=chosen).database)) as opened, rebuilding(opened):
        take_write_lock(opened)
        migrate(opened)
        opened.commit()
