"""From CSV files to a directory; every mistake is told with its file and line."""

import hashlib
from collections.abc import Mapping, Sequence

from provenance.errors import DirectoryError
from provenance.model import Outlet
from provenance.outlets import checks
from provenance.outlets.building import Tables, bare_outlet, grown, read_facts
from provenance.outlets.contexts import build_contexts
from provenance.outlets.directory import Directory
from provenance.outlets.entries import read_entries
from provenance.outlets.merging import merge
from provenance.outlets.names import NameUse, build_index
from provenance.outlets.pack import Pack, read_packs
from provenance.outlets.raters import Rater
from provenance.outlets.records import context_from_row, rater_from_row
from provenance.outlets.tables import COLUMNS, Problems, Row, read_tables
from provenance.outlets.word_lists import WordLists, read_word_lists


def parse_directory(
    files: Mapping[str, str], packs: Mapping[str, str] | None = None, chosen: Sequence[str] | None = None
) -> Directory:
    """`files` maps a name below the data folder ("a/outlets.csv", "raters.csv", "VERSION") to its text, `packs` one
    below the folder of packs ("asd/pack.toml"). `chosen` are the ids of the packs to take in; None takes those that are
    on by default.

    Raises DirectoryError with one line for each mistake: "a/names.csv:17: what is wrong; what to do".
    """
    problems = Problems()
    tables = read_tables(files, problems)
    version = files.get("VERSION", "").strip()
    if not version:
        problems.add("VERSION:1", "the version is missing", "write the data's version, such as 2026.11")
    lists = read_word_lists(files)
    packs = packs or {}
    merged = read_packs(packs, chosen, problems)
    for pack in merged:
        _merge(pack, packs, tables, lists, problems)
    raters = _raters(tables["raters"], problems)
    outlets = _outlets(tables, raters, problems)
    contexts = dict(context_from_row(row, outlets, problems) for row in tables["contexts"])
    if problems.lines:
        raise DirectoryError("\n".join(problems.lines))
    return Directory(
        version=" + ".join([version, *(f"{pack.id} {pack.edition}" for pack in merged)]),
        digest=_digest(version, tables),
        packs=tuple(merged),
        lists=lists,
        outlets=outlets,
        raters=raters,
        hosts={domain.host: outlet.id for outlet in outlets.values() for domain in outlet.domains},
        names=build_index(
            (NameUse(name.text, outlet.id, name.ambiguity) for outlet in outlets.values() for name in outlet.names),
            build_contexts(contexts, lists),
        ),
    )


def _merge(
    pack: Pack, files: Mapping[str, str], tables: dict[str, list[Row]], lists: WordLists, problems: Problems
) -> None:
    below = {name.removeprefix(f"{pack.id}/"): text for name, text in files.items() if name.startswith(f"{pack.id}/")}
    merge(pack, read_entries(pack, below, problems), tables, lists)


def _raters(rows: Sequence[Row], problems: Problems) -> dict[str, Rater]:
    raters: dict[str, Rater] = {}
    for row in rows:
        if row["id"] in raters:
            problems.add(row.place, f"the rater {row['id']!r} stands twice", "remove one of the two")
        raters[row["id"]] = rater_from_row(row, problems)
    return raters


def _outlets(tables: Tables, raters: Mapping[str, Rater], problems: Problems) -> dict[str, Outlet]:
    known = frozenset(row["id"] for row in tables["outlets"])
    facts = read_facts(tables, known, raters, problems)
    checks.check_outlet_rows(tables["outlets"], problems)
    checks.check_names(facts.names, problems)
    checks.check_doubles(facts.names, facts.domains, facts.assertions, facts.relations, problems)
    checks.check_raters_agree_with_themselves(facts.assertions, problems)
    checks.check_circles(facts.relations, problems)
    return grown({row["id"]: bare_outlet(row) for row in tables["outlets"]}, facts)


def _digest(version: str, tables: Tables) -> str:
    """Over the content: neither the order of rows and columns nor the folder of a file counts. Cells are set apart by
    characters that no cell holds (ASCII's separators)."""
    content = hashlib.sha256(version.encode("utf-8"))
    for table, rows in sorted(tables.items()):
        columns = COLUMNS[table]
        lines = sorted("\x1f".join(map(row.cells.__getitem__, columns)) for row in rows)
        content.update("\x1e".join(["\x1d" + table, *lines]).encode("utf-8"))
    return content.hexdigest()
