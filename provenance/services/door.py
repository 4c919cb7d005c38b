"""What the door of the use cases names, and where each name comes from."""

import ast
from pathlib import Path


def homes_of(file: str) -> dict[str, str]:
    """The module that each name is imported from in the file's `if TYPE_CHECKING:`."""
    module = ast.parse(Path(file).read_text("utf-8"))
    guarded = (each for each in module.body if isinstance(each, ast.If) and _is_for_types(each.test))
    imports = (each for block in guarded for each in block.body if isinstance(each, ast.ImportFrom))
    return {alias.name: each.module for each in imports if each.module for alias in each.names}


def _is_for_types(test: ast.expr) -> bool:
    return isinstance(test, ast.Name) and test.id == "TYPE_CHECKING"
