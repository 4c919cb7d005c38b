"""What the network says of the pieces of a text, in numbers."""

BEGIN, INSIDE = 1, 2
"""Labels of the cue head; 0 is no cue."""
CONTENT, CUE, VIA, PERSON, ORGANISATION, DOCUMENT, UNNAMED, OUTLET = range(1, 9)
"""Labels of the pair head; 0 is none of them. The cue's further pieces ("quoted X as saying") are tagged there. VIA is
an outlet that carried the words; the last five are a source, by the kind of speaker."""
ANY_SOURCE, NO_OUTLET, NONE_OR_VIA = 9, 10, 11
"""Labels of a gold that tells no kinds or no outlets, and of the words around an outlet's name."""
TAGS = 9
ALLOWED = (*((tag,) for tag in range(TAGS)), tuple(range(PERSON, TAGS)), tuple(range(PERSON, OUTLET)), (0, VIA))
"""What the network may say for each label."""
NAMES = {"person": 1, "organisation": 3}
"""Labels of the first piece in the name head; a further piece has the next number, 0 is no name."""
GRAMMAR = {"past": 1, "subject": 2}
"""Labels of the grammar head."""
