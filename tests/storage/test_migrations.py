"""The migrations lead to the tables that the rows describe, and back."""

import ast
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, inspect

from provenance.storage.address import parse_address
from provenance.storage.connecting import connect, rebuilding
from provenance.storage.finding_rows import INDEX
from provenance.storage.rows import ClaimRow
from provenance.storage.schema import VERSION_TABLE, migrations_folder

TABLES = ClaimRow.metadata.tables
SCRIPTS = sorted((migrations_folder() / "versions").glob("*.py"))


@contextmanager
def migrating(database: str) -> Iterator[tuple[Config, Connection]]:
    with connect(parse_address(database)) as connection, rebuilding(connection):
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(migrations_folder()))
        yield config, connection
        connection.commit()


def tables(database: str) -> set[str]:
    """Without the index of words, which the engine itself keeps in tables on SQLite."""
    with connect(parse_address(database)) as connection:
        names = set(inspect(connection).get_table_names()) - {VERSION_TABLE}
    return {name for name in names if not name.startswith(INDEX)}


def test_up_down_and_up_again(empty_database: str) -> None:
    for target, expected in (("head", set(TABLES)), ("base", set()), ("head", set(TABLES))):
        with migrating(empty_database) as (config, _):
            (command.downgrade if target == "base" else command.upgrade)(config, target)
        assert tables(empty_database) == expected


def test_the_migrated_tables_are_those_that_the_rows_describe(database: str) -> None:
    with migrating(database) as (config, _):
        command.upgrade(config, "head")
        command.check(config)  # raises where they differ


def test_names_and_checks_of_constraints_are_as_described(database: str) -> None:
    """Alembic's comparison does not look at these."""
    found = {}
    with migrating(database) as (config, connection):
        command.upgrade(config, "head")
        schema = inspect(connection)
        for table in TABLES:
            constraints = [*schema.get_check_constraints(table), *schema.get_foreign_keys(table)]
            found[table] = {each["name"] for each in (*constraints, schema.get_pk_constraint(table))}
    assert found == {name: {constraint.name for constraint in TABLES[name].constraints} for name in TABLES}


def test_each_migration_is_named_and_leads_back() -> None:
    assert SCRIPTS
    for script in SCRIPTS:
        tree = ast.parse(script.read_text())
        functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
        assert ast.get_docstring(tree)
        assert not isinstance(functions["downgrade"].body[0], ast.Pass)


def test_migrations_import_nothing_of_the_program() -> None:
    for script in SCRIPTS:
        imported = {
            name
            for node in ast.walk(ast.parse(script.read_text()))
            for name in (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [str(node.module)]
                if isinstance(node, ast.ImportFrom)
                else []
            )
        }
        assert {name.split(".")[0] for name in imported} - sys.stdlib_module_names <= {"sqlalchemy", "alembic"}
