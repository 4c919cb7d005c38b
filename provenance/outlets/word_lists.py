"""Short lists that the directory is read with, one entry a line: hosts that are no outlet's, words near a name."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLists:
    """`platforms` are hosts below which unlike people publish, nobody's host; `common` are words that mean no outlet by
    themselves, `added` those that are put beside an outlet's name to make a host look like its own; lower case. `nouns`
    are what outlets are called, `verbs` what they alone do, `sayings` what anybody does."""

    platforms: Mapping[str, str]
    common: frozenset[str]
    added: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]
    sayings: frozenset[str]


def read_word_lists(files: Mapping[str, str]) -> WordLists:
    """Empty where a file is not there."""
    return WordLists(
        platforms={host: host for host in _lines(files, "platforms.txt")},
        common=_lines(files, "common_words.txt"),
        added=_lines(files, "added_words.txt"),
        nouns=_lines(files, "context_nouns.txt"),
        verbs=_lines(files, "context_verbs.txt"),
        sayings=_lines(files, "context_sayings.txt"),
    )


def _lines(files: Mapping[str, str], name: str) -> frozenset[str]:
    return frozenset(line.strip() for line in files.get(name, "").splitlines() if line.strip())
