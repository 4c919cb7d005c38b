"""The directory of outlets: names, hosts, and what each outlet is at a day. Pure look-up; the data lies in data/."""

from provenance.outlets.classification import classify, with_standings
from provenance.outlets.dimensions import Polarity, polarity
from provenance.outlets.directory import Directory
from provenance.outlets.names import Mention
from provenance.outlets.pack import Pack
from provenance.outlets.parsing import parse_directory
from provenance.outlets.raters import Rater
from provenance.outlets.rules import AFFILIATION_RULES, LABEL_RULES, VOTES, WEIGHING_RULES, Rule, Vote, Weight

__all__ = [
    "AFFILIATION_RULES",
    "LABEL_RULES",
    "VOTES",
    "WEIGHING_RULES",
    "Directory",
    "Mention",
    "Pack",
    "Polarity",
    "Rater",
    "Rule",
    "Vote",
    "Weight",
    "classify",
    "parse_directory",
    "polarity",
    "with_standings",
]
