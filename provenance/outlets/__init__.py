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
from provenance.outlets.dimensions import Polarity, polarity
from provenance.outlets.directory import Directory
from provenance.outlets.names import Mention
from provenance.outlets.parsing import parse_directory
from provenance.outlets.raters import Rater
from provenance.outlets.rules import AFFILIATION_RULES, LABEL_RULES, VOTES, WEIGHING_RULES, Rule, Vote, Weight
from provenance.outlets.slugs import free_slug

__all__ = [
    "ADDITION_COLUMNS",
    "AFFILIATION_RULES",
    "LABEL_RULES",
    "RETRACTION",
    "TAKES_BACK",
    "VOTES",
    "WEIGHING_RULES",
    "Addition",
    "Cells",
    "Directory",
    "Mention",
    "NewRow",
    "Polarity",
    "Rater",
    "Rule",
    "Vote",
    "Weight",
    "classify",
    "free_slug",
    "in_force",
    "make_cells",
    "parse_directory",
    "polarity",
    "retractions",
    "with_rows",
    "with_standings",
]
