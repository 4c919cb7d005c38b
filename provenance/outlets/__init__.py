"""The directory of outlets: names, hosts, and what each outlet is at a day. Pure look-up; the data lies in data/."""

from provenance.outlets.adding import with_rows
from provenance.outlets.additions import (
    ADDITION_COLUMNS,
    RETRACTION,
    TAKES_BACK,
    Addition,
    Cells,
    NewRow,
    in_force,
    make_cells,
    retractions,
)
from provenance.outlets.classification import classify, with_standings
from provenance.outlets.dimensions import DESIGNATIONS, DIMENSIONS, Polarity, designation_kind, polarity, said_in_words
from provenance.outlets.directory import Directory
from provenance.outlets.hosts import host_in, known_host
from provenance.outlets.known import plan_rows
from provenance.outlets.linked_data import linked_data
from provenance.outlets.list_entries import MATRIX_COLUMNS, PLAIN_COLUMNS, Defaults, matrix_entries, plain_entries
from provenance.outlets.lists import Entry, Fate, Planned, plan_entries
from provenance.outlets.lookalikes import KnownSites, Lookalike, find_lookalike, known_sites
from provenance.outlets.names import Mention
from provenance.outlets.pack import Pack
from provenance.outlets.parsing import parse_directory
from provenance.outlets.raters import Rater
from provenance.outlets.rules import (
    AFFILIATION_ANSWERS,
    AFFILIATION_RULES,
    LABEL_RULES,
    VOTES,
    WEIGHING_RULES,
    Rule,
    Vote,
    Weight,
)
from provenance.outlets.slugs import free_slug
from provenance.outlets.spreadsheet import cell_as_written, inert_cell
from provenance.outlets.statements import statements
from provenance.outlets.tables import COLUMNS, EVIDENCE, Problems, Row, read_csv
from provenance.outlets.tabling import directory_tables
from provenance.outlets.timeline import Event, timeline

__all__ = [
    "ADDITION_COLUMNS",
    "AFFILIATION_ANSWERS",
    "AFFILIATION_RULES",
    "COLUMNS",
    "DESIGNATIONS",
    "DIMENSIONS",
    "EVIDENCE",
    "LABEL_RULES",
    "MATRIX_COLUMNS",
    "PLAIN_COLUMNS",
    "RETRACTION",
    "TAKES_BACK",
    "VOTES",
    "WEIGHING_RULES",
    "Addition",
    "Cells",
    "Defaults",
    "Directory",
    "Entry",
    "Event",
    "Fate",
    "KnownSites",
    "Lookalike",
    "Mention",
    "NewRow",
    "Pack",
    "Planned",
    "Polarity",
    "Problems",
    "Rater",
    "Row",
    "Rule",
    "Vote",
    "Weight",
    "cell_as_written",
    "classify",
    "designation_kind",
    "directory_tables",
    "find_lookalike",
    "free_slug",
    "host_in",
    "in_force",
    "inert_cell",
    "known_host",
    "known_sites",
    "linked_data",
    "make_cells",
    "matrix_entries",
    "parse_directory",
    "plain_entries",
    "plan_entries",
    "plan_rows",
    "polarity",
    "read_csv",
    "retractions",
    "said_in_words",
    "statements",
    "timeline",
    "with_rows",
    "with_standings",
]
