"""Short lists that the directory is read with, one entry a line: no outlet's hosts, words that mean no outlet."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLists:
    """`platforms` are hosts below which unlike people publish, nobody's host; `common` are words that mean no outlet by
    themselves, `added` those that are put beside an outlet's name to make a host look like its own; lower case."""

    platforms: Mapping[str, str]
    common: frozenset[str]
    added: frozenset[str]


def read_word_lists(files: Mapping[str, str]) -> WordLists:
    """Empty where a file is not there."""
    return WordLists(
        platforms={host: host for host in _lines(files, "platforms.txt")},
        common=_lines(files, "common_words.txt"),
        added=_lines(files, "added_words.txt"),
    )


def _lines(files: Mapping[str, str], name: str) -> frozenset[str]:
    return frozenset(line.strip() for line in files.get(name, "").splitlines() if line.strip())
