"""What the network says of the pieces of a text, in numbers: the product reads them, training writes them."""

from collections.abc import Mapping
from enum import StrEnum

from provenance.model import AgentKind

BEGIN, INSIDE = 1, 2
"""Labels of the cue head; 0 is no cue."""
NONE, CONTENT, CUE, VIA, PERSON, ORGANISATION, DOCUMENT, UNNAMED, OUTLET = range(9)
"""Labels of the pair head. The cue's further pieces ("quoted X as saying") are tagged there. VIA is an outlet that
carried the words; the labels from PERSON on are a source, by the kind of speaker."""
TAGS = 9
KINDS = (AgentKind.PERSON, AgentKind.ORGANISATION, AgentKind.DOCUMENT, AgentKind.UNNAMED, AgentKind.OUTLET)
"""Of the labels from PERSON on, in their order."""


class WordKind(StrEnum):
    """What the network says of words beside attributions: names, verbs in the past, subjects."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PAST = "past"
    SUBJECT = "subject"


NAMES: Mapping[WordKind, int] = {WordKind.PERSON: 1, WordKind.ORGANISATION: 3}
"""Labels of the first piece in the name head; a further piece has the next number, 0 is no name."""
GRAMMAR: Mapping[WordKind, int] = {WordKind.PAST: 1, WordKind.SUBJECT: 2}
"""Labels of the grammar head."""
