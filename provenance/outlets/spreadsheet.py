"""Cells that a spreadsheet shows and does not run (OWASP, CSV injection)."""

_FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_APOSTROPHE = "'"


def inert_cell(text: str) -> str:
    """A cell that starts like a formula, some after white space or with the full-width sign: an apostrophe makes it
    text."""
    return _APOSTROPHE + text if _runs(text) else text


def cell_as_written(cell: str) -> str:
    """Without the apostrophe that `inert_cell` sets."""
    return cell[1:] if cell.startswith(_APOSTROPHE) and _runs(cell[1:]) else cell


def _runs(text: str) -> bool:
    return text.startswith(("\t", "\n")) or text.lstrip().startswith(_FORMULA_SIGNS)
