"""Whose word an addition is: a rater of the directory, or the newsroom itself."""

import difflib

from provenance.errors import DirectoryError
from provenance.outlets import Directory, NewRow, free_slug, make_cells

NEWSROOM = "newsroom"
"""The id of a newsroom's own rater begins so."""


def rater_for(name: str | None, made_by: str, directory: Directory) -> tuple[str, tuple[NewRow, ...]]:
    """The rater's id, and the row that makes it where it is new: a newsroom becomes a rater when it first asserts.
    `name` is an id or a name, None for the newsroom. Raises DirectoryError with the nearest ids."""
    if name is not None:
        return _known(name, directory), ()
    held = [rater.id for rater in directory.raters.values() if rater.name == made_by.strip() and _is_newsroom(rater.id)]
    if held:
        return min(held), ()
    made = free_slug(f"{NEWSROOM} {made_by}", directory.raters, made_by)
    cells = make_cells("raters", {"id": made, "name": made_by, "note": "added by the newsroom itself"})
    return made, (NewRow(table="raters", cells=cells, place=f"the rater {made_by!r}"),)


def _is_newsroom(rater_id: str) -> bool:
    return rater_id.startswith(f"{NEWSROOM}-")


def _known(name: str, directory: Directory) -> str:
    if name in directory.raters:
        return name
    named = [rater.id for rater in directory.raters.values() if rater.name.casefold() == name.casefold()]
    if named:
        return min(named)
    near = difflib.get_close_matches(name.casefold(), sorted(directory.raters), n=3)
    hint = f"the nearest are {', '.join(near)}" if near else "leave --rater out to speak for the newsroom"
    raise DirectoryError(f"no rater {name!r} in the directory; {hint}")
