"""The lists that decide what is a cue, a hedge, an unnamed source, a document, a channel."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from provenance.errors import ModelError


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """One set a list, lower case, verbs as lemmas; each is a file of `extraction/data`, one entry a line."""

    section_labels: frozenset[str]
    female_roles: frozenset[str]
    firms: frozenset[str]
    hedges: frozenset[str]
    channels: frozenset[str]
    documents: frozenset[str]
    male_roles: frozenset[str]
    offices: frozenset[str]
    organisations: frozenset[str]
    outlet_nouns: frozenset[str]
    outlet_qualifiers: frozenset[str]
    press: frozenset[str]
    printing: frozenset[str]
    reporters: frozenset[str]
    reporting: frozenset[str]
    unnamed: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]


def parse_lexicon(files: Mapping[str, str]) -> Lexicon:
    """From file name to text; raises ModelError when a list is missing or an entry stands twice."""
    lists: dict[str, frozenset[str]] = {}
    for field in fields(Lexicon):
        name = f"{field.name}.txt"
        if name not in files:
            raise ModelError(f"{name}: this list of the lexicon is missing; reinstall the package")
        entries = [line.strip() for line in files[name].splitlines() if line.strip()]
        for line, entry in enumerate(entries, start=1):
            if entry in entries[: line - 1]:
                raise ModelError(f"{name}:{line}: {entry!r} stands twice; remove one")
        lists[field.name] = frozenset(entries)
    return Lexicon(**lists)
