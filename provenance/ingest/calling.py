"""What an article is called that bears no title: by the first words of its text."""

import re

from provenance.ingest.page import one_line

LONGEST = 80
"""Characters of such a title: what fits into a row of a list."""

CLOSING = '.!?”"»’…:'
"""A line that ends so is no headline."""

_SENTENCE = re.compile(r".{15,}?[^\W\d_]{4,}[.!?][”\"’»)]*(?=\s)")
"""A short word before the full stop is an abbreviation as often as not ("Mr.")."""


def first_words(text: str) -> str | None:
    """The first line where it can be a headline, else its first sentence, shortened at a word, with "…" behind it: so
    it is seen that the text goes on, and the title of running text is never taken for a headline that stands in it.
    None for a text without words."""
    line = next((line for line in map(one_line, text.split("\n")) if line), None)
    if line is None or (len(line) <= LONGEST and line[-1] not in CLOSING):
        return line
    return f"{_shortened(line).rstrip(' .,;:…')}…"


def _shortened(line: str) -> str:
    sentence = _SENTENCE.match(line)
    if sentence and sentence.end() <= LONGEST:
        return sentence.group()
    if len(line) <= LONGEST:
        return line
    return line[: LONGEST + 1].rpartition(" ")[0] or line[:LONGEST]
