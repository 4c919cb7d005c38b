"""Where the sentences of a text begin and end."""

from nupunkt import sent_spans

from provenance.model import Span


def find_sentences(text: str, within: Span) -> tuple[Span, ...]:
    """In order, without the white space around them; a new line ends a sentence."""
    found = []
    start = within.start
    for line in within.of(text).splitlines(keepends=True):
        for first, last in sent_spans(line) if line.strip() else ():
            words = line[first:last]
            left = len(words) - len(words.lstrip())
            if words.strip():
                found.append(Span(start + first + left, start + first + len(words.rstrip())))
        start += len(line)
    return tuple(found)
