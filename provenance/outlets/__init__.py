"""The directory of outlets: names, hosts, and what each outlet is at a day. Pure look-up; the data lies in data/."""

from provenance.outlets.classification import classify, with_standings
from provenance.outlets.dimensions import DESIGNATIONS, Polarity, designation_kind, polarity
from provenance.outlets.directory import Directory
from provenance.outlets.hosts import host_in, known_host
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
from provenance.outlets.timeline import Event, timeline

__all__ = [
    "AFFILIATION_ANSWERS",
    "AFFILIATION_RULES",
    "DESIGNATIONS",
    "LABEL_RULES",
    "VOTES",
    "WEIGHING_RULES",
    "Directory",
    "Event",
    "KnownSites",
    "Lookalike",
    "Mention",
    "Pack",
    "Polarity",
    "Rater",
    "Rule",
    "Vote",
    "Weight",
    "classify",
    "designation_kind",
    "find_lookalike",
    "host_in",
    "known_host",
    "known_sites",
    "parse_directory",
    "polarity",
    "timeline",
    "with_standings",
]
